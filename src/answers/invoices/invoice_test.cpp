#include "answers/invoices/invoice.hpp"

#include <cstdlib>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "answers/economy/report.hpp"
#include "domain/economy/projection.hpp"
#include "exchange/ehf/rules_test.hpp"

namespace varde::answers {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

cases::Files example() {
  return cases::read_folder(std::string(VARDE_EXAMPLES) + "/helgeland-2025").value();
}

InvoiceOptions options() {
  using namespace std::chrono_literals;
  return {"connect", 2026, 2027y / 1 / 15};
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

TEST(Invoice, OneForEachMunicipalityButTheHost) {
  const auto files = economy_invoices(example(), options());
  ASSERT_TRUE(files.ok()) << lines_of(files.error());
  EXPECT_EQ(files->size(), 17U + 2U);
  EXPECT_TRUE(files->contains("faktura-V2026-1811.xml"));
  EXPECT_FALSE(files->contains("faktura-V2026-1833.xml"));
  EXPECT_THAT(files->at("grunnlag.xlsx"), StartsWith("PK"));
}

TEST(Invoice, HoldsTheRulesAndSumsToTheModel) {
  const auto files = economy_invoices(example(), options());
  ASSERT_TRUE(files.ok());
  std::int64_t sum = 0;
  for (const auto& [name, bytes] : *files) {
    if (!name.ends_with(".xml")) continue;
    EXPECT_THAT(ehf::testing::Rules(bytes).broken(), IsEmpty()) << name;
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(bytes.c_str()));
    std::string net = document.select_node("//cac:LegalMonetaryTotal/cbc:LineExtensionAmount")
                          .node()
                          .text()
                          .as_string();
    net.erase(net.size() - 3, 1);
    sum += std::strtoll(net.c_str(), nullptr, 10);
  }
  const auto input = std::get<economy::Case>(cases::parse_case(example()).value());
  const auto cost = economy::cost_in(input, *input.alternative("connect"), 2026).value();
  std::size_t host = 0;
  while (input.municipalities[host].number != 1833) ++host;
  EXPECT_EQ(sum, (cost.total() - cost.part(host)).in_ore());
  EXPECT_THAT(files->at("grunnlag.csv"), HasSubstr("Sammen;;;Sum;;14500000,00"));
}

constexpr const char* kCorrections =
    "municipality,year,invoice,issued,key,amount,reason\n"
    "1811,2026,V2025-1811,2026-01-15,responssenter-20-80,1250.50,Lavere bruk enn avtalt\n"
    "1811,2027,V2026-1811,2027-01-15,,10,Et annet år\n";

TEST(Invoice, ACorrectionIsACreditNoteWithTheKeysTreatment) {
  auto files = example();
  files["invoice.toml"] +=
      "[vat.key.responssenter-20-80]\ncategory = \"exempt\"\nreason = \"Helsetjeneste, mval. § "
      "3-2\"\n";
  files["corrections.csv"] = kCorrections;
  const auto made = economy_invoices(files, options());
  ASSERT_TRUE(made.ok()) << lines_of(made.error());
  EXPECT_EQ(made->size(), 17U + 2U + 1U);
  for (const auto& [name, bytes] : *made) {
    if (name.ends_with(".xml")) {
      EXPECT_THAT(ehf::testing::Rules(bytes).broken(), IsEmpty()) << name;
    }
  }
  const auto& note = made->at("kreditnota-KV2026-1811-1.xml");
  EXPECT_THAT(note, HasSubstr(">V2025-1811<"));
  EXPECT_THAT(note, HasSubstr(">1250.50</cbc:PayableAmount>"));
  EXPECT_THAT(note, HasSubstr("Helsetjeneste"));
  const auto& invoice = made->at("faktura-V2026-1811.xml");
  EXPECT_THAT(invoice, HasSubstr("<cbc:ID>S</cbc:ID>"));
  EXPECT_THAT(invoice, HasSubstr("<cbc:ID>E</cbc:ID>"));
  EXPECT_THAT(made->at("grunnlag.csv"), HasSubstr("KV2026-1811-1;Sum;;-1250,50;;0,00;-1250,50"));
  EXPECT_THAT(made->at("grunnlag.csv"), HasSubstr("Sammen;;;Sum;;14498749,50"));
}

TEST(Invoice, MistakesInCorrectionsSayWhere) {
  auto files = example();
  files["corrections.csv"] =
      "municipality,year,invoice,issued,key,amount,reason\n"
      "1811,2026,V2025-1811,15.01.2026,responssenter-20-80,-10,Feil\n"
      ",2026,,2026-01-15,,,\n";
  files["invoice.toml"] += "[vat.key.responssenter-20-80]\ncategory = \"exempt\"\n";
  const auto text = lines_of(economy_invoices(files, options()).error());
  for (const char* part :
       {"corrections.csv:2: issued '15.01.2026'", "corrections.csv:2: amount must be above 0",
        "corrections.csv:3: municipality is empty", "corrections.csv:3: amount is empty",
        "corrections.csv:3: reason is empty", "vat.key.responssenter-20-80.reason is missing"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  files["invoice.toml"] += "reason = \"x\"\n[vat.key.responssenter-20-8]\ncategory = \"zero\"\n";
  files["corrections.csv"] =
      "municipality,year,invoice,issued,key,amount,reason\n"
      "1833,2026,V2025-1833,2026-01-15,vptt,10,Feil\n";
  const auto names = lines_of(economy_invoices(files, options()).error());
  for (const char* part :
       {"vat.key.responssenter-20-8 is not a known key; did you mean 'responssenter-20-80'?",
        "corrections.csv:2: key 'vptt'", "municipality 1833 is not one that is invoiced"}) {
    EXPECT_THAT(names, HasSubstr(part));
  }
}

TEST(Invoice, MistakesComeTogetherAndNothingIsMade) {
  auto files = example();
  replace(files["invoice.toml"], "account = \"12000000009\"", "account = \"12000000008\"");
  replace(files["invoice.toml"], "due_days", "due_dasy");
  replace(files["buyers.csv"], "Økonomi Bindal", "");
  const auto last = files["buyers.csv"].rfind("1836,");
  files["buyers.csv"].erase(last);
  const auto result = economy_invoices(files, options());
  ASSERT_FALSE(result.ok());
  for (const char* text :
       {"invoice.toml:", "account", "due_dasy", "buyers.csv:2", "municipality 1836"}) {
    EXPECT_THAT(lines_of(result.error()), HasSubstr(text));
  }
}

TEST(Invoice, AsksForWhatTheCaseHas) {
  auto wrong = options();
  wrong.alternative = "none";
  EXPECT_THAT(lines_of(economy_invoices(example(), wrong).error()),
              HasSubstr("establish, connect"));
  wrong = options();
  wrong.year = 1999;
  EXPECT_THAT(lines_of(economy_invoices(example(), wrong).error()), HasSubstr("2025 to 2039"));
  auto files = example();
  files.erase("invoice.toml");
  EXPECT_THAT(lines_of(economy_invoices(files, options()).error()), HasSubstr("invoice.toml"));
}

}  // namespace
}  // namespace varde::answers
