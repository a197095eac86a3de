#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "answers/economy/cooperation.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using economy::to_grouped_kroner;

std::string kroner(double value) { return to_grouped_kroner(economy::round_to_ore(value)); }

std::string year_or_dash(const std::optional<int>& year) {
  return year ? std::to_string(*year) : "-";
}

std::string per_inhabitant(economy::Money total, std::int64_t people) {
  return people == 0 ? "-" : economy::to_grouped(economy::scale(total, 1, people));
}

std::string as_is_text(const CooperationRun& run) {
  const auto& one = run.projections.front().comparison;
  const auto people = economy::inhabitants(run.input);
  const auto stated = economy::stated_inhabitants(run.input);
  std::string out =
      fmt::format("\nToday ({}): {} kr a year, {} kr per inhabitant on the register's {}\n",
                  run.input.assumptions.comparison_year, to_grouped_kroner(one.as_is_total),
                  per_inhabitant(one.as_is_total, people), people);
  if (stated != people) {
    out += fmt::format("  the report states {} inhabitants: {} kr per inhabitant\n", stated,
                       per_inhabitant(one.as_is_total, stated));
  }
  const double hours = one.as_is_hours.in_hours();
  out += fmt::format("  {} hours of work, {} person-years. Answered by the municipalities: {}\n",
                     decimals(hours, 0),
                     decimals(hours / run.input.assumptions.person_year.in_hours(), 1),
                     percent(economy::coverage(run.as_is, run.input.as_is.compared)));
  const auto gaps = static_cast<std::ptrdiff_t>(run.as_is.gaps.size());
  const auto filled = std::ranges::count(run.as_is.gaps, true, &economy::Gap::filled);
  if (gaps > 0) {
    out += fmt::format(
        "  {} answers are missing; {} are stood in for by estimates, {} count as "
        "nothing (see 'varde economy check')\n",
        gaps, filled, gaps - filled);
  }
  return out;
}

std::string alternatives_text(const CooperationRun& run) {
  const auto stated = economy::stated_inhabitants(run.input);
  TextTable table({"alternative", ">kr a year", ">kr per inh.", ">saves kr", ">saves",
                   ">hours saved", ">net present value", ">payback"});
  for (std::size_t a = 0; a < run.projections.size(); ++a) {
    const auto& projection = run.projections[a];
    const auto& one = projection.comparison;
    table.row({run.input.alternatives[a].name, to_grouped_kroner(one.cost_total),
               per_inhabitant(one.cost_total, stated), to_grouped_kroner(one.saving()),
               decimals(economy::percent_of(one.saving(), one.as_is_total), 1) + " %",
               decimals((one.as_is_hours - one.cost_hours).in_hours(), 0),
               to_grouped_kroner(projection.value.net_present),
               year_or_dash(projection.value.payback)});
  }
  return fmt::format("\nAlternatives, an ordinary year (per inhabitant on {})\n{}", stated,
                     table.text());
}

std::string municipalities_text(const CooperationRun& run, std::size_t a) {
  const auto& one = run.projections[a].comparison;
  std::vector<std::string> headings{"municipality", ">inhabitants", ">today"};
  for (const auto& allocation : one.cost.allocations) headings.push_back(">" + allocation.key);
  for (const char* name : {">pays", ">per inh.", ">saves", ">net present value"}) {
    headings.emplace_back(name);
  }
  const bool drawn = run.uncertainty.has_value();
  if (drawn) headings.emplace_back(">probably saves");
  TextTable table(headings);
  for (std::size_t m = 0; m < run.input.municipalities.size(); ++m) {
    std::vector<std::string> row{run.input.municipalities[m].name,
                                 std::to_string(run.inhabitants(m)),
                                 to_grouped_kroner(one.as_is[m])};
    for (const auto& allocation : one.cost.allocations) {
      row.push_back(economy::to_grouped(allocation.parts[m]));
    }
    row.push_back(economy::to_grouped(one.cost.part(m)));
    row.push_back(per_inhabitant(one.cost.part(m), run.inhabitants(m)));
    row.push_back(to_grouped_kroner(one.saving(m)));
    row.push_back(to_grouped_kroner(run.projections[a].values[m].net_present));
    if (drawn) {
      const auto& spread = run.uncertainty->alternatives[a].municipalities[m].saving;
      row.push_back(decimals(spread.above_zero * 100, 0) + " %");
    }
    table.row(std::move(row));
  }
  std::vector<std::string> sum{"together", std::to_string(economy::inhabitants(run.input)),
                               to_grouped_kroner(one.as_is_total)};
  for (const auto& allocation : one.cost.allocations) {
    sum.push_back(economy::to_grouped(allocation.total));
  }
  sum.insert(sum.end(), {economy::to_grouped(one.cost_total), "", to_grouped_kroner(one.saving()),
                         to_grouped_kroner(run.projections[a].value.net_present)});
  table.row(std::move(sum));
  return fmt::format("\n{}\n{}", run.input.alternatives[a].name, table.text());
}

