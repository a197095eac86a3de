#pragma once

#include <filesystem>
#include <string>

#include "cases/load.hpp"

namespace varde::cases {

/// The files of a new case of any kind, complete and commented; a cooperation has every survey
/// question to fill in.
/// `municipalities` is a municipalities.csv to start from; empty gives one invented municipality.
Result<Files, std::vector<Complaint>> new_case(const std::string& kind,
                                               const std::filesystem::path& municipalities);

/// The same from the text of a municipalities.csv; empty gives the invented one.
Result<Files, std::vector<Complaint>> new_case_with(const std::string& kind,
                                                    const std::string& municipalities);

/// Writes the files into a folder that does not exist yet or is empty; all of them or none.
Status write_new(const std::filesystem::path& folder, const Files& files);

}  // namespace varde::cases
