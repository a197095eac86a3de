#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/csv.hpp"
#include "cases/load.hpp"
#include "cases/section.hpp"
#include "domain/economy/payers.hpp"

// What the readers of all kinds of case share.
namespace varde::cases {

constexpr std::int64_t kFirstYear = 1990;
constexpr std::int64_t kLastYear = 2100;
constexpr std::int64_t kMostInhabitants = 10'000'000;
constexpr double kMostGrowth = 0.2;  ///< yearly rates go from -20 to +20 %

struct Reading {
  const Files& files;
  Complaints& complaints;
};

/// TOML text; what cannot be parsed is a complaint of `file`.
std::optional<toml::table> parse_toml(const std::string& text, std::string_view file,
                                      Complaints& complaints);
/// The table of `file`; a missing file is a complaint if `required`.
std::optional<Table> open_table(const Reading& reading, const std::string& file,
                                const std::vector<Column>& columns, bool required);
/// Complaints of files that this kind of case does not have.
void refuse_other_files(const Reading& reading, const std::vector<std::string>& known);

economy::Origin origin_of(const Row& row);
/// The columns amount, low, high and those of origin_of. Low must not be above the amount, nor the
/// amount above high. Nothing when the amount is empty.
std::optional<economy::Amount> amount_of(const Row& row, std::string_view column = "amount");
/// A name that must be one of `names`; `what` it names stands in the complaint.
bool check_name(const Row& row, std::string_view column, std::string_view what,
                const std::vector<std::string>& names);
std::optional<int> year_of(const Row& row, std::string_view column);

/// The parts of a key: flat, inhabitants, inhabitants_67, inhabitants_80 and usage.METRIC in per
/// cent, which must sum to 100.
std::vector<economy::KeyPart> key_parts(Section& section);

/// [assumptions], [indices], [[key]], [[alternative]], [as_is] and the rest of case.toml.
void read_cooperation_toml(Section& root, economy::Case& into);
/// The CSV files, after case.toml.
void read_cooperation_tables(const Reading& reading, economy::Case& into);

/// payers.csv of financing and growth cases.
std::vector<economy::Payer> read_payers(const Reading& reading);
/// rhf, municipality and private in per cent, which sum to 100; equal parts when none is given.
economy::GroupParts group_parts(Section& section);
/// A complaint when `kroner` over the years would come near what 64 bits of øre hold.
void refuse_out_of_range(const Reading& reading, double kroner, int years);
void read_contradictions(Section& root, std::vector<economy::Contradiction>& into);

void read_growth(Section& root, const Reading& reading, economy::GrowthCase& into);
void read_financing(Section& root, const Reading& reading, economy::FinancingCase& into);

}  // namespace varde::cases
