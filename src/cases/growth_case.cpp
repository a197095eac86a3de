#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/time.hpp"
#include "cases/reading.hpp"

namespace varde::cases {
namespace {

using economy::GrowthCase;

class GrowthReader {
 public:
  GrowthReader(const Reading& reading, GrowthCase& into) : reading_(reading), case_(into) {}

  void toml(Section& root) {
    case_.first_year = year(root, "first_year");
    case_.last_year = year(root, "last_year");
    if (case_.first_year > case_.last_year || case_.last_year - case_.first_year > 60) {
      root.complain("last_year", "must be first_year or later, and at most 60 years after it");
      case_.last_year = case_.first_year;
    }
    auto rule = root.table("rule");
    if (rule) {
      case_.rule_basis_points = rule.percent("percent").value_or(case_.rule_basis_points);
      case_.rule_source = rule.text("source", true);
      rule.finish();
    }
    for (auto& section : root.tables("solution")) solution(section);
    for (const auto& one : case_.solutions) {
      if (!one.part_of.empty() && !has_solution(one.part_of)) {
        root.complain("solution", fmt::format("'{}' is part of '{}', which is not a solution",
                                              one.id, one.part_of));
      }
    }
    read_contradictions(root, case_.contradictions);
  }

  void tables() {
    refuse_other_files(reading_, {"meetings.csv", "estimates.csv", "investments.csv", "funding.csv",
                                  "reasons.csv", "payers.csv"});
    each("meetings.csv", {{"meeting"}, {"date"}}, true, &GrowthReader::meeting);
    std::ranges::stable_sort(case_.meetings, {}, &economy::Meeting::date);
    each("estimates.csv",
         {{"solution"},
          {"meeting"},
          {"part", false},
          {"year"},
          {"speaks"},
          {"onwards"},
          {"amount"},
          {"low", false},
          {"high", false},
          {"quality", false},
          {"source", false}},
         true, &GrowthReader::estimate);
    each("investments.csv",
         {{"solution"}, {"year"}, {"amount"}, {"quality", false}, {"source", false}}, false,
         &GrowthReader::investment);
    each("funding.csv", {{"solution"}, {"from"}, {"state"}, {"source", false}}, false,
         &GrowthReader::funding);
    each("reasons.csv", {{"solution"}, {"meeting"}, {"year"}, {"amount"}, {"text"}}, false,
         &GrowthReader::reason);
    case_.payers = read_payers(reading_);
    refuse_out_of_range(reading_, kroner_, case_.last_year - case_.first_year + 1);
  }

 private:
  static int year(Section& root, std::string_view key) {
    return static_cast<int>(root.integer(key, kFirstYear, kLastYear, true).value_or(kFirstYear));
  }

  void solution(Section& section) {
    economy::GrowingSolution one;
    one.id = section.text("id", true);
    one.name = section.text("name");
    if (one.name.empty()) one.name = one.id;
    one.part_of = section.text("part_of");
    one.before = section.money("before");
    one.groups = group_parts(section);
    one.groups_source = section.text("groups_source");
    section.finish();
    if (one.id.empty()) return;
    if (has_solution(one.id)) {
      section.complain("id", fmt::format("'{}' stands twice; give one another id", one.id));
      return;
    }
    case_.solutions.push_back(std::move(one));
  }

  bool has_solution(std::string_view id) const {
    return std::ranges::find(case_.solutions, id, &economy::GrowingSolution::id) !=
           case_.solutions.end();
  }

  void each(const std::string& file, const std::vector<Column>& columns, bool required,
            void (GrowthReader::*take)(const Row&)) {
    const auto table = open_table(reading_, file, columns, required);
    for (std::size_t i = 0; table && i < table->records().size(); ++i) (this->*take)(table->row(i));
  }

