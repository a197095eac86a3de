#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cases/reading.hpp"

namespace varde::cases {
namespace {

using economy::Area;

constexpr std::int64_t kMostYears = 60;
constexpr std::array<std::string_view, 11> kFigures{"as_is.total",
                                                    "as_is.per_inhabitant",
                                                    "as_is.hours",
                                                    "as_is.person_years",
                                                    "cost",
                                                    "per_inhabitant",
                                                    "saving",
                                                    "saving_percent",
                                                    "hours_saved",
                                                    "person_years_saved",
                                                    "hours_saved_percent"};

/// A number written plainly or with its origin; the origin goes to assumptions.origins.
template <class Read>
auto known(Section& section, const std::string& key, economy::Assumptions& into, Read read) {
  if (auto table = section.with_origin(key)) {
    auto value = read(*table, "value");
    into.origins[key] = table->origin();
    table->finish();
    return value;
  }
  return read(section, key);
}

void read_assumptions(Section& section, economy::Assumptions& into) {
  const auto year = [&](const std::string& key, bool required) {
    return static_cast<int>(section.integer(key, kFirstYear, kLastYear, required).value_or(0));
  };
  const auto rate = [&](const std::string& key, double least) {
    return known(section, key, into,
                 [&](Section& from, const std::string& name) {
                   return from.number(name, least, kMostGrowth);
                 })
        .value_or(0.0);
  };
  into.price_year = year("price_year", true);
  into.first_year = year("first_year", true);
  into.comparison_year =
      section.has("comparison_year") ? year("comparison_year", true) : into.first_year;
  if (!section.has("comparison_year")) section.integer("comparison_year", 0, 0);
  into.years = static_cast<int>(section.integer("years", 1, kMostYears, true).value_or(1));
  into.discount_rate = rate("discount_rate", 0.0);
  into.population_growth = rate("population_growth", -kMostGrowth);
  into.usage_growth = rate("usage_growth", -kMostGrowth);
  const auto cost =
      known(section, "person_year_cost", into,
            [](Section& from, const std::string& name) { return from.money(name, true); });
  const auto hours = known(
      section, "person_year_hours", into,
      [](Section& from, const std::string& name) { return from.number(name, 1'000, 3'000, true); });
  into.person_year_cost = cost.value_or(economy::Money{});
  if (cost && (*cost <= economy::Money{} || *cost > economy::Money::kroner(10'000'000))) {
    section.complain("person_year_cost", "must be above 0 and at most ten million kroner");
    into.person_year_cost = {};
  }
  into.person_year.hundredths = std::llround(hours.value_or(1'950) * 100);
  section.finish();
}

void read_indices(Section& section, economy::Assumptions& into) {
  for (const auto& name : section.keys()) {
    const auto value = known(section, name, into, [](Section& from, const std::string& key) {
      return from.number(key, -kMostGrowth, kMostGrowth);
    });
    into.indices[name] = value.value_or(0.0);
  }
}

std::vector<Area> areas(Section& section, std::string_view key) {
  std::vector<Area> result;
  for (const auto& name : section.texts(key)) {
    const auto found = std::ranges::find(economy::kAreas, name);
    if (found == economy::kAreas.end()) {
      section.complain(
          key, fmt::format("has '{}', which is not an area; {}", name,
                           suggestion(name, {economy::kAreas.begin(), economy::kAreas.end()})));
      continue;
    }
    const auto area = static_cast<Area>(found - economy::kAreas.begin());
    if (std::ranges::find(result, area) == result.end()) result.push_back(area);
  }
  return result;
}

std::string index_name(Section& section, std::string_view key, const economy::Case& input) {
  auto name = section.text(key);
  if (name.empty() || input.assumptions.indices.contains(name)) return name;
  std::vector<std::string> names;
  for (const auto& [known_name, rate] : input.assumptions.indices) names.push_back(known_name);
  section.complain(key, fmt::format("'{}' is not in [indices]; {}", name, suggestion(name, names)));
  return {};
}

void read_fill(Section section, economy::AsIsInput& into) {
  for (const auto& name : section.keys()) {
    const auto found = std::ranges::find(economy::kAreas, name);
    if (found == economy::kAreas.end()) continue;
    auto rule = section.table(name);
    if (!rule) continue;
    economy::FillRule one;
    if (const auto how = rule.word("how", economy::kFills))
      one.how = static_cast<economy::Fill>(*how);
    const bool reference = one.how == economy::Fill::reference;
    one.per_inhabitant = rule.money("per_inhabitant", reference).value_or(economy::Money{});
    if (one.per_inhabitant < economy::Money{} ||
        one.per_inhabitant > economy::Money::kroner(1'000'000)) {
      rule.complain("per_inhabitant", "must be from 0 to a million kroner");
      one.per_inhabitant = {};
    }
    one.source = rule.text("source", reference);
    rule.finish();
    into.rules[static_cast<Area>(found - economy::kAreas.begin())] = one;
  }
  section.finish();
}

void read_stated_total(Section section, economy::AsIsInput& into) {
  if (!section) return;
  economy::StatedTotal stated;
  stated.areas = areas(section, "areas");
  if (stated.areas.empty()) section.complain("areas", "names no area; add the areas of the total");
  stated.amount = section.money("amount", true).value_or(economy::Money{});
  if (const auto hours = section.number("hours", 0, 1e9)) {
    stated.hours = economy::Hours{std::llround(*hours * 100)};
  }
  if (const auto area = section.word("hours_area", economy::kAreas,
                                     static_cast<std::size_t>(Area::manual_follow_up))) {
    stated.hours_area = static_cast<Area>(*area);
  }
  stated.inhabitants = section.integer("inhabitants", 1, kMostInhabitants);
  stated.origin = section.origin();
  section.finish();
  if (!stated.areas.empty()) into.stated = std::move(stated);
}

void read_as_is(Section section, economy::Case& into) {
  if (!section) {
    section.complain("compared", "is missing; add [as_is] with compared = [\"vtp\"]");
    return;
  }
  into.as_is.compared = areas(section, "compared");
  if (into.as_is.compared.empty()) {
    section.complain("compared", "names no area; add those that the alternatives replace");
  }
  into.as_is.index = index_name(section, "index", into);
  into.as_is.wage_index = index_name(section, "wage_index", into);
  into.as_is.follows_population = section.flag("follows_population");
  read_fill(section.table("fill"), into.as_is);
  read_stated_total(section.table("stated"), into.as_is);
  section.finish();
}

void read_key(Section section, economy::Case& into) {
  economy::Key key;
  key.name = section.text("name", true);
  key.parts = key_parts(section);
  key.minimum = section.money("minimum");
  key.cap = section.money("cap");
  if ((key.minimum && *key.minimum < economy::Money{}) ||
      (key.cap && *key.cap <= economy::Money{})) {
    section.complain("minimum", "must not be negative, and a cap must be above 0");
  }
  if (key.minimum && key.cap && *key.minimum > *key.cap) {
    section.complain("minimum", "is above the cap; correct one of them");
  }
  section.finish();
  if (key.name.empty()) return;
  if (into.keys.contains(key.name)) {
    section.complain("name", fmt::format("'{}' stands twice; give one another name", key.name));
  }
  into.keys[key.name] = key;
}

void read_alternative(Section section, economy::Case& into) {
  economy::Alternative alternative;
  alternative.id = section.text("id", true);
  alternative.name = section.text("name");
  if (alternative.name.empty()) alternative.name = alternative.id;
  for (const auto percent : section.numbers("parallel")) {
    if (percent < 0 || percent > 100) {
      section.complain("parallel", "must be percentages from 0 to 100");
      break;
    }
    alternative.parallel.push_back(std::llround(percent * 100));
  }
  section.finish();
  if (alternative.id.empty()) return;
  if (into.alternative(alternative.id) != nullptr) {
    section.complain("id", fmt::format("'{}' stands twice; give one another id", alternative.id));
    return;
  }
  into.alternatives.push_back(std::move(alternative));
}

bool check_shape(const economy::Uncertain& one, Section& section) {
  const char* wrong = nullptr;
  if (one.shape == economy::Shape::triangular && !(one.low <= one.mode && one.mode <= one.high)) {
    wrong = "of a triangular input needs low <= mode <= high";
  } else if (one.shape == economy::Shape::lognormal && !(one.mean > 0)) {
    wrong = "of a lognormal input needs a mean above 0";
  } else if (one.shape == economy::Shape::discrete) {
    double sum = 0;
    for (const auto p : one.probabilities) sum += p < 0 ? 2.0 : p;
    if (one.values.empty() || one.values.size() != one.probabilities.size()) {
      wrong = "of a discrete input needs values and as many probabilities";
    } else if (std::abs(sum - 1.0) > 1e-9) {
      wrong = "of a discrete input needs probabilities that sum to 1";
    }
  }
  if (wrong != nullptr) section.complain("shape", wrong);
  return wrong == nullptr;
}

void read_uncertain(Section section, economy::Case& into) {
  economy::Uncertain one;
  one.input = section.text("input", true);
  const auto shape = section.word("shape", economy::kShapes);
  one.relative = section.flag("relative");
  const auto value = [&](std::string_view key, bool required) {
    return section.number(key, -1e12, 1e12, required).value_or(0.0);
  };
  if (shape) one.shape = static_cast<economy::Shape>(*shape);
  const bool triangular = shape && one.shape == economy::Shape::triangular;
  const bool normal =
      shape && (one.shape == economy::Shape::normal || one.shape == economy::Shape::lognormal);
  one.low = value("low", triangular);
  one.mode = value("mode", triangular);
  one.high = value("high", triangular);
  one.mean = value("mean", normal);
  one.deviation = section.number("deviation", 0, 1e12, normal).value_or(0.0);
  one.values = section.numbers("values");
  one.probabilities = section.numbers("probabilities");
  one.origin = section.origin();
  if (shape && check_shape(one, section)) into.uncertain.push_back(std::move(one));
  section.finish();
}

void read_stated_figure(Section section, economy::Case& into) {
  economy::StatedFigure one;
  if (const auto figure = section.word("figure", kFigures)) one.figure = kFigures[*figure];
  one.alternative = section.text("alternative");
  const bool as_is = one.figure.starts_with("as_is.");
  if (!one.figure.empty() && as_is != one.alternative.empty()) {
    section.complain("alternative", as_is ? "does not go with a figure of as_is; remove it"
                                          : "is missing; add it");
  } else if (!one.alternative.empty() && into.alternative(one.alternative) == nullptr) {
    section.complain("alternative", fmt::format("'{}' is not an alternative", one.alternative));
  }
  one.value = section.number("value", -1e12, 1e12, true).value_or(0.0);
  one.within = section.number("within", 0, 1e12, true).value_or(0.0);
  one.truncated = section.flag("truncated");
  one.source = section.text("source", true);
  section.finish();
  into.stated.push_back(std::move(one));
}

}  // namespace

void read_cooperation_toml(Section& root, economy::Case& into) {
  auto assumptions = root.table("assumptions");
  if (!assumptions) root.complain("assumptions", "is missing; add [assumptions]");
  if (assumptions) read_assumptions(assumptions, into.assumptions);
  auto indices = root.table("indices");
  read_indices(indices, into.assumptions);
  for (auto& section : root.tables("key")) read_key(section, into);
  for (auto& section : root.tables("alternative")) read_alternative(section, into);
  read_as_is(root.table("as_is"), into);
  for (auto& section : root.tables("uncertain")) read_uncertain(section, into);
  for (auto& section : root.tables("correlation")) {
    economy::Correlation one{section.text("first", true), section.text("second", true),
                             section.number("coefficient", -1, 1, true).value_or(0.0)};
    section.finish();
    into.correlations.push_back(std::move(one));
  }
  for (auto& section : root.tables("stated")) read_stated_figure(section, into);
  read_contradictions(root, into.contradictions);
}

}  // namespace varde::cases
