#include "domain/economy/as_is.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace varde::economy {
namespace {

/// More kroner than this in one sum is a mistake in the case, and near what 64 bits of øre hold.
constexpr double kMostKroner = 1e15;
constexpr double kMostInhabitants = 1e7;
constexpr std::size_t kQuestions = kCategories.size();

bool contains(const std::vector<Area>& areas, Area area) {
  return std::ranges::find(areas, area) != areas.end();
}

bool answered(const Answer& answer) { return answer.amount || answer.hours; }

/// Works through one case: first what was answered, then area by area what was not.
class Survey {
 public:
  explicit Survey(const Case& input)
      : input_(input), basis_(basis_of(input, input.assumptions.comparison_year)) {}

  Result<AsIs> run() {
    take_answers();
    for (std::size_t a = 0; a < kAreas.size(); ++a) {
      const auto area = static_cast<Area>(a);
      if (!asked(area)) continue;
      const auto rule = input_.as_is.rules.find(area);
      const auto how = rule == input_.as_is.rules.end() ? Fill::average : rule->second.how;
      if (how == Fill::average) {
        if (auto status = fill_by_average(area); !status) return status.error();
      }
      if (how == Fill::reference) fill_by_reference(area, rule->second);
      if (how == Fill::none) fill_with_nothing(area);
    }
    if (auto status = spread_stated_total(); !status) return status.error();
    std::ranges::stable_sort(result_.lines, [](const AsIsLine& a, const AsIsLine& b) {
      return std::tie(a.municipality, a.area, a.category) <
             std::tie(b.municipality, b.area, b.category);
    });
    return std::move(result_);
  }

 private:
  bool asked(Area area) const {
    return contains(input_.as_is.compared, area) ||
           std::ranges::any_of(input_.as_is.answers,
                               [&](const Answer& answer) { return answer.area == area; });
  }

  /// The line of an answered question, or nothing.
  const AsIsLine* answer(std::size_t municipality, Area area, Category category) const {
    const auto found = answered_.find({municipality, area, category});
    return found == answered_.end() ? nullptr : &result_.lines[found->second];
  }

  bool answered_anything(std::size_t municipality, Area area) const {
    const auto first = answered_.lower_bound({municipality, area, Category{}});
    return first != answered_.end() && std::get<0>(first->first) == municipality &&
           std::get<1>(first->first) == area;
  }

  void take_answers() {
    const auto& prices = input_.assumptions;
    for (const auto& one : input_.as_is.answers) {
      if (!answered(one)) continue;
      const auto place = std::ranges::find(basis_.municipalities, one.municipality);
      VARDE_ASSERT(place != basis_.municipalities.end());
      AsIsLine line{static_cast<std::size_t>(place - basis_.municipalities.begin()),
                    one.area,
                    one.category,
                    {},
                    {},
                    false,
                    Fill::none,
                    one.origin};
      if (one.amount) {
        const double factor = one.origin.price_year == 0
                                  ? 1.0
                                  : index_factor(prices, input_.as_is.index, one.origin.price_year,
                                                 prices.price_year);
        line.amount = scale(one.amount->value, factor);
      }
      if (one.hours) {
        line.hours = *one.hours;
        line.amount = cost_of(*one.hours, prices);
      }
      answered_[{line.municipality, line.area, line.category}] = result_.lines.size();
      result_.lines.push_back(std::move(line));
    }
  }

  void add_filled(std::size_t municipality, Area area, Category category, Money amount, Hours hours,
                  Fill how, std::string source) {
    result_.gaps.push_back({municipality, area, category, how, true});
    result_.lines.push_back({municipality,
                             area,
                             category,
                             amount,
                             hours,
                             true,
                             how,
                             {Quality::estimated, std::move(source), 0}});
  }

