#include "domain/staffing/evaluate.hpp"

#include <algorithm>
#include <numeric>

#include "base/assert.hpp"

namespace varde::staffing {
namespace {

using economy::Money;

constexpr std::size_t kOurs = 0;  ///< source; the hosts follow

/// Groups of the kinds of one source: persons' alarms, technical ones, all.
void add_groups(Experiment& experiment, std::size_t source, const std::string& name) {
  Group persons{name + "alarms", {}}, technical{name + "technical", {}}, all{name + "all", {}};
  const auto& kinds = experiment.sources[source].kinds;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    (kinds[k].technical ? technical : persons).kinds.emplace_back(source, k);
    all.kinds.emplace_back(source, k);
  }
  experiment.groups.insert(experiment.groups.end(), {persons, technical, all});
  if (source != kOurs) return;
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    experiment.groups.push_back({"kind." + kinds[k].name, {{source, k}}});
  }
}

/// Trials: the alternatives in order, then each host by itself.
Experiment experiment_of(const StaffingCase& input, const std::vector<std::size_t>& chosen,
                         const Run& run) {
  Experiment experiment;
  experiment.years = run.years;
  experiment.seed = run.seed;
  for (const auto& target : input.targets) experiment.targets_s.push_back(target.answer.within_s);
  experiment.sources.push_back(input.demand);
  for (const auto& host : input.hosts) experiment.sources.push_back(host.demand);
  add_groups(experiment, kOurs, "");
  for (std::size_t h = 0; h < input.hosts.size(); ++h) {
    add_groups(experiment, 1 + h, "host." + input.hosts[h].id + ".");
  }
  for (const auto place : chosen) {
    const auto& one = input.alternatives[place];
    if (one.host) {
      const auto& host = input.hosts[*one.host];
      experiment.trials.push_back({one.id, {kOurs, 1 + *one.host}, WeekPlan(host.shifts), {}});
    } else {
      experiment.trials.push_back({one.id, {kOurs}, WeekPlan(one.shifts), one.reserve});
    }
  }
  for (std::size_t h = 0; h < input.hosts.size(); ++h) {
    const auto uses = [&](std::size_t place) { return input.alternatives[place].host == h; };
    if (std::ranges::none_of(chosen, uses)) continue;
    experiment.trials.push_back(
        {"host." + input.hosts[h].id, {1 + h}, WeekPlan(input.hosts[h].shifts), {}});
  }
  return experiment;
}

const Answers& group(const TrialResult& result, const std::string& name) {
  const auto found = std::ranges::find(result.groups, name, &Answers::group);
  VARDE_ASSERT(found != result.groups.end());
  return *found;
}

Money kroner(double amount) { return economy::round_to_ore(amount); }

void add_up(Figures& figures, Money overhead) {
  figures.total = {figures.pay.value + figures.reserve.value + overhead,
                   figures.pay.low + figures.reserve.low + overhead,
                   figures.pay.high + figures.reserve.high + overhead};
}

void own_cost(const StaffingCase& input, const Alternative& one, Figures& figures) {
  const auto cost = cost_of(input, figures.plan);
  figures.person_years = cost.person_years;
  figures.person_years_low = cost.person_years_low;
  figures.person_years_high = cost.person_years_high;
  figures.pay = {cost.pay, cost.pay_low, cost.pay_high};
  const auto& used = figures.simulated.reserve_hours;
  const double hour = cost_of_hour(input);
  figures.reserve = {kroner(used.value * hour), kroner(std::max(0.0, used.low) * hour),
                     kroner(used.high * hour)};
  const int from_reserve = one.reserve_counts ? one.reserve.persons : 0;
  figures.hours_below_minimum =
      figures.plan.hours_below(input.minimum - from_reserve) * kWeeksInYear;
}

/// Operator hours a week that a plan lacks for what is needed.
double lacking(const std::array<int, kHoursOfWeek>& needed, const WeekPlan& plan) {
  const auto there = plan.by_hour();
  double hours = 0;
  for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
    hours += std::max(0.0, needed[hour] - there[hour]);
  }
  return hours;
}

