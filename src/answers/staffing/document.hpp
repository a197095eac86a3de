#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "answers/staffing/run.hpp"
#include "base/time.hpp"

namespace varde::answers {

/// A simulation as a document in bokmål: html, pdf or xlsx. `made`: the day on its front page. An
/// error when the bytes cannot be made.
Result<std::string> staffing_document(const StaffingRun& run, std::string_view format,
                                      Instant made);

/// `made`: "22.11.2026".
std::string staffing_html(const StaffingRun& run, const std::string& made);
/// Alternatives, answers, the week's plans against the need, and the numbers behind; people and
/// cost are formulas on the roster. `made`: seconds since 1970.
Result<std::string> staffing_workbook(const StaffingRun& run, std::int64_t made);

}  // namespace varde::answers
