#include "domain/staffing/erlang.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace varde::staffing {
namespace {

constexpr double kNegligible = 45.0;  ///< e^-45 of the largest state is nothing
constexpr std::size_t kMostStates = 5'000'000;

/// Chances of 0, 1, 2 ... in the centre, waiting ones too, as logarithms that are not normalised.
std::vector<double> log_states(int operators, double load, double leave_per_handling) {
  std::vector<double> states{0.0};
  double peak = 0;
  for (std::size_t k = 1; k < kMostStates; ++k) {
    const auto in_line = static_cast<double>(k) - operators;
    const double ends = std::min<double>(static_cast<double>(k), operators) +
                        std::max(0.0, in_line) * leave_per_handling;
    states.push_back(states.back() + std::log(load / ends));
    peak = std::max(peak, states.back());
    if (in_line > 0 && load < ends && states.back() < peak - kNegligible) return states;
  }
  return {};
}

/// Simpson's rule for f from 0 to `until`, in steps so small that f is nearly straight.
template <class F>
double integral(double until, double step, F f) {
  const auto halves = static_cast<long>(std::clamp(std::ceil(until / step), 8.0, 200'000.0));
  const double width = until / static_cast<double>(2 * halves);
  double sum = f(0.0) + f(until);
  for (long i = 1; i < 2 * halves; ++i) {
    sum += (i % 2 == 1 ? 4.0 : 2.0) * f(static_cast<double>(i) * width);
  }
  return sum * width / 3.0;
}

}  // namespace

double erlang_b(int operators, double load) {
  VARDE_ASSERT(operators >= 0 && load >= 0);
  double blocked = 1.0;
  for (int k = 1; k <= operators; ++k) blocked = load * blocked / (k + load * blocked);
  return blocked;
}

double erlang_c(int operators, double load) {
  VARDE_ASSERT(operators > load);
  const double blocked = erlang_b(operators, load);
  return blocked / (1.0 - load / operators * (1.0 - blocked));
}

Queue erlang_c_queue(int operators, const Demanded& demanded) {
  const double waits = erlang_c(operators, demanded.load);
  const double spare = (operators - demanded.load) / demanded.handling_s;
  return {waits, 1.0 - waits * std::exp(-spare * demanded.within_s), waits / spare,
          demanded.load / operators};
}

Result<ImpatientQueue> erlang_a_queue(int operators, const Demanded& demanded, double patience_s) {
  VARDE_ASSERT(operators > 0 && demanded.load > 0 && demanded.handling_s > 0 && patience_s > 0);
  const auto states = log_states(operators, demanded.load, demanded.handling_s / patience_s);
  if (states.empty()) {
    return Error{
        fmt::format("a load of {} erlang on {} operators leaves too many waiting to sum "
                    "over; give more operators or less patience",
                    demanded.load, operators)};
  }
  const double peak = *std::ranges::max_element(states);
  double all = 0, waiting = 0, in_line = 0;
  for (std::size_t k = 0; k < states.size(); ++k) {
    const double chance = std::exp(states[k] - peak);
    all += chance;
    if (k < static_cast<std::size_t>(operators)) continue;
    waiting += chance;
    in_line += chance * (static_cast<double>(k) - operators);
  }
  const double arrivals = demanded.load / demanded.handling_s;
  ImpatientQueue queue;
  queue.waits = waiting / all;
  queue.mean_wait_s = in_line / all / arrivals;
  queue.leaves = queue.mean_wait_s / patience_s;
  queue.occupancy = demanded.load * (1.0 - queue.leaves) / operators;
  const double log_before = states[static_cast<std::size_t>(operators) - 1] - peak - std::log(all);
  const auto answered_at = [&](double x) {
    const double shrink = -std::expm1(-x / patience_s) * patience_s * arrivals;
    return arrivals *
           std::exp(log_before + shrink - operators * x / demanded.handling_s - x / patience_s);
  };
  const double step = std::min(patience_s, demanded.handling_s / operators) / 50.0;
  queue.within = 1.0 - queue.waits;
  if (demanded.within_s > 0) queue.within += integral(demanded.within_s, step, answered_at);
  return queue;
}

Result<RetrialQueue> erlang_a_retrial(int operators, const Demanded& demanded, double patience_s) {
  if (demanded.load >= operators) {
    return Error{fmt::format(
        "{} operators cannot carry {} erlang when those who get no answer come back: the queue "
        "grows without bound; {} operators stop it",
        operators, demanded.load, operators_to_be_steady(demanded.load))};
  }
  const auto offered = [&](double factor) {
    return Demanded{demanded.load * factor, demanded.handling_s, demanded.within_s};
  };
  // What is carried grows with what is offered: halve the interval until it carries the load.
  double low = 1.0, high = 2.0;
  for (;; high *= 2.0) {
    const auto queue = erlang_a_queue(operators, offered(high), patience_s);
    if (!queue) return queue.error();
    if (high * (1.0 - queue->leaves) >= 1.0) break;
    low = high;
  }
  for (int i = 0; i < 60 && high - low > 1e-12 * high; ++i) {
    const double middle = (low + high) / 2.0;
    const auto queue = erlang_a_queue(operators, offered(middle), patience_s);
    if (!queue) return queue.error();
    (middle * (1.0 - queue->leaves) < 1.0 ? low : high) = middle;
  }
  const auto queue = erlang_a_queue(operators, offered(high), patience_s);
  if (!queue) return queue.error();
  return RetrialQueue{*queue, high};
}

int operators_to_be_steady(double load) { return static_cast<int>(std::floor(load)) + 1; }

Result<int> operators_for(const Demanded& demanded, double target, double patience_s) {
  if (!(demanded.load > 0 && demanded.load <= kMostLoad)) {
    return Error{fmt::format("the load must be above 0 and at most {} erlang", kMostLoad)};
  }
  if (!(target > 0 && target < 1)) return Error{"the target must be a share between 0 and 1"};
  for (int n = operators_to_be_steady(demanded.load); n <= kMostOperators; ++n) {
    if (patience_s <= 0) {
      if (erlang_c_queue(n, demanded).within >= target) return n;
      continue;
    }
    const auto queue = erlang_a_retrial(n, demanded, patience_s);
    if (!queue) return queue.error();
    if (queue->attempt.within >= target) return n;
  }
  return Error{fmt::format("no {} operators reach this target", kMostOperators)};
}

}  // namespace varde::staffing
