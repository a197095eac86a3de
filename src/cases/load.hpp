#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "cases/complaint.hpp"
#include "domain/economy/financing.hpp"
#include "domain/economy/growth.hpp"
#include "domain/economy/model.hpp"

namespace varde::cases {

using AnyCase = std::variant<economy::Case, economy::FinancingCase, economy::GrowthCase>;

/// The files of a case folder by name: case.toml and the CSV files.
using Files = std::map<std::string, std::string, std::less<>>;

/// Every TOML and CSV file of a folder.
Result<Files, std::vector<Complaint>> read_folder(const std::filesystem::path& folder);

/// A case, or everything that must be put right first. `shapes` learns what is asked for. TOML
/// files beside case.toml are for other readers and not looked at.
Result<AnyCase, std::vector<Complaint>> parse_case(const Files& files, Shapes* shapes = nullptr);
Result<AnyCase, std::vector<Complaint>> load_case(const std::filesystem::path& folder);

}  // namespace varde::cases
