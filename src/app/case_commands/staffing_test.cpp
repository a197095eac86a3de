#include "app/case_commands/staffing.hpp"

#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace varde::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Json = nlohmann::json;

SimulateRequest helgeland(std::size_t years) {
  SimulateRequest request;
  request.folder = std::filesystem::path(VARDE_EXAMPLES) / "helgeland-2025";
  request.run.run.years = years;
  request.json = true;
  return request;
}

const Json& of(const Json& json, const std::string& id) {
  for (const auto& one : json["alternatives"]) {
    if (one["id"] == id) return one;
  }
  throw std::runtime_error("no alternative " + id);
}

double within_60(const Json& alternative) {
  return alternative["answers"][0]["within"][0]["value"].get<double>();
}

TEST(StaffingErlang, TheReferenceLoadNeedsTen) {
  const auto printed = staffing_erlang({.load = 4.9, .handling_s = 240});
  EXPECT_EQ(printed.exit_code, 0);
  EXPECT_THAT(printed.out, StartsWith("10 operators\n"));
  const auto json = Json::parse(staffing_erlang({.per_hour = 73.5, .handling_s = 240}, true).out);
  EXPECT_EQ(json["operators"], 10);
  EXPECT_NEAR(json["within"].get<double>(), 0.99106, 1e-5);
}

