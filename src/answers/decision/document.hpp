#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "answers/decision/decide.hpp"
#include "base/time.hpp"

namespace varde::answers {

constexpr std::array<std::string_view, 3> kDecisionFormats{"html", "pdf", "xlsx"};

/// A decision as a document in bokmål: one of kDecisionFormats. `made`: the day on its front page.
/// Mistakes of the case come with file and line.
Result<std::string, std::vector<cases::Complaint>> decision_document(
    const cases::Files& files, std::string_view format, const decision::Draws& draws, Instant made,
    const DecisionWatch& watch = {});

/// `made`: "22.11.2026".
std::string decision_html(const DecisionRun& run, const std::string& made);
/// Conclusions, placings, and each judgement with its weighted sums as formulas. `made`: seconds
/// since 1970.
Result<std::string> decision_workbook(const DecisionRun& run, std::int64_t made);

}  // namespace varde::answers
