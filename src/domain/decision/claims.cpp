#include "domain/decision/claims.hpp"

#include <algorithm>

namespace varde::decision {
namespace {

/// What holds in every draw, or in none.
enum class Proof : std::uint8_t { none, always, never };

class Prover {
 public:
  Prover(const Decision& decision, const Claim& claim)
      : decision_(decision), claim_(claim), count_(decision.alternatives.size()) {}

  /// Shown for all assessors alike, or not at all.
  Proof prove() const {
    Proof shared = Proof::none;
    for (std::size_t j = 0; j < decision_.assessors.size(); ++j) {
      const auto one = prove(decision_.assessors[j].areas[claim_.area]);
      if (one == Proof::none || (j > 0 && one != shared)) return Proof::none;
      shared = one;
    }
    return shared;
  }

 private:
  Proof prove(const Judgement& judgement) const {
    switch (claim_.kind) {
      case ClaimKind::above:
        return over(judgement, claim_.alternatives[0], claim_.over);
      case ClaimKind::open:
        return over(judgement, claim_.alternatives[0], claim_.over) == Proof::none ? Proof::none
                                                                                   : Proof::never;
      case ClaimKind::first:
        return first(judgement);
      case ClaimKind::last:
        return last(judgement);
      case ClaimKind::possible:
        break;
    }
    return Proof::none;
  }

  Proof over(const Judgement& judgement, std::size_t one, std::size_t other) const {
    const auto range = lead(judgement, count_, one, other);
    if (range.least >= 0 && range.most > 0) return Proof::always;
    return range.most <= 0 && range.least < 0 ? Proof::never : Proof::none;
  }

  bool named(std::size_t a) const { return std::ranges::count(claim_.alternatives, a) > 0; }

  /// Always, when one of the named is ahead of all others; never, when one other is ahead of all
  /// named.
  Proof first(const Judgement& judgement) const {
    for (std::size_t a = 0; a < count_; ++a) {
      const auto wanted = named(a) ? Proof::always : Proof::never;
      bool ahead = true;
      for (std::size_t b = 0; b < count_ && ahead; ++b) {
        ahead = named(b) == named(a) || over(judgement, a, b) == Proof::always;
      }
      if (ahead) return wanted;
    }
    return Proof::none;
  }

  Proof last(const Judgement& judgement) const {
    const auto a = claim_.alternatives[0];
    bool behind_all = true;
    for (std::size_t b = 0; b < count_; ++b) {
      if (b == a) continue;
      const auto proof = over(judgement, a, b);
      if (proof == Proof::always) return Proof::never;
      behind_all = behind_all && proof == Proof::never;
    }
    return behind_all ? Proof::always : Proof::none;
  }

  const Decision& decision_;
  const Claim& claim_;
  std::size_t count_;
};

double share_of(const Claim& claim, const Ranking& ranking) {
  const auto a = claim.alternatives[0];
  switch (claim.kind) {
    case ClaimKind::first: {
      double share = 0;
      for (const auto one : claim.alternatives) share += ranking.first(one);
      return share;
    }
    case ClaimKind::last:
      return ranking.rank(a, ranking.alternatives - 1);
    case ClaimKind::above:
    case ClaimKind::open:
      return ranking.ahead_of(a, claim.over);
    case ClaimKind::possible:
      break;
  }
  return ranking.first(a);
}

Support support_of(const Decision& decision, const Claim& claim, double share, Proof proof) {
  if (claim.kind == ClaimKind::possible) return share > 0 ? Support::always : Support::never;
  if (proof != Proof::none) return proof == Proof::always ? Support::always : Support::never;
  if (claim.kind == ClaimKind::open) {
    return std::max(share, 1 - share) < decision.clear ? Support::clearly : Support::rarely;
  }
  if (share >= decision.clear) return Support::clearly;
  return share >= 0.5 ? Support::mostly : Support::rarely;
}

}  // namespace

Verdict verdict_of(Support support) {
  if (support == Support::always || support == Support::clearly) return Verdict::follows;
  return support == Support::mostly ? Verdict::unclear : Verdict::contradicted;
}

Range lead(const Judgement& judgement, std::size_t alternatives, std::size_t one,
           std::size_t other) {
  std::vector<double> differences;
  for (std::size_t c = 0; c < judgement.importance.size(); ++c) {
    differences.push_back(judgement.scores[c * alternatives + one] -
                          judgement.scores[c * alternatives + other]);
  }
  return WeightRegion(judgement.importance).range(differences);
}

std::vector<Checked> check_claims(const Decision& decision, const Smaa& stated,
                                  const Smaa* doubted) {
  std::vector<Checked> result;
  for (std::size_t i = 0; i < decision.claims.size(); ++i) {
    const auto& claim = decision.claims[i];
    Checked checked;
    checked.claim = i;
    checked.share = share_of(claim, stated.together.areas[claim.area]);
    if (doubted != nullptr) {
      checked.doubted_share = share_of(claim, doubted->together.areas[claim.area]);
    }
    checked.support = support_of(decision, claim, checked.share, Prover(decision, claim).prove());
    result.push_back(checked);
  }
  return result;
}

std::optional<Verdict> verdict_of(const Decision& decision, const std::vector<Checked>& checked,
                                  std::size_t area) {
  std::optional<Verdict> worst;
  for (const auto& one : checked) {
    if (decision.claims[one.claim].area != area) continue;
    worst = std::max(worst.value_or(Verdict::follows), verdict_of(one.support));
  }
  return worst;
}

}  // namespace varde::decision
