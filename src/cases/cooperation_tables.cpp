#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "cases/reading.hpp"

namespace varde::cases {
namespace {

const std::vector<Column> kOrigin{{"quality", false}, {"source", false}, {"price_year", false}};

std::vector<Column> with_origin(std::vector<Column> columns) {
  columns.insert(columns.end(), kOrigin.begin(), kOrigin.end());
  return columns;
}

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

/// Reads the files of one cooperation, in the order in which they refer to each other.
class Tables {
 public:
  Tables(const Reading& reading, economy::Case& into) : reading_(reading), case_(into) {}

  void read() {
    refuse_other_files(reading_, {"municipalities.csv", "survey.csv", "items.csv", "staffing.csv",
                                  "usage.csv", "invoice.toml", "buyers.csv", "corrections.csv"});
    municipalities();
    usage();
    survey();
    items();
    staffing();
    key_measures();
  }

 private:
  void each(const std::string& file, const std::vector<Column>& columns, bool required,
            void (Tables::*take)(const Row&)) {
    const auto table = open_table(reading_, file, columns, required);
    for (std::size_t i = 0; table && i < table->records().size(); ++i) (this->*take)(table->row(i));
  }

  void municipalities() {
    each("municipalities.csv",
         {{"number"},
          {"name"},
          {"year"},
          {"inhabitants"},
          {"inhabitants_67", false},
          {"inhabitants_80", false},
          {"latitude", false},
          {"longitude", false},
          {"source", false}},
         true, &Tables::municipality);
    std::ranges::sort(case_.municipalities, {}, &economy::Municipality::number);
    if (case_.municipalities.empty() && reading_.files.contains("municipalities.csv")) {
      reading_.complaints.add("municipalities.csv", 0, "has no municipality; add at least one row");
    }
  }

