#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "exchange/ehf/invoice.hpp"
#include "exchange/ehf/organisation.hpp"
#include "exchange/ehf/rules_test.hpp"

namespace varde::ehf {
namespace {

using economy::Money;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Invented numbers with sound check digits.
Invoice sample() {
  Invoice one;
  one.number = "2026-1811";
  one.issued = year{2026} / month{1} / day{15};
  one.due = year{2026} / month{2} / day{14};
  one.from = year{2026} / month{1} / day{1};
  one.to = year{2026} / month{12} / day{31};
  one.buyer_reference = "Økonomi <Bindal> & co";
  one.seller = {"Vertskommune (oppdiktet)", "310000019", "Gata 1", "8600", "Mo i Rana", true};
  one.buyer = {"Kommune (oppdiktet)", "311811002", "Gata 2", "7980", "Terråk", false};
  one.account = "12345678903";
  one.lines = {{"Felles plattform", "40 % likt", Money::ore(18'038'730)},
               {"Responssenter", "", Money::ore(28'993'495)}};
  return one;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Organisation, HasACheckDigit) {
  EXPECT_TRUE(is_organisation_number("974760673"));  // Brønnøysundregistrene
  EXPECT_FALSE(is_organisation_number("974760674"));
  EXPECT_FALSE(is_organisation_number("97476067"));
  EXPECT_FALSE(is_organisation_number("97476067x"));
  EXPECT_TRUE(is_account_number("12345678903"));
  EXPECT_FALSE(is_account_number("12345678904"));
}

TEST(Ehf, HoldsTheRules) {
  auto one = sample();
  for (const auto category : {Vat::standard, Vat::zero, Vat::exempt, Vat::outside}) {
    one.vat = {category, 2'500, "Ytes i fellesskap"};
    one.seller.vat_registered = category != Vat::outside;
    const auto xml = to_ubl(one);
    ASSERT_TRUE(xml.ok()) << xml.error().message;
    EXPECT_THAT(testing::Rules(*xml).broken(), IsEmpty()) << *xml;
  }
}

TEST(Ehf, TheCheckerFindsWhatIsBroken) {
  auto one = sample();
  const auto xml = to_ubl(one).value();
  const auto broken = [&](const std::string& from, const std::string& to) {
    return testing::Rules(replaced(xml, from, to)).broken();
  };
  EXPECT_THAT(broken("470322.25</cbc:TaxExclusive", "470322.26</cbc:TaxExclusive"),
              ::testing::Contains("BR-CO-13"));
  EXPECT_THAT(broken(">180387.30<", ">180387.31<"), ::testing::Contains("BR-CO-10"));
  EXPECT_THAT(broken(">117580.56<", ">117580.57<"), ::testing::Contains("BR-CO-14"));
  EXPECT_THAT(broken("<cbc:Percent>25<", "<cbc:Percent>24<"), ::testing::Contains("BR-CO-17"));
  EXPECT_THAT(broken("NO310000019MVA", "NO310000018MVA"), ElementsAre("NO-R-001"));
  EXPECT_THAT(broken("currencyID=\"NOK\"", "currencyID=\"SEK\""),
              ElementsAre("PEPPOL-EN16931-R051"));
  EXPECT_THAT(broken("<cbc:DueDate>2026-02-14</cbc:DueDate>", ""), ElementsAre("BR-CO-25"));
  EXPECT_THAT(broken("<cbc:InvoicedQuantity unitCode=\"C62\">1<",
                     "<cbc:InvoicedQuantity unitCode=\"C62\">2<"),
              ElementsAre("PEPPOL-EN16931-R120"));
  EXPECT_THAT(broken("<cbc:Name>Felles plattform</cbc:Name>", "<cbc:Name/>"),
              ElementsAre("BR-25", "PEPPOL-EN16931-R008"));
}

TEST(Ehf, WhatIsMissingIsSaidAtOnce) {
  Invoice none;
  none.vat.category = Vat::exempt;
  const auto xml = to_ubl(none);
  ASSERT_FALSE(xml.ok());
  for (const char* text :
       {"no number", "the seller has no name", "the buyer: ''", "no reason",
        "neither a buyer reference", "not an account number", "not in the calendar", "no line"}) {
    EXPECT_THAT(xml.error().message, HasSubstr(text));
  }
}

RC_GTEST_PROP(Ehf, SumsAreExactForAllAmounts, (const std::vector<std::uint32_t>& amounts)) {
  RC_PRE(!amounts.empty());
  auto one = sample();
  one.lines.clear();
  for (const auto amount : amounts) one.lines.push_back({"x", "", Money::ore(amount)});
  one.vat.basis_points = *rc::gen::inRange(1, 9'999);
  RC_ASSERT(testing::Rules(to_ubl(one).value()).broken().empty());
}

}  // namespace
}  // namespace varde::ehf
