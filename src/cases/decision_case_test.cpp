#include "cases/decision_case.hpp"

#include <gmock/gmock.h>

namespace varde::cases {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

Files small() {
  return {{"case.toml",
           "kind = \"decision\"\nname = \"Valg\"\n"
           "[[alternative]]\nid = \"A\"\n[[alternative]]\nid = \"B\"\n"
           "[[criterion]]\nid = \"cost\"\n[[criterion]]\nid = \"use\"\n"
           "[[area]]\nid = \"x\"\n[[area]]\nid = \"y\"\n"},
          {"scores.csv", "criterion,A,B\ncost,++,1\nuse,0,2.5\n"},
          {"importance.csv", "criterion,x,y\ncost,S,L\nuse,LM,MS\n"}};
}

std::vector<std::string> complaints(const Files& files) {
  const auto parsed = parse_decision(files);
  std::vector<std::string> lines;
  if (parsed.ok()) return lines;
  for (const auto& one : parsed.error()) lines.push_back(to_string(one));
  return lines;
}

TEST(DecisionCase, IsReadWithPlussesAndNumbers) {
  const auto parsed = parse_decision(small());
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  ASSERT_EQ(parsed->assessors.size(), 1);
  const auto& areas = parsed->assessors[0].areas;
  EXPECT_THAT(areas[1].scores, ElementsAre(2, 1, 0, 2.5));
  EXPECT_THAT(areas[1].importance,
              ElementsAre(decision::Importance::low, decision::Importance::medium_high));
}

TEST(DecisionCase, ACriterionWithoutScoresIsNamedWithWhatIsMissing) {
  auto files = small();
  files["scores.csv"] = "criterion,A,B\ncost,2,1\nuse,,2\n";
  EXPECT_THAT(complaints(files),
              Contains("scores.csv: criterion 'use' has no score for alternative 'A' in area 'x'; "
                       "give one from 0 to 3"));
  files = small();
  files["importance.csv"] = "criterion,x,y\ncost,S,L\n";
  EXPECT_THAT(complaints(files),
              Contains("importance.csv: criterion 'use' has no importance in area 'y'; give one of "
                       "L, LM, M, MS, S"));
}

TEST(DecisionCase, TheMostParticularRowCounts) {
  auto files = small();
  files["case.toml"] += "[[assessor]]\nid = \"p\"\n[[assessor]]\nid = \"q\"\n";
  files["scores.csv"] =
      "criterion,area,assessor,A,B\ncost,,,2,1\nuse,,,0,2\ncost,y,,3,3\ncost,,q,1,\n";
  files["importance.csv"] = "criterion,assessor,x,y\ncost,,S,L\nuse,,LM,MS\nuse,q,S,\n";
  const auto parsed = parse_decision(files);
  ASSERT_TRUE(parsed.ok()) << to_string(parsed.error().front());
  EXPECT_THAT(parsed->assessors[0].areas[0].scores, ElementsAre(2, 1, 0, 2));
  EXPECT_THAT(parsed->assessors[0].areas[1].scores, ElementsAre(3, 3, 0, 2));
  EXPECT_THAT(parsed->assessors[1].areas[1].scores, ElementsAre(1, 3, 0, 2));
  EXPECT_EQ(parsed->assessors[1].areas[0].importance[1], decision::Importance::high);
  EXPECT_EQ(parsed->assessors[1].areas[1].importance[1], decision::Importance::medium_high);
}

TEST(DecisionCase, MistakesSayWhereAndWhatToDo) {
  auto files = small();
  files["scores.csv"] = "criterion,A,B\ncost,++++,1\nuse,0,4\nuse,1,1\nkost,1,1\n";
  files["importance.csv"] = "criterion,x,y\ncost,STOR,L\nuse,LM,MS\n";
  files["barriers.csv"] = "id,name,owner,measure\n1,Lov,,\n1,Penger,,\n";
  files["extra.csv"] = "a\n";
  EXPECT_THAT(
      complaints(files),
      testing::IsSupersetOf({HasSubstr("scores.csv:2: A is ++++; the top score is 3"),
                             HasSubstr("scores.csv:3: B is 4; it must be from 0 to 3"),
                             HasSubstr("scores.csv:4: says again"),
                             HasSubstr("scores.csv:5: criterion 'kost' is not a known criterion; "
                                       "did you mean 'cost'?"),
                             HasSubstr("importance.csv:2: x 'STOR' is not known"),
                             HasSubstr("barriers.csv:3: barrier '1' stands twice"),
                             HasSubstr("extra.csv: not a file of this kind of case")}));
}

TEST(DecisionCase, ClaimsAndWeightingsNameWhatIsThere) {
  auto files = small();
  files["case.toml"] +=
      "[[claim]]\narea = \"z\"\nkind = \"first\"\nalternatives = [\"A\"]\ntext = \"t\"\n"
      "[[claim]]\narea = \"x\"\nkind = \"above\"\nalternatives = [\"A\"]\nover = \"C\"\ntext = "
      "\"t\"\n"
      "[[weighting]]\nname = \"w\"\nL = -1\n[weighting.criteria]\nprice = 2\n";
  EXPECT_THAT(complaints(files),
              testing::IsSupersetOf({HasSubstr("'z' is not in the case"),
                                     HasSubstr("'C' is not in the case"),
                                     HasSubstr("weighting.L must be a number from 0"),
                                     HasSubstr("'price' is not in the case")}));
}

TEST(DecisionCase, WhatIsNotADecisionIsRefused) {
  EXPECT_THAT(complaints({}), ElementsAre(HasSubstr("case.toml: the file is missing")));
  EXPECT_THAT(complaints({{"case.toml", "kind = \"growth\"\n"}}),
              ElementsAre(HasSubstr("'growth' is not known")));
  auto files = small();
  files["case.toml"] += "[[area]]\nid = \"x\"\n";
  EXPECT_THAT(complaints(files), Contains(HasSubstr("'x' stands twice")));
}

}  // namespace
}  // namespace varde::cases