std::string costs_text(const CooperationRun& run) {
  TextTable table({"alternative", "cost", ">kr", "charge", "quality", "source"});
  for (const auto& alternative : run.input.alternatives) {
    for (const auto& item : alternative.items) {
      table.row(
          {alternative.id, item.name,
           to_grouped_kroner(item.amount.value) + (item.per.empty() ? "" : " per " + item.per),
           std::string(economy::kCharges[static_cast<std::size_t>(item.charge)]),
           std::string(to_string(item.amount.origin.quality)), item.amount.origin.source});
    }
    for (const auto& row : alternative.staffing) {
      table.row({alternative.id, row.name,
                 to_grouped_kroner(economy::yearly_cost(row, run.input.assumptions)), "yearly",
                 std::string(to_string(row.origin.quality)), row.origin.source});
    }
  }
  return "\nWhat the costs rest on\n" + table.text();
}

std::string assumptions_text(const CooperationRun& run) {
  const auto& assumptions = run.input.assumptions;
  TextTable table({"assumption", ">value", "quality", "source"});
  const auto row = [&](const std::string& name, std::string value) {
    const auto found = assumptions.origins.find(name);
    const auto origin = found == assumptions.origins.end() ? economy::Origin{} : found->second;
    table.row({name, std::move(value), std::string(to_string(origin.quality)), origin.source});
  };
  row("discount_rate", decimals(assumptions.discount_rate * 100, 2) + " %");
  row("population_growth", decimals(assumptions.population_growth * 100, 2) + " %");
  for (const auto& [name, rate] : assumptions.indices) row(name, decimals(rate * 100, 2) + " %");
  row("person_year_cost", to_grouped_kroner(assumptions.person_year_cost));
  row("person_year_hours", decimals(assumptions.person_year.in_hours(), 0));
  return "\nAssumptions\n" + table.text();
}

std::string stated_text(const CooperationRun& run) {
  std::string out;
  TextTable table({"figure", "alternative", ">the report states", ">computed", "", "source"});
  for (const auto& check : run.stated) {
    const auto& one = check.stated;
    const int places = std::abs(check.computed) < 1'000 ? 1 : 0;
    table.row({one.figure, one.alternative, decimals(one.value, 0),
               decimals(check.computed, places),
               !check.agrees   ? "differs"
               : one.truncated ? "agrees, cut"
                               : "agrees",
               one.source});
  }
  if (!table.empty()) out += "\nHeld against the report\n" + table.text();
  return out + contradictions_text(run.input.contradictions);
}