  Status fill_by_average(Area area) {
    for (std::size_t c = 0; c < kQuestions; ++c) {
      const auto category = static_cast<Category>(c);
      Money sum;
      Hours hours;
      std::int64_t people = 0;
      std::vector<std::size_t> missing;
      for (std::size_t m = 0; m < basis_.size(); ++m) {
        if (const auto* line = answer(m, area, category)) {
          sum += line->amount;
          hours += line->hours;
          people += basis_.inhabitants[m];
        } else {
          missing.push_back(m);
        }
      }
      const double most = std::max(sum.in_kroner(), hours.in_hours()) * kMostInhabitants;
      if (people > 0 && most / static_cast<double>(people) > kMostKroner) {
        return Error{fmt::format(
            "the average of {} per inhabitant is out of range; check the answers", kCategories[c])};
      }
      fill_question(area, category, missing, sum, hours, people);
    }
    return Done{};
  }

  void fill_question(Area area, Category category, const std::vector<std::size_t>& missing,
                     Money sum, Hours hours, std::int64_t people) {
    for (const auto m : missing) {
      if (people == 0) {
        result_.gaps.push_back({m, area, category, Fill::average, false});
        continue;
      }
      const auto inhabitants = basis_.inhabitants[m];
      if (category == Category::hours) {
        const Hours part{scale(Money::ore(hours.hundredths), inhabitants, people).in_ore()};
        add_filled(m, area, category, cost_of(part, input_.assumptions), part, Fill::average,
                   "average hours per inhabitant of those who answered");
      } else {
        add_filled(m, area, category, scale(sum, inhabitants, people), {}, Fill::average,
                   "average per inhabitant of those who answered");
      }
    }
  }

  void fill_by_reference(Area area, const FillRule& rule) {
    for (std::size_t m = 0; m < basis_.size(); ++m) {
      if (answered_anything(m, area)) continue;
      const auto ore = rule.per_inhabitant.in_ore() * basis_.inhabitants[m];
      add_filled(m, area, Category::other, Money::ore(ore), {}, Fill::reference, rule.source);
    }
  }

  void fill_with_nothing(Area area) {
    for (std::size_t m = 0; m < basis_.size(); ++m) {
      if (!answered_anything(m, area)) {
        result_.gaps.push_back({m, area, Category::other, Fill::none, false});
      }
    }
  }

  bool has_stated_gap(std::size_t m, Area area) const {
    const auto rule = input_.as_is.rules.find(area);
    return rule != input_.as_is.rules.end() && rule->second.how == Fill::stated_total &&
           !answered_anything(m, area);
  }

  Status spread_stated_total() {
    const auto& stated = input_.as_is.stated;
    if (!stated) return Done{};
    if (stated->hours) {
      if (auto status = spread_hours(*stated); !status) return status;
    }
    const auto in_areas = [&](const AsIsLine& line) { return contains(stated->areas, line.area); };
    const Money rest = stated->amount - result_.amount(in_areas);
    // What is left after the hours goes to the first area that is not hours.
    Area area = stated->areas.front();
    for (const auto other : stated->areas) {
      if (!stated->hours || other != stated->hours_area) {
        area = other;
        break;
      }
    }
    auto parts = among_gaps(area, rest.in_ore(), "kroner");
    if (!parts) return parts.error();
    for (std::size_t m = 0; m < basis_.size(); ++m) {
      if (!has_stated_gap(m, area)) continue;
      add_filled(m, area, Category::other, (*parts)[m], {}, Fill::stated_total,
                 stated->origin.source);
    }
    return Done{};
  }

  Status spread_hours(const StatedTotal& stated) {
    const auto area = stated.hours_area;
    const Hours known = result_.hours([&](const AsIsLine& line) { return line.area == area; });
    auto parts = among_gaps(area, stated.hours->hundredths - known.hundredths, "hours");
    if (!parts) return parts.error();
    for (std::size_t m = 0; m < basis_.size(); ++m) {
      if (!has_stated_gap(m, area)) continue;
      const Hours part{(*parts)[m].in_ore()};
      add_filled(m, area, Category::hours, cost_of(part, input_.assumptions), part,
                 Fill::stated_total, stated.origin.source);
    }
    return Done{};
  }

