#include "domain/decision/smaa.hpp"

#include <algorithm>

#include "domain/decision/score_draw.hpp"
#include "domain/decision/tally.hpp"

namespace varde::decision {
namespace {

constexpr std::size_t kBlocks = 256;  ///< tallies kept apart, whatever the number of threads
constexpr std::size_t kLeastInBlock = 512;
constexpr std::size_t kConfidenceDraws = 20'000;

/// Everything one assessor says of one area, ready for drawing.
struct Field {
  WeightRegion region;
  ScoreDraw scores;
  std::uint32_t stream;
  double part;  ///< of the overall value; 0 for a summary
};

void value(std::span<const double> weights, double unit, std::span<const double> scores,
           std::span<double> values) {
  std::ranges::fill(values, 0.0);
  const auto* score = scores.data();
  for (const double weight : weights) {
    for (auto& one : values) one += weight * *score++;
  }
  for (auto& one : values) one *= unit;
}

/// Draws for one assessor.
class Assessment {
 public:
  Assessment(const Decision& decision, std::size_t assessor, Doubt doubt)
      : alternatives_(decision.alternatives.size()), criteria_(decision.criteria.size()) {
    double sum = 0;
    for (const auto& area : decision.areas) sum += area.summary ? 0 : area.weight;
    const auto& judgements = decision.assessors[assessor].areas;
    for (std::size_t k = 0; k < decision.areas.size(); ++k) {
      const auto& area = decision.areas[k];
      fields_.push_back({WeightRegion(judgements[k].importance),
                         ScoreDraw(decision, judgements[k], doubt),
                         static_cast<std::uint32_t>(assessor * decision.areas.size() + k),
                         area.summary || sum <= 0 ? 0 : area.weight / sum});
    }
  }

  /// Empty tallies: the areas, then overall.
  std::vector<Tally> tallies() const {
    std::vector<Tally> result(fields_.size(), Tally(alternatives_, criteria_));
    result.emplace_back(alternatives_, criteria_ * fields_.size());
    return result;
  }

  void count(const Draws& draws, std::size_t first, std::size_t end,
             std::vector<Tally>& into) const;
  Rankings rankings(const Draws& draws, const std::vector<Tally>& tallies) const;

 private:
  void judge_confidence(const Draws& draws, Rankings& rankings) const;

