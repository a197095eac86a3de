#include "base/json_writer.hpp"

#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include "base/problem.hpp"

namespace varde {
namespace {

TEST(JsonWriter, PutsCommasBetweenValuesOnly) {
  JsonWriter out;
  out.begin_object().key("a").integer(-1).key("b").begin_array();
  out.text("x").boolean(true).null().begin_object().end_object().end_array();
  out.key("c").number(0.5).end_object();
  EXPECT_EQ(out.written(), R"({"a":-1,"b":["x",true,null,{}],"c":0.5})");
}

TEST(JsonWriter, WritesNullForNumbersThatJsonLacks) {
  JsonWriter out;
  out.number(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(out.written(), "null");
}

TEST(JsonWriter, KeepsNorwegianLettersAndReplacesWhatIsNotUtf8) {
  JsonWriter out;
  out.text("Bjørg\xE6\x01");
  EXPECT_EQ(out.written(), "\"Bjørg\xEF\xBF\xBD\\u0001\"");
}

RC_GTEST_PROP(JsonWriter, AnyBytesGiveJsonThatAnotherReaderAccepts, (const std::string& bytes)) {
  JsonWriter out;
  out.begin_array().text(bytes).end_array();
  RC_ASSERT(nlohmann::json::accept(out.written()));
}

RC_GTEST_PROP(JsonWriter, AsciiComesBackAsItWas, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange('\0', '\x7f'));
  JsonWriter out;
  out.text(text);
  RC_ASSERT(nlohmann::json::parse(out.written()).get<std::string>() == text);
}

TEST(Problem, HasTheMembersOfRfc9457AndThePointers) {
  const auto json = nlohmann::json::parse(to_json({ProblemKind::alarm_taken,
                                                   "Take another one.",
                                                   {{"/action", "not now"}},
                                                   {{"handler", R"({"id":"1"})"}}}));
  EXPECT_EQ(json["type"], "https://varde.no/problems/alarm-taken");
  EXPECT_EQ(json["status"], 409);
  EXPECT_EQ(json["detail"], "Take another one.");
  EXPECT_EQ(json["errors"][0]["pointer"], "/action");
  EXPECT_EQ(json["handler"]["id"], "1");
}

}  // namespace
}  // namespace varde
