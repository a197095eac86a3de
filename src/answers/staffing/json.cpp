#include "answers/print.hpp"
#include "answers/staffing/run.hpp"

namespace varde::answers {
namespace {

using staffing::Answers;
using staffing::Estimate;
using staffing::Figures;

constexpr const char* kSchema = "varde-staffing/1";

void estimate(JsonWriter& out, std::string_view name, const Estimate& value) {
  out.key(name).begin_object();
  number(out, "value", value.value);
  number(out, "low", value.low);
  number(out, "high", value.high);
  out.end_object();
}

void money_range(JsonWriter& out, std::string_view name, const staffing::MoneyRange& range) {
  out.key(name).begin_object();
  field(out, "value", range.value);
  field(out, "low", range.low);
  field(out, "high", range.high);
  out.end_object();
}

void person_years(JsonWriter& out, std::string_view name, double value, double low, double high) {
  out.key(name).begin_object();
  number(out, "value", value);
  number(out, "low", low);
  number(out, "high", high);
  out.end_object();
}

void cost(JsonWriter& out, std::string_view name, const staffing::Cost& cost) {
  out.key(name).begin_object();
  person_years(out, "person_years", cost.person_years, cost.person_years_low,
               cost.person_years_high);
  money_range(out, "pay", {cost.pay, cost.pay_low, cost.pay_high});
  out.end_object();
}

template <class Numbers>
void numbers(JsonWriter& out, std::string_view name, const Numbers& values) {
  out.key(name).begin_array();
  for (const auto value : values) out.number(static_cast<double>(value));
  out.end_array();
}

/// docs/reference/staffing-json.md describes the schema.
class Json {
 public:
  explicit Json(const StaffingRun& run)
      : input_(run.input), evaluation_(run.evaluation), measured_days_(run.measured_days) {}

  std::string write() {
    out_.begin_object();
    field(out_, "schema", kSchema);
    field(out_, "name", input_.name);
    integer(out_, "years", static_cast<std::int64_t>(evaluation_.run.years));
    field(out_, "seed", std::to_string(evaluation_.run.seed));
    if (measured_days_) number(out_, "measured_days", *measured_days_);
    numbers_given();
    targets();
    roster();
    demand();
    needed();
    ranges();
    bought();
    out_.key("alternatives").begin_array();
    for (const auto& figures : evaluation_.alternatives) alternative(figures);
    out_.end_array();
    out_.end_object();
    return out_.take();
  }

 private:
  void numbers_given() {
    list(out_, "numbers", input_.numbers, [&](const auto& one) {
      field(out_, "name", one.name);
      number(out_, "value", one.value);
      if (one.low) number(out_, "low", *one.low);
      if (one.high) number(out_, "high", *one.high);
      write_origin(out_, one.origin);
    });
  }

  void targets() {
    list(out_, "targets", input_.targets, [&](const auto& one) {
      number(out_, "within_s", one.answer.within_s);
      number(out_, "share", one.answer.share);
      field(out_, "source", one.source);
    });
  }

  void roster() {
    const auto& roster = input_.roster;
    out_.key("roster").begin_object();
    number(out_, "weekly_hours", roster.weekly_hours);
    number(out_, "desk_hours", staffing::desk_hours(roster));
    number(out_, "person_years_per_seat", staffing::person_years_per_seat(roster));
    number(out_, "gross_person_years_per_seat", staffing::gross_person_years_per_seat(roster));
    integer(out_, "minimum_on_duty", input_.minimum);
    field(out_, "person_year_cost", input_.person_year_cost);
    number(out_, "desk_hour_cost", staffing::cost_of_hour(input_));
    out_.end_object();
  }

  void demand() {
    out_.key("demand").begin_object();
    number(out_, "users", input_.users);
    number(out_, "work_hours", evaluation_.work_hours);
    numbers(out_, "load_by_hour", evaluation_.load);
    out_.key("kinds").begin_array();
    for (std::size_t k = 0; k < input_.demand.kinds.size(); ++k) kind(k);
    out_.end_array();
    list(out_, "bursts", input_.demand.bursts, [&](const auto& burst) {
      field(out_, "name", burst.name);
      number(out_, "per_year", burst.per_year);
      number(out_, "homes", burst.homes_mean);
      number(out_, "homes_deviation", burst.homes_deviation);
      number(out_, "spread_s", burst.spread_s);
      list(out_, "parts", burst.parts, [&](const auto& part) {
        field(out_, "kind", input_.demand.kinds[part.kind].name);
        number(out_, "share", part.share);
      });
    });
    out_.end_object();
  }

