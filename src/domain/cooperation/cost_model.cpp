#include "domain/cooperation/cost_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assert.hpp"

namespace varde::cooperation {

double scale_of(const CostLine& line, std::int64_t volume) {
  if (!line.steps.empty()) {
    for (const auto& step : line.steps) {
      if (volume <= step.to) return step.need;
    }
    return line.steps.back().need;
  }
  if (line.slices.empty()) return static_cast<double>(volume);
  double sum = 0;
  for (std::size_t i = 0; i < line.slices.size() && volume > line.slices[i].from; ++i) {
    const auto end =
        i + 1 < line.slices.size() ? std::min(volume, line.slices[i + 1].from) : volume;
    sum += static_cast<double>(end - line.slices[i].from) * line.slices[i].price;
  }
  return sum;
}

CostModel::CostModel(std::vector<Member> members, std::vector<CostLine> lines,
                     std::vector<Given> given)
    : members_(std::move(members)), lines_(std::move(lines)), given_(std::move(given)) {
  VARDE_ASSERT(!members_.empty() && members_.size() <= kMostPlayers);
  measures_ = members_.front().volumes.size();
  std::vector<std::int64_t> all(measures_, 0);
  for (const auto& member : members_) {
    VARDE_ASSERT(member.volumes.size() == measures_);
    for (std::size_t m = 0; m < measures_; ++m) all[m] += member.volumes[m];
  }
  for (const auto& line : lines_) {
    VARDE_ASSERT(line.measure < measures_);
    full_.push_back(scale_of(line, all[line.measure]));
    VARDE_ASSERT(full_.back() > 0 || line.variable.is_zero());
  }
  given_of_.resize(members_.size());
  for (std::size_t g = 0; g < given_.size(); ++g) {
    for (const auto member : given_[g].members) {
      given_of_[member].push_back(static_cast<std::uint32_t>(g));
    }
  }
}

double CostModel::joint_ore(const std::int64_t* volumes, std::int64_t own) const {
  auto sum = static_cast<double>(own);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto& line = lines_.data()[i];
    sum += static_cast<double>(line.fixed.in_ore());
    if (line.variable.is_zero()) continue;
    const double part = scale_of(line, volumes[line.measure]) / full_.data()[i];
    sum += static_cast<double>(line.variable.in_ore()) * part;
  }
  return sum;
}

void CostModel::Group::add(std::size_t member) {
  const auto& one = model_->members_[member];
  ++size_;
  alone_ += one.alone.in_ore();
  own_ += one.own.in_ore();
  for (std::size_t m = 0; m < volumes_.size(); ++m) volumes_[m] += one.volumes[m];
  for (const auto given : model_->given_of_[member]) ++given_[given];
}

Money CostModel::Group::joint() const {
  if (size_ == 0) return {};
  return Money::ore(std::llround(model_->joint_ore(volumes_.data(), own_)));
}

Money CostModel::Group::cost() const {
  if (size_ == model_->size()) return joint();
  auto cost = std::min(joint(), Money::ore(alone_));
  for (std::size_t g = 0; g < given_.size(); ++g) {
    const auto& given = model_->given_[g];
    if (given_[g] == size_ && given.members.size() == size_) cost = std::min(cost, given.cost);
  }
  return cost;
}

Money CostModel::cost(std::span<const std::size_t> members) const {
  Group group(*this);
  for (const auto member : members) group.add(member);
  return group.cost();
}

Money CostModel::total() const {
  std::vector<std::size_t> all(size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return cost(all);
}

Walk CostModel::walk() const {
  return [this](std::span<const std::uint32_t> order, std::span<double> added) {
    Group group(*this);
    std::int64_t before = 0;
    for (const auto player : order) {
      group.add(player);
      const auto now = group.cost().in_ore();
      added[player] = static_cast<double>(now - before);
      before = now;
    }
  };
}

Game CostModel::tabulate(const Parallel& parallel) const {
  const auto players = size();
  VARDE_ASSERT(players <= kMostTabulated);
  const auto low = block_players(players);
  const std::size_t block = std::size_t{1} << low;
  const std::size_t blocks = std::size_t{1} << (players - low);
  // Sums by low group, one column after the other: what members pay alone, add, and each volume.
  const std::size_t columns = 2 + measures_;
  const auto number = [&](std::size_t member, std::size_t column) {
    const auto& one = members_[member];
    if (column == 0) return one.alone.in_ore();
    return column == 1 ? one.own.in_ore() : one.volumes[column - 2];
  };
  std::vector<std::vector<std::int64_t>> sums;
  for (std::size_t column = 0; column < columns; ++column) {
    std::vector<std::int64_t> numbers;
    for (std::size_t member = 0; member < low; ++member) numbers.push_back(number(member, column));
    sums.push_back(subset_sums(numbers.data(), low));
  }
  std::vector<std::int64_t> ore(std::size_t{1} << players);
  parallel(blocks, [&](std::size_t high) {
    std::vector<std::int64_t> above(columns, 0), now(columns, 0);
    for (const auto member : members_of(static_cast<Coalition>(high))) {
      for (std::size_t c = 0; c < columns; ++c) above[c] += number(low + member, c);
    }
    auto* cost = ore.data() + high * block;
    for (std::size_t group = 0; group < block; ++group) {
      for (std::size_t c = 0; c < columns; ++c) now.data()[c] = above[c] + sums.data()[c][group];
      cost[group] =
          std::min(std::llround(joint_ore(now.data() + 2, now[1])), static_cast<long long>(now[0]));
    }
  });
  ore.front() = 0;
  for (const auto& given : given_) {
    auto& cost = ore[coalition_of(given.members)];
    cost = std::min(cost, given.cost.in_ore());
  }
  ore.back() = total().in_ore();
  return {players, std::move(ore)};
}

std::vector<double> CostModel::carried_by_all() const {
  std::vector<double> carried;
  std::vector<double> per_unit;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto& line = lines_[i];
    std::int64_t all = 0;
    for (const auto& member : members_) all += member.volumes[line.measure];
    const double volume = std::max<double>(1.0, static_cast<double>(all));
    double least = line.steps.empty() ? full_[i] / volume : full_[i];
    for (const auto& step : line.steps) {
      least = std::min(least, step.need / static_cast<double>(std::min(step.to, all)));
    }
    const double variable = line.variable.is_zero()
                                ? 0
                                : static_cast<double>(line.variable.in_ore()) * least / full_[i];
    per_unit.push_back(variable + static_cast<double>(line.fixed.in_ore()) / volume);
  }
  for (const auto& member : members_) {
    auto joint = static_cast<double>(member.own.in_ore());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      joint += per_unit[i] * static_cast<double>(member.volumes[lines_[i].measure]);
    }
    carried.push_back(std::min(joint, static_cast<double>(member.alone.in_ore())));
  }
  // A given cost may be below what the model has for the group: its members carry that much less.
  for (const auto& given : given_) {
    double sum = 0;
    for (const auto member : given.members) sum += carried[member];
    const auto cost = static_cast<double>(given.cost.in_ore());
    if (sum <= cost) continue;
    for (const auto member : given.members) carried[member] *= cost / sum;
  }
  return carried;
}

}  // namespace varde::cooperation
