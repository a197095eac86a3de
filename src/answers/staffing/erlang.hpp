#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/staffing/erlang.hpp"

namespace varde::answers {

/// A steady load and an aim.
struct ErlangQuestion {
  double load = 0;      ///< erlang
  double per_hour = 0;  ///< alarms; in place of load when above 0
  double handling_s = 0;
  double target = 0.975;
  double within_s = 60;
  double patience_s = 0;           ///< above 0: Erlang A with retrial
  std::optional<int> operators{};  ///< given: what they reach, not how many are needed
};

/// What a number of operators reaches. Unsteady: the queue grows without bound, and the rest says
/// nothing.
struct ErlangPoint {
  int operators = 0;
  bool steady = false;
  double waits = 0, within = 0, mean_wait_s = 0, occupancy = 0, leaves = 0;
  double attempts = 1;  ///< per alarm; 1 when nobody loses patience
};

struct ErlangAnswer {
  ErlangQuestion question;
  staffing::Demanded demanded;
  int to_be_steady = 0;            ///< the fewest for which the queue does not grow
  int needed = 0;                  ///< the fewest that reach the target
  ErlangPoint point;               ///< of the operators asked about, else of those needed
  std::vector<ErlangPoint> curve;  ///< from one too few to be steady to some more than needed
};

/// An error when a number is out of its range.
Result<ErlangAnswer> erlang_answer(const ErlangQuestion& question);
/// docs/reference/staffing-json.md
std::string erlang_json(const ErlangAnswer& answer);
std::string erlang_text(const ErlangAnswer& answer);

}  // namespace varde::answers
