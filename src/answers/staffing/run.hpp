#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/staffing/measured.hpp"
#include "cases/complaint.hpp"
#include "cases/load.hpp"
#include "domain/staffing/evaluate.hpp"

namespace varde::answers {

struct StaffingRequest {
  std::vector<std::string> alternatives;  ///< empty = all
  staffing::Run run;
  std::size_t threads = 0;  ///< 0 = one per core; the result is the same
  std::optional<Measured> measured;
};

struct StaffingRun {
  staffing::StaffingCase input;
  staffing::Evaluation evaluation;
  std::optional<double> measured_days;  ///< what arrivals and handling times were measured over
};
/// How a run ended without figures.
struct StaffingStopped {
  bool cancelled = false;
  std::vector<cases::Complaint> mistakes;  ///< of the case or the request
};
Result<StaffingRun, StaffingStopped> run_staffing(const cases::Files& files,
                                                  const StaffingRequest& request,
                                                  const staffing::Watch& watch = {});

/// docs/reference/staffing-json.md describes both.
std::string staffing_json(const StaffingRun& run);
std::string staffing_mistakes_json(const std::vector<cases::Complaint>& mistakes);
std::string staffing_text(const StaffingRun& run);

/// Case files in, JSON out: the figures, or the mistakes that stand in the way. For callers that
/// have no terminal. Nothing when cancelled. `watch` may be called from any of the run's threads.
std::optional<std::string> staffing_answer(const cases::Files& files,
                                           const StaffingRequest& request,
                                           const staffing::Watch& watch);

}  // namespace varde::answers
