#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/threads.hpp"
#include "base/result.hpp"
#include "domain/economy/stated.hpp"
#include "domain/economy/uncertainty.hpp"

namespace varde::answers {

/// Everything computed from one cooperation.
struct CooperationRun {
  economy::Case input;
  economy::AsIs as_is;
  std::vector<economy::Projection> projections;
  std::vector<economy::StatedCheck> stated;
  std::optional<economy::Uncertainty> uncertainty;

  std::int64_t inhabitants(std::size_t municipality) const;
};

/// `alternatives`: which to keep, empty for all; an unknown one is an error.
Result<CooperationRun> run_cooperation(economy::Case input,
                                       const std::vector<std::string>& alternatives,
                                       const std::optional<economy::Draws>& draws,
                                       const Parallel& parallel = on_all_cores);
std::string cooperation_json(const CooperationRun& run);
std::string cooperation_text(const CooperationRun& run);

/// What a survey leaves open.
std::string check_json(const CooperationRun& run);
std::string check_text(const CooperationRun& run);

Result<std::string> compare_text(const CooperationRun& run, const std::vector<std::string>& keys);
Result<std::string> compare_json(const CooperationRun& run, const std::vector<std::string>& keys);

}  // namespace varde::answers
