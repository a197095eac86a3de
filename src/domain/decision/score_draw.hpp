#pragma once

#include <span>
#include <vector>

#include "domain/decision/weights.hpp"

namespace varde::decision {

/// Scores of one judgement as they may be when they are doubted.
class ScoreDraw {
 public:
  ScoreDraw(const Decision& decision, const Judgement& judgement, Doubt doubt);

  bool fixed() const { return doubt_ == Doubt::none; }
  const std::vector<double>& stated() const { return stated_; }
  /// Writes drawn scores, in the order of Judgement::scores. With Doubt::ordinal the distinct
  /// scores between 0 and the top get uniform values in the same order, one scale for all criteria.
  void draw(Words& words, std::span<double> scores) const;

 private:
  Doubt doubt_;
  double margin_;
  double top_;
  std::vector<double> stated_;
  std::vector<double> levels_;         ///< distinct scores strictly between 0 and top, rising
  std::vector<std::size_t> level_of_;  ///< of each score: 0 is none, then levels_, then top
};

}  // namespace varde::decision
