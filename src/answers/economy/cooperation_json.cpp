#include <algorithm>

#include "answers/economy/cooperation.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using economy::AsIsLine;
using economy::Money;

void write_spread(JsonWriter& out, std::string_view name, const economy::Spread& spread) {
  out.key(name).begin_object();
  number(out, "mean", spread.mean);
  number(out, "deviation", spread.deviation);
  number(out, "p10", spread.p10);
  number(out, "p50", spread.p50);
  number(out, "p90", spread.p90);
  number(out, "probability_above_zero", spread.above_zero);
  out.end_object();
}

/// docs/reference/economy-json.md describes the schema.
class Json {
 public:
  explicit Json(const CooperationRun& run) : run_(run), input_(run.input) {}

  std::string write() {
    out_.begin_object();
    field(out_, "schema", "varde-economy/1");
    field(out_, "kind", "cooperation");
    field(out_, "name", input_.name);
    field(out_, "description", input_.description);
    assumptions();
    as_is();
    out_.key("alternatives").begin_array();
    for (std::size_t a = 0; a < run_.projections.size(); ++a) {
      alternative(input_.alternatives[a], run_.projections[a]);
    }
    out_.end_array();
    stated();
    write_contradictions(out_, input_.contradictions);
    if (run_.uncertainty) uncertainty(*run_.uncertainty);
    out_.end_object();
    return out_.take();
  }

 private:
  void assumptions() {
    const auto& a = input_.assumptions;
    out_.key("assumptions").begin_object();
    integer(out_, "price_year", a.price_year);
    integer(out_, "comparison_year", a.comparison_year);
    integer(out_, "first_year", a.first_year);
    integer(out_, "years", a.years);
    number(out_, "discount_rate", a.discount_rate);
    number(out_, "population_growth", a.population_growth);
    number(out_, "usage_growth", a.usage_growth);
    field(out_, "person_year_cost", a.person_year_cost);
    number(out_, "person_year_hours", a.person_year.in_hours());
    out_.key("indices").begin_object();
    for (const auto& [name, rate] : a.indices) number(out_, name, rate);
    out_.end_object();
    out_.key("origins").begin_object();
    for (const auto& [name, origin] : a.origins) {
      out_.key(name).begin_object();
      write_origin(out_, origin);
      out_.end_object();
    }
    out_.end_object();
    out_.end_object();
  }

  double person_years(economy::Hours hours) const {
    return hours.in_hours() / input_.assumptions.person_year.in_hours();
  }

  bool compared(const AsIsLine& line) const {
    return std::ranges::find(input_.as_is.compared, line.area) != input_.as_is.compared.end();
  }

  void as_is() {
    const auto pick = [&](const AsIsLine& line) { return compared(line); };
    const auto total = run_.as_is.amount(pick);
    const auto hours = run_.as_is.hours(pick);
    const auto people = economy::inhabitants(input_);
    const auto stated_people = economy::stated_inhabitants(input_);
    out_.key("as_is").begin_object();
    field(out_, "total", total);
    integer(out_, "inhabitants", people);
    field(out_, "per_inhabitant", per(total, people));
    integer(out_, "stated_inhabitants", stated_people);
    field(out_, "per_stated_inhabitant", per(total, stated_people));
    if (input_.as_is.stated) {
      out_.key("report_states").begin_object();
      field(out_, "total", input_.as_is.stated->amount);
      write_origin(out_, input_.as_is.stated->origin);
      out_.end_object();
    }
    number(out_, "hours", hours.in_hours());
    number(out_, "person_years", person_years(hours));
    percent_field(out_, "reported_percent", economy::coverage(run_.as_is, input_.as_is.compared));
    areas();
    out_.key("municipalities").begin_array();
    for (std::size_t m = 0; m < input_.municipalities.size(); ++m) as_is_municipality(m);
    out_.end_array();
    out_.key("gaps").integer(static_cast<std::int64_t>(run_.as_is.gaps.size()));
    out_.end_object();
  }

