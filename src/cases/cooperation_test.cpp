#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "cases/load.hpp"
#include "cases/new_case.hpp"
#include "domain/economy/stated.hpp"

namespace varde::cases {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

/// A small case without mistakes; tests put one in.
Files sound() {
  return {{"case.toml", R"(kind = "cooperation"
name = "Test"
[assumptions]
price_year = 2025
first_year = 2025
years = 5
person_year_cost = 805000
person_year_hours = 1950
[as_is]
compared = ["vtp"]
[[key]]
name = "mix"
flat = 40
inhabitants = 60
[[alternative]]
id = "a"
)"},
          {"municipalities.csv",
           "number,name,year,inhabitants\n1811,Bindal,2025,1374\n1812,Sømna,2025,1979\n"},
          {"survey.csv",
           "municipality,area,category,amount,hours,quality\n1811,vtp,other,1000,,reported\n"},
          {"items.csv",
           "alternative,item,key,per,charge,from,to,index,amount\na,platform,mix,,,,,,500\n"}};
}

std::vector<std::string> complaints(const Files& files) {
  const auto result = parse_case(files);
  std::vector<std::string> texts;
  if (!result) {
    for (const auto& one : result.error()) texts.push_back(to_string(one));
  }
  return texts;
}

std::vector<std::string> with(const std::string& file, const std::string& from,
                              const std::string& to) {
  auto files = sound();
  auto& text = files[file];
  const auto at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  text.replace(at, from.size(), to);
  return complaints(files);
}

TEST(Case, ASoundOneIsRead) {
  EXPECT_THAT(complaints(sound()), ElementsAre());
  const auto input = std::get<economy::Case>(parse_case(sound()).value());
  EXPECT_EQ(input.municipalities.size(), 2);
  EXPECT_EQ(input.alternatives[0].items[0].amount.value, economy::Money::kroner(500));
  EXPECT_EQ(input.alternatives[0].items[0].to, 2029);
}

TEST(Case, EachMistakeHasItsOwnText) {
  EXPECT_THAT(with("case.toml", "flat = 40", "flat = 45"),
              ElementsAre("case.toml:11: key.parts sum to 105 %; they must sum to 100 %"));
  EXPECT_THAT(
      with("case.toml", "years = 5", "yaers = 5"),
      ElementsAre("case.toml:3: assumptions.years is missing; add it",
                  "case.toml:6: unknown key 'yaers' in [assumptions]; did you mean 'years'?"));
  EXPECT_THAT(with("case.toml", "805000", "805000,50"),
              ElementsAre("case.toml:7: a number has a decimal comma; write a point"));
  EXPECT_THAT(with("case.toml", "\"cooperation\"", "\"cooperative\""),
              ElementsAre(HasSubstr("'cooperative' is not known")));
  EXPECT_THAT(with("municipalities.csv", "1374", "-5"),
              ElementsAre("municipalities.csv:2: inhabitants is negative (-5); write 0 or more",
                          HasSubstr("survey.csv:2: municipality 1811 is not in")));
  EXPECT_THAT(with("municipalities.csv", "1812,Sømna", "1811,Bindal"),
              ElementsAre("municipalities.csv:3: municipality 1811 Bindal stands twice for 2025 "
                          "(first on line 2); remove one"));
  EXPECT_THAT(with("survey.csv", "1000", "\"1000,5\""),
              ElementsAre("survey.csv:2: amount '1000,5' has a decimal comma; write 1000.5 with a "
                          "point"));
  EXPECT_THAT(
      with("survey.csv", "1000", "1000,5"),
      ElementsAre(HasSubstr("survey.csv:2: 7 fields where the header has 6; a decimal comma")));
  EXPECT_THAT(
      with("survey.csv", "reported", "sure"),
      ElementsAre(HasSubstr("survey.csv:2: quality 'sure' is not known; use one of reported")));
  EXPECT_THAT(with("survey.csv", "vtp,other", "vpt,other"),
              ElementsAre("survey.csv:2: area 'vpt' is not known; did you mean 'vtp'?"));
  EXPECT_THAT(with("items.csv", "mix", "mixed"),
              ElementsAre("items.csv:2: key 'mixed' is not a known key; did you mean 'mix'?"));
  EXPECT_THAT(with("items.csv", "mix,,,,,", "mix,,,2030,2026,"),
              ElementsAre("items.csv:2: from 2030 is after to 2026; swap them"));
}

TEST(Case, AMissingOrForeignFileIsNamed) {
  auto files = sound();
  files.erase("items.csv");
  files["servey.csv"] = "";
  EXPECT_THAT(
      complaints(files),
      ElementsAre(HasSubstr("items.csv: the file is missing; make it, starting with "
                            "alternative,item,key"),
                  "servey.csv: not a file of this kind of case; did you mean 'survey.csv'?"));
}

TEST(Case, TenMistakesAreTenSpecificErrorsInOneReading) {
  Files files = sound();
  files["case.toml"] = R"(kind = "cooperation"
name = "Ten mistakes"
[assumptions]
price_year = 2025
first_year = 2025
years = 5
discount = 0.04
person_year_cost = 805000
person_year_hours = 1950
[as_is]
compared = ["vtp"]
[[key]]
name = "mix"
flat = 40
inhabitants = 50
[[alternative]]
id = "a"
)";
  files["municipalities.csv"] =
      "number,name,year,inhabitants\n1811,Bindal,2025,1374\n1811,Bindal,2025,1374\n"
      "1812,Sømna,2025,1979\n1813,Brønnøy,2025,-7838\n";
  files["survey.csv"] =
      "municipality,area,category,amount,hours,quality\n1811,vtp,other,\"1000,50\",,reported\n"
      "1812,vtp,licences,1000,,reported\n1815,vtp,other,1,,reported\n";
  files["items.csv"] =
      "alternative,item,key,per,charge,from,to,index,amount\nb,platform,mix,,,,,,500\n"
      "a,centre,mix,,,2030,2026,,500\n";
  files["budget.csv"] = "x\n";
  EXPECT_THAT(
      complaints(files),
      ElementsAre(HasSubstr("case.toml:7: unknown key 'discount' in [assumptions]; "),
                  "case.toml:12: key.parts sum to 90 %; they must sum to 100 %",
                  HasSubstr("budget.csv: not a file of this kind of case; "),
                  "items.csv:2: alternative 'b' is not a known alternative; did you mean 'a'?",
                  "items.csv:3: from 2030 is after to 2026; swap them",
                  HasSubstr("municipalities.csv:3: municipality 1811 Bindal stands twice for 2025"),
                  "municipalities.csv:5: inhabitants is negative (-7838); write 0 or more",
                  HasSubstr("survey.csv:2: amount '1000,50' has a decimal comma; write 1000.50"),
                  HasSubstr("survey.csv:3: category 'licences' is not known; use one of "),
                  HasSubstr("survey.csv:4: municipality 1815 is not in municipalities.csv")));
}

