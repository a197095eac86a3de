#include "domain/portfolio/catalogue.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::portfolio {
namespace {

Date on(std::string_view text) { return parse_date(text).value(); }

/// Two kinds of device; r3 is about all of them, r4 is not mandatory.
Portfolio sample() {
  Portfolio portfolio;
  portfolio.date = on("2024-01-01");
  portfolio.requirements = {{"r1", "", "", "", {"alarm"}, true},
                            {"r2", "", "", "", {"gateway"}, true},
                            {"r3", "", "", "", {}, true},
                            {"r4", "", "", "", {}, false}};
  portfolio.devices = {{"d1", "V", "M", "alarm", "SCAIP", "", ""},
                       {"d2", "V", "N", "gateway", "SCAIP", "", ""}};
  return portfolio;
}

Approval judged(std::size_t device, std::size_t requirement, Fulfilment result,
                std::string_view date, std::string_view expires = {}) {
  Approval one;
  one.device = device;
  one.requirement = requirement;
  one.result = result;
  one.date = on(date);
  if (!expires.empty()) one.expires = on(expires);
  return one;
}

TEST(Catalogue, OnlyRequirementsOfTheKindCountAndSilenceIsUnknown) {
  auto portfolio = sample();
  portfolio.approvals = {judged(0, 0, Fulfilment::fulfilled, "2023-01")};
  const Catalogue catalogue(portfolio);
  EXPECT_TRUE(catalogue.concerns(0, 0));
  EXPECT_FALSE(catalogue.concerns(0, 1));
  EXPECT_TRUE(catalogue.concerns(1, 2));
  const auto found = catalogue.conformity(0);
  EXPECT_EQ(found.fulfilled, 1);
  EXPECT_EQ(found.unknown, 1);
  EXPECT_FALSE(found.approved());
}

TEST(Catalogue, ApprovedIsEveryMandatoryRequirementFulfilled) {
  auto portfolio = sample();
  portfolio.approvals = {judged(0, 0, Fulfilment::fulfilled, "2023-01"),
                         judged(0, 2, Fulfilment::fulfilled, "2023-01")};
  EXPECT_TRUE(Catalogue(portfolio).conformity(0).approved());
  portfolio.approvals.push_back(judged(0, 3, Fulfilment::not_fulfilled, "2023-01"));
  EXPECT_TRUE(Catalogue(portfolio).conformity(0).approved()) << "r4 is not mandatory";
  portfolio.approvals[1].result = Fulfilment::partly;
  EXPECT_FALSE(Catalogue(portfolio).conformity(0).approved());
  portfolio.requirements.clear();
  portfolio.approvals.clear();
  EXPECT_FALSE(Catalogue(portfolio).conformity(0).approved()) << "nothing is no approval";
}

TEST(Catalogue, TheLastJudgementCountsAndWhatComesLaterDoesNot) {
  auto portfolio = sample();
  portfolio.approvals = {judged(0, 0, Fulfilment::fulfilled, "2023-06"),
                         judged(0, 0, Fulfilment::not_fulfilled, "2023-01"),
                         judged(0, 0, Fulfilment::partly, "2024-02")};
  EXPECT_EQ(Catalogue(portfolio).of(0, 0).result(), Fulfilment::fulfilled);
  portfolio.date = on("2024-03");
  EXPECT_EQ(Catalogue(portfolio).of(0, 0).result(), Fulfilment::partly);
}

TEST(Catalogue, AnApprovalRunsOut) {
  auto portfolio = sample();
  portfolio.approvals = {judged(0, 0, Fulfilment::fulfilled, "2022-01", "2023-12-31")};
  const Catalogue catalogue(portfolio);
  EXPECT_TRUE(catalogue.of(0, 0).expired);
  EXPECT_EQ(catalogue.of(0, 0).result(), Fulfilment::unknown);
  ASSERT_NE(catalogue.of(0, 0).last, nullptr);
  portfolio.date = on("2023-12-31");
  EXPECT_FALSE(Catalogue(portfolio).of(0, 0).expired) << "the last day counts";
  portfolio.approvals[0].expires = on("2023");
  EXPECT_FALSE(Catalogue(portfolio).of(0, 0).expired) << "and so does the last of a year";
}

RC_GTEST_PROP(Catalogue, EveryMandatoryRequirementIsCountedOnce, ()) {
  auto portfolio = sample();
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    const auto result = static_cast<Fulfilment>(*rc::gen::inRange(0, 4));
    const auto month = *rc::gen::inRange(1, 10);
    portfolio.approvals.push_back(judged(*rc::gen::inRange<std::size_t>(0, 2),
                                         *rc::gen::inRange<std::size_t>(0, 4), result,
                                         "2023-0" + std::to_string(month)));
  }
  const Catalogue catalogue(portfolio);
  for (std::size_t d = 0; d < 2; ++d) {
    const auto found = catalogue.conformity(d);
    RC_ASSERT(found.fulfilled + found.partly + found.failed + found.unknown == 2);
  }
}

}  // namespace
}  // namespace varde::portfolio
