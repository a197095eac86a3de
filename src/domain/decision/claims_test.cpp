#include "domain/decision/claims.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "domain/decision/exact.hpp"
#include "domain/decision/sample_decision.hpp"

namespace varde::decision {
namespace {

Claim claim_of(ClaimKind kind, std::vector<std::size_t> alternatives, std::size_t over = 0) {
  Claim claim;
  claim.kind = kind;
  claim.alternatives = std::move(alternatives);
  claim.over = over;
  return claim;
}

/// The support of a claim in a decision with one area.
Support support_of(Decision decision, Claim claim) {
  decision.claims = {std::move(claim)};
  const auto drawn = smaa(decision, {20'000, 1}, Doubt::none).value();
  return check_claims(decision, drawn, nullptr).front().support;
}

TEST(Claims, WhatNoAllowedWeightContradictsIsAlwaysTrue) {
  // A is better on what matters most, and worse by less on the rest.
  const auto decision = sample::decision_of(2, {3, 1, 1, 2}, {{"S", "L"}});
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::above, {0}, 1)), Support::always);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {0})), Support::always);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::last, {1})), Support::always);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::above, {1}, 0)), Support::never);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {1})), Support::never);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::last, {0})), Support::never);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::open, {0}, 1)), Support::never);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::possible, {1})), Support::never);
}

TEST(Claims, TheShareOfTheWeightsDecidesTheRest) {
  auto decision = sample::decision_of(2, {3, 0, 0, 3}, {{"M", "M"}});
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::open, {0}, 1)), Support::clearly);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::possible, {1})), Support::always);
  decision.assessors[0].areas[0].scores = {2, 1, 0, 3};  // A from weight 3/4 of the first
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {1})), Support::mostly);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {0})), Support::rarely);
  decision.clear = 0.7;
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {1})), Support::clearly);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::open, {0}, 1)), Support::rarely);
}

TEST(Claims, AssessorsWhoDisagreeProveNothing) {
  auto decision = sample::decision_of(2, {3, 1, 1, 2}, {{"S", "L"}});
  auto other = decision.assessors[0];
  other.areas[0].scores = {1, 3, 2, 1};
  decision.assessors.push_back(other);
  EXPECT_EQ(support_of(decision, claim_of(ClaimKind::first, {0})), Support::mostly);
}

TEST(Claims, AnAreaIsAsSureAsItsWeakestClaim) {
  auto decision = sample::decision_of(2, {2, 1, 0, 3}, {{"M", "M"}, {"M", "M"}});
  decision.claims = {claim_of(ClaimKind::first, {0, 1}), claim_of(ClaimKind::first, {1})};
  const auto drawn = smaa(decision, {20'000, 1}, Doubt::none).value();
  const auto checked = check_claims(decision, drawn, nullptr);
  EXPECT_EQ(verdict_of(checked[0].support), Verdict::follows);
  EXPECT_EQ(verdict_of(decision, checked, 0), Verdict::unclear);
  EXPECT_EQ(verdict_of(decision, checked, 1), std::nullopt);
}

RC_GTEST_PROP(Claims, WhatIsProvedIsWhatTheVolumesSay, ()) {
  const auto criteria = *rc::gen::inRange<std::size_t>(1, 6);
  std::vector<double> scores;
  std::vector<std::string_view> importance;
  for (std::size_t c = 0; c < criteria; ++c) {
    importance.push_back(kImportanceWords[*rc::gen::inRange<std::size_t>(0, 5)]);
    scores.push_back(*rc::gen::inRange(0, 4));
    scores.push_back(*rc::gen::inRange(0, 4));
  }
  const auto decision = sample::decision_of(2, scores, {importance});
  const auto& judgement = decision.assessors[0].areas[0];
  const auto range = lead(judgement, 2, 0, 1);
  std::vector<double> differences;
  for (std::size_t c = 0; c < criteria; ++c) {
    differences.push_back(scores[2 * c] - scores[2 * c + 1]);
  }
  const double share = exact::share_positive(WeightRegion(judgement.importance), differences);
  if (range.least > 0) RC_ASSERT(share > 1 - 1e-12);
  if (range.most < 0) RC_ASSERT(share < 1e-12);
  if (range.most > 0.01) RC_ASSERT(share > 0);
  if (range.least < -0.01) RC_ASSERT(share < 1);
}

}  // namespace
}  // namespace varde::decision
