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
    for (auto& line : one.lines) line.vat = {category, 2'500, "Ytes i fellesskap"};
    one.seller.vat_registered = category != Vat::outside;
    const auto xml = to_ubl(one);
    ASSERT_TRUE(xml.ok()) << xml.error().message;
    EXPECT_THAT(testing::Rules(*xml).broken(), IsEmpty()) << *xml;
  }
}

TEST(Ehf, LinesOfOneInvoiceMayBeTreatedEachInTheirWay) {
  auto one = sample();
  one.lines.push_back({"Helsehjelp", "", Money::ore(1'000'03), {Vat::exempt, 0, "Mval. § 3-2"}});
  one.lines.push_back({"Skrift", "", Money::ore(500'01), {Vat::standard, 1'500, ""}});
  one.lines.push_back({"Tidsskrift", "", Money::ore(1), {Vat::zero, 0, ""}});
  const auto xml = to_ubl(one);
  ASSERT_TRUE(xml.ok()) << xml.error().message;
  EXPECT_THAT(testing::Rules(*xml).broken(), IsEmpty()) << *xml;
  const auto groups = vat_groups(one);
  ASSERT_EQ(groups.size(), 4);
  EXPECT_EQ(groups[0].tax.in_ore(), 7'500);  // 15 % of 500.01 kr
  EXPECT_EQ(groups[1].net.in_ore(), 18'038'730 + 28'993'495);
  EXPECT_EQ(groups[3].vat.reason, "Mval. § 3-2");
  EXPECT_EQ(totals_of(one).vat.in_ore(), 7'500 + 11'758'056);
  EXPECT_THAT(testing::Rules(replaced(*xml, "<cbc:ID>Z</cbc:ID>", "<cbc:ID>E</cbc:ID>")).broken(),
              ::testing::IsSupersetOf({"BR-E-01", "BR-E-10"}));

  one.lines.back().vat = {Vat::outside, 0, "Myndighetsutøvelse"};
  EXPECT_THAT(to_ubl(one).error().message, HasSubstr("BR-O-11"));
  one.lines.back().vat = {Vat::exempt, 0, "En annen grunn"};
  EXPECT_THAT(to_ubl(one).error().message, HasSubstr("'Tidsskrift' has another reason"));
}

TEST(Ehf, ACreditNoteNamesTheInvoiceItCorrects) {
  auto one = sample();
  one.number = "K2026-1811-1";
  one.corrects = {"V2026-1811", year{2026} / month{1} / day{2}};
  one.due = one.from = one.to = {};  // those of the invoice
  one.lines[1].vat = {Vat::exempt, 0, "Mval. § 3-2"};
  const auto xml = to_ubl(one);
  ASSERT_TRUE(xml.ok()) << xml.error().message;
  EXPECT_THAT(testing::Rules(*xml).broken(), IsEmpty()) << *xml;
  EXPECT_THAT(*xml, HasSubstr("<cbc:CreditNoteTypeCode>381<"));
  EXPECT_THAT(*xml, HasSubstr("<cbc:IssueDate>2026-01-02<"));
  EXPECT_THAT(*xml, ::testing::Not(HasSubstr("InvoicePeriod")));
  const auto broken = [&](const std::string& from, const std::string& to) {
    return testing::Rules(replaced(*xml, from, to)).broken();
  };
  EXPECT_THAT(broken("<cbc:ID>V2026-1811</cbc:ID>", ""), ElementsAre("BR-55"));
  EXPECT_THAT(broken(">381<", ">380<"), ElementsAre("PEPPOL-EN16931-P0101"));
  EXPECT_THAT(broken("CreditNote-2", "Invoice-2"), ElementsAre("UBL-XSD"));
  EXPECT_THAT(broken("<cbc:CreditNoteTypeCode>",
                     "<cbc:DueDate>2026-02-14</cbc:DueDate>"
                     "<cbc:CreditNoteTypeCode>"),
              ElementsAre("UBL-XSD"));

  one.corrects = {"", year{2027} / month{1} / day{2}};
  EXPECT_THAT(to_ubl(one).error().message, HasSubstr("does not name the invoice"));
  EXPECT_THAT(to_ubl(one).error().message, HasSubstr("not dated before"));
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
  none.lines = {{"", "", {}, {Vat::exempt, 0, ""}}};
  const auto xml = to_ubl(none);
  ASSERT_FALSE(xml.ok());
  for (const char* text : {"no number", "the seller has no name", "the buyer: ''", "no reason",
                           "neither a buyer reference", "not an account number",
                           "not in the calendar", "a line has no name"}) {
    EXPECT_THAT(xml.error().message, HasSubstr(text));
  }
}

RC_GTEST_PROP(Ehf, SumsAreExactForAllAmounts, (const std::vector<std::uint32_t>& amounts)) {
  RC_PRE(!amounts.empty());
  auto one = sample();
  one.lines.clear();
  if (*rc::gen::arbitrary<bool>()) one.corrects = {"1", one.issued};
  for (const auto amount : amounts) {
    const auto category = static_cast<Vat>(*rc::gen::inRange(0, 3));
    one.lines.push_back(
        {"x", "", Money::ore(amount), {category, *rc::gen::inRange(1, 9'999), "y"}});
  }
  RC_ASSERT(testing::Rules(to_ubl(one).value()).broken().empty());
}

}  // namespace
}  // namespace varde::ehf