  void kind(std::size_t k) {
    const auto& kind = input_.demand.kinds[k];
    out_.begin_object();
    field(out_, "id", kind.name);
    out_.key("technical").boolean(kind.technical);
    out_.key("interruptible").boolean(kind.interruptible);
    integer(out_, "priority", kind.priority);
    number(out_, "per_year", kind.per_year);
    number(out_, "per_year_with_bursts", staffing::yearly(input_.demand, k));
    field(out_, "handling_shape",
          staffing::kHandlingShapes[static_cast<std::size_t>(kind.handling.shape)]);
    number(out_, "handling_mean_s", kind.handling.mean_s);
    number(out_, "handling_deviation_s", kind.handling.deviation_s);
    number(out_, "patience_s", kind.patience_s);
    number(out_, "retry_s", kind.retry_s);
    out_.key("rate_by_hour").begin_array();
    for (std::size_t hour = 0; hour < staffing::kHoursOfWeek; ++hour) {
      out_.number(staffing::rate(kind, hour));
    }
    out_.end_array();
    out_.end_object();
  }

  void needed() {
    out_.key("needed").begin_object();
    numbers(out_, "operators_by_hour", evaluation_.needed);
    number(out_, "operator_hours_a_week", evaluation_.needed_hours_a_week);
    cost(out_, "cost", evaluation_.needed_cost);
    out_.end_object();
  }

  /// The work with all uncertain numbers low, and all high.
  void ranges() {
    if (!evaluation_.at_low || !evaluation_.at_high) return;
    out_.key("ranges").begin_object();
    integer(out_, "years", static_cast<std::int64_t>(evaluation_.at_low->years));
    for (const auto& [name, at] :
         {std::pair{"low", &*evaluation_.at_low}, {"high", &*evaluation_.at_high}}) {
      out_.key(name).begin_object();
      number(out_, "work_hours", at->work_hours);
      number(out_, "needed_person_years", at->needed_person_years);
      out_.end_object();
    }
    out_.end_object();
  }

  void at_bound(std::string_view name, const std::optional<staffing::AtBound>& at) {
    if (!at) return;
    out_.key(name).begin_object();
    out_.key("fault");
    if (at->fault) {
      out_.text(*at->fault);
    } else {
      out_.null();
      out_.key("answers");
      answers(at->answers);
      estimate(out_, "occupancy", at->occupancy);
      field(out_, "cost", at->cost);
    }
    out_.end_object();
  }

  void bought() {
    list(out_, "bought", evaluation_.bought, [&](const auto& one) {
      number(out_, "person_years", one.person_years);
      number(out_, "seats", one.seats);
      integer(out_, "whole_seats", one.whole_seats);
      number(out_, "hours_left_a_week", one.hours_left_a_week);
      number(out_, "desk_hours", one.desk_hours);
      number(out_, "stated_hours", one.person_years * input_.person_year_hours);
    });
  }

  void answers(const Answers& one) {
    out_.begin_object();
    field(out_, "group", one.group);
    estimate(out_, "yearly", one.yearly);
    out_.key("within").begin_array();
    for (std::size_t t = 0; t < one.within.size(); ++t) {
      const auto& target = input_.targets[t].answer;
      out_.begin_object();
      number(out_, "within_s", target.within_s);
      number(out_, "target", target.share);
      number(out_, "value", one.within[t].value);
      number(out_, "low", one.within[t].low);
      number(out_, "high", one.within[t].high);
      out_.key("reached").boolean(one.within[t].value >= target.share);
      out_.end_object();
    }
    out_.end_array();
    estimate(out_, "waits", one.waits);
    estimate(out_, "mean_s", one.mean_s);
    estimate(out_, "p50_s", one.p50_s);
    estimate(out_, "p90_s", one.p90_s);
    estimate(out_, "p99_s", one.p99_s);
    estimate(out_, "longest_s", one.longest_s);
    estimate(out_, "pressed_again", one.pressed_again);
    estimate(out_, "interrupted", one.interrupted);
    estimate(out_, "work_hours", one.work_hours);
    out_.end_object();
  }