  static Money per(Money total, std::int64_t people) {
    return people == 0 ? Money{} : economy::scale(total, 1, people);
  }

  void areas() {
    out_.key("areas").begin_array();
    for (std::size_t a = 0; a < economy::kAreas.size(); ++a) {
      const auto area = static_cast<economy::Area>(a);
      const auto in_area = [&](const AsIsLine& line) { return line.area == area; };
      if (std::ranges::none_of(run_.as_is.lines, in_area)) continue;
      out_.begin_object();
      field(out_, "area", economy::kAreas[a]);
      field(out_, "total", run_.as_is.amount(in_area));
      number(out_, "hours", run_.as_is.hours(in_area).in_hours());
      percent_field(out_, "reported_percent", economy::coverage(run_.as_is, {area}));
      out_.key("categories").begin_object();
      for (std::size_t c = 0; c < economy::kCategories.size(); ++c) {
        const auto category = static_cast<economy::Category>(c);
        field(out_, economy::kCategories[c], run_.as_is.amount([&](const AsIsLine& line) {
          return line.area == area && line.category == category;
        }));
      }
      out_.end_object();
      out_.end_object();
    }
    out_.end_array();
  }

  void municipality(std::size_t m) {
    integer(out_, "number", input_.municipalities[m].number);
    field(out_, "name", input_.municipalities[m].name);
  }

  void as_is_municipality(std::size_t m) {
    const auto mine = [&](const AsIsLine& line) {
      return line.municipality == m && compared(line);
    };
    const auto total = run_.as_is.amount(mine);
    out_.begin_object();
    municipality(m);
    integer(out_, "inhabitants", run_.inhabitants(m));
    field(out_, "total", total);
    field(out_, "per_inhabitant", per(total, run_.inhabitants(m)));
    number(out_, "hours", run_.as_is.hours(mine).in_hours());
    out_.key("lines").begin_array();
    for (const auto& line : run_.as_is.lines) {
      if (line.municipality != m) continue;
      out_.begin_object();
      field(out_, "area", economy::kAreas[static_cast<std::size_t>(line.area)]);
      field(out_, "category", economy::kCategories[static_cast<std::size_t>(line.category)]);
      field(out_, "amount", line.amount);
      if (line.category == economy::Category::hours) number(out_, "hours", line.hours.in_hours());
      field(out_, "from",
            line.filled ? economy::kFills[static_cast<std::size_t>(line.how)] : "answer");
      write_origin(out_, line.origin);
      out_.end_object();
    }
    out_.end_array();
    out_.end_object();
  }

  void alternative(const economy::Alternative& alternative, const economy::Projection& projection) {
    const auto& one = projection.comparison;
    const auto saved = one.as_is_hours - one.cost_hours;
    out_.begin_object();
    field(out_, "id", alternative.id);
    field(out_, "name", alternative.name);
    field(out_, "cost", one.cost_total);
    field(out_, "per_inhabitant", per(one.cost_total, economy::inhabitants(input_)));
    field(out_, "per_stated_inhabitant", per(one.cost_total, economy::stated_inhabitants(input_)));
    field(out_, "saving", one.saving());
    number(out_, "saving_percent", economy::percent_of(one.saving(), one.as_is_total));
    number(out_, "hours", one.cost_hours.in_hours());
    number(out_, "hours_saved", saved.in_hours());
    number(out_, "person_years_saved", person_years(saved));
    field(out_, "net_present_value", projection.value.net_present);
    payback(projection.value);
    items(alternative);
    allocations(one.cost);
    out_.key("municipalities").begin_array();
    for (std::size_t m = 0; m < input_.municipalities.size(); ++m) {
      alternative_municipality(m, one, projection.values[m]);
    }
    out_.end_array();
    years(projection.years);
    out_.end_object();
  }

