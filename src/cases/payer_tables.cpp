#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cases/reading.hpp"

namespace varde::cases {

std::vector<economy::Payer> read_payers(const Reading& reading) {
  std::vector<economy::Payer> payers;
  const auto table =
      open_table(reading, "payers.csv",
                 {{"payer"}, {"name"}, {"group"}, {"inhabitants"}, {"source", false}}, true);
  for (std::size_t i = 0; table && i < table->records().size(); ++i) {
    const auto row = table->row(i);
    const auto id = row.required("payer");
    const auto group = row.word("group", economy::kGroups);
    const auto people = row.required("inhabitants")
                            ? row.integer("inhabitants", 0, kMostInhabitants)
                            : std::nullopt;
    if (!id || !group || !people) continue;
    if (std::ranges::find(payers, *id, &economy::Payer::id) != payers.end()) {
      row.complain(fmt::format("payer '{}' stands twice; remove one", *id));
      continue;
    }
    payers.push_back({*id, row.field("name"), static_cast<economy::Group>(*group), *people});
  }
  return payers;
}

economy::GroupParts group_parts(Section& section) {
  economy::GroupParts parts{};
  bool any = false;
  std::int64_t sum = 0;
  for (std::size_t g = 0; g < economy::kGroups.size(); ++g) {
    any = any || section.has(economy::kGroups[g]);
    parts[g] = section.percent(economy::kGroups[g]).value_or(0);
    sum += parts[g];
  }
  if (!any) return economy::kEqualParts;
  if (sum != 10'000) {
    section.complain("rhf", fmt::format("and the other groups sum to {} %; they must sum to 100 %",
                                        static_cast<double>(sum) / 100.0));
  }
  return parts;
}

void refuse_out_of_range(const Reading& reading, double kroner, int years) {
  if (kroner * std::max(1, years) <= 1e14) return;
  reading.complaints.add("case.toml", 0,
                         "the amounts sum to more than can be counted over the years; check the "
                         "unit (kroner, not øre or MNOK)");
}

void read_contradictions(Section& root, std::vector<economy::Contradiction>& into) {
  for (auto& section : root.tables("contradiction")) {
    into.push_back({section.text("topic", true), section.text("says", true),
                    section.text("also_says", true), section.text("reading", true),
                    section.text("source", true)});
    section.finish();
  }
}

}  // namespace varde::cases
