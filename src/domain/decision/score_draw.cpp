#include "domain/decision/score_draw.hpp"

#include <algorithm>
#include <cmath>

namespace varde::decision {

ScoreDraw::ScoreDraw(const Decision& decision, const Judgement& judgement, Doubt doubt)
    : doubt_(doubt), margin_(decision.margin), top_(decision.top_score), stated_(judgement.scores) {
  for (const double score : stated_) {
    if (score > 0 && score < top_) levels_.push_back(score);
  }
  std::ranges::sort(levels_);
  levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
  for (const double score : stated_) {
    const auto at = std::ranges::lower_bound(levels_, score) - levels_.begin();
    level_of_.push_back(score <= 0 ? 0 : static_cast<std::size_t>(at) + 1);
  }
}

void ScoreDraw::draw(Words& words, std::span<double> scores) const {
  VARDE_ASSERT(scores.size() == stated_.size());
  if (doubt_ == Doubt::margin) {
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const double drawn = stated_[i] + margin_ * (2 * words.uniform() - 1);
      scores[i] = std::clamp(drawn, 0.0, top_);
    }
    return;
  }
  // Order statistics of uniform numbers, the largest first: each is the one above times a power.
  std::array<double, kMostCriteria * kMostAlternatives + 2> values;
  const auto count = levels_.size();
  VARDE_ASSERT(count + 2 <= values.size());
  values[count + 1] = top_;
  for (std::size_t k = count; k > 0; --k) {
    values[k] = values[k + 1] * std::pow(words.uniform(), 1.0 / static_cast<double>(k));
  }
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = values[level_of_[i]];
}

}  // namespace varde::decision
