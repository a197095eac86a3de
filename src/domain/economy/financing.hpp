#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/model.hpp"
#include "domain/economy/payers.hpp"

// Who pays for shared national solutions, as recommended in "Finansieringsmodeller" (2017):
// authority tasks by the state; delivery tasks by the sector, in the common foundation by all who
// could use them, outside it by those who do.
namespace varde::economy {

enum class Payment : std::uint8_t { invoice, deduction };
constexpr std::array<std::string_view, 2> kPayments{"invoice", "deduction"};

struct NationalSolution {
  std::string id;
  std::string name;
  bool foundation = true;  ///< in the common foundation (felles grunnmur)
  GroupParts groups = kEqualParts;
  Payment payment = Payment::invoice;
  int deadline =
      0;  ///< in the foundation: from the year after, those who do not use it pay too; 0 = always
  std::optional<Money> highest_price;  ///< outside: what users would pay for a unit in a year
};

enum class Size : std::uint8_t { large, small };
constexpr std::array<std::string_view, 2> kSizes{"large", "small"};

/// Development. A large project is paid from capital, and the sector repays the principal less the
/// state's share in equal yearly instalments at a rate, the first the year after. A small one is
/// paid by contributions the year before.
struct DevelopmentProject {
  std::string solution;
  std::string name;
  Size size = Size::large;
  int year = 0;
  Amount cost;
  int lifetime = 1;  ///< years of instalments
  double rate = 0;
  std::int64_t state_basis_points = 0;
};

/// Yearly management, operation and maintenance (FDV) of a solution, or an authority task.
struct RunningCost {
  std::string solution;  ///< empty: an authority task, which the state pays
  std::string name;
  int from = 0, to = 0;
  Amount amount;
};

/// A payer uses a solution from a year on; units are what a price outside the foundation goes by.
struct Use {
  std::string solution;
  std::string payer;
  int from = 0;
  std::int64_t units = 1;
};

struct FinancingCase {
  std::string name;
  std::string description;
  int first_year = 0;
  int years = 1;
  int phase_in_from = 0;  ///< first year of the new model; the sector's part grows by equal steps
  int phase_in_years = 5;
  std::vector<Payer> payers;
  std::vector<NationalSolution> solutions;
  std::vector<DevelopmentProject> projects;
  std::vector<RunningCost> running;
  std::vector<Use> uses;
  std::vector<Contradiction> contradictions;
};

/// Equal yearly payments of a principal over `years`; they repay it to the øre (the last one takes
/// the rounding).
std::vector<Money> instalments(Money principal, double rate, int years);

struct SolutionYear {
  Money instalments, contributions, running;
  Money state;                  ///< of these, paid by the state while the model is phased in
  std::array<Money, 3> groups;  ///< paid by each group
  Money total() const { return instalments + contributions + running; }
};

struct SolutionFinancing {
  std::vector<SolutionYear> years;
  std::optional<Money> unit_price;  ///< outside the foundation: covers the full cost over the years
  bool discontinued = false;        ///< nobody uses it, or its price is above what users would pay
};

struct LiquidityYear {
  Money spent;  ///< development, operation and authority tasks
  Money from_state;
  Money from_payers;
  Money balance;  ///< sum of in less out since the first year
};

struct Financing {
  std::vector<SolutionFinancing> solutions;  ///< in the order of the case
  std::vector<std::vector<Money>> payments;  ///< by payer, then year
  std::vector<Money> state;                  ///< by year
  std::vector<LiquidityYear> liquidity;
  Money capital_need;  ///< the deepest balance, as a positive amount
};

Financing finance(const FinancingCase& input);

}  // namespace varde::economy