  /// The fields solution and meeting name something of the case.
  bool named(const Row& row, bool with_meeting) const {
    std::vector<std::string> solutions, meetings;
    for (const auto& one : case_.solutions) solutions.push_back(one.id);
    for (const auto& one : case_.meetings) meetings.push_back(one.id);
    const bool good = check_name(row, "solution", "solution", solutions);
    return (!with_meeting || check_name(row, "meeting", "meeting", meetings)) && good;
  }

  void meeting(const Row& row) {
    const auto id = row.required("meeting");
    const auto date = row.required("date");
    if (!id || !date) return;
    if (date->size() != 10 || !parse_rfc3339(*date + "T00:00:00Z")) {
      row.complain(fmt::format("date '{}' is not a date; write it like 2024-02-15", *date));
      return;
    }
    if (std::ranges::find(case_.meetings, *id, &economy::Meeting::id) != case_.meetings.end()) {
      row.complain(fmt::format("meeting '{}' stands twice; remove one", *id));
      return;
    }
    case_.meetings.push_back({*id, *date});
  }

  void estimate(const Row& row) {
    const bool good = named(row, true);
    const auto speaks = row.word("speaks", economy::kSpeaks);
    constexpr std::array<std::string_view, 2> kYesNo{"no", "yes"};
    const auto onwards = row.word("onwards", kYesNo, 0);
    const auto year = year_of(row, "year");
    const auto amount = amount_of(row);
    if (!good || !speaks || !onwards || !year) return;
    economy::Estimate one{row.field("solution"),
                          row.field("meeting"),
                          row.field("part"),
                          *year,
                          static_cast<economy::Speaks>(*speaks),
                          *onwards == 1,
                          {}};
    if (one.speaks != economy::Speaks::withdrawn && row.empty("amount")) {
      row.complain("amount is empty; fill it in, or write withdrawn under speaks");
    }
    if (amount) one.amount = *amount;
    one.amount.origin = origin_of(row);
    if (!estimates_.insert({one.solution, one.meeting, one.part, *year}).second) {
      row.complain(fmt::format("'{}' of {} stands twice for {}; name their part or remove one",
                               one.solution, one.meeting, *year));
      return;
    }
    const auto other = std::ranges::find_if(case_.estimates, [&](const auto& before) {
      return before.solution == one.solution && before.meeting == one.meeting &&
             before.speaks != one.speaks;
    });
    if (other != case_.estimates.end()) {
      row.complain(
          "one meeting's estimate of a solution is either of levels or of changes; choose one");
      return;
    }
    kroner_ += std::abs(one.amount.value.in_kroner());
    case_.estimates.push_back(std::move(one));
  }

  void investment(const Row& row) {
    const bool good = named(row, false);
    const auto year = year_of(row, "year");
    const auto amount = amount_of(row);
    if (row.empty("amount")) row.complain("amount is empty; fill it in");
    if (!good || !year || !amount) return;
    kroner_ += std::abs(amount->value.in_kroner());
    case_.investments.push_back({row.field("solution"), *year, *amount});
  }

  void funding(const Row& row) {
    const bool good = named(row, false);
    const auto from = year_of(row, "from");
    const auto state = row.word("state", economy::kFundings);
    if (!good || !from || !state) return;
    case_.funding.push_back(
        {row.field("solution"), *from, static_cast<economy::Funding>(*state), row.field("source")});
  }

  void reason(const Row& row) {
    const bool good = named(row, true);
    const auto year = year_of(row, "year");
    const auto text = row.required("text");
    const auto amount = row.money("amount");
    if (!good || !year || !text) return;
    case_.reasons.push_back({row.field("solution"), row.field("meeting"), *year, amount, *text});
  }

  const Reading& reading_;
  GrowthCase& case_;
  std::set<std::tuple<std::string, std::string, std::string, int>> estimates_;
  double kroner_ = 0;
};

}  // namespace

void read_growth(Section& root, const Reading& reading, economy::GrowthCase& into) {
  GrowthReader reader(reading, into);
  reader.toml(root);
  reader.tables();
}

}  // namespace varde::cases
