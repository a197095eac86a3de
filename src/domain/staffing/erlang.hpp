#pragma once

#include "base/result.hpp"

// Formulas for waiting in line at a centre with a steady load. Load is in erlang: arrivals per
// second x mean handling time in seconds, which is the number of operators busy on average.
namespace varde::staffing {

constexpr double kMostLoad = 1'000.0;  ///< erlang; what the formulas are asked for at most
constexpr int kMostOperators = 2'000;

/// Erlang B, by the recursion B(k) = aB(k-1) / (k + aB(k-1)): the share that finds all busy when
/// nobody waits.
double erlang_b(int operators, double load);
/// Erlang C, M/M/n: the share that waits. 0 < load < operators.
double erlang_c(int operators, double load);

/// Steady: nobody gives up. P(W <= t) = 1 - C exp(-(n - a) t / handling).
struct Queue {
  double waits = 0;        ///< share that waits at all
  double within = 0;       ///< share answered within the limit
  double mean_wait_s = 0;  ///< of all
  double occupancy = 0;    ///< share of an operator's time
};
struct Demanded {
  double load = 0;        ///< erlang, > 0
  double handling_s = 0;  ///< mean, > 0
  double within_s = 0;    ///< the limit that `within` is about, >= 0
};
Queue erlang_c_queue(int operators, const Demanded& demanded);

/// Erlang A, M/M/n+M: a caller leaves the line after an exponential time of mean `patience_s`.
/// Always steady. Waiting time by the density of the offered wait (Mandelbaum and Zeltyn, 2007):
/// v(x) = lambda p(n-1) exp(lambda/theta (1 - exp(-theta x)) - n mu x).
struct ImpatientQueue {
  double waits = 0;
  double leaves = 0;       ///< share that leaves the line unanswered
  double within = 0;       ///< share answered within the limit at this attempt
  double mean_wait_s = 0;  ///< in the line, answered or not
  double occupancy = 0;
};
/// An error when so many would wait that the sum over states is out of reach.
Result<ImpatientQueue> erlang_a_queue(int operators, const Demanded& demanded, double patience_s);

/// Erlang A where everyone who leaves comes back: a person who gets no answer presses again, so
/// leaving is never relief. The returns count as arrivals (they come long enough after to be
/// independent): lambda' (1 - leaves(lambda')) = lambda. Steady only when load < operators.
struct RetrialQueue {
  ImpatientQueue attempt;  ///< of one attempt
  double attempts = 1;     ///< per alarm, on average
};
Result<RetrialQueue> erlang_a_retrial(int operators, const Demanded& demanded, double patience_s);

/// The fewest operators for which the queue does not grow without bound: more than the load.
int operators_to_be_steady(double load);

/// The fewest operators that answer the share `target` (0..1) within demanded.within_s, without
/// anyone giving up (patience_s = 0) or with retrial. An error when the load is out of range.
Result<int> operators_for(const Demanded& demanded, double target, double patience_s = 0);

}  // namespace varde::staffing