  void hours(const staffing::TrialResult& result) {
    out_.key("hours").begin_array();
    for (std::size_t hour = 0; hour < result.hours.size(); ++hour) {
      const auto& one = result.hours[hour];
      out_.begin_object();
      integer(out_, "hour", static_cast<std::int64_t>(hour));
      number(out_, "yearly", one.yearly);
      out_.key("within").begin_array();
      for (const auto& within : one.within) out_.number(within.value);
      out_.end_array();
      number(out_, "p50_s", one.p50_s);
      number(out_, "p90_s", one.p90_s);
      number(out_, "p99_s", one.p99_s);
      out_.end_object();
    }
    out_.end_array();
  }

  void connection(const Figures& figures) {
    const auto& one = *figures.connection;
    const auto& host = input_.hosts[*input_.alternatives[figures.alternative].host];
    out_.key("connection").begin_object();
    field(out_, "host", host.id);
    field(out_, "name", host.name);
    estimate(out_, "share", one.share);
    cost(out_, "host_cost", one.host_cost);
    out_.key("host_alone");
    answers(one.alone);
    out_.key("host_together");
    answers(one.together);
    number(out_, "lacks_alone_hours_a_week", one.lacks_alone_hours);
    number(out_, "lacks_together_hours_a_week", one.lacks_together_hours);
    cost(out_, "extra", one.extra);
    out_.end_object();
  }

  void alternative(const Figures& figures) {
    const auto& one = input_.alternatives[figures.alternative];
    out_.begin_object();
    field(out_, "id", one.id);
    field(out_, "name", one.name);
    field(out_, "kind", one.host ? "connected" : one.reserve.persons > 0 ? "colocated" : "own");
    out_.key("plan").begin_object();
    numbers(out_, "operators_by_hour", figures.plan.by_hour());
    number(out_, "operator_hours_a_week", figures.plan.operator_hours());
    integer(out_, "fewest", figures.plan.fewest());
    integer(out_, "most", figures.plan.most());
    out_.end_object();
    number(out_, "hours_below_minimum", figures.hours_below_minimum);
    number(out_, "hours_alone", figures.hours_alone);
    person_years(out_, "person_years", figures.person_years, figures.person_years_low,
                 figures.person_years_high);
    money_range(out_, "pay", figures.pay);
    money_range(out_, "reserve", figures.reserve);
    field(out_, "overhead", one.overhead);
    money_range(out_, "cost", figures.total);
    against(figures);
    estimate(out_, "occupancy", figures.simulated.occupancy);
    estimate(out_, "reserve_hours", figures.simulated.reserve_hours);
    out_.key("answers").begin_array();
    for (const auto& group : figures.simulated.groups) {
      if (!group.group.starts_with("host.")) answers(group);
    }
    out_.end_array();
    hours(figures.simulated);
    at_bound("at_low", figures.at_low);
    at_bound("at_high", figures.at_high);
    if (figures.connection) connection(figures);
    out_.end_object();
  }

  /// Differences to the reference and to what the economy case reckons with.
  void against(const Figures& figures) {
    const auto& one = input_.alternatives[figures.alternative];
    if (evaluation_.reference) {
      const auto& reference = evaluation_.alternatives[*evaluation_.reference];
      out_.key("against").begin_object();
      field(out_, "alternative", input_.alternatives[reference.alternative].id);
      number(out_, "person_years", figures.person_years - reference.person_years);
      field(out_, "cost", figures.total.value - reference.total.value);
      out_.end_object();
    }
    if (!one.stated_cost) return;
    out_.key("economy").begin_object();
    field(out_, "alternative", one.economy);
    number(out_, "stated_person_years", *one.stated_person_years);
    field(out_, "stated_cost", *one.stated_cost);
    number(out_, "person_years", figures.person_years - *one.stated_person_years);
    field(out_, "cost", figures.total.value - *one.stated_cost);
    out_.end_object();
  }

  const staffing::StaffingCase& input_;
  const staffing::Evaluation& evaluation_;
  const std::optional<double> measured_days_;
  JsonWriter out_;
};

}  // namespace

std::string staffing_json(const StaffingRun& run) { return Json(run).write() + "\n"; }

std::string staffing_mistakes_json(const std::vector<cases::Complaint>& mistakes) {
  return mistakes_json(kSchema, mistakes);
}

}  // namespace varde::answers