Cost cost_of_hours(const StaffingCase& input, double weekly_hours) {
  // A plan of a single seat round the clock, scaled to the hours.
  auto cost = cost_of(input, WeekPlan::steady(1));
  const double seats = weekly_hours / kHoursInWeek;
  cost.person_years *= seats;
  cost.person_years_low *= seats;
  cost.person_years_high *= seats;
  for (auto* pay : {&cost.pay, &cost.pay_low, &cost.pay_high}) *pay = economy::scale(*pay, seats);
  return cost;
}

Result<Connection> connection(const StaffingCase& input, const Host& host, const Figures& figures,
                              const TrialResult& alone) {
  const auto name = "host." + host.id + ".";
  const auto& ours = group(figures.simulated, "all").work_hours;
  const auto& theirs = group(figures.simulated, name + "all").work_hours;
  const auto share = [](double part, double rest) {
    return part + rest > 0 ? part / (part + rest) : 0.0;
  };
  Connection result;
  result.share = {share(ours.value, theirs.value), share(ours.low, theirs.high),
                  share(ours.high, theirs.low)};
  result.alone = group(alone, name + "alarms");
  result.together = group(figures.simulated, name + "alarms");
  result.host_cost = cost_of(input, figures.plan);
  const std::vector own{host.demand};
  const std::vector both{host.demand, input.demand};
  const auto& target = input.targets.front().answer;
  const auto before = operators_by_hour(own, target, host.minimum);
  if (!before) return before.error();
  const auto after = operators_by_hour(both, target, host.minimum);
  if (!after) return after.error();
  result.lacks_alone_hours = lacking(*before, figures.plan);
  result.lacks_together_hours = lacking(*after, figures.plan);
  result.extra = cost_of_hours(input, result.lacks_together_hours - result.lacks_alone_hours);
  return result;
}

void connected_cost(Figures& figures) {
  const auto& [value, low, high] = figures.connection->share;
  const auto& cost = figures.connection->host_cost;
  figures.person_years = cost.person_years * value;
  figures.person_years_low = cost.person_years_low * low;
  figures.person_years_high = cost.person_years_high * high;
  figures.pay = {economy::scale(cost.pay, value), economy::scale(cost.pay_low, low),
                 economy::scale(cost.pay_high, high)};
}

Status add_figures(const StaffingCase& input, std::size_t place, const TrialResult& simulated,
                   const std::vector<TrialResult>& all, std::vector<Figures>& into) {
  const auto& one = input.alternatives[place];
  Figures figures;
  figures.alternative = place;
  figures.simulated = simulated;
  figures.plan = WeekPlan(one.host ? input.hosts[*one.host].shifts : one.shifts);
  figures.hours_alone = figures.plan.hours_below(2) * kWeeksInYear;
  if (one.host) {
    const auto& host = input.hosts[*one.host];
    const auto alone = std::ranges::find(all, "host." + host.id, &TrialResult::name);
    auto connected = connection(input, host, figures, *alone);
    if (!connected) return connected.error();
    figures.connection = std::move(connected).value();
    figures.hours_below_minimum = figures.plan.hours_below(host.minimum) * kWeeksInYear;
    connected_cost(figures);
  } else {
    own_cost(input, one, figures);
  }
  add_up(figures, one.overhead);
  into.push_back(std::move(figures));
  return Done{};
}

Status add_need(const StaffingCase& input, Evaluation& into) {
  const auto needed =
      operators_by_hour(std::span(&input.demand, 1), input.targets.front().answer, input.minimum);
  if (!needed) return needed.error();
  into.needed = *needed;
  into.needed_hours_a_week = std::accumulate(needed->begin(), needed->end(), 0);
  into.needed_cost = cost_of_hours(input, into.needed_hours_a_week);
  into.load = load_by_hour(input.demand);
  into.work_hours = yearly_work_hours(input.demand);
  std::vector<double> stated;
  for (const auto& one : input.alternatives) {
    if (!one.stated_person_years || *one.stated_person_years <= 0) continue;
    if (std::ranges::find(stated, *one.stated_person_years) != stated.end()) continue;
    stated.push_back(*one.stated_person_years);
    into.bought.push_back(buys(input, stated.back()));
  }
  return Done{};
}