  void municipality(const Row& row) {
    if (!row.required("number") || !row.required("inhabitants")) return;
    const auto number = row.integer("number", 1, 9'999);
    const auto name = row.required("name");
    const auto year = year_of(row, "year");
    const auto all = row.integer("inhabitants", 0, kMostInhabitants);
    const auto aged_67 = row.integer("inhabitants_67", 0, kMostInhabitants);
    const auto aged_80 = row.integer("inhabitants_80", 0, kMostInhabitants);
    if (!number || !name || !year || !all) return;
    if (aged_67.value_or(0) > *all || aged_80.value_or(0) > aged_67.value_or(*all)) {
      row.complain(
          "more old inhabitants than inhabitants; correct inhabitants_67 or inhabitants_80");
    }
    const auto id = static_cast<int>(*number);
    auto found = std::ranges::find(case_.municipalities, id, &economy::Municipality::number);
    if (found == case_.municipalities.end()) {
      found = case_.municipalities.insert(found, {id, *name, {}});
    }
    const auto [first, added] = seen_.try_emplace({id, *year}, row.line());
    if (!added) {
      row.complain(
          fmt::format("municipality {} {} stands twice for {} (first on line {}); remove one", id,
                      *name, *year, first->second));
      return;
    }
    if (found->name != *name) {
      row.complain(fmt::format("municipality {} is called '{}' here and '{}' above; use one name",
                               id, *name, found->name));
    }
    found->population[*year] = {*all, aged_67, aged_80};
    if (const auto seat = seat_of(row)) found->seat = seat;
  }

  /// Degrees with up to five decimals, about a metre; mainland Norway and Svalbard.
  static std::optional<economy::Seat> seat_of(const Row& row) {
    constexpr std::int64_t kDegree = 100'000;
    const auto latitude = row.decimal("latitude", 5, 57 * kDegree, 81 * kDegree);
    const auto longitude = row.decimal("longitude", 5, 4 * kDegree, 34 * kDegree);
    if (row.empty("latitude") != row.empty("longitude")) {
      row.complain("latitude and longitude go together; give both or none");
    }
    if (!latitude || !longitude) return {};
    return economy::Seat{static_cast<double>(*latitude) / kDegree,
                         static_cast<double>(*longitude) / kDegree};
  }

  /// The municipality of a row of another file.
  std::optional<int> municipality_of(const Row& row) {
    if (!row.required("municipality")) return {};
    const auto number = row.integer("municipality", 1, 9'999);
    if (!number) return {};
    const auto id = static_cast<int>(*number);
    const auto found = std::ranges::find(case_.municipalities, id, &economy::Municipality::number);
    if (found == case_.municipalities.end()) {
      row.complain(
          fmt::format("municipality {} is not in municipalities.csv; add it there or "
                      "correct the number",
                      id));
      return {};
    }
    if (!row.empty("name") && row.field("name") != found->name) {
      row.complain(fmt::format("municipality {} is '{}', not '{}'; correct one of them", id,
                               found->name, row.field("name")));
    }
    return id;
  }

  void usage() {
    each("usage.csv", with_origin({{"municipality"}, {"name", false}, {"metric"}, {"value"}}),
         false, &Tables::use);
  }

  void use(const Row& row) {
    const auto municipality = municipality_of(row);
    const auto metric = row.required("metric");
    const auto value = row.decimal("value", 3, 0, 1'000'000'000'000);
    const auto origin = origin_of(row);
    if (!municipality || !metric || !value) return;
    if (!case_.usage[*metric].try_emplace(*municipality, *value).second) {
      row.complain(
          fmt::format("{} of municipality {} stands twice; remove one", *metric, *municipality));
    }
    case_.usage_origin[*metric] = origin;
  }

  void survey() {
    each("survey.csv",
         with_origin({{"municipality"},
                      {"name", false},
                      {"area"},
                      {"category"},
                      {"amount"},
                      {"hours"},
                      {"low", false},
                      {"high", false}}),
         true, &Tables::answer);
  }

  void answer(const Row& row) {
    economy::Answer answer;
    const auto municipality = municipality_of(row);
    const auto area = row.word("area", economy::kAreas);
    const auto category = row.word("category", economy::kCategories);
    answer.amount = amount_of(row);
    if (const auto hours = row.decimal("hours", 2, 0, 100'000'000'000)) {
      answer.hours = economy::Hours{*hours};
    }
    if (!municipality || !area || !category) return;
    answer.municipality = *municipality;
    answer.area = static_cast<economy::Area>(*area);
    answer.category = static_cast<economy::Category>(*category);
    answer.origin = origin_of(row);
    const bool is_hours = answer.category == economy::Category::hours;
    if (is_hours ? answer.amount.has_value() : answer.hours.has_value()) {
      row.complain(is_hours ? "a row of hours has an amount; put the number in the column hours"
                            : "a row of kroner has hours; put them in a row with category hours");
    }
    if (answer.amount && answer.amount->value < economy::Money{}) {
      row.complain(fmt::format("amount {} is negative; a cost is 0 or more", row.field("amount")));
    }
    if (!answers_.insert({*municipality, *area, *category}).second) {
      row.complain(fmt::format("{} {} of municipality {} stands twice; remove one",
                               economy::kAreas[*area], economy::kCategories[*category],
                               *municipality));
      return;
    }
    case_.as_is.answers.push_back(std::move(answer));
  }

  economy::Alternative* alternative_of(const Row& row) {
    std::vector<std::string> ids;
    for (const auto& one : case_.alternatives) ids.push_back(one.id);
    if (!check_name(row, "alternative", "alternative", ids)) return nullptr;
    return &*std::ranges::find(case_.alternatives, row.field("alternative"),
                               &economy::Alternative::id);
  }

  std::string index_of(const Row& row) {
    if (row.empty("index")) return {};
    const auto& indices = case_.assumptions.indices;
    return check_name(row, "index", "index", names_of(indices)) ? row.field("index") : "";
  }

  /// Years from and to; empty ones are the horizon's.
  void span(const Row& row, int& from, int& to) {
    const auto& assumptions = case_.assumptions;
    from = static_cast<int>(
        row.integer("from", kFirstYear, kLastYear)
            .value_or(std::min(assumptions.first_year, assumptions.comparison_year)));
    to = static_cast<int>(row.integer("to", kFirstYear, kLastYear)
                              .value_or(std::max(assumptions.first_year + assumptions.years - 1,
                                                 assumptions.comparison_year)));
    if (from > to) row.complain(fmt::format("from {} is after to {}; swap them", from, to));
  }

  void items() {
    each("items.csv",
         with_origin({{"alternative"},
                      {"item"},
                      {"key"},
                      {"per"},
                      {"charge"},
                      {"from"},
                      {"to"},
                      {"index"},
                      {"amount"},
                      {"low", false},
                      {"high", false}}),
         true, &Tables::item);
  }

  void item(const Row& row) {
    economy::CostItem item;
    auto* alternative = alternative_of(row);
    item.name = row.required("item").value_or("");
    item.per = row.field("per");
    if (row.empty("per")) {
      if (check_name(row, "key", "key", names_of(case_.keys))) item.key = row.field("key");
    } else {
      check_name(row, "per", "metric in usage.csv", names_of(case_.usage));
      if (!row.empty("key")) row.complain("has both key and per; a price per unit needs no key");
    }
    const auto charge = row.word("charge", economy::kCharges, 0);
    item.charge = charge == std::size_t{1} ? economy::Charge::one_off : economy::Charge::yearly;
    span(row, item.from, item.to);
    item.index = index_of(row);
    auto amount = amount_of(row);
    if (row.empty("amount")) row.complain("amount is empty; fill it in");
    if (alternative == nullptr || !amount) return;
    item.amount = std::move(*amount);
    alternative->items.push_back(std::move(item));
  }

  void staffing() {
    each("staffing.csv",
         with_origin({{"alternative"},
                      {"item"},
                      {"key"},
                      {"person_years"},
                      {"yearly_cost", false},
                      {"total", false},
                      {"from"},
                      {"to"},
                      {"index"},
                      {"low", false},
                      {"high", false}}),
         false, &Tables::staff);
  }

  void staff(const Row& row) {
    economy::Staffing staff;
    auto* alternative = alternative_of(row);
    staff.name = row.required("item").value_or("");
    if (check_name(row, "key", "key", names_of(case_.keys))) staff.key = row.field("key");
    if (!row.required("person_years")) return;
    const auto person_years = row.decimal("person_years", 3, 0, 100'000'000);
    staff.yearly_cost = row.money("yearly_cost");
    staff.total = row.money("total");
    if (staff.yearly_cost.value_or(economy::Money{}) > economy::Money::kroner(10'000'000)) {
      row.complain("yearly_cost is above ten million kroner for one person-year; check it");
      return;
    }
    if (staff.yearly_cost && staff.total) {
      row.complain("has both yearly_cost and total; keep the one that is known");
    }
    staff.low = row.money("low");
    staff.high = row.money("high");
    if (staff.low.has_value() != staff.high.has_value()) {
      row.complain("low and high go together; give both or none");
    }
    span(row, staff.from, staff.to);
    staff.index = index_of(row);
    staff.origin = origin_of(row);
    if (alternative == nullptr || !person_years) return;
    staff.person_years_thousandths = *person_years;
    alternative->staffing.push_back(std::move(staff));
  }

  /// Keys may go only by what the files give.
  void key_measures() {
    using economy::Measure;
    for (const auto& [name, key] : case_.keys) {
      for (const auto& part : key.parts) {
        if (part.measure == Measure::usage && !case_.usage.contains(part.metric)) {
          complain_key(name, fmt::format("'{}', which usage.csv does not give", part.metric));
        }
        if (part.measure == Measure::inhabitants_67 && !all_have(&economy::Population::aged_67)) {
          complain_key(name, "inhabitants_67, which municipalities.csv does not give for all");
        }
        if (part.measure == Measure::inhabitants_80 && !all_have(&economy::Population::aged_80)) {
          complain_key(name, "inhabitants_80, which municipalities.csv does not give for all");
        }
      }
    }
  }

  void complain_key(const std::string& key, const std::string& what) {
    reading_.complaints.add(
        "case.toml", 0, fmt::format("key '{}' goes by {}; add it or change the key", key, what));
  }

  bool all_have(std::optional<std::int64_t> economy::Population::*age) const {
    return std::ranges::all_of(case_.municipalities, [&](const auto& municipality) {
      return std::ranges::all_of(municipality.population,
                                 [&](const auto& year) { return (year.second.*age).has_value(); });
    });
  }

  const Reading& reading_;
  economy::Case& case_;
  std::map<std::pair<int, int>, int> seen_;  ///< municipality and year, to the first line
  std::set<std::tuple<int, std::size_t, std::size_t>> answers_;
};

}  // namespace

void read_cooperation_tables(const Reading& reading, economy::Case& into) {
  Tables(reading, into).read();
}

}  // namespace varde::cases
