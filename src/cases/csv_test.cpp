#include "cases/csv.hpp"

#include <gmock/gmock.h>

namespace varde::cases {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> texts(Complaints& complaints) {
  std::vector<std::string> result;
  for (const auto& one : complaints.take()) result.push_back(to_string(one));
  return result;
}

TEST(Csv, TakesQuotesByteOrderMarksCrlfAndSemicolons) {
  Complaints complaints;
  const auto rows = split_csv(
      "\xEF\xBB\xBF"
      "a;b\r\n\"x \"\"y\"\";z\";2\r\n\r\n;3",
      "f", complaints);
  EXPECT_TRUE(complaints.empty());
  ASSERT_EQ(rows.size(), 3);
  EXPECT_THAT(rows[1].fields, ElementsAre("x \"y\";z", "2"));
  EXPECT_THAT(rows[2].fields, ElementsAre("", "3"));
  EXPECT_EQ(rows[2].line, 4);
}

TEST(Csv, CountsLinesInsideQuotes) {
  Complaints complaints;
  const auto rows = split_csv("a\n\"one\ntwo\"\nthree", "f", complaints);
  ASSERT_EQ(rows.size(), 3);
  EXPECT_EQ(rows[2].line, 4);
}

TEST(Csv, ComplainsOfOpenQuotesAndStrayText) {
  Complaints complaints;
  split_csv("a,b\n\"x\"y,2\n\"open,3\n", "f", complaints);
  EXPECT_THAT(texts(complaints), ElementsAre(HasSubstr("f:2: text follows a closing quote"),
                                             HasSubstr("f:3: a quote (\") is opened")));
}

TEST(Csv, ComplainsOfColumnsAndWidths) {
  Complaints complaints;
  Table({"a,c,a\n1,2,3\n"}, "f", {{"a"}, {"b"}}, complaints);
  EXPECT_THAT(texts(complaints), ElementsAre("f:1: unknown column 'c'; did you mean 'a'?",
                                             "f:1: column 'a' stands twice; remove one",
                                             "f:1: column 'b' is missing; add it"));
  const Table table("a,b\n1\n2,3,4\n5,6\n", "f", {{"a"}, {"b"}}, complaints);
  EXPECT_EQ(table.records().size(), 1);
  EXPECT_THAT(texts(complaints), ElementsAre(HasSubstr("f:2: 1 fields where the header has 2"),
                                             HasSubstr("f:3: 3 fields where the header has 2")));
}

TEST(Csv, ReadsFieldsAndSaysWhatIsWrong) {
  Complaints complaints;
  const Table table("n,w\n12,maybe\n-1,yes\n1 000,yes\n", "f", {{"n"}, {"w"}}, complaints);
  constexpr std::array<std::string_view, 2> kWords{"yes", "no"};
  EXPECT_EQ(table.row(0).integer("n", 0, 100), 12);
  EXPECT_FALSE(table.row(0).word("w", kWords));
  EXPECT_FALSE(table.row(1).integer("n", 0, 100));
  EXPECT_FALSE(table.row(2).integer("n", 0, 100));
  EXPECT_THAT(texts(complaints),
              ElementsAre("f:2: w 'maybe' is not known; use one of yes, no",
                          "f:3: n is negative (-1); write 0 or more",
                          "f:4: n '1 000' groups its digits with spaces; write 1000"));
}

}  // namespace
}  // namespace varde::cases