class TemporaryFolder : public testing::Test {
 protected:
  TemporaryFolder() : folder_(fs::path(testing::TempDir()) / "varde-case-test") {
    fs::remove_all(folder_);
  }
  ~TemporaryFolder() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(TemporaryFolder, ANewCaseCanBeReadAndIsNeverWrittenOver) {
  const auto files = new_case("cooperation", {}).value();
  ASSERT_TRUE(write_new(folder_, files));
  const auto input = std::get<economy::Case>(load_case(folder_).value());
  EXPECT_EQ(input.municipalities.size(), 1);
  EXPECT_EQ(input.as_is.answers.size(), 28);
  std::ofstream(folder_ / "survey.csv") << "mine";
  EXPECT_THAT(write_new(folder_, files).error().message, HasSubstr("not empty"));
  std::string kept;
  std::ifstream(folder_ / "survey.csv") >> kept;
  EXPECT_EQ(kept, "mine");
  EXPECT_FALSE(fs::exists(folder_.string() + ".new"));
}

TEST_F(TemporaryFolder, AFolderThatIsNotThereIsAComplaint) {
  EXPECT_THAT(to_string(load_case(folder_).error().front()), HasSubstr("cannot be read"));
}

TEST(Examples, Helgeland2025GivesTheReportsFigures) {
  const auto loaded = load_case(fs::path(VARDE_EXAMPLES) / "helgeland-2025");
  ASSERT_TRUE(loaded.ok()) << to_string(loaded.error().front());
  const auto& input = std::get<economy::Case>(*loaded);
  const auto as_is = economy::as_is_of(input).value();
  std::vector<economy::Projection> projections;
  for (const auto& one : input.alternatives) {
    projections.push_back(economy::project(input, as_is, one).value());
  }
  const auto checks = economy::check_stated(input, projections);
  ASSERT_EQ(checks.size(), 16);
  for (const auto& check : checks) {
    // The one figure in which the report contradicts itself: 11.9 and 12 million.
    EXPECT_EQ(check.agrees, check.stated.value != 11'900'000) << check.stated.figure;
  }
  EXPECT_EQ(economy::inhabitants(input), 77'954);
  EXPECT_EQ(economy::stated_inhabitants(input), 83'109);
}

}  // namespace
}  // namespace varde::cases
