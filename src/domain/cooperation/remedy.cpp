#include "domain/cooperation/remedy.hpp"

#include <cmath>
#include <numeric>

#include "domain/cooperation/group_program.hpp"

namespace varde::cooperation {
namespace {

constexpr auto kEveryGroup = [](Coalition) { return true; };

Error unsolved(const Watch& watch) {
  if (watch.stopped()) return stopped_error();
  return {
      "the linear program of the core could not be solved; check the costs for numbers of very "
      "different size"};
}

}  // namespace

Result<Carried> most_carried(const Game& game, const Watch& watch) {
  GroupProgram program(game);
  for (std::size_t i = 0; i < game.players(); ++i) {
    const auto pays = program.program().add_variable(-kUnbounded, kUnbounded, -1);
    program.player(i, {{pays, 1.0}}, 0);
  }
  for (std::size_t i = 0; i < game.players(); ++i) program.hold(single(i));
  program.hold(game.everybody());
  if (program.solve(watch, kEveryGroup) != LinearProgram::Outcome::optimal) return unsolved(watch);
  Carried result{program.pays(), 0};
  result.total = std::accumulate(result.ore.begin(), result.ore.end(), 0.0);
  return result;
}

Result<std::optional<Nearest>> nearest_stable(const Game& game, std::span<const Money> split,
                                              const Watch& watch) {
  GroupProgram program(game);
  auto& lp = program.program();
  for (std::size_t i = 0; i < game.players(); ++i) {
    const auto more = lp.add_variable(0, kUnbounded, 0.5);
    const auto less = lp.add_variable(0, kUnbounded, 0.5);
    program.player(i, {{more, 1.0}, {less, -1.0}}, static_cast<double>(split[i].in_ore()));
  }
  program.fix(game.everybody(), static_cast<double>(game.total().in_ore()));
  for (std::size_t i = 0; i < game.players(); ++i) {
    if (game.players() > 1) program.hold(single(i));
  }
  const auto outcome = program.solve(watch, kEveryGroup);
  if (outcome == LinearProgram::Outcome::impossible) return std::optional<Nearest>{};
  if (outcome != LinearProgram::Outcome::optimal) return unsolved(watch);
  Nearest result{program.pays(), program.in_ore(lp.objective())};
  return std::optional<Nearest>{std::move(result)};
}

std::optional<double> least_blend(const Game& game, std::span<const Money> from,
                                  std::span<const Money> to) {
  const auto players = game.players();
  const auto low = block_players(players);
  const std::size_t block = std::size_t{1} << low;
  std::vector<double> start, change;
  for (std::size_t i = 0; i < players; ++i) {
    start.push_back(static_cast<double>(from[i].in_ore()));
    change.push_back(static_cast<double>((to[i] - from[i]).in_ore()));
  }
  const auto starts = subset_sums(start.data(), low);
  const auto changes = subset_sums(change.data(), low);
  const auto rounding = static_cast<double>(players);
  double least = 0, most = 1;
  for (std::size_t high = 0; high < std::size_t{1} << (players - low); ++high) {
    double start_above = 0, change_above = 0;
    for (const auto player : members_of(static_cast<Coalition>(high))) {
      start_above += start[low + player];
      change_above += change[low + player];
    }
    const auto* cost = game.ore() + high * block;
    for (std::size_t group = 0; group < block; ++group) {
      const double over = start_above + starts.data()[group] - static_cast<double>(cost[group]);
      const double turn = change_above + changes.data()[group];
      if (over <= rounding && over + turn <= rounding) continue;
      const auto whole = high * block + group;
      if (whole == 0 || whole == game.everybody()) continue;
      // over + w turn <= rounding
      if (turn < 0) least = std::max(least, (over - rounding) / -turn);
      if (turn > 0) most = std::min(most, (rounding - over) / turn);
      if (turn == 0 || least > most) return {};
    }
  }
  return least;
}

}  // namespace varde::cooperation
