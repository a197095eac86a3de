#include "editing/toml_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <toml++/toml.h>

#include "editing/toml_value.hpp"

namespace varde::editing {
namespace {

using cases::KeyShape;
using cases::ValueType;
using ::testing::HasSubstr;

const std::string kText =
    "# A case.\n"
    "kind = \"x\"   # its kind\n"
    "\n"
    "[rates]        # yearly\n"
    "low = 1\n"
    "list = [\n"
    "  1,   # first\n"
    "]\n"
    "\n"
    "# About the first plan.\n"
    "[[plan]]\n"
    "id = \"a\"\n"
    "\n"
    "[[plan.shift]]\n"
    "name = \"day\"\n"
    "\n"
    "# About the second plan.\n"
    "[[plan]]\n"
    "id = \"b\"      # beta\n"
    "steps = [\n"
    "  { to = 1, cost = 2 },  # one\n"
    "  { to = 3, cost = 4 }\n"
    "]\n"
    "line = [{ a = 1 }, { a = 2 }]\n"
    "# The end.\n";

/// kText with one place changed.
std::string changed(const std::string& before, const std::string& after) {
  auto text = kText;
  return text.replace(text.find(before), before.size(), after);
}
std::string told(const Result<std::string>& result) {
  return result ? *result : result.error().message;
}

TEST(TomlText, ARecordIsAddedBehindTheLastWithItsTables) {
  EXPECT_EQ(told(with_record(kText, "plan", {"id = \"c\""})),
            changed("line = [{ a = 1 }, { a = 2 }]\n",
                    "line = [{ a = 1 }, { a = 2 }]\n\n[[plan]]\nid = \"c\"\n"));
  EXPECT_EQ(told(with_record(kText, "plan.0", {"id = \"c\""})),
            changed("name = \"day\"\n", "name = \"day\"\n\n[[plan]]\nid = \"c\"\n"));
  EXPECT_EQ(told(with_record(kText, "plan.0.shift", {})),
            changed("name = \"day\"\n", "name = \"day\"\n\n[[plan.shift]]\n"));
}

TEST(TomlText, TheFirstRecordOfItsKindIsAddedToo) {
  EXPECT_EQ(told(with_record(kText, "assessor", {"id = \"x\""})),
            kText + "\n[[assessor]]\nid = \"x\"\n");
  EXPECT_EQ(told(with_record(kText, "plan.1.shift", {"name = \"n\""})),
            changed("line = [{ a = 1 }, { a = 2 }]\n",
                    "line = [{ a = 1 }, { a = 2 }]\n\n[[plan.shift]]\nname = \"n\"\n"));
  EXPECT_EQ(told(with_record("", "a", {})), "[[a]]\n");
}

TEST(TomlText, ARecordInBracesIsAddedAsTheOthersStand) {
  EXPECT_EQ(told(with_record(kText, "plan.1.steps", {"to = 5"})),
            changed("  { to = 3, cost = 4 }\n", "  { to = 3, cost = 4 },\n  { to = 5 }\n"));
  EXPECT_EQ(told(with_record(kText, "plan.1.steps.0", {"to = 2"})),
            changed("# one\n", "# one\n  { to = 2 },\n"));
  EXPECT_EQ(told(with_record(kText, "plan.1.line", {"a = 3"})),
            changed("{ a = 2 }]", "{ a = 2 }, { a = 3 }]"));
}

TEST(TomlText, ARecordIsRemovedAndCommentsAboveItStay) {
  EXPECT_EQ(told(without(kText, "plan.0")),
            changed("[[plan]]\nid = \"a\"\n\n[[plan.shift]]\nname = \"day\"\n\n", ""));
  EXPECT_EQ(told(without(kText, "plan.0.shift.0")),
            changed("[[plan.shift]]\nname = \"day\"\n\n", ""));
  EXPECT_EQ(told(without(kText, "plan.1.steps.0")),
            changed("  { to = 1, cost = 2 },  # one\n", ""));
  EXPECT_EQ(told(without(kText, "plan.1.steps.1")), changed("  { to = 3, cost = 4 }\n", ""));
  EXPECT_EQ(told(without(kText, "plan.1.line.0")), changed("{ a = 1 }, ", ""));
  EXPECT_EQ(told(without(kText, "plan.1.line.1")), changed(", { a = 2 }", ""));
}

TEST(TomlText, RecordsChangePlacesAndWhatStandsBetweenThemStays) {
  const std::string two = "# c\n[[a]]\nx = 1 # one\n\n# between\n[[a]]\nx = 2\ny = 3\n# end\n";
  const std::string swapped = "# c\n[[a]]\nx = 2\ny = 3\n\n# between\n[[a]]\nx = 1 # one\n# end\n";
  EXPECT_EQ(told(with_moved(two, "a.0", 1)), swapped);
  EXPECT_EQ(told(with_moved(two, "a.1", -1)), swapped);
  EXPECT_EQ(told(with_moved(kText, "plan.1.line.1", -1)),
            changed("{ a = 1 }, { a = 2 }", "{ a = 2 }, { a = 1 }"));
  EXPECT_THAT(told(with_moved(two, "a.0", -1)), HasSubstr("no place"));
  EXPECT_THAT(told(with_moved(two, "a.7", 1)), HasSubstr("no such record"));
}

TEST(TomlText, AValueThatIsNotThereIsAddedToItsTable) {
  const KeyShape text{"name", ValueType::text};
  const KeyShape texts{"of", ValueType::texts};
  EXPECT_EQ(told(with_value(kText, "plan.0.name", "7", &text)),
            changed("id = \"a\"\n", "id = \"a\"\nname = \"7\"\n"));
  EXPECT_EQ(told(with_value(kText, "rates.of", "N, K", &texts)),
            changed("]\n\n# About the first", "]\nof = [\"N\", \"K\"]\n\n# About the first"));
  EXPECT_EQ(told(with_value(kText, "rates.high", "2")), changed("]\n\n#", "]\nhigh = 2\n\n#"));
  EXPECT_EQ(told(with_value(kText, "years", "5")),
            changed("# its kind\n", "# its kind\nyears = 5\n"));
  EXPECT_EQ(told(with_value(kText, "plan.1.steps.0.note", "x")),
            changed("cost = 2 }", "cost = 2, note = \"x\" }"));
  EXPECT_EQ(told(with_value(kText, "plan.0.handling.mean_s", "9")),
            changed("id = \"a\"\n", "id = \"a\"\nhandling = { mean_s = 9 }\n"));
  EXPECT_EQ(told(with_value(kText, "phase.from", "2020")), kText + "\n[phase]\nfrom = 2020\n");
  EXPECT_EQ(told(with_value(kText, "rates.å", "1")), changed("]\n\n#", "]\n\"å\" = 1\n\n#"));
  EXPECT_THAT(told(with_value(kText, "plan.7.name", "x")), HasSubstr("no such record"));
}

TEST(TomlText, AnEmptyValueTakesAwayWhatIsNoText) {
  EXPECT_EQ(told(with_value(kText, "rates.low", "")), changed("low = 1\n", ""));
  EXPECT_EQ(told(with_value(kText, "rates.list", "")),
            changed("list = [\n  1,   # first\n]\n", ""));
  EXPECT_EQ(told(with_value(kText, "plan.1.id", "")), changed("\"b\"", "\"\""));
  EXPECT_EQ(told(with_value(kText, "rates.other", "")), kText);
  const KeyShape word{"id", ValueType::text, false, {"a", "b"}};
  EXPECT_EQ(told(with_value(kText, "plan.1.id", "", &word)),
            changed("id = \"b\"      # beta\n", ""));
}

TEST(TomlText, ANumberThatSaysWhereItIsFromIsSetByItsOwnKey) {
  const std::string text = "[a]\nx = { value = 1, source = \"s\" }\n";
  EXPECT_EQ(told(with_value(text, "a.x", "2")), "[a]\nx = { value = 2, source = \"s\" }\n");
}

TEST(TomlText, WhatCannotBeReadAfterwardsIsRefused) {
  EXPECT_THAT(told(with_value(kText, "rates.low", "1.2.3")), HasSubstr("could not be read"));
  EXPECT_THAT(told(with_value(kText, "rates.list", "[1, ")), HasSubstr("numbers"));
  EXPECT_THAT(told(with_value("a = [", "a", "1")), HasSubstr("correct it first"));
}

TEST(TomlText, APathThatEndsInADotLeadsNowhere) {
  EXPECT_EQ(told(with_moved(kText, "plan.", 1)), "there is no such record");
  EXPECT_EQ(told(without(kText, "plan.")), "there is no such value");
  EXPECT_EQ(told(with_record(kText, "plan.", {})), "there is no such record");
}

TEST(TomlText, AKeyIsRenamedWhereItStands) {
  EXPECT_EQ(told(with_key(kText, "rates.low", "least")), changed("low = 1", "least = 1"));
  EXPECT_EQ(told(with_key(kText, "rates.list", "å")), changed("list = [", "\"å\" = ["));
  EXPECT_EQ(told(with_key(kText, "plan.1.steps.1.cost", "price")),
            changed("to = 3, cost", "to = 3, price"));
  EXPECT_EQ(told(with_key("[[w]]\n\"a b\"  = 1\nc.d = 2 # c\n", "w.0.a b", "e")),
            "[[w]]\ne  = 1\nc.d = 2 # c\n");
  EXPECT_EQ(told(with_key("[[w]]\nc.d = 2 # c\n", "w.0.c.d", "e")), "[[w]]\nc.e = 2 # c\n");
  EXPECT_EQ(told(with_key(kText, "rates.high", "x")), "there is no such value");
  EXPECT_EQ(told(with_key(kText, "rates.low", "list")), "is there already");
  EXPECT_EQ(told(with_key(kText, "plan", "x")), "is a table; set what is in it");
}

RC_GTEST_PROP(TomlText, ATextThatIsSetIsReadAsItWasWritten, ()) {
  const auto value = *rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7f));
  const auto now = with_value(kText, "plan.1.id", value);
  RC_ASSERT(bool(now));
  const auto root = toml::parse(*now);
  RC_ASSERT(root["plan"][1]["id"].value<std::string>() == value);
  // Nothing else has moved.
  RC_ASSERT(told(with_value(*now, "plan.1.id", "b")) == kText);
}