  void payback(const economy::Value& value) {
    out_.key("payback_year");
    value.payback ? out_.integer(*value.payback) : out_.null();
    out_.key("discounted_payback_year");
    value.discounted_payback ? out_.integer(*value.discounted_payback) : out_.null();
  }

  void items(const economy::Alternative& alternative) {
    out_.key("items").begin_array();
    for (const auto& item : alternative.items) {
      out_.begin_object();
      field(out_, "name", item.name);
      field(out_, item.per.empty() ? "key" : "per", item.per.empty() ? item.key : item.per);
      field(out_, "charge", economy::kCharges[static_cast<std::size_t>(item.charge)]);
      field(out_, "amount", item.amount.value);
      if (item.amount.low) field(out_, "low", *item.amount.low);
      if (item.amount.high) field(out_, "high", *item.amount.high);
      integer(out_, "from", item.from);
      integer(out_, "to", item.to);
      write_origin(out_, item.amount.origin);
      out_.end_object();
    }
    for (const auto& row : alternative.staffing) {
      out_.begin_object();
      field(out_, "name", row.name);
      field(out_, "key", row.key);
      field(out_, "charge", "yearly");
      field(out_, "amount", economy::yearly_cost(row, input_.assumptions));
      number(out_, "person_years", static_cast<double>(row.person_years_thousandths) / 1'000.0);
      integer(out_, "from", row.from);
      integer(out_, "to", row.to);
      write_origin(out_, row.origin);
      out_.end_object();
    }
    out_.end_array();
  }

  void allocations(const economy::YearCost& cost) {
    list(out_, "allocations", cost.allocations, [&](const auto& one) {
      field(out_, "key", one.key);
      field(out_, "total", one.total);
      out_.key("municipalities").begin_array();
      for (std::size_t m = 0; m < one.parts.size(); ++m) {
        out_.begin_object();
        municipality(m);
        field(out_, "amount", one.parts[m]);
        out_.end_object();
      }
      out_.end_array();
    });
  }

  void alternative_municipality(std::size_t m, const economy::Comparison& one,
                                const economy::Value& value) {
    out_.begin_object();
    municipality(m);
    field(out_, "as_is", one.as_is[m]);
    field(out_, "cost", one.cost.part(m));
    field(out_, "per_inhabitant", per(one.cost.part(m), run_.inhabitants(m)));
    field(out_, "saving", one.saving(m));
    number(out_, "saving_percent", economy::percent_of(one.saving(m), one.as_is[m]));
    field(out_, "net_present_value", value.net_present);
    payback(value);
    out_.end_object();
  }

  void years(const std::vector<economy::YearFlow>& years) {
    const auto sum = [](const std::vector<Money>& parts) {
      Money total;
      for (const auto part : parts) total += part;
      return total;
    };
    list(out_, "years", years, [&](const auto& year) {
      integer(out_, "year", year.year);
      field(out_, "as_is", sum(year.as_is));
      field(out_, "yearly", sum(year.yearly));
      field(out_, "one_off", sum(year.one_off));
      field(out_, "parallel", sum(year.parallel));
      field(out_, "saving", year.saving());
    });
  }

  void stated() {
    list(out_, "report_states", run_.stated, [&](const auto& check) {
      field(out_, "figure", check.stated.figure);
      if (!check.stated.alternative.empty()) field(out_, "alternative", check.stated.alternative);
      number(out_, "stated", check.stated.value);
      number(out_, "computed", check.computed);
      number(out_, "within", check.stated.within);
      out_.key("truncated").boolean(check.stated.truncated);
      out_.key("agrees").boolean(check.agrees);
      field(out_, "source", check.stated.source);
    });
  }

  void uncertainty(const economy::Uncertainty& result) {
    out_.key("uncertainty").begin_object();
    integer(out_, "draws", static_cast<std::int64_t>(result.draws.count));
    field(out_, "seed", std::to_string(result.draws.seed));
    list(out_, "inputs", result.inputs, [&](const auto& one) {
      field(out_, "input", one.input);
      field(out_, "shape", economy::kShapes[static_cast<std::size_t>(one.shape)]);
      write_origin(out_, one.origin);
    });
    out_.key("alternatives").begin_array();
    for (const auto& one : result.alternatives) spreads(one);
    out_.end_array();
    out_.end_object();
  }

  void spreads(const economy::AlternativeSpread& one) {
    out_.begin_object();
    field(out_, "id", one.alternative);
    write_spread(out_, "cost", one.cost);
    write_spread(out_, "saving", one.saving);
    write_spread(out_, "net_present_value", one.net_present);
    write_spread(out_, "hours_saved", one.hours_saved);
    out_.key("years").begin_array();
    for (std::size_t t = 0; t < one.years.size(); ++t) {
      out_.begin_object();
      integer(out_, "year", input_.assumptions.first_year + static_cast<std::int64_t>(t));
      write_spread(out_, "saving", one.years[t]);
      out_.end_object();
    }
    out_.end_array();
    out_.key("municipalities").begin_array();
    for (std::size_t m = 0; m < one.municipalities.size(); ++m) {
      out_.begin_object();
      municipality(m);
      number(out_, "probability_saves", one.municipalities[m].saving.above_zero);
      write_spread(out_, "saving", one.municipalities[m].saving);
      write_spread(out_, "net_present_value", one.municipalities[m].net_present);
      out_.end_object();
    }
    out_.end_array();
    list(out_, "tornado", one.tornado, [&](const auto& swing) {
      field(out_, "input", swing.input);
      number(out_, "at_p10", swing.at_p10);
      number(out_, "at_p90", swing.at_p90);
    });
    out_.end_object();
  }

  const CooperationRun& run_;
  const economy::Case& input_;
  JsonWriter out_;
};

}  // namespace

