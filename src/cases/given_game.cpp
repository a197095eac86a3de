#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cases/cooperation_case.hpp"
#include "cases/csv.hpp"

namespace varde::cases {
namespace {

using cooperation::Coalition;

class GameReader {
 public:
  GameReader(const std::string& file, const std::string& text) : file_(file) {
    const Table table(text, file, {{"coalition"}, {"cost"}}, complaints_);
    for (std::size_t i = 0; i < table.records().size(); ++i) row(table.row(i));
    if (table.records().empty()) complaints_.add(file_, 0, "has no row; add coalition,cost");
  }

  Result<cooperation::GivenGame, std::vector<Complaint>> read() {
    if (!complaints_.empty()) return complaints_.take();
    missing();
    if (!complaints_.empty()) return complaints_.take();
    std::vector<std::int64_t> ore(std::size_t{1} << players_.size(), 0);
    for (const auto& [group, known] : costs_) ore[group] = known.ore;
    cooperation::Game game(players_.size(), std::move(ore));
    if (const auto flaw = flaw_in(game)) {
      complaints_.add(
          file_, costs_.at(flaw->group).line,
          fmt::format("{} costs {} kr, and its part {} costs {} kr (line {}): a larger "
                      "group cannot cost less; correct one of them",
                      name_of(flaw->group), to_string(game.cost(flaw->group)), name_of(flaw->part),
                      to_string(game.cost(flaw->part)), costs_.at(flaw->part).line));
      return complaints_.take();
    }
    auto name = file_.substr(0, file_.rfind('.'));
    return cooperation::GivenGame{std::move(name), players_, std::move(game)};
  }

 private:
  struct Known {
    std::int64_t ore = 0;
    int line = 0;
  };

  void row(const Row& row) {
    const auto text = row.required("coalition");
    if (row.empty("cost")) {
      row.complain("cost is empty; fill it in");
      return;
    }
    const auto cost = row.money("cost");
    if (!text || !cost) return;
    if (*cost < economy::Money{}) {
      row.complain(
          fmt::format("cost {} of {} is negative; a cost is 0 or more", row.field("cost"), *text));
      return;
    }
    const auto group = group_of(row, *text);
    if (!group) return;
    const auto [first, added] = costs_.try_emplace(*group, Known{cost->in_ore(), row.line()});
    if (!added) {
      row.complain(
          fmt::format("{} stands twice (first on line {}); remove one", *text, first->second.line));
    }
  }

  std::optional<Coalition> group_of(const Row& row, std::string_view text) {
    Coalition group = 0;
    while (true) {
      const auto plus = text.find('+');
      auto name = std::string(text.substr(0, plus));
      name.erase(0, name.find_first_not_of(' '));
      name.erase(name.find_last_not_of(' ') + 1);
      if (name.empty()) {
        row.complain("has an empty name; write names with + between: A+B");
        return {};
      }
      const auto found = std::ranges::find(players_, name);
      const auto player = static_cast<std::size_t>(found - players_.begin());
      if (found == players_.end()) {
        if (player == cooperation::kMostTabulated) {
          row.complain(fmt::format("'{}' is player {}; a table has at most {}", name, player + 1,
                                   cooperation::kMostTabulated));
          return {};
        }
        players_.push_back(name);
      }
      if (group & cooperation::single(player)) {
        row.complain(fmt::format("names '{}' twice; remove one", name));
        return {};
      }
      group |= cooperation::single(player);
      if (plus == text.npos) return group;
      text.remove_prefix(plus + 1);
    }
  }

  void missing() {
    constexpr std::size_t kListed = 5;
    std::vector<std::string> names;
    std::size_t count = 0;
    for (Coalition group = 1; group <= cooperation::everybody(players_.size()); ++group) {
      if (costs_.contains(group)) continue;
      if (++count <= kListed) names.push_back(name_of(group));
    }
    if (count == 0) return;
    complaints_.add(
        file_, 0,
        fmt::format("the cost of {}{} is missing; add {}", fmt::join(names, ", "),
                    count > kListed ? fmt::format(" and {} other groups", count - kListed) : "",
                    count == 1 ? "a row" : "a row for each"));
  }

  std::string name_of(Coalition group) const {
    std::vector<std::string> names;
    for (const auto player : cooperation::members_of(group)) names.push_back(players_[player]);
    return fmt::format("{}", fmt::join(names, "+"));
  }

  std::string file_;
  Complaints complaints_;
  std::vector<std::string> players_;
  std::map<Coalition, Known> costs_;
};

}  // namespace

Result<cooperation::GivenGame, std::vector<Complaint>> parse_game(const std::string& file,
                                                                  const std::string& text) {
  return GameReader(file, text).read();
}

}  // namespace varde::cases
