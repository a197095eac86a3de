#include "cases/portfolio_case.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "domain/portfolio/status.hpp"

namespace varde::cases {
namespace {

using testing::Contains;
using testing::HasSubstr;

Files small() {
  return {{"case.toml", "kind = \"portfolio\"\nname = \"P\"\ndate = \"2023-04-30\"\n"},
          {"solutions.csv", "id,name,statutory,counties\na,A,,\nb,B,yes,16 50\nc,C,no,\n"},
          {"municipalities.csv", "number,name,county\n1860,Vestvågøy,18\n5001,Trondheim,50\n"},
          {"dependencies.csv", "solution,needs\nb,a\nc,b\n"}};
}

std::vector<std::string> complaints(const Files& files) {
  const auto parsed = parse_portfolio(files);
  std::vector<std::string> lines;
  if (parsed.ok()) return lines;
  for (const auto& one : parsed.error()) lines.push_back(to_string(one));
  return lines;
}

TEST(PortfolioCase, IsRead) {
  auto files = small();
  files["adoption.csv"] =
      "municipality,solution,fact,holds,since,said,said_by\n"
      "5001,b,in_use,yes,2022-05,2023-04,KS\n5001,b,available,no,,2023-04,KS\n";
  const auto parsed = parse_portfolio(files);
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  EXPECT_TRUE(parsed->solutions[1].statutory);
  EXPECT_FALSE(parsed->concerns(1, 0));
  EXPECT_TRUE(parsed->concerns(1, 1));
  EXPECT_EQ(parsed->statements[0].since.text, "2022-05");
  EXPECT_FALSE(parsed->statements[1].holds);
}

TEST(PortfolioCase, ACycleOfDependenciesIsNamed) {
  auto files = small();
  files["dependencies.csv"] += "a,c\n";
  EXPECT_THAT(complaints(files),
              Contains(HasSubstr("dependencies.csv: goes in a circle: a needs c needs b needs a")));
  files["dependencies.csv"] = "solution,needs\na,a\n";
  EXPECT_THAT(complaints(files), Contains(HasSubstr("dependencies.csv:2: a solution cannot need")));
}

TEST(PortfolioCase, MistakesSayWhereAndWhatToDo) {
  auto files = small();
  files["adoption.csv"] =
      "municipality,solution,fact,holds,since,said,said_by\n"
      "1,a,in_use,yes,,,KS\n1860,x,in_use,yes,,,KS\n1860,a,used,yes,,,KS\n"
      "1860,a,in_use,maybe,,,KS\n1860,a,in_use,yes,2023-14,,\n1860,b,in_use,yes,,,KS\n"
      "1860,b,in_use,no,,,KS\n";
  files["totals.csv"] = "solution,fact,date,count\na,in_use,,12\na,in_use,2023,\n";
  files["case.toml"] +=
      "[[activity]]\nid = \"1\"\nname = \"n\"\nfrom = \"spring\"\nsolutions = [\"q\"]\n";
  EXPECT_THAT(
      complaints(files),
      testing::IsSupersetOf(
          {HasSubstr("adoption.csv:2: municipality '1' is not a known municipality"),
           HasSubstr("adoption.csv:3: solution 'x' is not a known solution"),
           HasSubstr("adoption.csv:4: fact 'used' is not known"),
           HasSubstr("adoption.csv:5: holds 'maybe' is not known"),
           HasSubstr("adoption.csv:6: since '2023-14' is no date"),
           HasSubstr("adoption.csv:6: said_by is empty"),
           HasSubstr("adoption.csv:8: the same is said twice"),
           HasSubstr("totals.csv:2: date is empty"), HasSubstr("totals.csv:3: count is empty"),
           HasSubstr("activity.from 'spring' is no date"),
           HasSubstr("activity.solutions 'q' is not in solutions.csv")}));
}

TEST(PortfolioCase, AMunicipalityNumberMayHaveLostItsZero) {
  auto files = small();
  files["municipalities.csv"] += "0301,Oslo,03\n";
  files["adoption.csv"] =
      "municipality,solution,fact,holds,since,said,said_by\n301,a,in_use,yes,,2023,KS\n";
  const auto parsed = parse_portfolio(files);
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  EXPECT_EQ(to_string(parsed->municipalities[2].number), "0301");
  EXPECT_EQ(parsed->statements[0].municipality, 2);
  files["municipalities.csv"] += "301,Oslo,03\n18600,X,18\n";
  EXPECT_THAT(complaints(files),
              testing::IsSupersetOf(
                  {HasSubstr("municipalities.csv:5: municipality 0301 stands twice"),
                   HasSubstr("municipalities.csv:6: number '18600' is no municipality number")}));
}

TEST(PortfolioCase, DevicesAreJudgedRequirementByRequirement) {
  auto files = small();
  files["requirements.csv"] =
      "id,text,area,kinds,mandatory,source\nr1,Svarer,Alarm,alarm gateway,,KS\nr2,B,,lock,no,\n";
  files["devices.csv"] =
      "id,vendor,model,kind,protocol,quality,source\nd,V,M,alarm,SCAIP,illustrative,\n";
  files["approvals.csv"] =
      "device,requirement,result,by,date,expires,evidence,report\n"
      "d,r1,partly,KS,2023-01,2025,https://example.org/1,\n";
  const auto parsed = parse_portfolio(files);
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  EXPECT_EQ(parsed->approvals.at(0).result, portfolio::Fulfilment::partly);
  EXPECT_FALSE(parsed->requirements[1].mandatory);
  EXPECT_EQ(parsed->requirements[0].kinds.size(), 2);
  files["approvals.csv"] +=
      "d,r2,fulfilled,KS,2023,,,\nx,r1,fulfilled,KS,2023,,,\nd,r3,fulfilled,KS,2023,,,\n"
      "d,r1,maybe,KS,2023,,,\nd,r1,not,,,,,\nd,r1,not,KS,2023-01,2022,,\n";
  files["devices.csv"] += "d,V,N,alarm,,,\n";
  files["requirements.csv"] += "r1,C,,,,\n";
  EXPECT_THAT(
      complaints(files),
      testing::IsSupersetOf({HasSubstr("approvals.csv:3: requirement 'r2' is not about a 'alarm'"),
                             HasSubstr("approvals.csv:4: device 'x' is not a known device"),
                             HasSubstr("approvals.csv:5: requirement 'r3' is not a known"),
                             HasSubstr("approvals.csv:6: result 'maybe' is not known"),
                             HasSubstr("approvals.csv:7: by is empty"),
                             HasSubstr("approvals.csv:7: date is empty"),
                             HasSubstr("approvals.csv:8: the same is judged twice"),
                             HasSubstr("approvals.csv:8: expires before its own date"),
                             HasSubstr("devices.csv:3: device 'd' stands twice"),
                             HasSubstr("requirements.csv:4: requirement 'r1' stands twice")}));
}

TEST(Examples, Portfolio2023GivesTheDocumentsTable) {
  const auto files = read_folder(std::filesystem::path(VARDE_EXAMPLES) / "portfolio-2023");
  ASSERT_TRUE(files.ok());
  const auto parsed = parse_portfolio(*files);
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  std::map<std::string, std::pair<int, int>> table;  // now and ambition
  for (const auto& progress : portfolio::progress_of(*parsed)) {
    const auto& ambition = parsed->ambitions[progress.ambition];
    table[parsed->solutions[ambition.solution].id] = {progress.now.value_or(-1), ambition.target};
  }
  using Pair = std::pair<int, int>;
  EXPECT_EQ(table["inntektsdata"], Pair(0, 356));
  EXPECT_EQ(table["kjernejournal"], Pair(215, 356));
  EXPECT_EQ(table["digihelsestasjon"], Pair(147, 170));
  EXPECT_EQ(table["helseplattformen"], Pair(10, 19));
  EXPECT_EQ(table["vkp"], Pair(30, 50));
  EXPECT_EQ(table["meldinger"], Pair(-1, 356));
  EXPECT_EQ(table["digihelse"], Pair(133, 150));
  // Both numbers the document gives are kept, and the contradiction is said.
  std::vector<int> kjernejournal;
  for (const auto& total : parsed->totals) {
    if (parsed->solutions[total.solution].id == "kjernejournal" && total.date.text == "2023-04") {
      kjernejournal.push_back(total.count);
    }
  }
  EXPECT_THAT(kjernejournal, testing::UnorderedElementsAre(214, 215));
  ASSERT_FALSE(parsed->contradictions.empty());
  EXPECT_THAT(parsed->contradictions[0].also_says, HasSubstr("214"));
}

}  // namespace
}  // namespace varde::cases
