#include "app/reports/invoice.hpp"

#include <cstdlib>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "domain/economy/projection.hpp"
#include "exchange/ehf/rules_test.hpp"

namespace varde::app {
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
  ASSERT_TRUE(files.ok()) << files.error().message;
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
    EXPECT_THAT(result.error().message, HasSubstr(text));
  }
}

TEST(Invoice, AsksForWhatTheCaseHas) {
  auto wrong = options();
  wrong.alternative = "none";
  EXPECT_THAT(economy_invoices(example(), wrong).error().message, HasSubstr("establish, connect"));
  wrong = options();
  wrong.year = 1999;
  EXPECT_THAT(economy_invoices(example(), wrong).error().message, HasSubstr("2025 to 2039"));
  auto files = example();
  files.erase("invoice.toml");
  EXPECT_THAT(economy_invoices(files, options()).error().message, HasSubstr("invoice.toml"));
}

}  // namespace
}  // namespace varde::app
