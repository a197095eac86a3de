#include <fmt/format.h>

#include "answers/economy/national.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using economy::Money;

/// Millions with one decimal: the unit in which these papers speak.
std::string million(Money amount) { return fmt::format("{:.1f}", amount.in_kroner() / 1e6); }
std::string million(const std::optional<Money>& amount) { return amount ? million(*amount) : "-"; }

void optional_field(JsonWriter& out, std::string_view name, const std::optional<Money>& amount) {
  out.key(name);
  amount ? write(out, *amount) : static_cast<void>(out.null());
}

void write_version(JsonWriter& out, const economy::Version& version, bool holds) {
  out.begin_object();
  field(out, "meeting", version.meeting);
  field(out, "date", version.date);
  field(out, "speaks_of", economy::kSpeaks[static_cast<std::size_t>(version.speaks)]);
  out.key("holds").boolean(holds);
  list(out, "years", version.years, [&](const auto& year) {
    integer(out, "year", year.year);
    optional_field(out, "level", year.level);
    optional_field(out, "change", year.change);
    field(out, "cumulative", year.cumulative);
    out.key("stated").boolean(year.stated);
    out.key("by_rule").boolean(year.by_rule);
    if (year.low) field(out, "low", *year.low);
    if (year.high) field(out, "high", *year.high);
    if (year.change) write_origin(out, year.origin);
  });
  out.end_object();
}

void write_moves(JsonWriter& out, const std::vector<economy::Move>& moves) {
  list(out, "moves", moves, [&](const auto& move) {
    field(out, "from", move.from);
    field(out, "to", move.to);
    integer(out, "year", move.year);
    field(out, "before", move.before);
    field(out, "after", move.after);
    field(out, "difference", move.difference());
    field(out, "explained", move.explained);
    out.key("reasons").begin_array();
    for (const auto& reason : move.reasons) out.text(reason);
    out.end_array();
  });
}

void write_solution(JsonWriter& out, const economy::SolutionGrowth& one, int first_year) {
  out.begin_object();
  field(out, "id", one.solution->id);
  field(out, "name", one.solution->name);
  if (!one.solution->part_of.empty()) field(out, "part_of", one.solution->part_of);
  out.key("versions").begin_array();
  for (const auto& version : one.versions) {
    write_version(out, version, &version == &one.versions.back());
  }
  out.end_array();
  write_moves(out, one.moves);
  out.key("funding").begin_array();
  for (std::size_t t = 0; t < one.funding.size(); ++t) {
    out.begin_object();
    integer(out, "year", first_year + static_cast<std::int64_t>(t));
    field(out, "state", economy::kFundings[static_cast<std::size_t>(one.funding[t])]);
    optional_field(out, "by_the_rule", one.implied[t]);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_year(JsonWriter& out, const economy::GrowthCase& input,
                const economy::GrowthYear& year) {
  out.begin_object();
  integer(out, "year", year.year);
  field(out, "change", year.change);
  field(out, "cumulative", year.cumulative);
  field(out, "charged_change", year.charged);
  out.key("payers").begin_array();
  for (std::size_t p = 0; p < input.payers.size(); ++p) {
    out.begin_object();
    field(out, "payer", input.payers[p].id);
    field(out, "name", input.payers[p].name);
    field(out, "change", year.payers[p]);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

std::vector<std::string> year_headings(const economy::GrowthCase& input,
                                       std::vector<std::string> first) {
  for (int year = input.first_year; year <= input.last_year; ++year) {
    first.push_back(">" + std::to_string(year));
  }
  return first;
}

/// A star marks what the meeting states itself; the other figures follow from it.
std::string versions_text(const economy::GrowthCase& input, const economy::SolutionGrowth& one) {
  TextTable table(year_headings(input, {"estimate", "date", ""}));
  for (const auto& version : one.versions) {
    const bool withdrawn = version.speaks == economy::Speaks::withdrawn;
    for (const bool levels : {true, false}) {
      std::vector<std::string> row{levels ? version.meeting : "", levels ? version.date : "",
                                   withdrawn ? "no estimate"
                                   : levels  ? "level"
                                             : "change"};
      if (levels && version.meeting.empty()) row[0] = "rule of thumb";
      for (const auto& year : version.years) {
        const bool own = year.stated && (version.speaks == economy::Speaks::level) == levels;
        row.push_back(million(levels ? year.level : year.change) + (own ? "*" : " "));
      }
      table.row(std::move(row));
      if (withdrawn) break;
    }
  }
  std::string out = fmt::format("\n{}\n{}", one.solution->name, table.text());
  for (const auto& move : one.moves) {
    out += fmt::format("  {} to {}, {}: {} -> {}", move.from, move.to, move.year,
                       million(move.before), million(move.after));
    if (move.reasons.empty()) out += "; not explained";
    for (const auto& reason : move.reasons) out += "; " + reason;
    out += "\n";
  }
  return out;
}

}  // namespace

std::string growth_json(const economy::GrowthCase& input, const economy::Growth& result) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-economy/1");
  field(out, "kind", "growth");
  field(out, "name", input.name);
  field(out, "description", input.description);
  percent_field(out, "rule_percent", input.rule_basis_points);
  out.key("solutions").begin_array();
  for (const auto& one : result.solutions) write_solution(out, one, input.first_year);
  out.end_array();
  out.key("years").begin_array();
  for (const auto& year : result.years) write_year(out, input, year);
  out.end_array();
  write_contradictions(out, input.contradictions);
  out.end_object();
  return out.take() + "\n";
}

std::string growth_text(const economy::GrowthCase& input, const economy::Growth& result) {
  std::string out = fmt::format("{}\n{}\nMillion kroner. * is what the meeting states.\n",
                                input.name, input.description);
  for (const auto& one : result.solutions) out += versions_text(input, one);
  TextTable sums(year_headings(input, {"latest estimates"}));
  std::vector<std::string> change{"change"}, cumulative{"cumulative"}, charged{"charged change"};
  for (const auto& year : result.years) {
    change.push_back(million(year.change));
    cumulative.push_back(million(year.cumulative));
    charged.push_back(million(year.charged));
  }
  sums.row(change);
  sums.row(cumulative);
  sums.row(charged);
  out += "\nAll solutions\n" + sums.text();
  TextTable payers(year_headings(input, {"payer, change in kr"}));
  for (std::size_t p = 0; p < input.payers.size(); ++p) {
    std::vector<std::string> row{input.payers[p].name};
    for (const auto& year : result.years) {
      row.push_back(economy::to_grouped_kroner(year.payers[p]));
    }
    payers.row(std::move(row));
  }
  if (!payers.empty())
    out += "\nWhat payers are charged more than the year before\n" + payers.text();
  return out + contradictions_text(input.contradictions);
}

}  // namespace varde::answers