RC_GTEST_PROP(TomlText, RecordsAreAddedMovedAndRemovedAsInAList, ()) {
  std::vector<std::string> list;
  std::string text = "# top\nkind = \"x\"\n\n[after]   # stays\ny = 1\n";
  const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 400));
  int next = 0;
  for (const int step : steps) {
    const auto at = list.empty() ? 0 : static_cast<std::size_t>(step / 4) % list.size();
    const auto key = "r." + std::to_string(at);
    if (step % 4 <= 1 || list.empty()) {
      const auto id = std::to_string(next++);
      const bool last = step % 4 == 0 || list.empty();
      text = told(with_record(text, last ? "r" : key, {"id = " + toml_quoted(id) + "  # " + id}));
      list.insert(last ? list.end() : list.begin() + static_cast<std::ptrdiff_t>(at) + 1, id);
    } else if (step % 4 == 2) {
      text = told(without(text, key));
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (at + 1 < list.size()) {
      text = told(with_moved(text, key, 1));
      std::swap(list[at], list[at + 1]);
    }
  }
  const auto root = toml::parse(text);
  std::vector<std::string> ids;
  if (const auto* records = root["r"].as_array())
    for (const auto& one : *records) ids.push_back((*one.as_table())["id"].value_or(std::string{}));
  RC_ASSERT(ids == list);
  for (const auto& id : list) RC_ASSERT(text.find("\"" + id + "\"  # " + id + "\n") != text.npos);
  RC_ASSERT(text.starts_with("# top\nkind = \"x\"\n\n[after]   # stays\ny = 1\n"));
}

}  // namespace
}  // namespace varde::editing
