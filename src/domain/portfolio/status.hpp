#pragma once

#include "domain/portfolio/model.hpp"

namespace varde::portfolio {

/// Yes, no, or nobody has said: three different answers.
struct Standing {
  const Statement* available = nullptr;  ///< the last word; null when nobody has said
  const Statement* in_use = nullptr;

  static bool yes(const Statement* word) { return word != nullptr && word->holds; }
  static bool no(const Statement* word) { return word != nullptr && !word->holds; }
};

/// Where each municipality stands on each solution on a day.
class Status {
 public:
  Status(const Portfolio& portfolio, std::chrono::sys_days day);
  const Standing& of(std::size_t municipality, std::size_t solution) const {
    return standings_[municipality * solutions_ + solution];
  }
  /// Municipalities for which the fact is known to hold.
  int count(std::size_t solution, Fact fact) const;
  /// Municipalities whom the solution concerns and of which nobody has said.
  int unknown(std::size_t solution, Fact fact) const;

 private:
  const Portfolio* portfolio_;
  std::size_t solutions_;
  std::vector<Standing> standings_;
};

/// Against an ambition.
struct Progress {
  std::size_t ambition = 0;
  std::optional<int> now;   ///< the last stated total of the same fact, else what is counted
  bool other_fact = false;  ///< the only number there is speaks of another fact
  std::string source;       ///< of `now`
  std::optional<double> per_month;  ///< between the last two stated totals of the same fact
  Date per_month_since;
  std::optional<std::chrono::sys_days> reached;  ///< at that pace
  int missing(int target) const { return now ? std::max(0, target - *now) : target; }
};
std::vector<Progress> progress_of(const Portfolio& portfolio);

/// The solutions of a dependency that comes back to itself, first to last; empty when there is
/// none.
std::vector<std::size_t> cycle_of(const Portfolio& portfolio);
/// Solutions in an order in which everything needed comes first. Needs: no cycle.
std::vector<std::size_t> order_of(const Portfolio& portfolio);

/// Facts of one municipality that cannot both be true.
struct Doubt {
  std::size_t municipality = 0, solution = 0;  ///< which is said to be in use
  /// and without what it needs; nothing: and not made available
  std::optional<std::size_t> without{};
};
std::vector<Doubt> doubts_of(const Portfolio& portfolio);

}  // namespace varde::portfolio
