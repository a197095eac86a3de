#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/words.hpp"
#include "domain/economy/stated.hpp"
#include "report/plot.hpp"

// Today's cost, the alternatives, and what each municipality pays.
namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::paragraph;
using report::text;

/// Every area that has a line, compared ones first.
std::vector<economy::Area> areas_of(const CooperationView& view) {
  auto areas = view.input().as_is.compared;
  for (const auto& line : view.run->as_is.lines) {
    if (std::ranges::find(areas, line.area) == areas.end()) areas.push_back(line.area);
  }
  return areas;
}

Html as_is_table(const CooperationView& view) {
  std::vector<report::Table::Column> columns{{"Kommune"}, {"Innbyggere", true}};
  const auto& areas = view.input().as_is.compared;
  for (const auto area : areas) columns.push_back({std::string(word(area)) + ", kr", true});
  columns.push_back({"Sum, kr", true});
  columns.push_back({"Per innb., kr", true});
  columns.push_back({"Timer", true});
  columns.push_back({"Grunnlag"});
  report::Table table(columns);
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    std::vector<Html> cells{text(view.input().municipalities[m].name),
                            text(report::whole(view.run->inhabitants(m)))};
    for (const auto area : areas) {
      cells.push_back(text(kroner(view.run->as_is.amount([&](const economy::AsIsLine& line) {
        return line.municipality == m && line.area == area;
      }))));
    }
    const auto sum = view.comparison(0).as_is[m];
    cells.push_back(text(kroner(sum)));
    cells.push_back(text(kroner(view.per_inhabitant(sum, m))));
    cells.push_back(text(report::decimal(view.hours_today(m).in_hours(), 0)));
    cells.push_back(
        quality_mark(view.filled(m) ? economy::Quality::estimated : economy::Quality::reported));
    table.row(cells);
  }
  std::vector<std::string> sum{"Sammen", report::whole(economy::inhabitants(view.input()))};
  for (const auto area : areas) {
    sum.push_back(kroner(
        view.run->as_is.amount([&](const economy::AsIsLine& line) { return line.area == area; })));
  }
  const auto& one = view.comparison(0);
  sum.insert(sum.end(),
             {kroner(one.as_is_total),
              kroner(economy::scale(one.as_is_total, 1,
                                    std::max<std::int64_t>(1, economy::inhabitants(view.input())))),
              report::decimal(one.as_is_hours.in_hours(), 0)});
  return table.total(sum).html();
}

Html categories_table(const CooperationView& view) {
  report::Table table(
      {{"Område"}, {"Kostnad"}, {"Kr i året", true}, {"Timer", true}, {"Besvart", true}},
      "Dagens kostnad etter område og kostnadstype");
  for (const auto area : areas_of(view)) {
    for (std::size_t c = 0; c < economy::kCategories.size(); ++c) {
      const auto category = static_cast<economy::Category>(c);
      const auto pick = [&](const economy::AsIsLine& line) {
        return line.area == area && line.category == category;
      };
      const auto amount = view.run->as_is.amount(pick);
      if (amount.is_zero()) continue;
      const auto answered = view.run->as_is.amount(
          [&](const economy::AsIsLine& line) { return pick(line) && !line.filled; });
      const auto hours = view.run->as_is.hours(pick);
      table.row({std::string(word(area)), std::string(word(category)), kroner(amount),
                 hours.hundredths == 0 ? "" : report::decimal(hours.in_hours(), 0),
                 report::percent(economy::percent_of(answered, amount))});
    }
  }
  return table.empty() ? Html{} : table.html();
}

