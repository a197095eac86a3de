#include "api/http.hpp"

#include <gtest/gtest.h>

#include "api/csv.hpp"
#include "api/idempotency.hpp"
#include "api/route.hpp"

namespace varde::api {
namespace {

TEST(Http, DecodesEscapesAndRefusesBrokenOnes) {
  EXPECT_EQ(decode_percent("a%20b+c", true), "a b c");
  EXPECT_EQ(decode_percent("a+c", false), "a+c");
  for (const std::string_view broken : {"%", "%4", "%zz", "abc%2"})
    EXPECT_FALSE(decode_percent(broken, true).has_value()) << broken;
}

TEST(Http, QueriesAreBoundedAndKeepTheirOrder) {
  EXPECT_EQ(parse_query("a=1&b=%C3%B8&&=x&c"), (QueryPairs{{"a", "1"}, {"b", "ø"}, {"c", ""}}));
  std::string many;
  for (int i = 0; i < 1'000; ++i) many += "a=1&";
  EXPECT_EQ(parse_query(many).size(), 50u);
}

TEST(Http, FindsOneCookieAmongMany) {
  EXPECT_EQ(cookie_value("a=1; varde_session=xyz; b=2", "varde_session"), "xyz");
  EXPECT_EQ(cookie_value("xvarde_session=no", "varde_session"), "");
}

TEST(Http, ReadsBearerKeysOnly) {
  EXPECT_EQ(bearer_key("Bearer abc"), "abc");
  EXPECT_EQ(bearer_key("bearer abc"), "abc");
  EXPECT_EQ(bearer_key("Basic abc"), "");
  EXPECT_EQ(bearer_key(""), "");
}

TEST(Routes, MatchWholePathsAndOneSegmentForAParameter) {
  const auto table = all_routes();
  EXPECT_NE(find_route(table, Method::get, "/alarms").route, nullptr);
  const auto match = find_route(table, Method::post, "/alarms/01ABC/actions");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.path_value, "01ABC");
  EXPECT_EQ(find_route(table, Method::get, "/alarms.csv").route->path, "/alarms.csv");
  for (const std::string_view path :
       {"/alarm", "/alarms/", "/alarms/a/b", "/alarms/a/actions/x", ""})
    EXPECT_EQ(find_route(table, Method::post, path).route, nullptr) << path;
}

TEST(Csv, CellsCannotBecomeFormulasOrBreakTheRow) {
  CsvWriter csv;
  csv.cell("=cmd()").cell("-1").cell("a;b").cell("say \"hi\"").cell("two\nlines").cell("plain");
  csv.end_row();
  EXPECT_EQ(csv.take(),
            "\xEF\xBB\xBF'=cmd();'-1;\"a;b\";\"say \"\"hi\"\"\";\"two\nlines\";plain\r\n");
}

TEST(RememberedReplies, ForgetsAfterADay) {
  RememberedReplies replies;
  const ActorId actor;
  const Instant start{std::chrono::hours{500'000}};
  using First = RememberedReplies::First;
  ASSERT_TRUE(std::holds_alternative<First>(replies.begin(actor, "k", "request", start)));
  replies.keep(actor, "k", {200, "", "done", {}});
  const auto later = replies.begin(actor, "k", "request", start + std::chrono::hours{23});
  ASSERT_TRUE(std::holds_alternative<Response>(later));
  EXPECT_EQ(std::get<Response>(later).body, "done");
  EXPECT_TRUE(std::holds_alternative<First>(
      replies.begin(actor, "k", "request", start + std::chrono::hours{24})));
}

TEST(RememberedReplies, OneStillBeingCarriedOutIsAConflict) {
  RememberedReplies replies;
  const Instant now{std::chrono::hours{500'000}};
  replies.begin({}, "k", "request", now);
  EXPECT_TRUE(
      std::holds_alternative<RememberedReplies::Conflict>(replies.begin({}, "k", "request", now)));
  replies.drop({}, "k");
  EXPECT_TRUE(
      std::holds_alternative<RememberedReplies::First>(replies.begin({}, "k", "request", now)));
}

}  // namespace
}  // namespace varde::api
