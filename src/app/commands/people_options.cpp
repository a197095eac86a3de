#include "app/commands/people_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/config/config.hpp"
#include "app/data_folder.hpp"
#include "app/files.hpp"

namespace varde::app {

void add_people_options(CLI::App& command, PeopleOptions& options, bool with_scope) {
  options.data = Config{}.data_folder.string();
  command.add_option("--data", options.data, "Data folder")->capture_default_str();
  if (with_scope)
    command.add_option("--municipality", options.municipalities,
                       "Number of a municipality in scope, may be repeated; default: all known");
}

Result<std::unique_ptr<store::SqliteStore>> open_register(const PeopleOptions& options) {
  const DataFolder folder{options.data};
  if (auto made = make_private_folder(folder.root); !made) return made.error();
  return store::SqliteStore::open(folder.store(), {.readers = 1});
}

Result<std::vector<tenancy::Municipality>> scope_of(const PeopleOptions& options,
                                                    const store::SqliteStore& store) {
  std::vector<tenancy::Municipality> scope;
  for (const auto& text : options.municipalities) {
    const auto number = tenancy::parse_municipality(text);
    if (!number || !number->known())
      return Error{fmt::format("{} is no municipality number; write four digits", text)};
    scope.push_back(*number);
  }
  if (scope.empty())
    for (const auto& row : store.municipalities()) scope.push_back(row.municipality);
  return scope;
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return text;
}

}  // namespace varde::app
