#include "answers/cooperation/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "answers/cooperation/keys.hpp"
#include "domain/cooperation/remedy.hpp"

namespace varde::answers {
namespace {

using cooperation::settle;

class Analyst {
 public:
  Analyst(Ground ground, const AnalysisOptions& options, const cooperation::Watch& watch)
      : options_(options), watch_(watch) {
    result_.ground = std::move(ground);
  }

  Result<Analysis> run() {
    for (const auto step :
         {&Analyst::keys, &Analyst::shapley, &Analyst::nucleolus, &Analyst::savings, &Analyst::core,
          &Analyst::judge, &Analyst::clusters}) {
      if (watch_.stopped()) return cooperation::stopped_error();
      if (auto status = (this->*step)(); !status) return status.error();
    }
    return std::move(result_);
  }

 private:
  const Ground& ground() const { return result_.ground; }

  void benchmark(std::string id, const std::vector<double>& ore, std::vector<double> error = {}) {
    Split split;
    split.id = std::move(id);
    split.pays = settle(ore, ground().total);
    split.error = std::move(error);
    result_.splits.push_back(std::move(split));
  }

  Status keys() {
    if (!ground().input) {
      if (!options_.keys.empty()) return Error{"a game given group by group has no keys"};
      return Done{};
    }
    auto splits = key_splits(ground(), options_.keys);
    if (!splits) return splits.error();
    result_.splits = std::move(splits).value();
    return Done{};
  }

  Status shapley() {
    const auto players = ground().players.size();
    if (ground().game && !options_.samples) {
      benchmark("shapley", cooperation::shapley(*ground().game, watch_.parallel));
      return Done{};
    }
    if (options_.samples) result_.sampling.orders = *options_.samples;
    result_.sampling.seed = options_.seed;
    const auto walk = ground().game ? cooperation::walk_of(*ground().game) : ground().model->walk();
    auto sampled = cooperation::sampled_shapley(players, walk, result_.sampling, watch_);
    if (!sampled) return sampled.error();
    result_.orders = sampled->orders;
    benchmark("shapley", sampled->mean, sampled->error);
    return Done{};
  }

  Status nucleolus() {
    if (!ground().game) return Done{};
    auto found = cooperation::nucleolus(*ground().game, watch_);
    if (!found) return found.error();
    benchmark("nucleolus", found->ore);
    if (ground().players.size() > 1) result_.largest_excess = found->largest_excess;
    result_.nobody_above_alone = found->nobody_above_alone;
    return Done{};
  }

  Status savings() {
    benchmark("equal_savings", cooperation::equal_savings(ground().alone, ground().total));
    benchmark("proportional_savings",
              cooperation::proportional_savings(ground().alone, ground().total));
    return Done{};
  }

  Status core() {
    if (!ground().game) return Done{};
    const auto carried = cooperation::most_carried(*ground().game, watch_);
    if (!carried) return carried.error();
    const auto short_of = static_cast<double>(ground().total.in_ore()) - carried->total;
    const bool rounding = short_of <= static_cast<double>(ground().players.size());
    result_.subsidy =
        rounding ? Money{} : Money::ore(static_cast<std::int64_t>(std::ceil(short_of)));
    return Done{};
  }

  Status judge() {
    std::vector<Money> without;
    for (std::size_t i = 0; i < ground().players.size(); ++i) {
      without.push_back(ground().cost(ground().everybody_but(std::vector{i})));
    }
    for (std::size_t s = 0; s < result_.splits.size(); ++s) {
      watch_.tell("stability", static_cast<double>(s) / static_cast<double>(result_.splits.size()));
      if (watch_.stopped()) return cooperation::stopped_error();
      auto& split = result_.splits[s];
      split.stability = ground().game ? cooperation::check_core(*ground().game, split.pays)
                                      : cooperation::search_core(*ground().model, split.pays);
      for (std::size_t i = 0; i < without.size(); ++i) {
        split.doors.push_back(
            cooperation::door_of(split.pays[i], ground().alone[i], without[i], ground().total));
      }
      for (const auto& one : ground().partnerships) {
        cooperation::Leaver leaver{one.members, {}, ground().cost(one.members)};
        for (const auto member : one.members) leaver.pays += split.pays[member];
        split.partnerships.push_back(std::move(leaver));
      }
      if (auto status = remedy(split); !status) return status;
    }
    return Done{};
  }

  /// What would keep those who would leave, when anything does.
  Status remedy(Split& split) {
    const bool core = result_.subsidy && result_.subsidy->is_zero();
    if (split.stability.holds() || !core) return Done{};
    auto nearest = cooperation::nearest_stable(*ground().game, split.pays, watch_);
    if (!nearest) return nearest.error();
    if (nearest->has_value()) {
      split.nearest = settle((*nearest)->ore, ground().total);
      split.moved = moved_between(split.pays, *split.nearest);
    }
    if (split.key) split.change = least_change(ground(), split);
    return Done{};
  }

  Status clusters() {
    auto clusters = clusters_of(ground(), watch_);
    if (!clusters) return clusters.error();
    result_.clusters = std::move(clusters).value();
    return Done{};
  }

  const AnalysisOptions& options_;
  const cooperation::Watch& watch_;
  Analysis result_;
};

}  // namespace

const Split* Analysis::split(std::string_view id) const {
  const auto found = std::ranges::find(splits, id, &Split::id);
  return found == splits.end() ? nullptr : &*found;
}

Result<Analysis> analyse(cases::AnyCooperation input, const AnalysisOptions& options,
                         const cooperation::Watch& watch) {
  auto ground = ground_of(std::move(input), options.alternative, watch);
  if (!ground) return ground.error();
  return Analyst(std::move(ground).value(), options, watch).run();
}

}  // namespace varde::answers
