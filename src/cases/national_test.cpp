#include <filesystem>

#include <gmock/gmock.h>

#include "cases/load.hpp"

namespace varde::cases {
namespace {

using economy::Money;
using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

template <class Kind>
Kind example(const char* name) {
  auto loaded = load_case(fs::path(VARDE_EXAMPLES) / name);
  EXPECT_TRUE(loaded.ok()) << to_string(loaded.error().front());
  return std::get<Kind>(std::move(loaded).value());
}

std::vector<Money> values(const economy::Version& version, bool levels) {
  std::vector<Money> result;
  for (const auto& year : version.years) {
    if (year.year < 2024 || year.year > 2027) continue;
    result.push_back((levels ? year.level : year.change).value_or(Money{}));
  }
  return result;
}

std::vector<Money> millions(std::initializer_list<int> amounts) {
  std::vector<Money> result;
  for (const auto amount : amounts) result.push_back(Money::kroner(amount * 1'000'000));
  return result;
}

TEST(Examples, Growth2024GivesThePapersFigures) {
  const auto input = example<economy::GrowthCase>("growth-2024");
  const auto result = economy::growth_of(input);
  const auto latest = [&](std::size_t s) { return result.solutions[s].versions.back(); };
  EXPECT_EQ(values(latest(0), false), millions({0, 14, 14, 12}));
  EXPECT_EQ(values(latest(1), false), millions({0, 54, -5, 0}));
  EXPECT_EQ(values(latest(2), false), millions({0, 0, -12, 0}));
  const auto& samhandling = result.solutions[3].versions;
  ASSERT_EQ(samhandling.size(), 3);
  EXPECT_EQ(values(samhandling[0], true), millions({55, 75, 75, 75}));
  EXPECT_EQ(values(samhandling[1], true), millions({34, 52, 52, 52}));
  EXPECT_EQ(values(samhandling[2], true), millions({17, 52, 53, 61}));
  EXPECT_EQ(samhandling[0].years[3].low, Money::kroner(70'000'000));
  EXPECT_EQ(values(latest(4), true), millions({3, 20, 20, 20}));
  for (const auto& year : result.years) {
    Money sum;
    for (const auto paid : year.payers) sum += paid;
    EXPECT_EQ(sum, year.charged);
  }
}

TEST(Examples, Financing2017PaysForEveryKrone) {
  const auto input = example<economy::FinancingCase>("financing-2017");
  const auto result = economy::finance(input);
  for (std::size_t s = 0; s < input.solutions.size(); ++s) {
    Money cost, paid;
    for (const auto& year : result.solutions[s].years) {
      cost += year.total();
      paid += year.state + year.groups[0] + year.groups[1] + year.groups[2];
    }
    EXPECT_EQ(paid, cost) << input.solutions[s].id;
  }
  EXPECT_TRUE(result.solutions[5].discontinued);
  for (const auto& project : input.projects) {
    EXPECT_EQ(project.cost.origin.quality, economy::Quality::illustrative);
  }
}

Files growth() {
  return {
      {"case.toml",
       "kind = \"growth\"\nname = \"x\"\nfirst_year = 2024\nlast_year = 2026\n[[solution]]\nid = "
       "\"a\"\n"},
      {"meetings.csv", "meeting,date\nM1,2024-02-30\nM2,2024-02-15\nM2,2024-02-16\n"},
      {"estimates.csv",
       "solution,meeting,year,speaks,onwards,amount\nb,M2,2025,level,no,1\na,M2,2025,level,no,1\n"
       "a,M2,2025,level,no,2\na,M2,2026,change,no,2\na,M2,2024,level,no,\n"},
      {"payers.csv", "payer,name,group,inhabitants\nx,X,county,5\n"}};
}

TEST(Growth, MistakesAreNamed) {
  std::vector<std::string> texts;
  const auto parsed = parse_case(growth());
  for (const auto& one : parsed.error()) texts.push_back(to_string(one));
  EXPECT_THAT(
      texts,
      ElementsAre("estimates.csv:2: solution 'b' is not a known solution; did you mean 'a'?",
                  "estimates.csv:4: 'a' of M2 stands twice for 2025; name their part or "
                  "remove one",
                  HasSubstr("estimates.csv:5: one meeting's estimate of a solution is either"),
                  HasSubstr("estimates.csv:6: amount is empty"),
                  "meetings.csv:2: date '2024-02-30' is not a date; write it like 2024-02-15",
                  "meetings.csv:4: meeting 'M2' stands twice; remove one",
                  HasSubstr("payers.csv:2: group 'county' is not known; use one of rhf")));
}

TEST(Financing, MistakesAreNamed) {
  const Files files{{"case.toml",
                     "kind = \"financing\"\nname = \"x\"\nfirst_year = 2024\nyears = "
                     "5\n[[solution]]\nid = \"a\"\n"
                     "rhf = 50\nmunicipality = 40\n"},
                    {"payers.csv", "payer,name,group,inhabitants\nx,X,rhf,5\nx,X,rhf,6\n"},
                    {"projects.csv",
                     "solution,project,size,year,amount,lifetime,rate_percent,state_percent\n"
                     "a,p,large,2025,1000,,2.5,101\n"},
                    {"running.csv", "solution,name,from,to,amount\n,task,2026,2025,-3\n"},
                    {"uses.csv", "solution,payer,from,units\na,y,2024,1\n"}};
  std::vector<std::string> texts;
  const auto parsed = parse_case(files);
  for (const auto& one : parsed.error()) texts.push_back(to_string(one));
  EXPECT_THAT(texts, ElementsAre(HasSubstr("solution.rhf and the other groups sum to 90 %"),
                                 "payers.csv:3: payer 'x' stands twice; remove one",
                                 "projects.csv:2: state_percent is 101; it must be from 0 to 100",
                                 HasSubstr("projects.csv:2: lifetime is empty"),
                                 "running.csv:2: amount -3 is negative; a cost is 0 or more",
                                 "running.csv:2: from 2026 is after to 2025; swap them",
                                 "uses.csv:2: payer 'y' is not a known payer; did you mean 'x'?"));
}

}  // namespace
}  // namespace varde::cases