  std::size_t alternatives_, criteria_;
  std::vector<Field> fields_;
};

void Assessment::count(const Draws& draws, std::size_t first, std::size_t end,
                       std::vector<Tally>& into) const {
  std::vector<double> weights(criteria_ * fields_.size());
  std::vector<double> drawn(criteria_ * alternatives_);
  std::vector<double> values(alternatives_);
  std::vector<double> overall(alternatives_);
  std::vector<Tally::Part> parts(fields_.size());
  for (std::size_t d = first; d < end; ++d) {
    std::ranges::fill(overall, 0.0);
    for (std::size_t k = 0; k < fields_.size(); ++k) {
      const auto& field = fields_[k];
      const std::span own(weights.data() + k * criteria_, criteria_);
      Words words(draws.seed, d, field.stream);
      const double unit = 1 / field.region.draw(words, own);
      if (!field.scores.fixed()) field.scores.draw(words, drawn);
      value(own, unit, field.scores.fixed() ? field.scores.stated() : drawn, values);
      parts[k] = {own, unit};
      into[k].count(values, {&parts[k], 1});
      for (std::size_t a = 0; a < alternatives_; ++a) overall[a] += field.part * values[a];
    }
    into.back().count(overall, parts);
  }
}

Rankings Assessment::rankings(const Draws& draws, const std::vector<Tally>& tallies) const {
  Rankings result;
  for (std::size_t k = 0; k < fields_.size(); ++k) {
    result.areas.push_back(tallies[k].ranking(draws.count));
  }
  result.overall = tallies.back().ranking(draws.count);
  judge_confidence(draws, result);
  return result;
}

/// With the central weights of each alternative held still, how often it is first when the scores
/// are drawn anew. Draws that no weights used: their number comes after those of the weights.
void Assessment::judge_confidence(const Draws& draws, Rankings& rankings) const {
  const bool fixed = fields_.front().scores.fixed();
  const std::size_t count = fixed ? 1 : std::min(draws.count, kConfidenceDraws);
  std::vector<double> drawn(criteria_ * alternatives_);
  std::vector<double> values(alternatives_);
  std::vector<double> overall(alternatives_ * alternatives_);
  const auto judge = [&](Ranking& ranking, std::size_t a, std::span<const double> of) {
    if (ranking.central_weights[a].empty()) return;
    ranking.confidence[a] = ranking.confidence[a].value_or(0) + share_of_first(of, a);
  };
  for (std::size_t d = 0; d < count; ++d) {
    std::ranges::fill(overall, 0.0);
    for (std::size_t k = 0; k < fields_.size(); ++k) {
      const auto& field = fields_[k];
      Words words(draws.seed, draws.count + d, field.stream);
      if (!fixed) field.scores.draw(words, drawn);
      const auto& scores = fixed ? field.scores.stated() : drawn;
      for (std::size_t a = 0; a < alternatives_; ++a) {
        if (const auto& own = rankings.areas[k].central_weights[a]; !own.empty()) {
          value(own, 1, scores, values);
          judge(rankings.areas[k], a, values);
        }
        if (const auto& all = rankings.overall.central_weights[a]; !all.empty()) {
          value(std::span(all).subspan(k * criteria_, criteria_), 1, scores, values);
          for (std::size_t b = 0; b < alternatives_; ++b) {
            overall[a * alternatives_ + b] += field.part * values[b];
          }
        }
      }
    }
    for (std::size_t a = 0; a < alternatives_; ++a) {
      judge(rankings.overall, a, std::span(overall).subspan(a * alternatives_, alternatives_));
    }
  }
  const auto divide = [&](Ranking& ranking) {
    for (auto& one : ranking.confidence) {
      if (one) *one /= static_cast<double>(count);
    }
  };
  for (auto& area : rankings.areas) divide(area);
  divide(rankings.overall);
}

/// The mean of the assessors' rankings; weights and confidence by how often each has it first.
Ranking mean_of(const std::vector<const Ranking*>& all) {
  Ranking result = *all.front();
  const auto n = result.alternatives;
  const auto voices = static_cast<double>(all.size());
  std::ranges::fill(result.acceptability, 0.0);
  std::ranges::fill(result.ahead, 0.0);
  result.central_weights.assign(n, {});
  result.confidence.assign(n, {});
  for (const auto* one : all) {
    for (std::size_t i = 0; i < n * n; ++i) {
      result.acceptability[i] += one->acceptability[i] / voices;
      result.ahead[i] += one->ahead[i] / voices;
    }
  }
  for (std::size_t a = 0; a < n; ++a) {
    for (const auto* one : all) {
      if (one->central_weights[a].empty()) continue;
      const double share = one->first(a) / voices / result.first(a);
      auto& weights = result.central_weights[a];
      weights.resize(one->central_weights[a].size(), 0.0);
      for (std::size_t c = 0; c < weights.size(); ++c) {
        weights[c] += share * one->central_weights[a][c];
      }
      result.confidence[a] =
          result.confidence[a].value_or(0) + share * one->confidence[a].value_or(0);
    }
  }
  return result;
}

Rankings together(const std::vector<Rankings>& assessors) {
  Rankings result;
  const auto mean = [&](auto pick) {
    std::vector<const Ranking*> all;
    for (const auto& one : assessors) all.push_back(&pick(one));
    return mean_of(all);
  };
  for (std::size_t k = 0; k < assessors.front().areas.size(); ++k) {
    result.areas.push_back(
        mean([k](const Rankings& one) -> const Ranking& { return one.areas[k]; }));
  }
  result.overall = mean([](const Rankings& one) -> const Ranking& { return one.overall; });
  return result;
}

}  // namespace

std::size_t Ranking::favourite() const {
  std::size_t best = 0;
  for (std::size_t a = 1; a < alternatives; ++a) {
    if (first(a) > first(best)) best = a;
  }
  return best;
}

std::optional<Smaa> smaa(const Decision& decision, const Draws& draws, Doubt doubt,
                         const Parallel& parallel, const std::function<bool()>& cancelled) {
  VARDE_ASSERT(draws.count > 0 && draws.count <= kMostDraws);
  VARDE_ASSERT(!decision.assessors.empty() && decision.criteria.size() <= kMostCriteria);
  Smaa result;
  result.draws = draws;
  const auto in_block = std::max(kLeastInBlock, (draws.count + kBlocks - 1) / kBlocks);
  const auto blocks = (draws.count + in_block - 1) / in_block;
  for (std::size_t j = 0; j < decision.assessors.size(); ++j) {
    const Assessment assessment(decision, j, doubt);
    std::vector<std::vector<Tally>> counted(blocks);
    parallel(blocks, [&](std::size_t block) {
      if (cancelled()) return;
      auto tallies = assessment.tallies();
      assessment.count(draws, block * in_block, std::min(draws.count, (block + 1) * in_block),
                       tallies);
      counted[block] = std::move(tallies);
    });
    if (cancelled()) return {};
    auto sums = assessment.tallies();
    for (const auto& block : counted) {
      for (std::size_t k = 0; k < sums.size(); ++k) sums[k].add(block[k]);
    }
    result.assessors.push_back(assessment.rankings(draws, sums));
  }
  result.together = together(result.assessors);
  return result;
}

}  // namespace varde::decision
