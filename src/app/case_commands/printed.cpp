#include "app/case_commands/printed.hpp"

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "answers/print.hpp"
#include "cases/new_case.hpp"

namespace varde::app {

Printed complaints_printed(std::string_view schema, const std::vector<cases::Complaint>& all,
                           bool json) {
  std::string lines;
  for (const auto& one : all) lines += to_string(one) + "\n";
  lines += fmt::format("{} to put right. Nothing was computed or written.\n",
                       all.size() == 1 ? "1 mistake" : fmt::format("{} mistakes", all.size()));
  return {1, json ? answers::mistakes_json(schema, all) : "", lines};
}

Printed written(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out)
    return {1, "", fmt::format("{} cannot be written; choose another --out\n", path.string())};
  return {0, fmt::format("{}\n", path.string()), ""};
}

std::filesystem::path document_path(const std::filesystem::path& out,
                                    const std::filesystem::path& folder, std::string_view format) {
  if (!out.empty()) return out;
  const auto name = (folder / "").lexically_normal().parent_path().filename().string();
  return fmt::format("{}.{}", name.empty() ? "varde" : name, format);
}

Printed made_case(const std::filesystem::path& folder, const std::string& kind,
                  const std::filesystem::path& municipalities, std::string_view next) {
  const auto files = cases::new_case(kind, municipalities);
  if (!files) {
    std::string lines;
    for (const auto& one : files.error()) lines += to_string(one) + "\n";
    return {1, "", lines};
  }
  if (auto status = cases::write_new(folder, *files); !status)
    return {1, "", status.error().message + "\n"};
  return {0,
          fmt::format("{} is made. Fill in its files, then: {} {}\n", folder.string(), next,
                      folder.string()),
          ""};
}

int write_out(const Printed& printed) {
  std::fwrite(printed.error.data(), 1, printed.error.size(), stderr);
  const auto size = std::fwrite(printed.out.data(), 1, printed.out.size(), stdout);
  if (size == printed.out.size() && std::fflush(stdout) == 0) return printed.exit_code;
  std::fputs("The answer could not be written to the output.\n", stderr);
  return 1;
}

}  // namespace varde::app
