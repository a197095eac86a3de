#pragma once

#include <filesystem>
#include <variant>

#include "cases/load.hpp"
#include "domain/cooperation/case.hpp"

namespace varde::cases {

/// What `varde cooperation` works on: an economy case with cooperation.toml beside it, or a game
/// given group by group.
using AnyCooperation = std::variant<cooperation::Case, cooperation::GivenGame>;

/// The files of a case folder with cooperation.toml; or one CSV file with the columns coalition
/// and cost, and no case.toml. `shapes` learns what is asked for of cooperation.toml.
Result<AnyCooperation, std::vector<Complaint>> parse_cooperation(const Files& files,
                                                                 Shapes* shapes = nullptr);

/// The files of a case: those of a folder, or the one CSV file that `path` is.
Result<Files, std::vector<Complaint>> cooperation_files(const std::filesystem::path& path);

/// A table of costs by group, "A+B" and kroner; every group must stand once.
Result<cooperation::GivenGame, std::vector<Complaint>> parse_game(const std::string& file,
                                                                  const std::string& text);

}  // namespace varde::cases