/// The years that low and high are simulated in.
std::size_t bound_years(const Run& run) { return std::max<std::size_t>(2, run.years / 4); }

Result<std::optional<Evaluation>> evaluate_one(const StaffingCase& input,
                                               const std::vector<std::size_t>& alternatives,
                                               const Run& run, const Parallel& parallel,
                                               const Watch& watch) {
  Evaluation result;
  result.run = run;
  if (const auto status = add_need(input, result); !status) return status.error();
  if (alternatives.empty()) return std::optional(std::move(result));
  const auto experiment = experiment_of(input, alternatives, run);
  const auto simulated = simulate(experiment, parallel, watch);
  if (!simulated) return std::optional<Evaluation>{};
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const auto status =
        add_figures(input, alternatives[i], (*simulated)[i], *simulated, result.alternatives);
    if (!status) return status.error();
  }
  return std::optional(std::move(result));
}

/// What `result` becomes with the uncertain work at `bound`; false when cancelled.
Result<bool> add_bound(const StaffingCase& input, Bound bound, Evaluation& result,
                       const Parallel& parallel, const Watch& watch) {
  const auto moved = at_bound(input, bound);
  std::vector<std::size_t> places;
  for (auto& figures : result.alternatives) {
    auto& at = (bound == Bound::low ? figures.at_low : figures.at_high).emplace();
    at.fault = fault(moved, moved.alternatives[figures.alternative]);
    if (!at.fault) places.push_back(figures.alternative);
  }
  const Run run{bound_years(result.run), result.run.seed};
  const auto found = evaluate_one(moved, places, run, parallel, watch);
  if (!found) return found.error();
  if (!found->has_value()) return false;
  const auto& there = **found;
  (bound == Bound::low ? result.at_low : result.at_high) =
      WorkAtBound{there.work_hours, there.needed_cost.person_years, run.years};
  for (const auto& one : there.alternatives) {
    const auto figures =
        std::ranges::find(result.alternatives, one.alternative, &Figures::alternative);
    auto& at = bound == Bound::low ? *figures->at_low : *figures->at_high;
    at.answers = one.simulated.groups.front();
    at.occupancy = one.simulated.occupancy;
    at.cost = one.total.value;
  }
  return true;
}

}  // namespace

Result<std::optional<Evaluation>> evaluate(const StaffingCase& input,
                                           const std::vector<std::size_t>& alternatives,
                                           const Run& run, const Parallel& parallel,
                                           const Watch& watch) {
  const auto more = input.ranges.empty() ? 0 : bound_years(run);
  std::size_t before = 0;
  Watch part = watch;
  if (watch.progress) {
    part.progress = [&](std::size_t done, std::size_t) {
      watch.progress(before + done, run.years + 2 * more);
    };
  }
  auto found = evaluate_one(input, alternatives, run, parallel, part);
  if (!found || !found->has_value()) return found;
  auto& result = **found;
  for (std::size_t i = 0; i < result.alternatives.size() && !result.reference; ++i) {
    const auto& one = input.alternatives[result.alternatives[i].alternative];
    const bool own = !one.host && one.reserve.persons == 0;
    if (own && result.alternatives[i].hours_below_minimum == 0) result.reference = i;
  }
  before = run.years;
  for (const auto bound : {Bound::low, Bound::high}) {
    if (more == 0) break;
    const auto done = add_bound(input, bound, result, parallel, part);
    if (!done) return done.error();
    if (!*done) return std::optional<Evaluation>{};
    before += more;
  }
  return found;
}

}  // namespace varde::staffing