Html costs_table(const CooperationView& view, const economy::Alternative& alternative) {
  report::Table table({{"Kostnad"}, {"Fordeles"}, {"Når"}, {"Kr", true}, {"Kvalitet"}},
                      alternative.name);
  const auto when = [](const char* charge, int from, int to) {
    return from == to ? fmt::format("{}, {}", charge, from)
                      : fmt::format("{}, {}–{}", charge, from, to);
  };
  for (const auto& item : alternative.items) {
    const bool yearly = item.charge == economy::Charge::yearly;
    table.row(
        {text(item.name),
         text(item.per.empty() ? describe_allocation(view.input(), item.key)
                               : "Pris per enhet (" + item.per + ")"),
         text(yearly ? when("årlig", item.from, item.to) : when("én gang", item.from, item.from)),
         text(kroner(item.amount.value)), quality_mark(item.amount.origin.quality)});
  }
  for (const auto& row : alternative.staffing) {
    table.row(
        {text(fmt::format(
             "{} ({} årsverk)", row.name,
             report::decimal(static_cast<double>(row.person_years_thousandths) / 1'000.0, 1))),
         text(describe_allocation(view.input(), row.key)), text(when("årlig", row.from, row.to)),
         text(kroner(economy::yearly_cost(row, view.input().assumptions))),
         quality_mark(row.origin.quality)});
  }
  return table.html();
}

Html compared_table(const CooperationView& view) {
  std::vector<report::Table::Column> columns{{"", false, "52mm"}, {"I dag", true}};
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    columns.push_back({view.alternative_name(a), true});
  }
  report::Table table(columns, "Et vanlig år, alle kommuner sammen");
  const auto row = [&](const std::string& name, const std::string& today, auto cell) {
    std::vector<std::string> cells{name, today};
    for (std::size_t a = 0; a < view.alternatives(); ++a) cells.push_back(cell(a));
    table.row(cells);
  };
  const auto& today = view.comparison(0);
  const auto people = std::max<std::int64_t>(1, economy::inhabitants(view.input()));
  const auto stated = std::max<std::int64_t>(1, economy::stated_inhabitants(view.input()));
  row("Kostnad, kr", kroner(today.as_is_total),
      [&](std::size_t a) { return kroner(view.comparison(a).cost_total); });
  row(fmt::format("Per innbygger, kr ({})", report::whole(people)),
      exact(economy::scale(today.as_is_total, 1, people)), [&](std::size_t a) {
        return exact(economy::scale(view.comparison(a).cost_total, 1, people));
      });
  if (stated != people) {
    row(fmt::format("Per innbygger, kr (kildens {})", report::whole(stated)),
        exact(economy::scale(today.as_is_total, 1, stated)), [&](std::size_t a) {
          return exact(economy::scale(view.comparison(a).cost_total, 1, stated));
        });
  }
  row("Besparelse, kr", "", [&](std::size_t a) { return kroner(view.comparison(a).saving()); });
  row("Besparelse, prosent", "", [&](std::size_t a) {
    return report::percent(
        economy::percent_of(view.comparison(a).saving(), view.comparison(a).as_is_total));
  });
  row("Arbeidstimer", report::decimal(today.as_is_hours.in_hours(), 0),
      [&](std::size_t a) { return report::decimal(view.comparison(a).cost_hours.in_hours(), 0); });
  row("Årsverk", report::decimal(view.person_years(today.as_is_hours), 1), [&](std::size_t a) {
    return report::decimal(view.person_years(view.comparison(a).cost_hours), 1);
  });
  row("Engangskostnader i perioden, kr", "", [&](std::size_t a) {
    Money sum;
    for (std::size_t m = 0; m < view.municipalities(); ++m) sum += view.one_off(a, m);
    return kroner(sum);
  });
  row(fmt::format("Nåverdi av besparelsen over {} år, kr", view.input().assumptions.years), "",
      [&](std::size_t a) { return kroner(view.run->projections[a].value.net_present); });
  row("I pluss fra og med", "", [&](std::size_t a) {
    const auto& year = view.run->projections[a].value.payback;
    return year ? std::to_string(*year) : std::string("ikke i perioden");
  });
  return table.html();
}

Html years_plot(const CooperationView& view) {
  std::vector<std::string> years;
  for (const auto& year : view.run->projections[0].years)
    years.push_back(std::to_string(year.year));
  std::vector<report::Series> series;
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    report::Series one{view.alternative_name(a), {}};
    double sum = 0;
    for (const auto& year : view.run->projections[a].years) {
      sum += in_millions(year.saving());
      one.values.push_back(sum);
    }
    series.push_back(std::move(one));
  }
  return report::lines({.title = "Samlet besparelse siden første år, alle kommuner (uten rente)",
                        .unit = "mill. kr"},
                       years, series);
}

Html split_plot(const CooperationView& view) {
  std::vector<std::string> labels{"I dag"};
  std::vector<report::Series> series;
  for (const auto area : view.input().as_is.compared) {
    const auto amount =
        view.run->as_is.amount([&](const economy::AsIsLine& line) { return line.area == area; });
    series.push_back({std::string(word(area)) + " (i dag)", {in_millions(amount)}});
  }
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    labels.push_back(fmt::format("Alternativ {}", a + 1));
    for (const auto& item : view.comparison(a).cost.allocations) {
      const auto name = describe_allocation(view.input(), item.key);
      auto found = std::ranges::find(series, name, &report::Series::name);
      if (found == series.end()) found = series.insert(series.end(), {name, {}});
      found->values.resize(labels.size(), 0);
      found->values.back() += in_millions(item.total);
    }
  }
  return report::stacked_bars({.title = "Kostnad i et vanlig år, i dag og etter fordelingsnøkkel",
                               .unit = "mill. kr",
                               .label_width = 90,
                               .decimals = 1},
                              labels, series);
}

