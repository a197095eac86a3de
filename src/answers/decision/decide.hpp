#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cases/decision_case.hpp"
#include "domain/decision/claims.hpp"
#include "domain/decision/turn.hpp"

namespace varde::answers {

/// How a long computation is followed. Both may be called from any thread.
struct DecisionWatch {
  std::function<void(double share)> progress = [](double) {};
  std::function<bool()> cancelled = [] { return false; };
};

/// What one assessor's judgement of one area gives beside the drawn ranking.
struct JudgedArea {
  std::vector<decision::WeightedSum> weighted;
  std::vector<decision::Turn> turns;
};

/// Everything computed from one decision.
struct DecisionRun {
  decision::Decision input;
  decision::Smaa stated;                  ///< scores as they stand
  std::optional<decision::Smaa> doubted;  ///< as the case doubts them
  std::vector<decision::Checked> claims;
  std::vector<std::vector<JudgedArea>> judged;  ///< by assessor and area
};

/// Nothing when it was cancelled.
std::optional<DecisionRun> run_decision(decision::Decision input, const decision::Draws& draws,
                                        const DecisionWatch& watch = {});
std::string decision_json(const DecisionRun& run);
std::string decision_text(const DecisionRun& run);

/// The whole road: files of a case in, JSON (docs/reference/decision-json.md) out, or what must be
/// put right first. Empty when it was cancelled. The same files and draws give the same bytes.
Result<std::string, std::vector<cases::Complaint>> decide(const cases::Files& files,
                                                          const decision::Draws& draws,
                                                          const DecisionWatch& watch = {});

}  // namespace varde::answers
