#include "report/html.hpp"

#include <gmock/gmock.h>

namespace varde::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Html, TextNeverBecomesMarkup) {
  Document document{.title = "</style><script>x</script>", .subtitle = "<i>", .front = {"<b>"}};
  document.body = paragraph("<p>") + heading(2, "<h>", "a\"b") + mark("<m>") + strong("<s>");
  document.body += Table({{"<th>"}}, "<cap>").row({"<td>"}).total({"<sum>"}).group("<g>").html();
  document.body += key_figures({{"<l>", "<v>", "<n>"}}) + contents({{"<c>", "x\"y"}});
  const auto html = page(document);
  for (const char* tag :
       {"<script>", "<i>", "<b>", "<th>\n", "<cap>", "<sum>", "<g>", "<v>", "<c>"}) {
    EXPECT_THAT(html, Not(HasSubstr(tag)));
  }
  EXPECT_THAT(html, HasSubstr("&lt;sum&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("a\"b")));
}

TEST(Html, TheStyleEndsOnce) {
  const auto html = page({.title = "a \"b\" </style> \\"});
  EXPECT_EQ(html.find("</style>"), html.rfind("</style>"));
  EXPECT_THAT(html, HasSubstr("content: \"a \\\"b\\\" \\3c /style> \\\\\""));
}

TEST(Html, ARowHasACellForEachColumn) {
  const auto html = Table({{"a"}, {"b", true}, {"c"}}).row({"1", "2"}).html().markup();
  EXPECT_THAT(html, HasSubstr("<tr><td>1</td><td class=\"n\">2</td><td></td></tr>"));
}

}  // namespace
}  // namespace varde::report