Html payers_table(const CooperationView& view, std::size_t a) {
  const auto& one = view.comparison(a);
  const auto* spread = view.spread(a);
  std::vector<report::Table::Column> columns{
      {"Kommune"},          {"I dag, kr", true}, {"Betaler, kr", true}, {"Per innb., kr", true},
      {"Sparer, kr", true}, {"Sparer", true},    {"Nåverdi, kr", true}};
  if (spread != nullptr) columns.push_back({"Sannsynlig at den sparer", true});
  report::Table table(columns, view.alternative_name(a));
  for (std::size_t m = 0; m < view.municipalities(); ++m) {
    const auto pays = one.cost.part(m);
    std::vector<std::string> cells{
        view.input().municipalities[m].name,
        kroner(one.as_is[m]),
        exact(pays),
        kroner(view.per_inhabitant(pays, m)),
        kroner(one.saving(m)),
        report::percent(economy::percent_of(one.saving(m), one.as_is[m])),
        kroner(view.run->projections[a].values[m].net_present)};
    if (spread != nullptr) {
      cells.push_back(probability(spread->municipalities[m].saving.above_zero));
    }
    table.row(cells);
  }
  table.total(
      {"Sammen", kroner(one.as_is_total), exact(one.cost_total),
       kroner(economy::scale(one.cost_total, 1,
                             std::max<std::int64_t>(1, economy::inhabitants(view.input())))),
       kroner(one.saving()), report::percent(economy::percent_of(one.saving(), one.as_is_total)),
       kroner(view.run->projections[a].value.net_present)});
  return table.html();
}

}  // namespace

Html as_is_part(const CooperationView& view) {
  const auto& one = view.comparison(0);
  Html out = report::heading(2, "Dagens kostnad", "dagens");
  out += paragraph(
      fmt::format(
          "Kommunene bruker {} i året på det alternativene skal erstatte, medregnet {} timer "
          "arbeid ({} årsverk) til {} per årsverk.",
          kr(one.as_is_total), report::decimal(one.as_is_hours.in_hours(), 0),
          report::decimal(view.person_years(one.as_is_hours), 1),
          kr(view.input().assumptions.person_year_cost)),
      "lead");
  return out + as_is_warning(view) + as_is_table(view) + categories_table(view);
}

Html alternatives_part(const CooperationView& view) {
  Html out = report::heading(2, "Alternativene", "alternativene");
  for (const auto& alternative : view.input().alternatives) out += costs_table(view, alternative);
  return out + compared_table(view) + split_plot(view) + years_plot(view);
}

Html payers_part(const CooperationView& view) {
  Html out = report::heading(2, "Hva kommunene betaler", "betaler");
  out += paragraph(
      "Beløpene er på øret og summerer til totalen: øre som blir til overs ved avrunding, går til "
      "de "
      "største restene.");
  std::vector<std::string> names;
  for (const auto& one : view.input().municipalities) names.push_back(one.name);
  std::vector<report::Series> series;
  for (std::size_t a = 0; a < view.alternatives(); ++a) {
    out += payers_table(view, a) + saving_map(view, a);
    report::Series one{view.alternative_name(a), {}};
    for (std::size_t m = 0; m < view.municipalities(); ++m) {
      one.values.push_back(view.per_inhabitant(view.comparison(a).saving(m), m).in_kroner());
    }
    series.push_back(std::move(one));
  }
  return out +
         report::bars({.title = "Besparelse per innbygger i et vanlig år (under null: betaler mer)",
                       .unit = "kr per innbygger",
                       .label_width = 100,
                       .decimals = 0},
                      names, series);
}

}  // namespace varde::answers
