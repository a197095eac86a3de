#include "app/steering/make_tools.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/steering/exporters.hpp"
#include "app/steering/kinds.hpp"
#include "base/log.hpp"
#include "cases/load.hpp"
#include "cases/new_case.hpp"
#include "editing/beside.hpp"
#include "editing/sheet.hpp"
#include "editing/survey_import.hpp"
#include "editing/table_import.hpp"

namespace varde::app {

steering::Checked<std::uint64_t> whole(const steering::Parameters& parameters,
                                       std::string_view name, std::uint64_t otherwise,
                                       std::uint64_t least, std::uint64_t most) {
  const auto it = parameters.find(name);
  if (it == parameters.end() || it->second.empty()) return otherwise;
  std::uint64_t value = 0;
  const char* end = it->second.data() + it->second.size();
  const auto read = std::from_chars(it->second.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < least || value > most)
    return steering::Complaints{
        {"", 0, fmt::format("{} must be a whole number from {} to {}", name, least, most)}};
  return value;
}

namespace {

namespace fs = std::filesystem;
using steering::Files;

Kinds all_kinds(const std::optional<DataFolder>& centre) {
  Kinds kinds;
  add_economy(kinds);
  add_coalitions(kinds);
  add_staffing(kinds, centre);
  add_choices(kinds);
  return kinds;
}

steering::Complaints check_beside(const Files& files, const Files& before) {
  steering::Complaints mistakes;
  for (const auto& one : editing::beside(editing::kind_of(files))) {
    const auto it = files.find(one.file), old = before.find(one.file);
    if (it == files.end() || (old != before.end() && old->second == it->second)) continue;
    for (auto& mistake : one.mistakes(files, nullptr)) mistakes.push_back(std::move(mistake));
  }
  return mistakes;
}

std::function<steering::Checked<steering::Readable>(const Files&)> checker(
    const std::vector<Kind>& kinds) {
  return [kinds](const Files& files) -> steering::Checked<steering::Readable> {
    const auto kind = editing::kind_of(files);
    const auto found =
        std::ranges::find(kinds, kind, [](const Kind& one) { return one.kind.name; });
    // The first reader knows how to complain of a case.toml that is no TOML or has no kind.
    if (found != kinds.end() || kind.empty())
      return (found == kinds.end() ? kinds.front() : *found).read(files);
    std::vector<std::string> names;
    for (const auto& one : kinds) names.push_back(one.kind.name);
    return steering::Complaints{
        {"case.toml", 0, fmt::format("kind '{}' is not one of {}", kind, fmt::join(names, ", "))}};
  };
}

steering::Checked<Files> new_case(const std::string& kind, const std::string& municipalities) {
  auto files = cases::new_case_with(kind, municipalities);
  if (!files) return complaints_of(files.error());
  return std::move(files).value();
}

steering::ImportPreview preview_import(const Files& files, std::string_view bytes) {
  return editing::kind_of(files) == "portfolio" ? editing::preview_tables(files, bytes)
                                                : editing::preview_survey(files, bytes);
}

void left_out(const std::string& name, const steering::Complaints& why) {
  log::warning("steering.example", "{} cannot be read: {}:{}: {}", name, why.front().file,
               why.front().line, why.front().text);
}

std::vector<steering::Example> examples_in(const fs::path& folder, const steering::Tools& tools) {
  std::vector<steering::Example> examples;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (!fs::exists(entry.path() / "case.toml", failed)) continue;
    const auto name = entry.path().filename().string();
    auto files = cases::read_folder(entry.path());
    if (!files) {
      left_out(name, complaints_of(files.error()));
      continue;
    }
    if (tools.kind(editing::kind_of(*files)) == nullptr) continue;
    const auto readable = tools.check(*files);
    if (!readable) {
      left_out(name, readable.error());
      continue;
    }
    if (const auto mistakes = tools.check_beside(*files, {}); !mistakes.empty()) {
      left_out(name, mistakes);
      continue;
    }
    examples.push_back({name, readable->kind, readable->name, std::move(*files)});
  }
  std::ranges::sort(examples, {}, &steering::Example::name);
  return examples;
}

}  // namespace

steering::Tools make_tools(const fs::path& examples, const std::optional<DataFolder>& centre) {
  const auto kinds = all_kinds(centre);
  steering::Tools tools;
  for (const auto& one : kinds.cases) tools.kinds.push_back(one.kind);
  tools.runs = kinds.runs;
  tools.calculators = kinds.calculators;
  tools.exporters = all_exporters();
  tools.check = checker(kinds.cases);
  tools.check_beside = check_beside;
  tools.sheet = editing::sheet_of;
  tools.edit = editing::edited;
  tools.new_case = new_case;
  tools.preview_import = preview_import;
  tools.examples = examples_in(examples, tools);
  return tools;
}

fs::path examples_folder() {
  std::error_code failed;
  const auto program = fs::read_symlink("/proc/self/exe", failed);
  const auto beside = program.parent_path().parent_path().parent_path() / "examples";
  if (!failed && fs::exists(beside, failed)) return beside;
  if (fs::exists("examples", failed)) return "examples";
  return "/usr/share/varde/examples";
}

}  // namespace varde::app