  /// `rest` hundredths (of kroner or hours) among the municipalities with a gap in the area, by
  /// inhabitants.
  Result<std::vector<Money>> among_gaps(Area area, std::int64_t rest, const char* unit) const {
    std::vector<std::int64_t> weights;
    std::int64_t people = 0;
    for (std::size_t m = 0; m < basis_.size(); ++m) {
      weights.push_back(has_stated_gap(m, area) ? basis_.inhabitants[m] : 0);
      people += weights.back();
    }
    const auto name = kAreas[static_cast<std::size_t>(area)];
    if (rest < 0) {
      return Error{
          fmt::format("the stated total of {} is {} {} less than what is reported; correct "
                      "one of them",
                      name, to_string(Money::ore(-rest)), unit)};
    }
    if (rest == 0) return std::vector<Money>(basis_.size());
    if (people == 0) {
      return Error{
          fmt::format("the stated total of {} leaves {} {} and no municipality has a gap to "
                      "take it; correct the total or the answers",
                      name, to_string(Money::ore(rest)), unit)};
    }
    return apportion(Money::ore(rest), weights, basis_.municipalities);
  }

  const Case& input_;
  const Basis basis_;
  std::map<std::tuple<std::size_t, Area, Category>, std::size_t> answered_;  ///< to result_.lines
  AsIs result_;
};

}  // namespace

namespace {

/// The most that any rate of the case makes of an amount over the years it knows of.
double largest_factor(const Case& input) {
  const auto& assumptions = input.assumptions;
  double rate = 0;
  for (const auto& [name, one] : assumptions.indices) rate = std::max(rate, std::abs(one));
  int first = std::min(assumptions.price_year, assumptions.comparison_year);
  int last = std::max(assumptions.first_year + assumptions.years, assumptions.comparison_year);
  const auto reach = [&](const Origin& origin) {
    if (origin.price_year == 0) return;
    first = std::min(first, origin.price_year);
    last = std::max(last, origin.price_year);
  };
  for (const auto& answer : input.as_is.answers) reach(answer.origin);
  for (const auto& alternative : input.alternatives) {
    for (const auto& item : alternative.items) reach(item.amount.origin);
    for (const auto& row : alternative.staffing) reach(row.origin);
  }
  const double volume =
      std::max(std::abs(assumptions.population_growth), std::abs(assumptions.usage_growth));
  return std::pow((1 / (1 - rate)) * (1 / (1 - volume)), last - first);
}

/// Sum of the sizes of all amounts, prices times use included, in kroner.
double size_of(const Case& input, const AsIs& as_is) {
  double size = 0;
  for (const auto& line : as_is.lines) size += std::abs(line.amount.in_kroner());
  for (const auto& alternative : input.alternatives) {
    for (const auto& item : alternative.items) {
      double units = 1;
      if (!item.per.empty()) {
        for (const auto& [number, use] : input.usage.at(item.per))
          units += static_cast<double>(use);
      }
      size += std::abs(item.amount.value.in_kroner()) * units;
    }
    for (const auto& row : alternative.staffing) {
      size += std::abs(yearly_cost(row, input.assumptions).in_kroner());
    }
  }
  return size;
}

}  // namespace

Result<AsIs> as_is_of(const Case& input) {
  auto result = Survey(input).run();
  if (!result) return result;
  const double most = size_of(input, *result) * largest_factor(input);
  if (most * input.assumptions.years > kMostKroner) {
    return Error{"the amounts grow out of range over the years; check amounts, rates and years"};
  }
  return result;
}

std::int64_t coverage(const AsIs& as_is, const std::vector<Area>& areas) {
  const auto in_areas = [&](const AsIsLine& line) { return contains(areas, line.area); };
  const auto known = [&](const AsIsLine& line) {
    return in_areas(line) && !line.filled &&
           (line.origin.quality == Quality::reported || line.origin.quality == Quality::measured);
  };
  return basis_points(as_is.amount(known), as_is.amount(in_areas));
}

}  // namespace varde::economy
