#include "cases/decision_case.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cases/judgements.hpp"
#include "cases/reading.hpp"

namespace varde::cases {
namespace {

constexpr std::array<std::string_view, 1> kKind{"decision"};

/// The tables [[key]] as things with id and name; two with one id are a complaint.
template <class Thing, class Also>
std::vector<Thing> named(Section& root, std::string_view key, std::size_t least, std::size_t most,
                         Also also) {
  std::vector<Thing> result;
  for (auto& section : root.tables(key)) {
    Thing thing;
    thing.id = section.text("id", true);
    thing.name = section.text("name");
    if (thing.name.empty()) thing.name = thing.id;
    for (const auto& other : result) {
      if (other.id == thing.id) {
        section.complain("id", fmt::format("'{}' stands twice; give each its own", thing.id));
      }
    }
    also(section, thing);
    section.finish();
    result.push_back(std::move(thing));
  }
  if (result.size() < least || result.size() > most) {
    root.complain(key, fmt::format("stands {} times; a decision has from {} to {}", result.size(),
                                   least, most));
  }
  return result;
}

template <class Thing>
std::vector<Thing> named(Section& root, std::string_view key, std::size_t least, std::size_t most) {
  return named<Thing>(root, key, least, most, [](Section&, Thing&) {});
}

std::optional<std::size_t> find(Section& section, std::string_view key, const std::string& id,
                                const std::vector<std::string>& ids) {
  const auto found = std::ranges::find(ids, id);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  section.complain(key, fmt::format("'{}' is not in the case; {}", id, suggestion(id, ids)));
  return {};
}

void read_areas(Section& root, decision::Decision& into) {
  into.areas =
      named<decision::Area>(root, "area", 1, 50, [](Section& section, decision::Area& area) {
        area.summary = section.flag("summary");
        area.weight = section.number("weight", 0, 1'000'000).value_or(1);
        area.conclusion = section.text("conclusion");
        area.source = section.text("source");
      });
  bool counts = into.areas.empty();
  for (const auto& area : into.areas) counts = counts || (!area.summary && area.weight > 0);
  if (!counts) {
    root.complain("area", "has only summaries, or weights of 0; one must count in the whole");
  }
}

void read_weightings(Section& root, decision::Decision& into) {
  const auto ids = ids_of(into.criteria);
  for (auto& section : root.tables("weighting")) {
    decision::Weighting weighting;
    weighting.name = section.text("name", true);
    for (std::size_t k = 0; k < decision::kImportanceClasses; ++k) {
      weighting.points[k] = section.number(decision::kImportanceWords[k], 0, 1'000'000).value_or(0);
    }
    weighting.criteria.resize(ids.size());
    auto own = section.table("criteria");
    for (const auto& id : own.keys()) {
      const auto weight = own.number(id, 0, 1'000'000);
      if (const auto at = find(section, "criteria", id, ids)) weighting.criteria[*at] = weight;
    }
    section.finish();
    into.weightings.push_back(std::move(weighting));
  }
}

void read_claims(Section& root, decision::Decision& into) {
  const auto areas = ids_of(into.areas);
  const auto alternatives = ids_of(into.alternatives);
  for (auto& section : root.tables("claim")) {
    decision::Claim claim;
    const auto area = find(section, "area", section.text("area", true), areas);
    const auto kind = section.word("kind", decision::kClaimKinds);
    bool known = area && kind;
    for (const auto& id : section.texts("alternatives")) {
      const auto at = find(section, "alternatives", id, alternatives);
      known = known && at;
      if (at) claim.alternatives.push_back(*at);
    }
    if (claim.alternatives.empty()) {
      section.complain("alternatives", "names none; write those the claim is about");
      known = false;
    }
    claim.kind = static_cast<decision::ClaimKind>(kind.value_or(0));
    if (claim.kind == decision::ClaimKind::above || claim.kind == decision::ClaimKind::open) {
      const auto over = find(section, "over", section.text("over", true), alternatives);
      known = known && over;
      claim.over = over.value_or(0);
    }
    claim.area = area.value_or(0);
    claim.text = section.text("text", true);
    claim.source = section.text("source");
    section.finish();
    if (known) into.claims.push_back(std::move(claim));
  }
}

void read_settings(Section& root, decision::Decision& into) {
  into.name = root.text("name", true);
  into.description = root.text("description");
  into.date = root.text("date");
  into.source = root.text("source");
  into.top_score = static_cast<int>(root.integer("top_score", 1, 100).value_or(3));
  into.doubt = static_cast<decision::Doubt>(root.word("doubt", decision::kDoubts, 0).value_or(0));
  into.margin = root.number("margin", 0, 100).value_or(0.5);
  if (const auto clear = root.percent("clear")) into.clear = static_cast<double>(*clear) / 10'000;
  if (into.clear <= 0.5 || into.clear >= 1) {
    root.complain("clear", "must be above 50 and below 100 per cent");
  }
}

void read_barriers(const Reading& reading, decision::Decision& into) {
  const auto table = open_table(reading, "barriers.csv",
                                {{"id"},
                                 {"name"},
                                 {"area", false},
                                 {"owner"},
                                 {"measure"},
                                 {"status", false},
                                 {"due", false},
                                 {"source", false}},
                                false);
  if (!table) return;
  for (std::size_t i = 0; i < table->records().size(); ++i) {
    const auto row = table->row(i);
    const auto id = row.required("id");
    const auto name = row.required("name");
    if (!row.empty("area")) check_name(row, "area", "area", ids_of(into.areas));
    if (!id || !name) continue;
    for (const auto& other : into.barriers) {
      if (other.id == *id) row.complain(fmt::format("barrier '{}' stands twice; remove one", *id));
    }
    into.barriers.push_back({*id, *name, row.field("area"), row.field("owner"),
                             row.field("measure"), row.field("status"), row.field("due"),
                             row.field("source")});
  }
}

}  // namespace

Result<decision::Decision, std::vector<Complaint>> parse_decision(const Files& files,
                                                                  Shapes* shapes) {
  Complaints complaints(shapes);
  const auto text = files.find("case.toml");
  if (text == files.end()) {
    complaints.add("case.toml", 0, "the file is missing; start it with kind = \"decision\"");
    return complaints.take();
  }
  const auto toml = parse_toml(text->second, "case.toml", complaints);
  if (!toml) return complaints.take();
  Section root(&*toml, "", complaints);
  if (!root.word("kind", kKind)) return complaints.take();
  decision::Decision result;
  read_settings(root, result);
  result.alternatives =
      named<decision::Alternative>(root, "alternative", 2, decision::kMostAlternatives);
  result.criteria = named<decision::Criterion>(root, "criterion", 1, decision::kMostCriteria);
  read_areas(root, result);
  result.assessors = named<decision::Assessor>(root, "assessor", 0, 100);
  if (result.assessors.empty()) result.assessors.push_back({"all", "Felles vurdering", {}});
  read_weightings(root, result);
  read_claims(root, result);
  std::vector<economy::Contradiction> contradictions;
  read_contradictions(root, contradictions);
  for (auto& one : contradictions) {
    result.contradictions.push_back({one.topic, one.says, one.also_says, one.reading, one.source});
  }
  const Reading reading{files, complaints};
  // What the files name must be known first.
  if (complaints.empty()) read_judgements(reading, result);
  read_barriers(reading, result);
  refuse_other_files(reading, {"scores.csv", "importance.csv", "barriers.csv"});
  root.finish();
  if (!complaints.empty()) return complaints.take();
  return result;
}

}  // namespace varde::cases
