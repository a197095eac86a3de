#include "answers/cooperation/ground.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/cooperation/remedy.hpp"

namespace varde::answers {
namespace {

using cooperation::Partition;

std::string names_of(const Ground& ground, cooperation::Coalition group) {
  std::vector<std::string> names;
  for (const auto member : cooperation::members_of(group)) {
    names.push_back(ground.players[member].name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

Status check(const Ground& ground) {
  const auto flaw = flaw_in(*ground.game);
  if (!flaw) return Done{};
  const auto group = names_of(ground, flaw->group);
  const auto cost = to_string(ground.game->cost(flaw->group));
  if (flaw->kind == cooperation::Flaw::Kind::negative) {
    return Error{
        fmt::format("{} would cost {} kr together: a cost is 0 or more; correct the items "
                    "or the cost of a partnership",
                    group, cost)};
  }
  return Error{fmt::format(
      "{} cost {} kr together, and {} of them cost {} kr: a larger group cannot cost less; correct "
      "the cost of the partnership, or of the smaller group",
      group, cost, names_of(ground, flaw->part), to_string(ground.game->cost(flaw->part)))};
}

Result<Ground> ground_of_case(cooperation::Case input, const std::string& alternative,
                              const cooperation::Watch& watch) {
  Ground ground;
  ground.input = std::move(input);
  const auto& own = *ground.input;
  const auto id = alternative.empty() ? own.alternative : alternative;
  if (own.economy.alternative(id) == nullptr) {
    return Error{fmt::format("the case has no alternative '{}'", id)};
  }
  const auto as_is = economy::as_is_of(own.economy);
  if (!as_is) return as_is.error();
  auto model = model_of(own, *as_is, *own.economy.alternative(id));
  if (!model) return model.error();
  ground.model = std::move(model).value();
  ground.alternative_id = id;
  ground.alternative_name = own.economy.alternative(id)->name;
  ground.name = own.economy.name;
  ground.total = ground.model->total();
  for (const auto& member : ground.model->members()) {
    ground.players.push_back({member.number, member.name});
    ground.alone.push_back(member.alone);
  }
  for (const auto& one : own.partnerships) {
    PartnershipGroup group{one.name, {}, one.origin};
    for (std::size_t i = 0; i < ground.players.size(); ++i) {
      const auto number = ground.players[i].number;
      if (std::ranges::find(one.municipalities, number) != one.municipalities.end()) {
        group.members.push_back(i);
      }
    }
    ground.partnerships.push_back(std::move(group));
  }
  if (ground.players.size() <= cooperation::kMostTabulated) {
    watch.tell("groups", 0);
    ground.game = ground.model->tabulate(watch.parallel);
    if (auto status = check(ground); !status) return status.error();
    for (std::size_t i = 0; i < ground.players.size(); ++i) ground.alone[i] = ground.game->alone(i);
  } else {
    for (std::size_t i = 0; i < ground.players.size(); ++i) {
      ground.alone[i] = ground.model->cost(std::vector{i});
    }
  }
  return ground;
}

Ground ground_of_game(cooperation::GivenGame input) {
  Ground ground;
  ground.name = std::move(input.name);
  for (auto& name : input.players) ground.players.push_back({0, std::move(name)});
  ground.total = input.game.total();
  for (std::size_t i = 0; i < ground.players.size(); ++i) {
    ground.alone.push_back(input.game.alone(i));
  }
  ground.game = std::move(input.game);
  return ground;
}

Result<Partition> best_found(const Clusters& clusters, const cooperation::GroupCost& cost,
                             const cooperation::Watch& watch) {
  std::vector<Partition> starts{clusters.alone, clusters.together};
  if (clusters.partnerships) starts.push_back(*clusters.partnerships);
  return cooperation::good_partition(cost, std::move(starts), watch);
}

/// No partition is cheaper than what all can be made to carry without any group paying too much.
Result<Money> bound_of(const Ground& ground, const cooperation::Watch& watch) {
  if (ground.game) {
    const auto carried = cooperation::most_carried(*ground.game, watch);
    if (!carried) return carried.error();
    return Money::ore(static_cast<std::int64_t>(std::floor(carried->total - 0.5)));
  }
  const auto carried = ground.model->carried_by_all();
  return Money::ore(static_cast<std::int64_t>(
      std::floor(std::accumulate(carried.begin(), carried.end(), 0.0) - 0.5)));
}

}  // namespace

Money Ground::cost(std::span<const std::size_t> members) const {
  return game ? game->cost(cooperation::coalition_of(members)) : model->cost(members);
}

Money Ground::alone_total() const { return std::accumulate(alone.begin(), alone.end(), Money{}); }

std::vector<std::size_t> Ground::everybody_but(std::span<const std::size_t> members) const {
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < players.size(); ++i) {
    if (std::ranges::find(members, i) == members.end()) others.push_back(i);
  }
  return others;
}

Result<Ground> ground_of(cases::AnyCooperation input, const std::string& alternative,
                         const cooperation::Watch& watch) {
  if (auto* own = std::get_if<cooperation::Case>(&input)) {
    auto ground = ground_of_case(std::move(*own), alternative, watch);
    return ground;
  }
  if (!alternative.empty()) return Error{"a game given group by group has no alternatives"};
  return ground_of_game(std::move(std::get<cooperation::GivenGame>(input)));
}

Result<Clusters> clusters_of(const Ground& ground, const cooperation::Watch& watch) {
  const auto players = ground.players.size();
  const cooperation::GroupCost cost = [&](std::span<const std::size_t> members) {
    return ground.cost(members);
  };
  Clusters result;
  result.alone = cooperation::with_the_rest_alone(players, {}, cost);
  result.together = cooperation::partition_of({ground.everybody_but({})}, cost);
  if (!ground.partnerships.empty()) {
    std::vector<std::vector<std::size_t>> groups;
    std::vector<std::size_t> inside;
    for (const auto& one : ground.partnerships) {
      groups.push_back(one.members);
      inside.insert(inside.end(), one.members.begin(), one.members.end());
    }
    result.partnerships = cooperation::with_the_rest_alone(players, groups, cost);
    if (auto rest = ground.everybody_but(inside); !rest.empty()) groups.push_back(std::move(rest));
    result.partnerships_rest = cooperation::partition_of(std::move(groups), cost);
  }
  result.exact = ground.game && players <= cooperation::kMostPartitioned;
  auto best = result.exact ? cooperation::best_partition(*ground.game, watch)
                           : best_found(result, cost, watch);
  if (!best) return best.error();
  result.best = std::move(best).value();
  result.lower_bound = result.best.cost;
  if (!result.exact) {
    const auto bound = bound_of(ground, watch);
    if (!bound) return bound.error();
    result.lower_bound = *bound;
  }
  return result;
}

}  // namespace varde::answers
