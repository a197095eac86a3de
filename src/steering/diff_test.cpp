#include "steering/diff.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::steering {
namespace {

TEST(Diff, ALineThatWasChangedIsPairedWithWhatItBecame) {
  const auto changes =
      diff({{"case.toml", "a = 1\nb = 2\nc = 3\n"}}, {{"case.toml", "a = 1\nb = 5\nc = 3\n"}});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].file, "case.toml");
  EXPECT_EQ(changes[0].line_before, 2);
  EXPECT_EQ(changes[0].line_after, 2);
  EXPECT_EQ(changes[0].before, "b = 2");
  EXPECT_EQ(changes[0].after, "b = 5");
}

TEST(Diff, ALineThatWasPutInMovesNothing) {
  const auto changes = diff({{"f.csv", "a\nb\nc\n"}}, {{"f.csv", "a\nx\nb\nc\n"}});
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].line_before, 0);
  EXPECT_EQ(changes[0].line_after, 2);
  EXPECT_EQ(changes[0].after, "x");
}

TEST(Diff, FilesComeAndGo) {
  const auto changes = diff({{"old.csv", "a\n"}}, {{"new.csv", "b\n"}});
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].file, "new.csv");
  EXPECT_EQ(changes[0].line_before, 0);
  EXPECT_EQ(changes[1].file, "old.csv");
  EXPECT_EQ(changes[1].line_after, 0);
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// What `changes` make of `before`.
std::vector<std::string> applied(std::vector<std::string> before,
                                 const std::vector<Change>& changes) {
  for (auto it = changes.rbegin(); it != changes.rend(); ++it)
    if (it->line_before > 0) before.erase(before.begin() + it->line_before - 1);
  for (const auto& change : changes)
    if (change.line_after > 0) before.insert(before.begin() + change.line_after - 1, change.after);
  return before;
}

RC_GTEST_PROP(Diff, TheChangesMakeTheOneOfTheOther, ()) {
  const auto lines = rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "b", "c", "d"));
  const auto before = *lines;
  const auto after = *lines;
  const auto changes = diff({{"f.csv", text_of(before)}}, {{"f.csv", text_of(after)}});
  RC_ASSERT(applied(before, changes) == after);
  RC_ASSERT(changes.empty() == (before == after));
}

}  // namespace
}  // namespace varde::steering
