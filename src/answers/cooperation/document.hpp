#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/cooperation/analysis.hpp"
#include "base/time.hpp"

namespace varde::answers {

/// The analysis of a case as a document in bokmål: html, pdf or xlsx. `made`: the day on its front
/// page. Mistakes of the case come with file and line; what cannot be computed, or was stopped, as
/// one of cooperation.toml.
Result<std::string, std::vector<cases::Complaint>> cooperation_document(
    const cases::Files& files, std::string_view format, const AnalysisOptions& options,
    Instant made, const cooperation::Watch& watch = {});

/// `made`: "22.11.2026".
std::string analysis_html(const Analysis& analysis, const std::string& made);
/// What each pays, the groups that would leave, what would keep them, clusters and the numbers
/// behind; differences, sums and percentages are formulas. `made`: seconds since 1970.
Result<std::string> analysis_workbook(const Analysis& analysis, std::int64_t made);

}  // namespace varde::answers
