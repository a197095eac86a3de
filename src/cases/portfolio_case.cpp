#include "cases/portfolio_case.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cases/judgements.hpp"
#include "cases/reading.hpp"
#include "domain/portfolio/status.hpp"

namespace varde::cases {
namespace {

using portfolio::Fact;
using portfolio::Portfolio;

constexpr std::array<std::string_view, 1> kKind{"portfolio"};
constexpr std::array<std::string_view, 2> kYesNo{"yes", "no"};
constexpr std::array<std::string_view, 2> kActivityKinds{"introduction", "common_measure"};

std::vector<std::string> numbers_of(const Portfolio& portfolio) {
  std::vector<std::string> result;
  for (const auto& one : portfolio.municipalities) result.push_back(to_string(one.number));
  return result;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// Reads the CSV files one by one. Rows that name something unknown are complaints and left out.
class Tables {
 public:
  Tables(const Reading& reading, Portfolio& into) : reading_(reading), into_(into) {}

  void read() {
    each("solutions.csv", [&](const Row& row) { solution(row); });
    each("municipalities.csv", [&](const Row& row) { municipality(row); });
    each("adoption.csv", [&](const Row& row) { statement(row); });
    each("plans.csv", [&](const Row& row) { plan(row); });
    each("totals.csv", [&](const Row& row) { total(row); });
    each("ambitions.csv", [&](const Row& row) { ambition(row); });
    each("dependencies.csv", [&](const Row& row) { dependency(row); });
    each("experiences.csv", [&](const Row& row) { experience(row); });
    each("requirements.csv", [&](const Row& row) { requirement(row); });
    each("devices.csv", [&](const Row& row) { device(row); });
    each("approvals.csv", [&](const Row& row) { approval(row); });
    refuse_cycle();
  }

 private:
  template <class Take>
  void each(const std::string& name, Take take) {
    const auto file = std::ranges::find(portfolio_files(), name, &PortfolioFile::name);
    std::vector<Column> columns;
    for (const auto& column : file->columns) {
      columns.push_back({column, columns.size() < 2});
    }
    const auto table = open_table(reading_, name, columns, file->required);
    for (std::size_t i = 0; table && i < table->records().size(); ++i) take(table->row(i));
  }

  std::optional<std::size_t> named(const Row& row, std::string_view column, std::string_view what,
                                   const std::vector<std::string>& ids) const {
    if (!check_name(row, column, what, ids)) return {};
    return static_cast<std::size_t>(std::ranges::find(ids, row.field(column)) - ids.begin());
  }
  std::optional<std::size_t> solution_of(const Row& row, std::string_view column = "solution") {
    return named(row, column, "solution", ids_of(into_.solutions));
  }
  std::optional<std::size_t> municipality_of(const Row& row) {
    const auto number = portfolio::parse_number(row.field("municipality"));
    for (std::size_t m = 0; number && m < into_.municipalities.size(); ++m) {
      if (into_.municipalities[m].number == *number) return m;
    }
    return named(row, "municipality", "municipality", numbers_of(into_));
  }

  portfolio::Date date(const Row& row, std::string_view column) const {
    const auto& text = row.field(column);
    if (text.empty()) return {};
    const auto value = portfolio::parse_date(text);
    if (value) return *value;
    row.complain(
        fmt::format("{} '{}' is no date; write 2023, 2023-04 or 2023-04-15", column, text));
    return {};
  }
  std::optional<Fact> fact(const Row& row, bool unspecified) const {
    const std::span words(portfolio::kFacts);
    const auto at = row.word("fact", unspecified ? words : words.first(2));
    if (!at) return {};
    return static_cast<Fact>(*at);
  }

  void solution(const Row& row) {
    const auto id = row.required("id");
    const auto name = row.required("name");
    if (!id || !name) return;
    if (stands(into_.solutions, *id)) {
      row.complain(fmt::format("solution '{}' stands twice; remove one", *id));
    }
    portfolio::Solution one{*id,
                            *name,
                            row.field("area"),
                            row.field("owner"),
                            row.field("about"),
                            row.field("source"),
                            false,
                            {}};
    one.statutory = row.word("statutory", kYesNo, 1) == std::size_t{0};
    one.counties = words_of(row.field("counties"));
    into_.solutions.push_back(std::move(one));
  }

  void municipality(const Row& row) {
    const auto text = row.required("number");
    const auto name = row.required("name");
    const auto number = portfolio::parse_number(text.value_or(""));
    if (text && !number) {
      row.complain(fmt::format("number '{}' is no municipality number; write four digits", *text));
    }
    if (!number || !name) return;
    for (const auto& other : into_.municipalities) {
      if (other.number == *number) {
        row.complain(fmt::format("municipality {} stands twice; remove one", to_string(*number)));
      }
    }
    into_.municipalities.push_back({*number, *name, row.field("county"),
                                    row.integer("inhabitants", 0, kMostInhabitants).value_or(0)});
  }

  void statement(const Row& row) {
    const auto m = municipality_of(row);
    const auto s = solution_of(row);
    const auto which = fact(row, false);
    const auto holds = row.word("holds", kYesNo);
    portfolio::Statement one;
    one.since = date(row, "since");
    one.said = date(row, "said");
    one.said_by = row.required("said_by").value_or("");
    one.source = row.field("source");
    one.quality = row.field("quality");
    if (!m || !s || !which || !holds) return;
    one.municipality = *m;
    one.solution = *s;
    one.fact = *which;
    one.holds = *holds == 0;
    for (const auto& other : into_.statements) {
      if (other.municipality == *m && other.solution == *s && other.fact == *which &&
          other.said.text == one.said.text) {
        row.complain("the same is said twice on one day; remove one, or correct the day");
      }
    }
    into_.statements.push_back(std::move(one));
  }

  void plan(const Row& row) {
    const auto m = municipality_of(row);
    const auto s = solution_of(row);
    const auto which = fact(row, false);
    const auto by = date(row, "by");
    if (m && s && which) {
      into_.plans.push_back({*m, *s, *which, by, row.field("owner"), row.field("note")});
    }
  }

  void total(const Row& row) {
    const auto s = solution_of(row);
    const auto which = fact(row, true);
    const auto when = date(row, "date");
    const auto count = row.integer("count", 0, 100'000);
    if (row.empty("date")) row.complain("date is empty; a total is of a day, month or year");
    if (row.empty("count")) row.complain("count is empty; leave the row out when nobody knows");
    if (s && which && when.given() && count) {
      into_.totals.push_back(
          {*s, *which, when, static_cast<int>(*count), row.field("source"), row.field("note")});
    }
  }

  void ambition(const Row& row) {
    const auto s = solution_of(row);
    const auto which = fact(row, true);
    const auto target = row.integer("target", 1, 100'000);
    if (row.empty("target")) row.complain("target is empty; write how many municipalities");
    const auto by = date(row, "by");
    if (s && which && target) {
      into_.ambitions.push_back({*s, *which, by, static_cast<int>(*target), row.field("source")});
    }
  }

  void dependency(const Row& row) {
    const auto s = solution_of(row);
    const auto needs = solution_of(row, "needs");
    if (!s || !needs) return;
    if (*s == *needs) {
      row.complain("a solution cannot need itself; correct one of the two");
      return;
    }
    into_.dependencies.push_back({*s, *needs, row.field("reason"), row.field("source")});
  }

  void experience(const Row& row) {
    const auto s = solution_of(row);
    const auto id = row.required("id");
    if (!s || !id) return;
    into_.experiences.push_back({*id, row.field("municipality"), row.field("date"),
                                 row.field("title"), row.field("text"), row.field("contact"),
                                 row.field("source"), *s});
  }

  void requirement(const Row& row) {
    const auto id = row.required("id");
    const auto text = row.required("text");
    if (!id || !text) return;
    if (stands(into_.requirements, *id)) {
      row.complain(fmt::format("requirement '{}' stands twice; remove one", *id));
    }
    into_.requirements.push_back({*id, *text, row.field("area"), row.field("source"),
                                  words_of(row.field("kinds")),
                                  row.word("mandatory", kYesNo, 0) == std::size_t{0}});
  }

  void device(const Row& row) {
    const auto id = row.required("id");
    const auto vendor = row.required("vendor");
    const auto model = row.required("model");
    const auto kind = row.required("kind");
    if (!id || !vendor || !model || !kind) return;
    if (stands(into_.devices, *id)) {
      row.complain(fmt::format("device '{}' stands twice; remove one", *id));
    }
    into_.devices.push_back({*id, *vendor, *model, *kind, row.field("protocol"),
                             row.field("source"), row.field("quality")});
  }

  void approval(const Row& row) {
    const auto d = named(row, "device", "device", ids_of(into_.devices));
    const auto r = named(row, "requirement", "requirement", ids_of(into_.requirements));
    const auto result = row.word("result", portfolio::kFulfilments);
    const auto when = date(row, "date");
    const auto expires = date(row, "expires");
    const auto by = row.required("by");
    if (row.empty("date")) row.complain("date is empty; write when it was judged");
    if (!d || !r || !result || !by) return;
    const auto& device = into_.devices[*d];
    if (!into_.requirements[*r].concerns(device.kind)) {
      row.complain(
          fmt::format("requirement '{}' is not about a '{}'; remove the row, or add the "
                      "kind to the requirement",
                      into_.requirements[*r].id, device.kind));
    }
    if (when.given() && expires.given() && expires.last < when.day) {
      row.complain("expires before its own date; correct one of the two");
    }
    for (const auto& other : into_.approvals) {
      if (other.device == *d && other.requirement == *r && other.date.text == when.text) {
        row.complain("the same is judged twice on one day; remove one, or correct the day");
      }
    }
    into_.approvals.push_back({*d, *r, static_cast<portfolio::Fulfilment>(*result), when, expires,
                               *by, row.field("evidence"), row.field("report")});
  }

  template <class Things>
  static bool stands(const Things& things, const std::string& id) {
    return std::ranges::any_of(things, [&](const auto& one) { return one.id == id; });
  }

  void refuse_cycle() {
    const auto cycle = portfolio::cycle_of(into_);
    if (cycle.empty()) return;
    std::string names;
    for (const auto s : cycle) names += into_.solutions[s].id + " needs ";
    names += into_.solutions[cycle.front()].id;
    reading_.complaints.add(
        "dependencies.csv", 0,
        fmt::format("goes in a circle: {}; nothing could come first, so take one of the rows out",
                    names));
  }

  const Reading& reading_;
  Portfolio& into_;
};

void read_activities(Section& root, Portfolio& into) {
  const auto solutions = ids_of(into.solutions);
  for (auto& section : root.tables("activity")) {
    portfolio::Activity one;
    one.id = section.text("id", true);
    one.name = section.text("name", true);
    one.introduction = section.word("kind", kActivityKinds, 0) == std::size_t{0};
    one.priority = static_cast<int>(section.integer("priority", 1, 999).value_or(0));
    for (const auto& [key, value] : portfolio::texts_of(one)) *value = section.text(key);
    for (const auto* key : {"from", "to", "status_date"}) {
      const auto text = section.has(key) ? section.text(key) : "";
      if (!text.empty() && !portfolio::parse_date(text)) {
        section.complain(key,
                         fmt::format("'{}' is no date; write 2023, 2023-04 or 2023-04-15", text));
      }
    }
    one.municipalities_do = section.texts("municipalities_do");
    one.sector_does = section.texts("sector_does");
    for (const auto& id : section.texts("solutions")) {
      const auto found = std::ranges::find(solutions, id);
      if (found == solutions.end()) {
        section.complain("solutions", fmt::format("'{}' is not in solutions.csv; {}", id,
                                                  suggestion(id, solutions)));
        continue;
      }
      one.solutions.push_back(static_cast<std::size_t>(found - solutions.begin()));
    }
    auto selection = section.table("selection");
    for (std::size_t i = 0; i < portfolio::kSelection.size(); ++i) {
      one.selection[i] = selection.text(portfolio::kSelection[i]);
    }
    selection.finish();
    section.finish();
    for (const auto& other : into.activities) {
      if (other.id == one.id)
        section.complain("id", fmt::format("'{}' stands twice; give each its own", one.id));
    }
    into.activities.push_back(std::move(one));
  }
}

}  // namespace

const std::vector<PortfolioFile>& portfolio_files() {
  static const std::vector<PortfolioFile> files{
      {"solutions.csv",
       {"id", "name", "area", "owner", "about", "statutory", "counties", "source"},
       1,
       true},
      {"municipalities.csv", {"number", "name", "county", "inhabitants", "source"}},
      {"adoption.csv",
       {"municipality", "solution", "fact", "holds", "since", "said", "said_by", "source",
        "quality", "name"},
       3},
      {"plans.csv", {"municipality", "solution", "fact", "by", "owner", "note"}, 3},
      {"totals.csv", {"solution", "fact", "date", "count", "source", "note"}, 3},
      {"ambitions.csv", {"solution", "fact", "by", "target", "source"}, 2},
      {"dependencies.csv", {"solution", "needs", "reason", "source"}, 2},
      {"experiences.csv",
       {"id", "solution", "municipality", "date", "title", "text", "contact", "source"}},
      {"requirements.csv", {"id", "text", "area", "kinds", "mandatory", "source"}},
      {"devices.csv", {"id", "vendor", "model", "kind", "protocol", "quality", "source"}},
      {"approvals.csv",
       {"device", "requirement", "result", "by", "date", "expires", "evidence", "report"},
       2}};
  return files;
}

Result<portfolio::Portfolio, std::vector<Complaint>> parse_portfolio(const Files& files,
                                                                     Shapes* shapes) {
  Complaints complaints(shapes);
  const auto text = files.find("case.toml");
  if (text == files.end()) {
    complaints.add("case.toml", 0, "the file is missing; start it with kind = \"portfolio\"");
    return complaints.take();
  }
  const auto toml = parse_toml(text->second, "case.toml", complaints);
  if (!toml) return complaints.take();
  Section root(&*toml, "", complaints);
  if (!root.word("kind", kKind)) return complaints.take();
  Portfolio result;
  result.name = root.text("name", true);
  result.description = root.text("description");
  result.source = root.text("source");
  const auto date = root.text("date", true);
  const auto parsed = portfolio::parse_date(date);
  if (!parsed && !date.empty()) {
    root.complain("date", fmt::format("'{}' is no date; write 2023-04-30", date));
  }
  result.date = parsed.value_or(portfolio::Date{});
  const Reading reading{files, complaints};
  Tables(reading, result).read();
  read_activities(root, result);
  std::vector<economy::Contradiction> contradictions;
  read_contradictions(root, contradictions);
  for (auto& one : contradictions) {
    result.contradictions.push_back({one.topic, one.says, one.also_says, one.reading, one.source});
  }
  std::vector<std::string> known;
  for (const auto& file : portfolio_files()) known.push_back(file.name);
  refuse_other_files(reading, known);
  root.finish();
  if (!complaints.empty()) return complaints.take();
  return result;
}

}  // namespace varde::cases
