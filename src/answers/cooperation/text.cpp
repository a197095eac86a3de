#include <cmath>

#include <fmt/format.h>

#include "answers/cooperation/json.hpp"

namespace varde::answers {
namespace {

using economy::to_grouped_kroner;

std::string heading(const Ground& ground, const std::vector<Sentence>& sentences) {
  std::string out = ground.name + "\n";
  if (!ground.alternative_name.empty()) out += ground.alternative_name + "\n";
  out += "\n";
  for (const auto& one : sentences) out += "  " + one.en + "\n";
  out += "\n";
  for (const auto& note : basis_of(ground)) out += "  " + note.en + "\n";
  return out;
}

std::string splits_text(const Analysis& analysis) {
  const auto& ground = analysis.ground;
  std::vector<std::string> headings{"who", ">alone"};
  for (const auto& split : analysis.splits) headings.push_back(">" + split.id);
  TextTable table(headings);
  for (std::size_t i = 0; i < ground.players.size(); ++i) {
    std::vector<std::string> row{ground.players[i].name, to_grouped_kroner(ground.alone[i])};
    for (const auto& split : analysis.splits) {
      auto text = to_grouped_kroner(split.pays[i]);
      if (!split.error.empty()) {
        text += " ± " + to_grouped_kroner(Money::ore(std::llround(1.96 * split.error[i])));
      }
      row.push_back(std::move(text));
    }
    table.row(std::move(row));
  }
  std::vector<std::string> sum{"together", to_grouped_kroner(ground.alone_total())};
  std::vector<std::string> holds{"groups better off", ""};
  std::vector<std::string> moved{"least to move", ""};
  for (const auto& split : analysis.splits) {
    Money total;
    for (const auto part : split.pays) total += part;
    sum.push_back(to_grouped_kroner(total));
    holds.push_back(split.stability.holds() ? "none" : std::to_string(split.stability.better_off));
    moved.push_back(split.nearest ? to_grouped_kroner(split.moved) : "-");
  }
  table.row(std::move(sum));
  table.row(std::move(holds));
  table.row(std::move(moved));
  return "\nWho pays what, kr a year\n" + table.text();
}

std::string leavers_text(const Analysis& analysis) {
  const auto& split = main_split(analysis);
  if (split.stability.holds()) return "";
  const auto rows = [&](const char* title, const std::vector<cooperation::Leaver>& leavers) {
    TextTable table({"group", ">pays", ">on its own", ">gains", ">gains"});
    for (const auto& one : leavers) {
      table.row({joined_names(analysis.ground, one.members), to_grouped_kroner(one.pays),
                 to_grouped_kroner(one.own), to_grouped_kroner(one.gain()),
                 decimals(economy::percent_of(one.gain(), one.pays), 1) + " %"});
    }
    return fmt::format("\n{}: {}\n{}", title_of(split).en, title, table.text());
  };
  return rows("who would leave first (no part of the group gains by itself)",
              split.stability.first_movers) +
         rows("the largest gains", split.stability.largest);
}

std::string doors_text(const Analysis& analysis) {
  const auto& split = main_split(analysis);
  TextTable table({"who", ">pays", ">loses by leaving", ">the others lose",
                   ">joins late for at least", ">and at most"});
  for (std::size_t i = 0; i < split.doors.size(); ++i) {
    const auto& door = split.doors[i];
    table.row({analysis.ground.players[i].name, to_grouped_kroner(split.pays[i]),
               to_grouped_kroner(door.leaver_loses), to_grouped_kroner(door.others_lose),
               to_grouped_kroner(door.least_to_join), to_grouped_kroner(door.most_to_join)});
  }
  return fmt::format("\n{}: the price of leaving, and of joining late\n{}", title_of(split).en,
                     table.text());
}

std::string partitions_text(const Ground& ground, const Clusters& clusters) {
  TextTable table({"clusters", ">kr a year", ">saves", "who"});
  const auto row = [&](const char* name, const cooperation::Partition& partition) {
    std::string who;
    std::size_t singles = 0;
    for (const auto& group : partition.groups) {
      if (group.size() == 1 && partition.groups.size() > 1) {
        ++singles;
        continue;
      }
      who += (who.empty() ? "" : " | ") +
             (group.size() == ground.players.size() ? "all" : joined_names(ground, group));
    }
    if (singles > 0) who += fmt::format("{}{} alone", who.empty() ? "" : " | ", singles);
    table.row({name, to_grouped_kroner(partition.cost),
               to_grouped_kroner(ground.alone_total() - partition.cost), std::move(who)});
  };
  row(clusters.exact ? "best" : "best found", clusters.best);
  row("one cluster", clusters.together);
  row("each alone", clusters.alone);
  if (clusters.partnerships) row("partnerships, rest alone", *clusters.partnerships);
  if (clusters.partnerships_rest) row("partnerships, rest together", *clusters.partnerships_rest);
  auto text = "\nClusters\n" + table.text();
  if (!clusters.exact) {
    text += fmt::format("  no partition costs less than {} kr\n",
                        to_grouped_kroner(clusters.lower_bound));
  }
  return text;
}

std::string numbers_text(const Ground& ground) {
  if (!ground.input || ground.input->numbers.empty()) return "";
  TextTable table({"number", ">value", "quality", "source"});
  for (const auto& number : ground.input->numbers) {
    table.row({number.what, number.value, std::string(to_string(number.origin.quality)),
               number.origin.source});
  }
  return "\nWhat the costs of groups rest on\n" + table.text();
}

}  // namespace

std::string analysis_text(const Analysis& analysis) {
  return heading(analysis.ground, sentences_of(analysis)) + splits_text(analysis) +
         leavers_text(analysis) + doors_text(analysis) +
         partitions_text(analysis.ground, analysis.clusters) + numbers_text(analysis.ground);
}

std::string clusters_text(const Ground& ground, const Clusters& clusters) {
  return heading(ground, sentences_of(ground, clusters)) + partitions_text(ground, clusters) +
         numbers_text(ground);
}

}  // namespace varde::answers
