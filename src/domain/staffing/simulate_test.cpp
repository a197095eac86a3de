#include "domain/staffing/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "domain/staffing/erlang.hpp"

namespace varde::staffing {
namespace {

Demand steady_demand(double load, double handling_s) {
  Kind kind;
  kind.name = "alarm";
  kind.per_year = load / handling_s * kYear_s;
  kind.profile.fill(1.0 / kHoursOfWeek);
  kind.handling.shape = Handling::Shape::exponential;
  kind.handling.mean_s = handling_s;
  return {{kind}, {}};
}

Experiment steady_centre(int operators, double load, double handling_s, std::size_t years) {
  Experiment experiment;
  experiment.sources = {steady_demand(load, handling_s)};
  experiment.trials = {{"steady", {0}, WeekPlan::steady(operators), {}}};
  experiment.groups = {{"alarms", {{0, 0}}}};
  experiment.targets_s = {60, 180};
  experiment.years = years;
  return experiment;
}

/// The middle of the interval may be off by chance once in twenty; three half-widths never.
void expect_near(const Estimate& estimate, double expected) {
  const double half = (estimate.high - estimate.low) / 2;
  EXPECT_NEAR(estimate.value, expected, 1.5 * half + 1e-9);
  EXPECT_LT(half, 0.05 * (expected + 0.02));
}

TEST(Simulation, AgreesWithErlangC) {
  struct Row {
    int operators;
    double load, handling_s;
  };
  for (const auto& row : {Row{1, 0.4, 200}, Row{2, 1.1, 300}, Row{10, 7.5, 1'800}}) {
    const auto result = simulate(steady_centre(row.operators, row.load, row.handling_s, 10));
    const auto formula = erlang_c_queue(row.operators, {row.load, row.handling_s, 60});
    const auto late = erlang_c_queue(row.operators, {row.load, row.handling_s, 180});
    const auto& alarms = result->front().groups.front();
    expect_near(alarms.waits, formula.waits);
    expect_near(alarms.within[0], formula.within);
    expect_near(alarms.within[1], late.within);
    expect_near(alarms.mean_s, formula.mean_wait_s);
    expect_near(result->front().occupancy, formula.occupancy);
  }
}

TEST(Simulation, AgreesWithErlangA) {
  auto experiment = steady_centre(3, 3.3, 180, 5);
  experiment.sources[0].kinds[0].patience_s = 150;  // and no second try: who leaves is lost
  const auto result = simulate(experiment);
  const auto& alarms = result->front().groups.front();
  const auto formula = erlang_a_queue(3, {3.3, 180, 60}, 150).value();
  const double arrivals = experiment.sources[0].kinds[0].per_year;
  expect_near(alarms.yearly, arrivals * (1 - formula.leaves));
  // The simulation counts shares of those answered, the formula of all who came.
  expect_near(alarms.within[0], formula.within / (1 - formula.leaves));
}

TEST(Simulation, AgreesWithErlangAWithRetrialWhenReturnsAreLate) {
  auto experiment = steady_centre(3, 2.2, 180, 5);
  experiment.sources[0].kinds[0].patience_s = 120;
  experiment.sources[0].kinds[0].retry_s = 7'200;
  const auto result = simulate(experiment);
  const auto& alarms = result->front().groups.front();
  const auto formula = erlang_a_retrial(3, {2.2, 180, 60}, 120).value();
  // The formula takes returns for a steady stream; they come in waves even so late.
  EXPECT_NEAR(alarms.pressed_again.value, formula.attempts - 1, 0.03 * (formula.attempts - 1));
}

Experiment busy_centre() {
  auto experiment = steady_centre(2, 0.9, 850, 6);
  auto& demand = experiment.sources[0];
  demand.kinds[0].handling = {Handling::Shape::lognormal, 850, 700, {}};
  demand.kinds[0].patience_s = 240;
  demand.kinds[0].retry_s = 60;
  auto technical = demand.kinds[0];
  technical.name = "technical";
  technical.technical = true;
  technical.interruptible = true;
  technical.priority = 5;
  technical.patience_s = 0;
  demand.kinds.push_back(technical);
  demand.bursts = {{"mains", 6, 80, 60, 3'600, {{1, 0.7}, {0, 0.1}}}};
  experiment.sources.push_back(steady_demand(1.0, 600));
  const std::vector<Shift> shifts{{"all", 0x7F, 0, 0, 2}, {"day", 0x1F, 450, 900, 2}};
  experiment.trials = {{"alone", {0}, WeekPlan(shifts), {}},
                       {"with the clinic", {0}, WeekPlan(shifts), {1, 0.5, 600, 30, false}},
                       {"together", {0, 1}, WeekPlan::steady(4), {}}};
  experiment.groups = {{"ours", {{0, 0}}}, {"technical", {{0, 1}}}, {"theirs", {{1, 0}}}};
  return experiment;
}

void on_threads(std::size_t threads, std::size_t tasks,
                const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> running;
  for (std::size_t n = 0; n < threads; ++n) {
    running.emplace_back([&] {
      for (auto i = next++; i < tasks; i = next++) task(i);
    });
  }
}

void expect_same(const Estimate& a, const Estimate& b) {
  EXPECT_EQ(a.value, b.value);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
}

TEST(Simulation, IsTheSameOnAnyNumberOfThreads) {
  const auto experiment = busy_centre();
  const auto alone = simulate(experiment);
  for (const std::size_t threads : {2U, 5U}) {
    const auto together = simulate(
        experiment, [&](auto tasks, const auto& task) { on_threads(threads, tasks, task); });
    for (std::size_t t = 0; t < alone->size(); ++t) {
      for (std::size_t g = 0; g < (*alone)[t].groups.size(); ++g) {
        const auto& a = (*alone)[t].groups[g];
        const auto& b = (*together)[t].groups[g];
        expect_same(a.within[0], b.within[0]);
        expect_same(a.mean_s, b.mean_s);
        expect_same(a.p99_s, b.p99_s);
        expect_same(a.work_hours, b.work_hours);
      }
      expect_same((*alone)[t].reserve_hours, (*together)[t].reserve_hours);
      EXPECT_EQ((*alone)[t].hours[9].p99_s, (*together)[t].hours[9].p99_s);
    }
  }
}

TEST(Simulation, AlternativesMeetTheSameAlarms) {
  const auto result = *simulate(busy_centre());
  EXPECT_EQ(result[0].groups[0].yearly.value, result[1].groups[0].yearly.value);
  EXPECT_EQ(result[0].groups[0].yearly.value, result[2].groups[0].yearly.value);
  EXPECT_NEAR(result[0].groups[0].work_hours.value, result[2].groups[0].work_hours.value, 1e-6);
}

TEST(Simulation, TheReserveHelps) {
  const auto result = *simulate(busy_centre());
  EXPECT_GT(result[1].groups[0].within[0].low, result[0].groups[0].within[0].high);
  EXPECT_GT(result[1].reserve_hours.value, 0);
  EXPECT_EQ(result[0].reserve_hours.value, 0);
  EXPECT_LT(result[1].occupancy.value, result[0].occupancy.value);
}

TEST(Simulation, GroupsAreThoseTheTrialServes) {
  const auto result = *simulate(busy_centre());
  EXPECT_EQ(result[0].groups.size(), 2U);
  EXPECT_EQ(result[2].groups.size(), 3U);
  EXPECT_EQ(result[2].groups[2].group, "theirs");
}

TEST(Simulation, StopsWhenToldTo) {
  std::size_t seen = 0;
  Watch watch;
  watch.progress = [&](std::size_t done, std::size_t) { seen = done; };
  watch.cancelled = [&] { return seen >= 3; };
  EXPECT_FALSE(simulate(busy_centre(), one_by_one, watch));
  EXPECT_EQ(seen, 3U);
}

TEST(Estimate, StudentsTIsThatOfTheTables) {
  EXPECT_NEAR(student_t_95(1), 12.706, 0.001);
  EXPECT_NEAR(student_t_95(2), 4.303, 0.001);
  EXPECT_NEAR(student_t_95(4), 2.776, 0.001);
  EXPECT_NEAR(student_t_95(9), 2.262, 0.001);
  EXPECT_NEAR(student_t_95(29), 2.045, 0.001);
  EXPECT_NEAR(student_t_95(999), 1.962, 0.001);
}

TEST(Arrivals, ComeByTheHourTheyShould) {
  auto demand = steady_demand(1.0, 100);
  std::array<double, 24> by_hour{};
  by_hour.fill(1);
  by_hour[9] = 5;
  demand.kinds[0].profile = profile_of(by_hour, {1, 1, 1, 1, 1, 2, 0});
  const ArrivalSource source(demand, 0, 0);
  std::array<double, kHoursOfWeek> seen{};
  double all = 0;
  for (std::uint32_t year = 0; year < 7; ++year) {
    std::vector<Arrival> arrivals;
    source.add_year(3, year, arrivals);
    EXPECT_TRUE(std::ranges::is_sorted(arrivals, {}, &Arrival::at_s));
    for (const auto& one : arrivals) {
      if (one.at_s < 0) continue;
      ++seen[hour_of_week(one.at_s, year)];
      ++all;
    }
  }
  EXPECT_NEAR(all / 7, demand.kinds[0].per_year, 4 * std::sqrt(demand.kinds[0].per_year / 7));
  for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
    const double expected = demand.kinds[0].profile[hour] * all;
    EXPECT_NEAR(seen[hour], expected, 5 * std::sqrt(expected + 1)) << hour;
  }
}

TEST(Arrivals, BurstsGiveWhatDemandSaysOnAverage) {
  auto demand = busy_centre().sources[0];
  for (auto& kind : demand.kinds) kind.per_year /= 1'000;
  const ArrivalSource source(demand, 0, 0);
  double technical = 0;
  constexpr std::uint32_t kYears = 200;
  for (std::uint32_t year = 0; year < kYears; ++year) {
    std::vector<Arrival> arrivals;
    source.add_year(5, year, arrivals);
    for (const auto& one : arrivals) technical += one.at_s >= 0 && one.kind == 1 ? 1 : 0;
  }
  EXPECT_NEAR(technical / kYears, yearly(demand, 1), 0.2 * yearly(demand, 1));
}

}  // namespace
}  // namespace varde::staffing
