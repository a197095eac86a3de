#include "domain/care/plan.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "base/names.hpp"

namespace varde::care {
namespace {

using namespace std::chrono_literals;

constexpr auto kTargets =
    make_names<Target>("response_centre", "home_care_team", "next_of_kin", "on_call");
constexpr Duration kShortestLimit = 10s;
constexpr Duration kLongestLimit = 24h;
constexpr std::uint8_t kEveryDay = 0x7F;
constexpr std::uint16_t kMinutesOfDay = 1440;

/// What is wrong with one step; empty when it is well.
std::string_view fault(const PlanStep& step, bool last) {
  const Hours& h = step.hours;
  if (h.weekdays == 0 || h.weekdays > kEveryDay) return "names no weekday, or one there is not";
  if (h.from >= kMinutesOfDay || h.until == 0 || h.until > kMinutesOfDay)
    return "has hours outside 00:00-24:00";
  if (!step.limit && !last) return "has no time limit";
  if (step.limit && (*step.limit < kShortestLimit || *step.limit > kLongestLimit))
    return "has a time limit that is not within 10 s to 24 h";
  if (!last) return {};
  if (step.target != Target::response_centre) return "is the last and not the response centre";
  if (h.weekdays != kEveryDay || h.from != 0 || h.until != kMinutesOfDay)
    return "is the last and does not count at all hours";
  return {};
}

bool has_weekday(const Hours& hours, std::chrono::weekday day) {
  return (hours.weekdays >> (day.iso_encoding() - 1) & 1) != 0;
}

}  // namespace

std::string_view to_string(Target target) { return kTargets.of(target); }
std::optional<Target> parse_target(std::string_view text) { return kTargets.find(text); }

bool Hours::contains(const LocalTime& local) const {
  const bool past_midnight = until <= from;
  if (!past_midnight)
    return has_weekday(*this, local.weekday) && local.minute_of_day >= from &&
           local.minute_of_day < until;
  if (local.minute_of_day >= from) return has_weekday(*this, local.weekday);
  return local.minute_of_day < until && has_weekday(*this, local.weekday - std::chrono::days{1});
}

Status check(const ResponsePlan& plan) {
  if (plan.steps.empty())
    return Error{"the plan has no steps; its last must be the response centre"};
  if (plan.steps.size() > limits::kPlanSteps)
    return Error{fmt::format("the plan has {} steps; at most {} are allowed", plan.steps.size(),
                             limits::kPlanSteps)};
  if (plan.priority_shift < -2 || plan.priority_shift > 2)
    return Error{fmt::format("the plan's priority shift is {}; it must be -2 to 2",
                             static_cast<int>(plan.priority_shift))};
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const std::string_view wrong = fault(plan.steps[i], i + 1 == plan.steps.size());
    if (!wrong.empty()) return Error{fmt::format("step {} of the plan {}", i + 1, wrong)};
  }
  return Done{};
}

std::size_t applicable_step(const ResponsePlan& plan, std::size_t from, Instant t) {
  VARDE_ASSERT(!plan.steps.empty());
  const LocalTime local = to_norwegian_time(t);
  const std::size_t last = plan.steps.size() - 1;
  std::size_t step = from;
  while (step < last && !plan.steps[step].hours.contains(local)) ++step;
  return step < last ? step : last;
}

ResponsePlan default_plan() { return {PlanId{}, {PlanStep{}}, 0}; }

}  // namespace varde::care