std::string cooperation_json(const CooperationRun& run) { return Json(run).write() + "\n"; }

std::string check_json(const CooperationRun& run) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-economy/1");
  field(out, "kind", "cooperation");
  percent_field(out, "reported_percent", economy::coverage(run.as_is, run.input.as_is.compared));
  out.key("gaps").begin_array();
  for (const auto& gap : run.as_is.gaps) {
    const auto& municipality = run.input.municipalities[gap.municipality];
    out.begin_object();
    integer(out, "number", municipality.number);
    field(out, "name", municipality.name);
    field(out, "area", economy::kAreas[static_cast<std::size_t>(gap.area)]);
    field(out, "category", economy::kCategories[static_cast<std::size_t>(gap.category)]);
    field(out, "by", economy::kFills[static_cast<std::size_t>(gap.how)]);
    out.key("filled").boolean(gap.filled);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take() + "\n";
}

Result<std::string> compare_json(const CooperationRun& run, const std::vector<std::string>& keys) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-economy/1");
  field(out, "kind", "comparison");
  out.key("alternatives").begin_array();
  for (const auto& alternative : run.input.alternatives) {
    const auto result = economy::compare_keys(run.input, run.as_is, alternative, keys);
    if (!result) return result.error();
    out.begin_object();
    field(out, "id", alternative.id);
    out.key("municipalities").begin_array();
    for (std::size_t m = 0; m < result->as_is.size(); ++m) {
      out.begin_object();
      integer(out, "number", run.input.municipalities[m].number);
      field(out, "name", run.input.municipalities[m].name);
      field(out, "as_is", result->as_is[m]);
      percent_field(out, "break_even_percent", result->break_even[m]);
      list(out, "keys", result->columns, [&](const auto& column) {
        field(out, "key", column.key);
        field(out, "cost", column.parts[m]);
        field(out, "against_as_written", column.parts[m] - result->columns[0].parts[m]);
        field(out, "saving", result->as_is[m] - column.parts[m]);
      });
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::answers
