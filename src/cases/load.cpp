#include "cases/load.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "cases/reading.hpp"

namespace varde::cases {
namespace {

constexpr std::uintmax_t kFileBytes = 16 * 1024 * 1024;
constexpr std::array<std::string_view, 3> kKinds{"cooperation", "financing", "growth"};

/// The line of the text, for a look at what made the parser stop.
std::string_view line_at(std::string_view text, std::uint32_t number) {
  for (std::uint32_t i = 1; i < number && !text.empty(); ++i) {
    const auto end = text.find('\n');
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return text.substr(0, text.find('\n'));
}

bool has_decimal_comma(std::string_view line) {
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const auto digit = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
    if (line[i] == ',' && digit(i - 1) && digit(i + 1)) return true;
  }
  return false;
}

/// Reads a case of one kind with `read`.
template <class Kind, class Read>
AnyCase read_as(Section& root, const Reading& reading, Read read) {
  Kind result;
  result.name = root.text("name", true);
  result.description = root.text("description");
  read(root, reading, result);
  return result;
}

AnyCase read_kind(std::size_t kind, Section& root, const Reading& reading) {
  if (kind == 1) return read_as<economy::FinancingCase>(root, reading, read_financing);
  if (kind == 2) return read_as<economy::GrowthCase>(root, reading, read_growth);
  return read_as<economy::Case>(root, reading,
                                [](Section& from, const Reading& files, economy::Case& into) {
                                  read_cooperation_toml(from, into);
                                  read_cooperation_tables(files, into);
                                });
}

}  // namespace

std::optional<toml::table> parse_toml(const std::string& text, std::string_view file,
                                      Complaints& complaints) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    complaints.add(file, static_cast<int>(line),
                   has_decimal_comma(line_at(text, line))
                       ? "a number has a decimal comma; write a point"
                       : fmt::format("cannot be read as TOML: {}; correct this line first",
                                     error.description()));
    return {};
  }
}

Result<AnyCase, std::vector<Complaint>> parse_case(const Files& files, Shapes* shapes) {
  Complaints complaints(shapes);
  const auto text = files.find("case.toml");
  if (text == files.end()) {
    complaints.add("case.toml", 0, "the file is missing; 'varde economy new' makes a case");
    return complaints.take();
  }
  const auto toml = parse_toml(text->second, "case.toml", complaints);
  if (!toml) return complaints.take();
  Section root(&*toml, "", complaints);
  const auto kind = root.word("kind", kKinds);
  if (!kind) return complaints.take();
  auto result = read_kind(*kind, root, {files, complaints});
  root.finish();
  if (!complaints.empty()) return complaints.take();
  return result;
}

Result<Files, std::vector<Complaint>> read_folder(const std::filesystem::path& folder) {
  Files files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    const auto extension = entry.path().extension();
    const bool wanted = extension == ".toml" || extension == ".csv";
    if (!wanted || !entry.is_regular_file(error)) continue;
    if (entry.file_size(error) > kFileBytes) {
      return std::vector{Complaint{name, 0, "the file is above 16 MiB; split the case"}};
    }
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
      return std::vector{Complaint{name, 0, "the file cannot be read; check who may read it"}};
    files[name] = text.str();
  }
  if (error) {
    return std::vector{Complaint{folder.string(), 0,
                                 fmt::format("the folder cannot be read: {}", error.message())}};
  }
  return files;
}

Result<AnyCase, std::vector<Complaint>> load_case(const std::filesystem::path& folder) {
  const auto files = read_folder(folder);
  return files ? parse_case(*files) : Result<AnyCase, std::vector<Complaint>>(files.error());
}

}  // namespace varde::cases
