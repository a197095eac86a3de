#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/model.hpp"
#include "domain/economy/payers.hpp"

// Growth in the operating cost of national solutions, estimate by estimate. An estimate belongs to
// a meeting; a later one takes its place, and the earlier one stays to be seen.
namespace varde::economy {

struct Meeting {
  std::string id;    ///< "NUIT 06/24"
  std::string date;  ///< "2024-02-15"
};

/// What an estimate speaks of: the cost itself, its change from the year before, or that there is
/// no longer an estimate.
enum class Speaks : std::uint8_t { level, change, withdrawn };
constexpr std::array<std::string_view, 3> kSpeaks{"level", "change", "withdrawn"};

struct Estimate {
  std::string solution;
  std::string meeting;
  std::string part;  ///< estimates of several parts in a year are summed
  int year = 0;
  Speaks speaks = Speaks::change;
  bool onwards = false;  ///< a level that stays from this year on
  Amount amount;
};

struct Investment {
  std::string solution;
  int year = 0;
  Amount amount;
};

/// Whether payers are charged: by the regulation, not yet, or not at all because a project pays.
enum class Funding : std::uint8_t { in_regulation, waiting, project };
constexpr std::array<std::string_view, 3> kFundings{"in_regulation", "waiting", "project"};

struct FundingFrom {
  std::string solution;
  int from = 0;
  Funding state = Funding::waiting;
  std::string source;
};

/// Why an estimate differs from the one before it.
struct Reason {
  std::string solution;
  std::string meeting;  ///< of the later estimate
  int year = 0;
  std::optional<Money> amount;  ///< what it explains of the difference
  std::string text;
};

struct GrowingSolution {
  std::string id;
  std::string name;
  std::string part_of;          ///< a solution whose figures include these: kept out of sums
  std::optional<Money> before;  ///< level before the first estimated year, if known
  GroupParts groups = kEqualParts;
  std::string groups_source;
};

struct GrowthCase {
  std::string name;
  std::string description;
  int first_year = 0;
  int last_year = 0;
  std::int64_t rule_basis_points = 2'000;  ///< of the year before's investment, without an estimate
  std::string rule_source;
  std::vector<GrowingSolution> solutions;
  std::vector<Meeting> meetings;  ///< by date
  std::vector<Estimate> estimates;
  std::vector<Investment> investments;
  std::vector<FundingFrom> funding;
  std::vector<Reason> reasons;
  std::vector<Payer> payers;
  std::vector<Contradiction> contradictions;
};

/// One year of one version.
struct VersionYear {
  int year = 0;
  std::optional<Money> level;
  std::optional<Money> change;
  Money cumulative;      ///< of the changes that are known
  bool stated = false;   ///< there is an estimate for the year (else it follows from others)
  bool by_rule = false;  ///< the rule of thumb stands in
  std::optional<Money> low, high;  ///< of what is stated
  Origin origin;
};

struct Version {
  std::string meeting;
  std::string date;
  Speaks speaks = Speaks::change;
  std::vector<VersionYear> years;  ///< first_year to last_year
};

/// What moved from one version to the next, in a year of which both speak and in which they differ.
struct Move {
  std::string from, to;  ///< meetings
  int year = 0;
  Money before, after;  ///< levels where both versions have levels, else changes
  Money explained;
  std::vector<std::string> reasons;

  Money difference() const { return after - before; }
};

struct SolutionGrowth {
  const GrowingSolution* solution = nullptr;
  std::vector<Version> versions;  ///< by date; the last one holds
  std::vector<Move> moves;
  std::vector<Funding> funding;               ///< by year
  std::vector<std::optional<Money>> implied;  ///< rule x the year before's investment, by year
};

struct GrowthYear {
  int year = 0;
  Money change;   ///< of all solutions, latest versions
  Money charged;  ///< of those that the regulation lets be charged
  Money cumulative;
  std::vector<Money> payers;  ///< change in what each pays
  Money nobody;               ///< charged where nobody is to pay
};

struct Growth {
  std::vector<SolutionGrowth> solutions;
  std::vector<GrowthYear> years;
};

/// Computes with the estimates known on `as_of` ("2023-06-01"); empty takes all. `input` must
/// outlive the result.
Growth growth_of(const GrowthCase& input, std::string_view as_of = {});

}  // namespace varde::economy
