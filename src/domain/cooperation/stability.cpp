#include "domain/cooperation/stability.hpp"

#include <algorithm>
#include <numeric>

#include "domain/cooperation/excess.hpp"

namespace varde::cooperation {
namespace {

std::int64_t rounding_of(std::size_t players) { return static_cast<std::int64_t>(players); }

/// Larger gain first when `in_percent`, by share of what is paid.
bool gains_more(const Leaver& a, const Leaver& b, bool in_percent) {
  const auto gain = [&](const Leaver& one) {
    const auto ore = static_cast<double>(one.gain().in_ore());
    return in_percent ? ore / std::max(1.0, static_cast<double>(one.pays.in_ore())) : ore;
  };
  const double of_a = gain(a);
  const double of_b = gain(b);
  return of_a != of_b ? of_a > of_b : a.members < b.members;
}

void keep_largest(std::vector<Leaver>& leavers, std::size_t list, bool in_percent) {
  const auto middle = leavers.begin() + static_cast<std::ptrdiff_t>(std::min(list, leavers.size()));
  std::ranges::partial_sort(leavers, middle, [&](const Leaver& a, const Leaver& b) {
    return gains_more(a, b, in_percent);
  });
  leavers.erase(middle, leavers.end());
}

Leaver leaver_of(const Game& game, std::span<const Money> split, Coalition group) {
  Leaver leaver{members_of(group), {}, game.cost(group)};
  for (const auto member : leaver.members) leaver.pays += split[member];
  return leaver;
}

/// Marks the groups that gain more than rounding, and counts them.
std::size_t mark_gaining(const Game& game, std::span<const Money> split,
                         std::vector<std::uint8_t>& gains) {
  const auto players = game.players();
  const auto low = block_players(players);
  const std::size_t block = std::size_t{1} << low;
  std::vector<std::int64_t> ore;
  for (const auto part : split) ore.push_back(part.in_ore());
  const auto sums = subset_sums(ore.data(), low);
  const auto rounding = rounding_of(players);
  std::size_t count = 0;
  for (std::size_t high = 0; high < std::size_t{1} << (players - low); ++high) {
    std::int64_t above = -rounding;
    for (const auto player : members_of(static_cast<Coalition>(high))) above += ore[low + player];
    const auto* cost = game.ore() + high * block;
    const auto* sum = sums.data();
    auto* mark = gains.data() + high * block;
    std::size_t in_block = 0;
    for (std::size_t group = 0; group < block; ++group) {
      mark[group] = above + sum[group] > cost[group] ? 1 : 0;
      in_block += mark[group];
    }
    count += in_block;
  }
  // Nobody and everybody are no groups that leave.
  count -= gains.front() + gains.back();
  gains.front() = gains.back() = 0;
  return count;
}

/// Of the marked groups those with no marked part.
std::vector<Leaver> first_movers_of(const Game& game, std::span<const Money> split,
                                    const std::vector<std::uint8_t>& gains) {
  auto reached = gains;  // the group or a part of it gains
  for (std::size_t player = 0; player < game.players(); ++player) {
    const std::size_t bit = std::size_t{1} << player;
    for (std::size_t base = 0; base < reached.size(); base += 2 * bit) {
      for (std::size_t group = base; group < base + bit; ++group) {
        reached.data()[group + bit] |= reached.data()[group];
      }
    }
  }
  std::vector<Leaver> movers;
  for (Coalition group = 1; group < game.everybody(); ++group) {
    if (!gains[group]) continue;
    bool part = false;
    for (Coalition rest = group; rest != 0 && !part; rest &= rest - 1) {
      part = reached[group & ~(rest & -rest)] != 0;
    }
    if (!part) movers.push_back(leaver_of(game, split, group));
  }
  return movers;
}

/// Grows a group by the member that adds most to its gain, as long as one does.
class Grower {
 public:
  Grower(const CostModel& model, std::span<const Money> split) : model_(model), split_(split) {}

  std::size_t tried() const { return tried_; }

  Leaver grow(std::vector<std::size_t> members) {
    CostModel::Group group(model_);
    Leaver best{std::move(members), {}, {}};
    for (const auto member : best.members) {
      group.add(member);
      best.pays += split_[member];
    }
    best.own = group.cost();
    while (best.members.size() + 1 < model_.size()) {
      auto next = best.gain();
      std::optional<std::size_t> chosen;
      for (std::size_t member = 0; member < model_.size(); ++member) {
        if (std::ranges::find(best.members, member) != best.members.end()) continue;
        auto larger = group;
        larger.add(member);
        ++tried_;
        const auto gain = best.pays + split_[member] - larger.cost();
        if (gain <= next) continue;
        next = gain;
        chosen = member;
      }
      if (!chosen) break;
      group.add(*chosen);
      best.members.push_back(*chosen);
      best.pays += split_[*chosen];
      best.own = group.cost();
    }
    std::ranges::sort(best.members);
    return best;
  }

 private:
  const CostModel& model_;
  std::span<const Money> split_;
  std::size_t tried_ = 0;
};

}  // namespace

Stability check_core(const Game& game, std::span<const Money> split, std::size_t list) {
  std::vector<std::uint8_t> gains(std::size_t{1} << game.players());
  Stability result;
  result.checked = gains.size() - 2;
  result.better_off = mark_gaining(game, split, gains);
  if (result.holds()) return result;
  std::vector<double> pays;
  for (const auto part : split) pays.push_back(static_cast<double>(part.in_ore()));
  const auto least = static_cast<double>(rounding_of(game.players()));
  for (const auto& one :
       largest_excesses(game, pays, least, list, one_by_one, [](Coalition) { return true; })) {
    result.largest.push_back(leaver_of(game, split, one.group));
  }
  result.first_movers = first_movers_of(game, split, gains);
  keep_largest(result.first_movers, list, true);
  return result;
}

Stability search_core(const CostModel& model, std::span<const Money> split, std::size_t list) {
  constexpr std::size_t kSeeds = 20;
  Grower grower(model, split);
  std::vector<Leaver> singles;
  for (std::size_t i = 0; i < model.size(); ++i) {
    singles.push_back({{i}, split[i], model.cost(std::vector{i})});
  }
  auto seeds = singles;
  keep_largest(seeds, kSeeds, true);
  std::vector<Leaver> found = singles;
  for (const auto& seed : seeds) found.push_back(grower.grow(seed.members));
  std::erase_if(
      found, [&](const Leaver& one) { return one.gain().in_ore() <= rounding_of(model.size()); });
  std::ranges::sort(found, {}, &Leaver::members);
  const auto same = [](const Leaver& a, const Leaver& b) { return a.members == b.members; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  Stability result;
  result.all_checked = false;
  result.checked = grower.tried() + singles.size();
  result.better_off = found.size();
  result.largest = found;
  keep_largest(result.largest, list, false);
  for (auto& one : found) {
    if (one.members.size() == 1) result.first_movers.push_back(std::move(one));
  }
  keep_largest(result.first_movers, list, true);
  return result;
}

}  // namespace varde::cooperation
