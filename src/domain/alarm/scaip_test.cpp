#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/alarm/scaip_codes.hpp"

namespace varde::alarm::scaip {
namespace {

using SignalKind::alarm;
using SignalKind::event;
using SignalKind::heartbeat;
using SignalKind::reset;
using SignalKind::technical;
using enum MessageType;

std::string_view nb(const CodeText* text) { return text == nullptr ? "-" : text->nb; }

TEST(ScaipTables, AreWholeButForTheTwoThatAreNotPublic) {
  for (std::uint16_t dty = 0; dty <= 51; ++dty)
    EXPECT_EQ(device_type(dty) == nullptr, dty == 42) << dty;
  for (std::uint16_t dco = 0; dco <= 29; ++dco) EXPECT_NE(device_component(dco), nullptr) << dco;
  for (std::uint16_t stc = 0; stc <= 127; ++stc)
    EXPECT_EQ(status(stc) == nullptr, stc == 49) << stc;
  for (std::uint16_t lco = 0; lco <= 52; ++lco) EXPECT_NE(location(lco), nullptr) << lco;
  EXPECT_EQ(device_type(52), nullptr);
  EXPECT_EQ(device_component(30), nullptr);
  EXPECT_EQ(status(128), nullptr);
  EXPECT_EQ(location(53), nullptr);
}

TEST(ScaipTables, SaySomethingInBothLanguages) {
  for (const auto find : {device_type, device_component, status, location}) {
    for (std::uint16_t code = 0; code < 200; ++code) {
      const CodeText* text = find(code);
      if (text == nullptr) continue;
      EXPECT_EQ(text->code, code);
      EXPECT_FALSE(text->nb.empty() || text->en.empty()) << code;
    }
  }
}

TEST(ScaipTables, SpotChecks) {
  EXPECT_EQ(nb(device_type(3)), "Bærbar alarmknapp");
  EXPECT_EQ(nb(status(10)), "Manuell alarm");
  EXPECT_EQ(nb(location(11)), "Bad");
  EXPECT_EQ(nb(device_component(6)), "Knapp 5");
}

struct Row {
  MessageType type;
  int dty;
  int stc;
  SignalKind kind;
  AlertCode code;
  Condition condition = Condition::none;
  bool known = true;
};

TEST(ScaipClassify, EachRule) {
  constexpr auto none = Condition::none;
  const Row kRows[] = {
      {alarm_ME, 3, 10, alarm, {3, 0, 0}},
      {alarm_ME, 2, 9, alarm, {3, 0, 0}},
      {alarm_ME, 4, 10, alarm, {3, 0, 0}},
      {alarm_ME, 0, 10, alarm, {3, 0, 0}},
      {alarm_ME, 5, 9, alarm, {4, 1, 0}},
      {alarm_ME, 30, 9, alarm, {4, 1, 0}},
      {alarm_ME, 10, 9, alarm, {4, 9, 0}},
      {alarm_ME, 10, 119, alarm, {4, 18, 0}},
      {alarm_ME, 12, 9, alarm, {4, 2, 0}},
      {alarm_ME, 12, 117, event, {4, 20, 0}},
      {alarm_ME, 14, 76, alarm, {4, 15, 0}},
      {alarm_ME, 14, 21, event, {4, 16, 0}},
      {alarm_ME, 15, 9, alarm, {4, 21, 0}},
      {alarm_ME, 16, 9, alarm, {7, 1, 0}},
      {alarm_ME, 17, 9, alarm, {4, 24, 0}},
      {alarm_ME, 18, 3, alarm, {4, 12, 0}},
      {alarm_ME, 20, 126, alarm, {4, 11, 0}},
      {alarm_ME, 21, 9, alarm, {4, 11, 0}},
      {alarm_ME, 23, 9, alarm, {4, 11, 0}},
      {alarm_ME, 25, 9, alarm, {4, 11, 0}},
      {alarm_ME, 26, 9, alarm, {4, 11, 0}},
      {alarm_ME, 47, 9, alarm, {4, 11, 0}},
      {alarm_ME, 33, 9, alarm, {4, 17, 0}},
      {alarm_ME, 44, 9, alarm, {4, 4, 0}},
      {alarm_ME, 43, 106, alarm, {6, 0, 0}},
      {alarm_ME, 51, 10, alarm, {2, 0, 0}},
      {alarm_ME, 11, 81, alarm, {1, 1, 0}},
      {alarm_ME, 2, 81, alarm, {1, 1, 0}},
      {alarm_ME, 11, 64, alarm, {1, 12, 0}},
      {alarm_ME, 11, 82, event, {1, 10, 0}},
      {alarm_ME, 11, 83, event, {1, 10, 0}},
      {alarm_ME, 11, 76, technical, {1, 21, 0}},
      // What was done, and who is there.
      {alarm_ME, 2, 87, event, {3, 0, 0}},
      {alarm_ME, 2, 88, event, {3, 0, 0}},
      {alarm_ME, 3, 110, event, {3, 0, 0}},
      {alarm_ME, 3, 111, event, {3, 0, 0}},
      {alarm_ME, 2, 121, event, {3, 0, 0}},
      // The equipment.
      {alarm_ME, 3, 14, technical, {3, 0, 0}, Condition::battery_low},
      {alarm_ME, 3, 16, technical, {3, 0, 0}, Condition::battery_low},
      {alarm_ME, 3, 15, technical, {3, 0, 0}, Condition::battery_ok},
      {alarm_ME, 2, 85, technical, {3, 0, 0}, Condition::mains_failed},
      {alarm_ME, 2, 86, technical, {3, 0, 0}, Condition::mains_ok},
      {alarm_ME, 2, 23, technical, {3, 0, 0}, Condition::contact_lost},
      {alarm_ME, 2, 27, technical, {3, 0, 0}, Condition::contact_lost},
      {alarm_ME, 2, 112, technical, {3, 0, 0}, Condition::contact_ok},
      {alarm_ME, 2, 116, technical, {3, 0, 0}, Condition::contact_ok},
      {alarm_ME, 3, 123, technical, {3, 0, 0}, Condition::contact_lost},
      {alarm_ME, 3, 124, technical, {3, 0, 0}, Condition::contact_ok},
      {alarm_ME, 2, 67, technical, {3, 0, 0}, Condition::fault},
      {alarm_ME, 2, 65, technical, {3, 0, 0}, Condition::fault},
      {alarm_ME, 2, 66, technical, {3, 0, 0}, Condition::fault},
      {alarm_ME, 2, 32, technical, {3, 0, 0}, Condition::fault},
      {alarm_ME, 2, 40, technical, {3, 0, 0}, Condition::fault},
      {alarm_ME, 12, 16, technical, {4, 0, 0}, Condition::battery_low},
      {alarm_ME, 11, 16, technical, {1, 17, 0}, Condition::battery_low},
      {alarm_ME, 11, 14, technical, {1, 18, 0}, Condition::battery_low},
      {alarm_ME, 11, 85, technical, {1, 19, 0}, Condition::mains_failed},
      {alarm_ME, 11, 24, technical, {1, 20, 0}, Condition::contact_lost},
      {alarm_ME, 11, 125, technical, {1, 22, 0}, Condition::fault},
      {alarm_ME, 11, 67, technical, {1, 5, 0}, Condition::fault},
      {alarm_ME, 41, 9, technical, {3, 0, 0}, Condition::fault},
      // Withdrawals.
      {alarm_ME, 3, 19, reset, {3, 0, 0}},
      {alarm_ME, 3, 2, reset, {3, 0, 0}},
      {alarm_ME, 23, 94, reset, {4, 11, 0}},
      {reset_RE, 3, 10, reset, {3, 0, 0}},
      {reset_RE, 5, 0, reset, {4, 1, 0}},
      {reset_RE, 3, 16, technical, {3, 0, 0}, Condition::battery_ok},
      {reset_RE, 2, 85, technical, {3, 0, 0}, Condition::mains_ok},
      {reset_RE, 2, 23, technical, {3, 0, 0}, Condition::contact_ok},
      {reset_RE, 2, 67, event, {3, 0, 0}},
      // Signs of life.
      {heartbeat_PI, 2, 9, heartbeat, {3, 0, 0}},
      {heartbeat_PI, 2, 16, heartbeat, {3, 0, 0}, Condition::battery_low},
      {heartbeat_PI, 2, 26, heartbeat, {3, 0, 0}},
      {heartbeat_PI, 42, 999, heartbeat, {3, 0, 0}},
      {alarm_ME, 2, 102, heartbeat, {3, 0, 0}},
      {alarm_ME, 2, 103, heartbeat, {3, 0, 0}},
      // Updates of what is going on.
      {information_IN, 5, 9, event, {4, 1, 0}},
      {information_IN, 3, 16, technical, {3, 0, 0}, Condition::battery_low},
      {information_IN, 3, 19, reset, {3, 0, 0}},
      // What nobody named is an alarm.
      {alarm_ME, 42, 10, alarm, {3, 0, 0}, none, false},
      {alarm_ME, 999, 10, alarm, {3, 0, 0}, none, false},
      {alarm_ME, 3, 49, alarm, {3, 0, 0}, none, false},
      {alarm_ME, 23, 500, alarm, {4, 11, 0}, none, false},
      {alarm_ME, 41, 500, alarm, {3, 0, 0}, none, false},
  };
  for (const Row& row : kRows) {
    const Meaning meaning = classify(row.type, static_cast<std::uint16_t>(row.dty),
                                     static_cast<std::uint16_t>(row.stc));
    const std::string name = "mty " + std::to_string(static_cast<int>(row.type)) + " dty " +
                             std::to_string(row.dty) + " stc " + std::to_string(row.stc);
    EXPECT_EQ(to_string(meaning.kind), to_string(row.kind)) << name;
    EXPECT_EQ(to_string(meaning.code), to_string(row.code)) << name;
    EXPECT_EQ(to_string(meaning.condition), to_string(row.condition)) << name;
    EXPECT_EQ(meaning.known, row.known) << name;
  }
}

TEST(ScaipClassify, EveryFaultHasTheRestoreThatEndsIt) {
  // alarm-intake: fault/restore pairs of the list.
  const int kPairs[][2] = {{14, 15},  {16, 15},  {23, 112}, {24, 113},  {25, 114},
                           {26, 115}, {27, 116}, {85, 86},  {123, 124}, {73, 75}};
  for (const auto& [fault, restore] : kPairs) {
    for (const std::uint16_t dty : std::initializer_list<std::uint16_t>{2, 3, 11, 12}) {
      const auto bad = classify(alarm_ME, dty, static_cast<std::uint16_t>(fault));
      const auto good = classify(alarm_ME, dty, static_cast<std::uint16_t>(restore));
      const auto reset = classify(reset_RE, dty, static_cast<std::uint16_t>(fault));
      EXPECT_EQ(bad.kind, technical) << fault;
      EXPECT_EQ(good.kind, technical) << restore;
      EXPECT_EQ(static_cast<int>(good.condition), static_cast<int>(bad.condition) + 1) << fault;
      EXPECT_EQ(reset.condition, good.condition) << fault << ": a reset of the fault";
    }
  }
}

RC_GTEST_PROP(ScaipClassify, AnyNumbersHaveAMeaningInTheList,
              (std::uint16_t dty, std::uint16_t stc)) {
  for (const auto type : {alarm_ME, reset_RE, information_IN, heartbeat_PI}) {
    const Meaning meaning = classify(type, dty, stc);
    RC_ASSERT(find_code(meaning.code) != nullptr);
    if (meaning.condition != Condition::none)
      RC_ASSERT(meaning.kind == technical || meaning.kind == heartbeat);
    if (!meaning.known && type == alarm_ME) RC_ASSERT(meaning.kind == alarm);
  }
}

TEST(ScaipClassify, WhatIsNotKnownIsNeverSilent) {
  for (int dty = 0; dty < 200; ++dty) {
    for (int stc = 128; stc < 300; ++stc) {
      const auto meaning =
          classify(alarm_ME, static_cast<std::uint16_t>(dty), static_cast<std::uint16_t>(stc));
      ASSERT_EQ(meaning.kind, alarm);
      ASSERT_FALSE(meaning.known);
    }
  }
}

}  // namespace
}  // namespace varde::alarm::scaip
