#include "app/steering/exporters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/steering/testing.hpp"

namespace varde::app {
namespace {

using steering::Files;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string exported(const std::string& folder, std::string_view kind, std::string_view format) {
  const auto* exporter = tools().exporter(kind, format);
  if (exporter == nullptr) return "no exporter";
  const auto bytes = exporter->bytes(example(folder), {});
  return bytes ? *bytes : bytes.error().front().text;
}

struct OfKind {
  const char* kind;
  const char* folder;
  const char* words;  ///< on its first page
};

class Exports : public ::testing::TestWithParam<OfKind> {};

TEST_P(Exports, EveryFormatIsWhatItSaysItIs) {
  const auto [kind, folder, words] = GetParam();
  EXPECT_THAT(exported(folder, kind, "html"),
              testing::AllOf(StartsWith("<!doctype html>"), HasSubstr(words)));
  EXPECT_THAT(exported(folder, kind, "xlsx"), StartsWith("PK\x03\x04"));
  EXPECT_THAT(exported(folder, kind, "pdf"), StartsWith("%PDF-"));
  EXPECT_EQ(tools().exporter(kind, "pdf")->media_type, "application/pdf");
  EXPECT_EQ(tools().exporter(kind, "exe"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Exports,
    ::testing::Values(OfKind{"cooperation", "helgeland-2025", "Helgeland"},
                      OfKind{"financing", "financing-2017", "2017"},
                      OfKind{"growth", "growth-2024", "Alle løsninger"},
                      OfKind{"decision", "scenarios-2022", "Konklusjonene mot tabellene"},
                      OfKind{"portfolio", "portfolio-2023", "Status mot ambisjon"}),
    [](const auto& one) { return std::string{one.param.kind}; });

TEST(Exporters, APortfolioIsAlsoRowsForASpreadsheet) {
  EXPECT_THAT(exported("portfolio-2023", "portfolio", "csv"), HasSubstr(",kjernejournal,"));
  EXPECT_EQ(tools().exporter("cooperation", "csv"), nullptr);
}

TEST(Exporters, InvoicesOfOneYearComeInOneArchive) {
  const auto* invoices = tools().exporter("cooperation", "zip");
  ASSERT_NE(invoices, nullptr);
  auto files = example("helgeland-2025");
  EXPECT_THAT(tools().formats("cooperation", files), testing::Contains("zip"));
  const steering::Parameters wanted{
      {"alternative", "connect"}, {"year", "2026"}, {"issued", "2027-01-15"}};
  const auto archive = invoices->bytes(files, wanted);
  ASSERT_TRUE(archive.ok()) << archive.error().front().text;
  EXPECT_THAT(*archive, StartsWith("PK\x03\x04"));
  for (const char* name : {"faktura-V2026-1811.xml", "grunnlag.csv", "grunnlag.xlsx"}) {
    EXPECT_THAT(*archive, HasSubstr(name));
  }
  EXPECT_EQ(*archive, *invoices->bytes(files, wanted));

  const auto text = [&](const steering::Parameters& parameters) {
    return invoices->bytes(files, parameters).error().front().text;
  };
  EXPECT_THAT(text({{"alternative", "connect"}, {"year", "1999"}}), HasSubstr("2025 to 2039"));
  EXPECT_THAT(text({{"alternative", "connect"}, {"year", "x"}}), HasSubstr("year"));
  EXPECT_THAT(text({{"year", "2026"}}), HasSubstr("establish, connect"));
  EXPECT_THAT(text({{"issued", "15.01.2027"}}), HasSubstr("is not a day"));
  files.erase("invoice.toml");
  EXPECT_THAT(tools().formats("cooperation", files), testing::Not(testing::Contains("zip")));
}

TEST(Exporters, MistakesOfTheCaseComeWithFileAndLine) {
  auto files = example("helgeland-2025");
  files["survey.csv"] += "9999,Ingensteds,vtp,integration,1,,reported,x\n";
  const auto bytes = tools().exporter("cooperation", "html")->bytes(files, {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().front().file, "survey.csv");
  EXPECT_GT(bytes.error().front().line, 1);
}

}  // namespace
}  // namespace varde::app
