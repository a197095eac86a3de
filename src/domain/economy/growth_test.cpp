#include "domain/economy/growth.hpp"

#include <gmock/gmock.h>

namespace varde::economy {
namespace {

Money million(double amount) { return round_to_ore(amount * 1e6); }

Estimate estimate(std::string solution, std::string meeting, int year, Speaks speaks, double amount,
                  bool onwards = false, std::string part = "") {
  return {std::move(solution),          std::move(meeting), std::move(part), year, speaks, onwards,
          {million(amount), {}, {}, {}}};
}

/// Vekst i drift- og forvaltningskostnader, 2024: the figures of the paper, MNOK.
GrowthCase paper() {
  GrowthCase input;
  input.first_year = 2022;
  input.last_year = 2028;
  for (const char* id : {"helsenorge", "sfm", "fm", "samhandling", "plans", "new"}) {
    input.solutions.push_back({id, id, "", Money{}, kEqualParts, ""});
  }
  input.meetings = {{"NUIT 25/21", "2021-09-15"},
                    {"NUIT 4/22", "2022-02-17"},
                    {"NUIT 5/23", "2023-02-16"},
                    {"NUIT 06/24", "2024-02-15"}};
  const auto change = Speaks::change;
  const auto level = Speaks::level;
  input.estimates = {estimate("helsenorge", "NUIT 06/24", 2025, change, 14),
                     estimate("helsenorge", "NUIT 06/24", 2026, change, 14),
                     estimate("helsenorge", "NUIT 06/24", 2027, change, 12),
                     estimate("sfm", "NUIT 5/23", 2023, level, 24),
                     estimate("sfm", "NUIT 5/23", 2024, level, 55),
                     estimate("sfm", "NUIT 5/23", 2025, level, 59, true),
                     estimate("sfm", "NUIT 06/24", 2025, change, 50, false, "operation"),
                     estimate("sfm", "NUIT 06/24", 2025, change, 4, false, "approval"),
                     estimate("sfm", "NUIT 06/24", 2026, change, -5),
                     estimate("fm", "NUIT 5/23", 2025, change, -12),
                     estimate("fm", "NUIT 5/23", 2026, change, 0),
                     estimate("fm", "NUIT 06/24", 2025, change, 0),
                     estimate("fm", "NUIT 06/24", 2026, change, -12),
                     estimate("samhandling", "NUIT 4/22", 2023, level, 30),
                     estimate("samhandling", "NUIT 4/22", 2024, level, 55),
                     estimate("samhandling", "NUIT 4/22", 2025, level, 75, true),
                     estimate("samhandling", "NUIT 5/23", 2024, level, 34),
                     estimate("samhandling", "NUIT 5/23", 2025, level, 52, true),
                     estimate("samhandling", "NUIT 06/24", 2024, level, 17),
                     estimate("samhandling", "NUIT 06/24", 2025, level, 52),
                     estimate("samhandling", "NUIT 06/24", 2026, level, 53),
                     estimate("samhandling", "NUIT 06/24", 2027, level, 61, true),
                     estimate("plans", "NUIT 25/21", 2022, level, 3),
                     estimate("plans", "NUIT 25/21", 2023, level, 6.4, true),
                     estimate("plans", "NUIT 06/24", 2024, Speaks::withdrawn, 0)};
  input.investments = {{"helsenorge", 2024, {million(70), {}, {}, {}}},
                       {"helsenorge", 2025, {million(70), {}, {}, {}}},
                       {"new", 2024, {million(30), {}, {}, {}}}};
  input.funding = {{"helsenorge", 2022, Funding::in_regulation, ""},
                   {"samhandling", 2024, Funding::in_regulation, ""},
                   {"sfm", 2025, Funding::in_regulation, ""},
                   {"fm", 2022, Funding::in_regulation, ""},
                   {"plans", 2022, Funding::project, ""}};
  input.reasons = {{"samhandling", "NUIT 06/24", 2024, million(-17), "moved to 2025"}};
  input.payers = {{"rhf", "", Group::rhf, 5'550'203},
                  {"helgeland", "", Group::municipality, 77'885},
                  {"others", "", Group::municipality, 5'472'318}};
  return input;
}

const VersionYear& in(const Version& version, int year) {
  return version.years[static_cast<std::size_t>(year - version.years.front().year)];
}

TEST(VekstIDriftOgForvaltningskostnader2024, HelsenorgeGrows14And14And12AtTwentyPerCent) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& holds = result.solutions[0].versions.back();
  EXPECT_EQ(in(holds, 2025).change, million(14));
  EXPECT_EQ(in(holds, 2026).change, million(14));
  EXPECT_EQ(in(holds, 2027).change, million(12));
  EXPECT_EQ(in(holds, 2027).cumulative, million(40));
  EXPECT_EQ(result.solutions[0].implied[3], million(14));
  EXPECT_EQ(result.solutions[0].implied[4], million(14));
  EXPECT_EQ(result.solutions[0].implied[5], std::nullopt);
}

TEST(VekstIDriftOgForvaltningskostnader2024, SfmGrows54AndThenFallsBy5) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& sfm = result.solutions[1];
  EXPECT_EQ(in(sfm.versions[0], 2024).change, million(31));
  EXPECT_EQ(in(sfm.versions[0], 2026).level, million(59));
  EXPECT_EQ(in(sfm.versions[0], 2026).change, Money{});
  EXPECT_EQ(in(sfm.versions[1], 2025).change, million(54));
  EXPECT_EQ(in(sfm.versions[1], 2026).change, million(-5));
  EXPECT_EQ(in(sfm.versions[1], 2026).level, million(49));
  EXPECT_EQ(in(sfm.versions[1], 2027).change, std::nullopt);
  EXPECT_EQ(sfm.moves.size(), 2);  // 2025 and 2026: of no other year do both speak
}

TEST(VekstIDriftOgForvaltningskostnader2024, FmFallsBy12AYearLaterThanFirstSaid) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& fm = result.solutions[2];
  EXPECT_EQ(in(fm.versions.back(), 2026).change, million(-12));
  ASSERT_EQ(fm.moves.size(), 2);
  EXPECT_EQ(fm.moves[0].year, 2025);
  EXPECT_EQ(fm.moves[0].difference(), million(12));
  EXPECT_EQ(fm.moves[1].difference(), million(-12));
}

