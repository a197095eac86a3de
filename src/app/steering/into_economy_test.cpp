#include "editing/into_economy.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/steering/make_tools.hpp"
#include "cases/staffing_case.hpp"
#include "editing/csv_text.hpp"

namespace varde::app {
namespace {

using nlohmann::json;
using steering::Files;
using testing::HasSubstr;

Files helgeland() {
  return cases::read_folder(std::filesystem::path(VARDE_EXAMPLES) / "helgeland-2025").value();
}

answers::StaffingRun simulated(const Files& files, std::vector<std::string> alternatives = {}) {
  answers::StaffingRequest request;
  request.run = {2, 7};
  request.alternatives = std::move(alternatives);
  return answers::run_staffing(files, request).value();
}

std::string first_complaint(const Files& files, const answers::StaffingRun& run,
                            std::string_view alternative) {
  const auto change = editing::into_economy(files, run, alternative);
  return change ? "" : change.error().front().file + ": " + change.error().front().text;
}

TEST(IntoEconomy, TheEconomyThenReckonsWithTheSimulatedPeopleAndCost) {
  const auto files = helgeland();
  const auto run = simulated(files);
  const auto change = editing::into_economy(files, run, "2-2-2");
  ASSERT_TRUE(change);
  EXPECT_EQ(change->economy, "establish");
  const auto input = cases::parse_case(change->files).value();
  const auto& row = std::get<economy::Case>(input).alternative("establish")->staffing.at(0);
  const auto& figures = run.evaluation.alternatives[1];
  EXPECT_NEAR(static_cast<double>(row.person_years_thousandths) / 1'000, figures.person_years,
              0.005);
  EXPECT_NEAR(row.total->in_kroner(), figures.total.value.in_kroner(), 0.5);
  EXPECT_EQ(row.origin.quality, economy::Quality::estimated);
  // Two seats are still two seats when the case is read again.
  const auto again = cases::parse_staffing(change->files).value();
  EXPECT_EQ(staffing::buys(again, *again.alternative("2-2-2")->stated_person_years).whole_seats, 2);
  EXPECT_THAT(row.origin.source, HasSubstr("2 år, frø 7"));
  // The other alternative's row, and every other file, are as they were.
  for (const auto& [name, text] : files) {
    if (name == "staffing.csv") continue;
    EXPECT_EQ(change->files.at(name), text) << name;
  }
  const auto before = editing::csv_table("", files.at("staffing.csv"));
  const auto after = editing::csv_table("", change->files.at("staffing.csv"));
  EXPECT_EQ(before->rows.at(1).cells, after->rows.at(1).cells);
}

TEST(IntoEconomy, OneAlternativeAloneGivesTheSame) {
  const auto files = helgeland();
  const auto all = editing::into_economy(files, simulated(files), "colocated");
  const auto one = editing::into_economy(files, simulated(files, {"colocated"}), "colocated");
  ASSERT_TRUE(all && one);
  EXPECT_EQ(all->files, one->files);
}

TEST(IntoEconomy, SaysWhatOtherToolsOfTheCaseWillSay) {
  const auto files = helgeland();
  const auto change = editing::into_economy(files, simulated(files, {"six"}), "six");
  ASSERT_TRUE(change);
  // cooperation.toml's steps give all 18 the report's 6 person-years.
  ASSERT_FALSE(change->then.empty());
  EXPECT_EQ(change->then.front().file, "cooperation.toml");
  const auto told = json::parse(editing::into_economy_json(*change, {2, 7}));
  EXPECT_EQ(told["file"], "staffing.csv");
  EXPECT_EQ(told["cells"][0]["column"], "person_years");
  EXPECT_EQ(told["cells"][0]["before"], "6");
  EXPECT_FALSE(told["then"].empty());
}

TEST(IntoEconomy, WithoutOneRowToPutItInItSaysWhatToDo) {
  auto files = helgeland();
  const auto run = simulated(files, {"six", "connect"});
  EXPECT_THAT(first_complaint(files, run, "2-2-2"), HasSubstr("no alternative '2-2-2'"));
  const auto rows = files["staffing.csv"];
  files["staffing.csv"] += "establish,Vikarer,responssenter-20-80,1,800000,,,wages,assumed,x\n";
  EXPECT_THAT(first_complaint(files, run, "six"), HasSubstr("several rows, the first at line 2"));
  EXPECT_EQ(first_complaint(files, run, "connect"), "");
  files["staffing.csv"] = rows.substr(0, rows.find('\n') + 1);
  EXPECT_THAT(first_complaint(files, run, "six"), HasSubstr("'establish' has no row"));
  files["staffing.csv"] = "alternative,item,key,person_years,from,to,index\n";
  EXPECT_THAT(first_complaint(files, run, "six"), HasSubstr("no column total, quality, source"));
  files.erase("staffing.csv");
  EXPECT_THAT(first_complaint(files, run, "six"), HasSubstr("does not have this file"));
}

}  // namespace
}  // namespace varde::app