std::string uncertainty_text(const CooperationRun& run) {
  const auto& result = *run.uncertainty;
  std::string out =
      fmt::format("\nUncertainty: {} draws, seed {}\n", result.draws.count, result.draws.seed);
  TextTable table({"alternative", "result", ">P10", ">P50", ">P90", ">above zero"});
  for (const auto& one : result.alternatives) {
    const std::array<std::pair<const char*, const economy::Spread*>, 4> rows{
        {{"kr a year", &one.cost},
         {"saving a year", &one.saving},
         {"net present value", &one.net_present},
         {"hours saved", &one.hours_saved}}};
    for (const auto& [name, spread] : rows) {
      table.row({one.alternative, name, kroner(spread->p10), kroner(spread->p50),
                 kroner(spread->p90), decimals(spread->above_zero * 100, 1) + " %"});
    }
  }
  out += table.text();
  for (const auto& one : result.alternatives) {
    TextTable tornado({"input", ">at its P10", ">at its P90", "range is"});
    for (const auto& swing : one.tornado) {
      const auto input = std::ranges::find(result.inputs, swing.input, &economy::Uncertain::input);
      tornado.row({swing.input, kroner(swing.at_p10), kroner(swing.at_p90),
                   std::string(to_string(input->origin.quality))});
    }
    out += fmt::format("\nWhat moves the net present value of '{}' most\n{}", one.alternative,
                       tornado.text());
  }
  return out;
}

}  // namespace

std::string cooperation_text(const CooperationRun& run) {
  std::string out = run.input.name + "\n";
  if (!run.input.description.empty()) out += run.input.description + "\n";
  if (run.projections.empty()) return out + "\nThe case has no alternatives yet.\n";
  out += as_is_text(run) + alternatives_text(run);
  for (std::size_t a = 0; a < run.projections.size(); ++a) out += municipalities_text(run, a);
  if (run.uncertainty) out += uncertainty_text(run);
  return out + costs_text(run) + assumptions_text(run) + stated_text(run);
}

std::string check_text(const CooperationRun& run) {
  std::map<std::tuple<economy::Area, economy::Category, economy::Fill, bool>,
           std::vector<std::string>>
      gaps;
  for (const auto& gap : run.as_is.gaps) {
    gaps[{gap.area, gap.category, gap.how, gap.filled}].push_back(
        run.input.municipalities[gap.municipality].name);
  }
  std::string out = fmt::format(
      "The case can be read. Answered by the municipalities: {} of what is "
      "compared.\n",
      percent(economy::coverage(run.as_is, run.input.as_is.compared)));
  if (gaps.empty()) return out + "Nothing is missing.\n";
  TextTable table({"area", "question", "filled by", ">missing", "from"});
  const std::array<std::string, 4> words{"average per inhabitant of those who answered",
                                         "reference amount per inhabitant",
                                         "part of the stated total, by inhabitants", "nothing"};
  for (const auto& [what, names] : gaps) {
    const auto& [area, category, how, filled] = what;
    std::string list = names.front();
    for (std::size_t i = 1; i < names.size(); ++i) list += ", " + names[i];
    table.row({std::string(economy::kAreas[static_cast<std::size_t>(area)]),
               std::string(economy::kCategories[static_cast<std::size_t>(category)]),
               filled ? words[static_cast<std::size_t>(how)] : "nothing: counts as 0",
               std::to_string(names.size()), std::move(list)});
  }
  return out + "Missing answers and what stands in for them:\n" + table.text();
}

Result<std::string> compare_text(const CooperationRun& run, const std::vector<std::string>& keys) {
  std::string out;
  for (const auto& alternative : run.input.alternatives) {
    const auto result = economy::compare_keys(run.input, run.as_is, alternative, keys);
    if (!result) return result.error();
    std::vector<std::string> headings{"municipality", ">today"};
    for (const auto& column : result->columns) {
      headings.push_back(">" + column.key);
      headings.emplace_back(">saves");
    }
    headings.emplace_back(">break-even share");
    TextTable table(headings);
    for (std::size_t m = 0; m < result->as_is.size(); ++m) {
      std::vector<std::string> row{run.input.municipalities[m].name,
                                   to_grouped_kroner(result->as_is[m])};
      for (const auto& column : result->columns) {
        row.push_back(to_grouped_kroner(column.parts[m]));
        row.push_back(to_grouped_kroner(result->as_is[m] - column.parts[m]));
      }
      row.push_back(percent(result->break_even[m]));
      table.row(std::move(row));
    }
    out += fmt::format("{}\n{}\n", alternative.name, table.text());
  }
  return out;
}

}  // namespace varde::answers
