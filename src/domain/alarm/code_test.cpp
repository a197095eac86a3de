#include "domain/alarm/code.hpp"

#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace varde::alarm {
namespace {

TEST(Code, TheListIsWhole) {
  // Numbers per group of the edition of 2024-10: 1.1-1.23, 2, 3, 4.1-4.26, 5 with its parts,
  // 6, 7.1.
  const std::map<int, std::size_t> kSizes = {{1, 24}, {2, 1}, {3, 1}, {4, 27},
                                             {5, 9},  {6, 1}, {7, 2}};
  std::map<int, std::size_t> sizes;
  for (const CodeInfo& info : all_codes()) ++sizes[info.code.group];
  EXPECT_EQ(sizes, kSizes);
}

TEST(Code, EveryCodeIsFoundAndSaysSomethingInBothLanguages) {
  std::set<std::string_view> texts;
  for (const CodeInfo& info : all_codes()) {
    EXPECT_EQ(find_code(info.code), &info) << to_string(info.code);
    EXPECT_EQ(parse_alert_code(to_string(info.code)), info.code);
    EXPECT_FALSE(info.nb.empty() || info.en.empty());
    EXPECT_TRUE(texts.insert(info.nb).second) << info.nb << " stands twice";
    EXPECT_GE(info.priority, 1);
    EXPECT_LE(info.priority, 5);
    EXPECT_TRUE(!info.technical || info.priority >= 3) << "technical never overtakes a person";
  }
}

TEST(Code, WhatLifeMayHangOnComesFirst) {
  for (const AlertCode code : {AlertCode{4, 1, 0}, AlertCode{4, 11, 0}, AlertCode{4, 24, 0}})
    EXPECT_EQ(find_code(code)->priority, 1) << to_string(code);
  EXPECT_EQ(find_code(kSocialAlarm)->priority, 2);
}

TEST(Code, TextBothWays) {
  EXPECT_EQ(to_string({3, 0, 0}), "3");
  EXPECT_EQ(to_string({4, 11, 0}), "4.11");
  EXPECT_EQ(to_string({5, 2, 1}), "5.2.1");
  EXPECT_EQ(parse_alert_code("250.1.9"), (AlertCode{250, 1, 9})) << "well formed, not in the list";
  EXPECT_EQ(find_code({250, 1, 9}), nullptr);
}

TEST(Code, RefusesWhatIsMalformed) {
  for (const char* text : {"", ".", "4.", ".1", "4..1", "0", "04", "4.0", "256", "4.256", "5.2.1.1",
                           "5.2.1.", "4,1", " 4", "4 ", "-4", "+4", "x"})
    EXPECT_FALSE(parse_alert_code(text)) << text;
}

RC_GTEST_PROP(Code, AnyTextIsReadOrRefused, (const std::string& text)) {
  const auto code = parse_alert_code(text);
  if (code) RC_ASSERT(to_string(*code) == text);
}

TEST(Code, ListUrl) {
  EXPECT_EQ(code_list_url(), "http://ehelse.no/fhir/CodeSystem/vkp-alert-code-v090");
}

}  // namespace
}  // namespace varde::alarm
