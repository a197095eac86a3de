#include "answers/cooperation/keys.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "domain/cooperation/remedy.hpp"
#include "domain/economy/projection.hpp"

namespace varde::answers {
namespace {

constexpr std::int64_t kWhole = 10'000;

/// What each pays in the comparison year, with `key` put on all shared costs when there is one.
Result<std::vector<Money>> split_by(const Ground& ground, const economy::Case& input,
                                    const economy::Key* key) {
  const auto* alternative = input.alternative(ground.alternative_id);
  const auto cost = economy::cost_in(input, *alternative, input.assumptions.comparison_year, key);
  if (!cost) return cost.error();
  std::vector<Money> parts;
  for (std::size_t i = 0; i < ground.players.size(); ++i) {
    parts.push_back(cost->part(i, economy::Charge::yearly));
  }
  return parts;
}

/// The measures that the case gives for everybody.
std::vector<economy::Key> pure_keys(const economy::Case& input) {
  using economy::Measure;
  std::vector<economy::KeyPart> parts{{Measure::inhabitants, "", kWhole},
                                      {Measure::inhabitants_67, "", kWhole},
                                      {Measure::inhabitants_80, "", kWhole},
                                      {Measure::flat, "", kWhole}};
  for (const auto& [metric, values] : input.usage)
    parts.push_back({Measure::usage, metric, kWhole});
  const std::array<std::string, 4> names{"flat", "inhabitants", "inhabitants_67", "inhabitants_80"};
  std::vector<economy::Key> keys;
  for (const auto& part : parts) {
    const auto name = part.measure == Measure::usage
                          ? part.metric
                          : names[static_cast<std::size_t>(part.measure)];
    keys.push_back({name, {part}, {}, {}});
  }
  return keys;
}

/// The key with `moved` basis points of everything on one measure; its parts sum to the whole.
economy::Key changed(economy::Key key, const economy::KeyPart& measure, std::int64_t moved) {
  std::int64_t sum = 0;
  economy::KeyPart* target = nullptr;
  const auto same = [&](const economy::KeyPart& part) {
    return part.measure == measure.measure && part.metric == measure.metric;
  };
  if (std::ranges::none_of(key.parts, same)) {
    key.parts.push_back({measure.measure, measure.metric, 0});
  }
  for (auto& part : key.parts) {
    part.basis_points = (part.basis_points * (kWhole - moved) + kWhole / 2) / kWhole;
    sum += part.basis_points;
    if (same(part)) target = &part;
  }
  target->basis_points += kWhole - sum;
  return key;
}

/// The keys behind a split: the one that it is named by, or all that the alternative uses.
std::vector<economy::Key> keys_of(const Ground& ground, const Split& split) {
  const auto& input = ground.input->economy;
  if (split.id != kAsWritten) return {input.keys.at(split.id)};
  const auto* alternative = input.alternative(ground.alternative_id);
  std::vector<economy::Key> keys;
  for (const auto& named : input.keys) {
    const auto uses = [&](const auto& row) { return row.key == named.first; };
    if (std::ranges::any_of(alternative->items, uses) ||
        std::ranges::any_of(alternative->staffing, uses)) {
      keys.push_back(named.second);
    }
  }
  return keys;
}

bool goes_by(const std::vector<economy::Key>& keys, const economy::KeyPart& measure) {
  return std::ranges::any_of(keys, [&](const economy::Key& key) {
    return std::ranges::any_of(key.parts, [&](const economy::KeyPart& part) {
      return part.measure == measure.measure && part.metric == measure.metric;
    });
  });
}

/// Tries `moved` basis points on a measure: the keys, and what they give.
Result<ChangedKey> tried(const Ground& ground, const Split& split, const economy::Key& pure,
                         std::int64_t moved) {
  ChangedKey result{pure.name, moved, {}, {}, {}};
  auto input = ground.input->economy;
  for (const auto& key : keys_of(ground, split)) {
    result.keys.push_back(changed(key, pure.parts.front(), moved));
    input.keys[key.name] = result.keys.back();
  }
  auto parts = split_by(ground, input, split.id == kAsWritten ? nullptr : &input.keys.at(split.id));
  if (!parts) return parts.error();
  result.split = std::move(parts).value();
  result.moved = moved_between(split.pays, result.split);
  return result;
}

std::optional<ChangedKey> change_towards(const Ground& ground, const Split& split,
                                         const economy::Key& pure) {
  constexpr std::int64_t kTries = 50;  // whole basis points, and parts rounded to them
  const auto target = split_by(ground, ground.input->economy, &pure);
  if (!target) return {};
  const auto weight = cooperation::least_blend(*ground.game, split.pays, *target);
  if (!weight) return {};
  const auto first = static_cast<std::int64_t>(std::ceil(*weight * kWhole));
  for (auto moved = first; moved <= std::min(kWhole, first + kTries); ++moved) {
    auto change = tried(ground, split, pure, moved);
    if (!change) return {};
    if (cooperation::check_core(*ground.game, change->split, 0).holds()) {
      return std::move(change).value();
    }
  }
  return {};
}

}  // namespace

Money moved_between(const std::vector<Money>& from, const std::vector<Money>& to) {
  Money up;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (to[i] > from[i]) up += to[i] - from[i];
  }
  return up;
}

Result<std::vector<Split>> key_splits(const Ground& ground, const std::vector<std::string>& keys) {
  const auto& input = ground.input->economy;
  std::vector<Split> splits;
  const auto add = [&](const std::string& id, const economy::Key* key) -> Status {
    auto parts = split_by(ground, input, key);
    if (!parts) return parts.error();
    Split split;
    split.id = id;
    split.key = true;
    split.pays = std::move(parts).value();
    splits.push_back(std::move(split));
    return Done{};
  };
  if (auto status = add(kAsWritten, nullptr); !status) return status.error();
  auto wanted = keys;
  if (wanted.empty()) {
    for (const auto& [name, key] : input.keys) wanted.push_back(name);
  }
  for (const auto& name : wanted) {
    const auto found = input.keys.find(name);
    if (found == input.keys.end()) return Error{fmt::format("the case has no key '{}'", name)};
    if (auto status = add(name, &found->second); !status) return status.error();
  }
  return splits;
}

std::optional<ChangedKey> least_change(const Ground& ground, const Split& split) {
  const auto own = keys_of(ground, split);
  std::optional<ChangedKey> best;
  for (const bool known : {true, false}) {
    for (const auto& pure : pure_keys(ground.input->economy)) {
      if (goes_by(own, pure.parts.front()) != known) continue;
      auto change = change_towards(ground, split, pure);
      if (change && (!best || change->moved < best->moved)) best = std::move(change);
    }
    if (best) break;
  }
  return best;
}

}  // namespace varde::answers