TEST(StaffingErlang, TheCurveGoesFromTooFewToMoreThanEnough) {
  const auto answer = answers::erlang_answer({.load = 4.9, .handling_s = 240});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->to_be_steady, 5);
  EXPECT_EQ(answer->needed, 10);
  ASSERT_EQ(answer->curve.size(), 11);  // 4 to 14
  EXPECT_EQ(answer->curve.front().operators, 4);
  EXPECT_FALSE(answer->curve.front().steady);
  for (std::size_t i = 2; i < answer->curve.size(); ++i) {
    EXPECT_GT(answer->curve[i].within, answer->curve[i - 1].within);
    EXPECT_LT(answer->curve[i].occupancy, answer->curve[i - 1].occupancy);
  }
  const auto few = answers::erlang_answer({.load = 4.9, .handling_s = 240, .operators = 3});
  EXPECT_FALSE(few->point.steady);
  EXPECT_FALSE(Json::parse(answers::erlang_json(*few)).contains("within"));
  const auto many = answers::erlang_answer({.load = 900, .handling_s = 240, .operators = 2'000});
  EXPECT_LE(many->curve.size(), 41);
}

TEST(StaffingErlang, PatienceGivesAttempts) {
  const auto json = Json::parse(
      staffing_erlang({.load = 1.5, .handling_s = 240, .patience_s = 90, .operators = 2}, true)
          .out);
  EXPECT_EQ(json["formula"], "erlang_a_retrial");
  EXPECT_GT(json["attempts"].get<double>(), 1.1);
}

TEST(StaffingErlang, AboveCapacityGivesNoNumber) {
  const auto printed = staffing_erlang({.load = 4.9, .handling_s = 240, .operators = 4});
  EXPECT_EQ(printed.exit_code, 1);
  EXPECT_EQ(printed.out, "");
  EXPECT_THAT(printed.error, HasSubstr("grows without bound; 5 operators stop it"));
  EXPECT_EQ(staffing_erlang({.load = 1, .per_hour = 1, .handling_s = 240}).exit_code, 1);
  EXPECT_EQ(staffing_erlang({.load = 1, .handling_s = 0}).exit_code, 1);
  EXPECT_EQ(staffing_erlang({.load = 1, .handling_s = 240, .target = 97.5}).exit_code, 1);
}

TEST(StaffingSimulate, TheSameSeedGivesTheSameBytesOnAnyThreads) {
  auto request = helgeland(3);
  request.run.threads = 1;
  const auto once = staffing_simulate(request);
  ASSERT_EQ(once.exit_code, 0) << once.error;
  request.run.threads = 3;
  EXPECT_EQ(staffing_simulate(request).out, once.out);
  request.run.run.seed = 2;
  EXPECT_NE(staffing_simulate(request).out, once.out);
}

TEST(StaffingSimulate, AnswersTheReportsQuestions) {
  const auto json = Json::parse(staffing_simulate(helgeland(4)).out);
  const auto& bought = json["bought"][0];
  EXPECT_EQ(bought["person_years"], 6);
  EXPECT_EQ(bought["whole_seats"], 1);
  const auto& six = of(json, "six");
  const auto& two = of(json, "2-2-2");
  const auto& colocated = of(json, "colocated");
  const auto& connect = of(json, "connect");
  EXPECT_NEAR(two["person_years"]["value"].get<double>(), 11.8, 0.1);
  EXPECT_NEAR(six["person_years"]["value"].get<double>(), 5.9, 0.05);
  EXPECT_NEAR(six["hours_below_minimum"].get<double>(), 8'766, 1);
  EXPECT_EQ(two["hours_below_minimum"], 0);
  EXPECT_EQ(colocated["hours_below_minimum"], 0);
  EXPECT_LT(within_60(six), within_60(colocated));
  EXPECT_LT(within_60(colocated), within_60(two));
  EXPECT_EQ(colocated["against"]["alternative"], "2-2-2");
  EXPECT_LT(colocated["against"]["cost"]["ore"].get<std::int64_t>(), -300'000'000);
  EXPECT_GT(colocated["reserve_hours"]["low"].get<double>(), 0);
  const auto& connection = connect["connection"];
  EXPECT_NEAR(connection["share"]["value"].get<double>(), 1'660.0 / (1'660 + 4'270), 0.02);
  EXPECT_GT(connection["host_alone"]["within"][0]["value"],
            connection["host_together"]["within"][0]["value"]);
  EXPECT_GT(connection["lacks_together_hours_a_week"], connection["lacks_alone_hours_a_week"]);
  for (const auto& one : json["alternatives"]) {
    EXPECT_LE(one["cost"]["low"]["ore"], one["cost"]["value"]["ore"]);
    EXPECT_GE(one["cost"]["high"]["ore"], one["cost"]["value"]["ore"]);
    EXPECT_EQ(one["hours"].size(), 24U);
    EXPECT_EQ(one["plan"]["operators_by_hour"].size(), 168U);
  }
}

TEST(StaffingSimulate, TextNamesWhatIsOnlyIllustrative) {
  auto request = helgeland(3);
  request.json = false;
  request.run.alternatives = {"six"};
  const auto printed = staffing_simulate(request);
  EXPECT_THAT(printed.out, HasSubstr("6 person-years buy 1 on duty round the clock"));
  EXPECT_THAT(printed.out, HasSubstr("Risk: 8766 hours a year with fewer than 2 on duty"));
  EXPECT_THAT(printed.out, HasSubstr("illustrative"));
  EXPECT_THAT(printed.out, testing::Not(HasSubstr("2-2-2:")));
}

TEST(StaffingSimulate, LowAndHighStandBesideTheMiddle) {
  const auto json = Json::parse(staffing_simulate(helgeland(8)).out);
  EXPECT_EQ(json["ranges"]["years"], 2);
  EXPECT_LT(json["ranges"]["low"]["work_hours"], json["demand"]["work_hours"]);
  EXPECT_GT(json["ranges"]["high"]["work_hours"], json["demand"]["work_hours"]);
  for (const auto& one : json["alternatives"]) {
    const double low = one["at_low"]["answers"]["within"][0]["value"].get<double>();
    const double high = one["at_high"]["answers"]["within"][0]["value"].get<double>();
    EXPECT_GT(low, within_60(one)) << one["id"];
    EXPECT_LT(high, within_60(one)) << one["id"];
  }
}

TEST(StaffingSimulate, AboveCapacityAtHighIsSaidAndNotComputed) {
  auto files = cases::read_folder(helgeland(2).folder).value();
  auto& toml = files["staffing.toml"];
  const std::string high = "high_s = 240";
  ASSERT_NE(toml.find(high), toml.npos);
  toml.replace(toml.find(high), high.size(), "high_s = 2400");
  answers::StaffingRequest request;
  request.run.years = 2;
  const auto json = Json::parse(*answers::staffing_answer(files, request, {}));
  const auto& six = of(json, "six");
  EXPECT_THAT(six["at_high"]["fault"].get<std::string>(), HasSubstr("without bound"));
  EXPECT_FALSE(six["at_high"].contains("answers"));
  EXPECT_TRUE(six["at_low"]["fault"].is_null());
}

TEST(StaffingSimulate, MistakesComeWithoutFigures) {
  auto request = helgeland(3);
  request.run.alternatives = {"sixx"};
  auto printed = staffing_simulate(request);
  EXPECT_EQ(printed.exit_code, 1);
  EXPECT_THAT(printed.error, HasSubstr("there is no alternative 'sixx'; did you mean 'six'?"));
  EXPECT_FALSE(Json::parse(printed.out)["mistakes"].empty());
  EXPECT_FALSE(Json::parse(printed.out).contains("alternatives"));
  request = helgeland(1);
  EXPECT_THAT(staffing_simulate(request).error, HasSubstr("--years"));
  request.folder = "/nowhere";
  EXPECT_EQ(staffing_simulate(request).exit_code, 1);
}

TEST(StaffingAnswer, IsTheSameAsTheCommandsAndStopsWhenToldTo) {
  const auto request = helgeland(2);
  const auto files = cases::read_folder(request.folder).value();
  EXPECT_EQ(*answers::staffing_answer(files, request.run, {}), staffing_simulate(request).out);
  staffing::Watch watch;
  watch.cancelled = [] { return true; };
  EXPECT_FALSE(answers::staffing_answer(files, request.run, watch));
  EXPECT_THAT(*answers::staffing_answer({}, request.run, {}), HasSubstr("mistakes"));
}

}  // namespace
}  // namespace varde::app