TEST(VekstIDriftOgForvaltningskostnader2024,
     DigitalSamhandlingIs17And52And53And61BesideBothEarlier) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& one = result.solutions[3];
  ASSERT_EQ(one.versions.size(), 3);
  const std::vector<std::vector<double>> levels{
      {55, 75, 75, 75}, {34, 52, 52, 52}, {17, 52, 53, 61}};
  for (std::size_t v = 0; v < 3; ++v) {
    for (int year = 2024; year <= 2027; ++year) {
      EXPECT_EQ(in(one.versions[v], year).level,
                million(levels[v][static_cast<std::size_t>(year - 2024)]));
    }
  }
  EXPECT_EQ(in(one.versions[2], 2027).change, million(8));
  const auto& moved = *std::ranges::find_if(
      one.moves, [](const Move& m) { return m.to == "NUIT 06/24" && m.year == 2024; });
  EXPECT_EQ(moved.difference(), million(-17));
  EXPECT_EQ(moved.explained, moved.difference());
}

TEST(VekstIDriftOgForvaltningskostnader2024, TreatmentPlansHaveNoEstimateNow) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& plans = result.solutions[4];
  EXPECT_EQ(in(plans.versions[0], 2022).level, million(3));
  EXPECT_EQ(in(plans.versions[0], 2028).level, million(6.4));
  EXPECT_EQ(in(plans.versions.back(), 2025).change, std::nullopt);
  EXPECT_TRUE(plans.moves.empty());
}

TEST(VekstIDriftOgForvaltningskostnader2024, EarlierEstimatesHoldOnEarlierDates) {
  const auto input = paper();
  const auto result = growth_of(input, "2023-12-31");
  EXPECT_EQ(result.solutions[3].versions.back().meeting, "NUIT 5/23");
  EXPECT_EQ(in(result.solutions[1].versions.back(), 2025).level, million(59));
  EXPECT_TRUE(result.solutions[0].versions.size() == 1);
}

TEST(Growth, TheRuleStandsInWhereThereIsNoEstimate) {
  const auto input = paper();
  const auto result = growth_of(input);
  const auto& year = in(result.solutions[5].versions.back(), 2025);
  EXPECT_TRUE(year.by_rule);
  EXPECT_EQ(year.change, million(6));
}

TEST(Growth, PayersPayWhatTheRegulationHoldsAndSumToTheOre) {
  const auto input = paper();
  const auto result = growth_of(input);
  // 2025: Helsenorge 14, SFM 54, digital samhandling 35; the rule's 6 waits.
  const auto& year = result.years[3];
  EXPECT_EQ(year.charged, million(103));
  EXPECT_EQ(year.change, million(109));
  Money sum;
  for (const auto paid : year.payers) sum += paid;
  EXPECT_EQ(sum, year.charged);
  EXPECT_EQ(year.payers[0], million(51.5));
  EXPECT_NEAR(year.payers[1].in_kroner(), 51.5e6 * 77'885 / 5'550'203, 0.02);
}

TEST(Growth, TheWholeLevelIsChargedInTheFirstYearOfTheRegulation) {
  auto input = paper();
  input.funding[1].from = 2026;
  const auto result = growth_of(input);
  // 2026: Helsenorge 14, SFM -5, FM -12, and digital samhandling's 53 at once.
  EXPECT_EQ(result.years[4].charged, million(14 - 5 - 12 + 53));
}

TEST(Growth, WithoutALevelBeforeChangesHaveNoLevel) {
  auto input = paper();
  input.solutions[0].before.reset();
  const auto result = growth_of(input);
  const auto& year = in(result.solutions[0].versions.back(), 2026);
  EXPECT_EQ(year.level, std::nullopt);
  EXPECT_EQ(year.cumulative, million(28));
}

TEST(Growth, WithoutPayersNobodyIsCharged) {
  auto input = paper();
  input.payers.clear();
  EXPECT_EQ(growth_of(input).years[3].nobody, million(103));
}

}  // namespace
}  // namespace varde::economy
