#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/result.hpp"
#include "domain/tenancy/municipality.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {

/// What `varde account` and `varde key` have in common.
struct PeopleOptions {
  std::string data;
  std::vector<std::string> municipalities;
};
void add_people_options(CLI::App& command, PeopleOptions& options, bool with_scope);

/// The register in the data folder; also while the server runs.
Result<std::unique_ptr<store::SqliteStore>> open_register(const PeopleOptions& options);

/// The municipalities that were named, or all that the register has when none was.
Result<std::vector<tenancy::Municipality>> scope_of(const PeopleOptions& options,
                                                    const store::SqliteStore& store);
std::string lower_case(std::string text);

}  // namespace varde::app
