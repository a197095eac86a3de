#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/staffing_case.hpp"

namespace varde::cases {
namespace {

using ::testing::HasSubstr;

Files helgeland() {
  return read_folder(std::filesystem::path(VARDE_EXAMPLES) / "helgeland-2025").value();
}

/// The complaints when `from` stands as `to` in staffing.toml.
std::string complaints(const std::string& from, const std::string& to) {
  auto files = helgeland();
  auto& text = files["staffing.toml"];
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  text.replace(at, from.size(), to);
  const auto parsed = parse_staffing(files);
  std::string lines;
  if (parsed) return "nothing";
  for (const auto& one : parsed.error()) lines += to_string(one) + "\n";
  return lines;
}

TEST(StaffingCase, WorkMayHaveALowAndAHigh) {
  const auto read = parse_staffing(helgeland()).value();
  ASSERT_EQ(read.ranges.size(), read.demand.kinds.size());
  EXPECT_EQ(read.ranges[0], staffing::KindRange{});
  EXPECT_DOUBLE_EQ(read.ranges[1].arrivals_high, 3.0 / 2.4);
  EXPECT_DOUBLE_EQ(read.ranges[1].handling_low, 150.0 / 195);
  const auto high = staffing::at_bound(read, staffing::Bound::high);
  EXPECT_DOUBLE_EQ(high.demand.kinds[1].per_year, read.demand.kinds[1].per_year * 1.25);
  EXPECT_DOUBLE_EQ(high.hosts[0].demand.kinds[1].handling.mean_s, 240);
  EXPECT_TRUE(high.ranges.empty());
  EXPECT_THAT(complaints("low_s = 150", "low_s = 250"),
              HasSubstr("mean_s is not between low_s and high_s"));
}

TEST(StaffingCase, HelgelandIsRead) {
  const auto parsed = parse_staffing(helgeland());
  ASSERT_TRUE(parsed) << to_string(parsed.error().front());
  EXPECT_EQ(parsed->person_year_cost, economy::Money::kroner(805'000));
  EXPECT_EQ(parsed->person_year_hours, 1'950);
  EXPECT_EQ(parsed->demand.kinds.size(), 3U);
  EXPECT_NEAR(parsed->demand.kinds[1].per_year, 2.4 * 12 * 1'660, 1e-6);
  EXPECT_EQ(parsed->alternatives.size(), 5U);
  EXPECT_EQ(parsed->alternatives[0].stated_person_years, 6);
  EXPECT_EQ(*parsed->alternatives[0].stated_cost, economy::Money::kroner(7'000'000));
  EXPECT_NEAR(parsed->hosts[0].demand.kinds[1].per_year, 2.4 * 12 * 4'270, 1e-6);
  EXPECT_EQ(parsed->sickness_high, 0.111);
  const auto is_users = [](const staffing::Given& one) { return one.name == "users"; };
  EXPECT_EQ(std::ranges::count_if(parsed->numbers, is_users), 1);
}

TEST(StaffingCase, AHoleInAPlanIsNamed) {
  EXPECT_THAT(complaints("from = \"22:00\"", "from = \"23:00\""),
              testing::ContainsRegex("staffing.toml:[0-9]+: alternative.six has nobody on duty "
                                     "Monday 22:00 to Monday 23:00; add a shift there"));
}

TEST(StaffingCase, ArrivalsAboveCapacityAreRefusedWithWhatStopsThem) {
  EXPECT_THAT(complaints("{ value = 2.4, low = 2.0, high = 3.0", "{ value = 24"),
              AllOf(HasSubstr("alternative.six cannot be computed: arrivals are above capacity"),
                    HasSubstr("grows without bound"), HasSubstr("more at every hour stop")));
}

TEST(StaffingCase, MoreAlarmsThanCanBeSimulatedAreRefused) {
  EXPECT_THAT(complaints("users = { value = 1660", "users = { value = 9000000"),
              HasSubstr("at most 10000000 can be simulated"));
}

TEST(StaffingCase, MistakesSayWhatToDo) {
  EXPECT_THAT(complaints("profile = \"persons\"", "profile = \"person\""),
              HasSubstr("kind.fall.profile 'person' is not a profile; did you mean 'persons'?"));
  EXPECT_THAT(complaints("plan = \"1-1-1\"", "plan = \"1-1-2\""), HasSubstr("is not a plan"));
  EXPECT_THAT(complaints("from = \"07:30\"", "from = \"7.30\""),
              HasSubstr("must be a time like \"07:30\""));
  EXPECT_THAT(complaints("by_day = [1.05, ", "by_day = ["), HasSubstr("must be 7 weights"));
  EXPECT_THAT(complaints("share = 0.5 ", "share = 5 "), HasSubstr("must be a number from 0 to 1"));
  EXPECT_THAT(complaints("low = 0.077", "low = 0.2"), HasSubstr("is not between low and high"));
  EXPECT_THAT(complaints("economy = \"connect\"", "economy = \"conect\""),
              HasSubstr("'conect' is not an alternative of case.toml; did you mean 'connect'?"));
  EXPECT_THAT(complaints("interruptible = true", "interuptible = true"),
              HasSubstr("unknown key 'interuptible'"));
  EXPECT_THAT(complaints("days = [\"mon\"", "days = [\"man\""), HasSubstr("which is not a day"));
  EXPECT_THAT(complaints("per_user_month = { value = 1.0,",
                         "per_year = 5\nper_user_month = { value = 1.0,"),
              HasSubstr("one of the two"));
  EXPECT_THAT(complaints("connect = \"neighbour\"", "connect = \"neighbour\"\nplan = \"2-2-2\""),
              HasSubstr("goes without a plan"));
  EXPECT_THAT(complaints("id = \"2-2-2\"\nname", "id = \"six\"\nname"), HasSubstr("stands twice"));
}

TEST(StaffingCase, ComplaintsOfTheEconomyCaseComeThrough) {
  auto files = helgeland();
  files["case.toml"] = "kind = \"growth\"\n";
  EXPECT_FALSE(parse_staffing(files));
  files.erase("case.toml");
  EXPECT_FALSE(parse_staffing(files));
  files = helgeland();
  files.erase("staffing.toml");
  EXPECT_THAT(to_string(parse_staffing(files).error().front()), HasSubstr("staffing.toml"));
}

}  // namespace
}  // namespace varde::cases
