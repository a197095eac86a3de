#include "intake/http/signal_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/limits.hpp"

namespace varde::http {
namespace {

using alarm::SignalKind;

SignalId next_id() {
  static std::uint64_t count = 0;
  return SignalId{Ulid{1, ++count}};
}
Delivery delivery(std::string_view key = {}) { return {"sender-1", key, next_id}; }

ReadSignal one(std::string_view body, std::string_view key = {}) {
  const auto read = read_signals(body, delivery(key));
  EXPECT_TRUE(read.has_value()) << body;
  EXPECT_TRUE(read && std::holds_alternative<ReadSignal>(read->items.at(0))) << body;
  return std::get<ReadSignal>(read->items.at(0));
}
Problem refused(std::string_view body) {
  const auto read = read_signals(body, delivery());
  EXPECT_TRUE(read && std::holds_alternative<Problem>(read->items.at(0))) << body;
  return std::get<Problem>(read->items.at(0));
}

TEST(ReadSignals, TakesEveryFieldOfAnAlarm) {
  const auto read = one(R"({"id":"a1","device":"gw-3/17","kind":"alarm","code":"4.1",
    "raw_code":"EVT77","location":12,"condition":"fault","time":"2026-11-22T09:15:30+01:00",
    "text":"Fall detected","data":{"score": 0.9}})");
  const auto& s = read.signal;
  EXPECT_EQ(s.kind, SignalKind::alarm);
  EXPECT_EQ(s.protocol, alarm::Protocol::http);
  EXPECT_EQ(s.address, "http:gw-3/17");
  EXPECT_EQ(s.key, "http:sender-1/a1");
  EXPECT_EQ(s.code, alarm::kFall);
  EXPECT_EQ(s.raw_code, "EVT77");
  EXPECT_EQ(s.location, 12);
  EXPECT_EQ(s.condition, alarm::Condition::fault);
  EXPECT_EQ(s.device_time, parse_rfc3339("2026-11-22T08:15:30Z"));
  EXPECT_TRUE(s.understood);
  EXPECT_EQ(read.words, "Fall detected\n{\"score\":0.9}");
}

TEST(ReadSignals, WithoutAKindItIsAnAlarm) {
  EXPECT_EQ(one(R"({"device":"d"})").signal.kind, SignalKind::alarm);
  EXPECT_EQ(one(R"({"device":"d","kind":null})").signal.kind, SignalKind::alarm);
  EXPECT_TRUE(one(R"({"device":"d"})").signal.understood);
}

TEST(ReadSignals, AnUnknownKindIsAnAlarmNobodyUnderstood) {
  const auto read = one(R"({"device":"d","kind":"fall"})");
  EXPECT_EQ(read.signal.kind, SignalKind::alarm);
  EXPECT_FALSE(read.signal.understood);
  EXPECT_NE(read.words.find("fall"), std::string::npos);
}

TEST(ReadSignals, AnUnknownCodeIsKeptAndStillAnAlarm) {
  const auto read = one(R"({"device":"d","code":"9.9"})");
  EXPECT_EQ(to_string(read.signal.code), "9.9");
  EXPECT_EQ(read.signal.raw_code, "9.9");
  EXPECT_TRUE(read.signal.understood);
}

TEST(ReadSignals, AnAlarmWithAGraveFaultComesThroughForAnOperatorToRead) {
  for (const std::string_view body :
       {R"({"kind":"alarm","device":5})", R"({"kind":7,"device":"d"})", R"({})",
        R"({"device":"with space"})", R"({"device":"d","code":"zzz"})"}) {
    const auto read = one(body);
    EXPECT_FALSE(read.signal.understood) << body;
    EXPECT_EQ(read.signal.kind, SignalKind::alarm) << body;
    EXPECT_EQ(read.words, body);
  }
  EXPECT_EQ(one("{}").signal.address, "http:?");
}

TEST(ReadSignals, ASmallFaultOfAnAlarmOnlyAddsItsRawText) {
  const auto read = one(R"({"device":"d","code":"3","time":"yesterday","location":-4})");
  EXPECT_TRUE(read.signal.understood);
  EXPECT_EQ(read.signal.code, alarm::kSocialAlarm);
  EXPECT_FALSE(read.signal.device_time.has_value());
  EXPECT_NE(read.words.find("yesterday"), std::string::npos);
}

TEST(ReadSignals, TheSameFaultsRefuseWhatIsNoAlarm) {
  const auto problem = refused(R"({"kind":"heartbeat","time":"yesterday","location":70000})");
  std::vector<std::string> pointers;
  for (const auto& error : problem.errors) pointers.push_back(error.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/device", "/location", "/time"}));
}

TEST(ReadSignals, AClockThatIsYearsWrongIsKeptAsTheDeviceSaidIt) {
  const auto read = one(R"({"device":"d","time":"1970-01-01T00:00:00Z"})");
  EXPECT_TRUE(read.signal.understood);
  EXPECT_EQ(read.signal.device_time, Instant{});
}

TEST(ReadSignals, KeysComeFromTheSignalThenFromTheRequest) {
  EXPECT_EQ(one(R"({"device":"d","id":"x"})", "K").signal.key, "http:sender-1/x");
  EXPECT_EQ(one(R"({"device":"d"})", "K").signal.key, "http:sender-1/K");
  EXPECT_EQ(one(R"({"device":"d"})").signal.key, "");
  const auto batch = read_signals(R"({"signals":[{"device":"d"},{"device":"d"}]})", delivery("K"));
  EXPECT_EQ(std::get<ReadSignal>(batch->items.at(1)).signal.key, "http:sender-1/K/1");
}

TEST(ReadSignals, ALongIdIsTakenByItsHash) {
  const std::string id(500, 'x');
  const auto key = one(R"({"device":"d","id":")" + id + "\"}").signal.key;
  EXPECT_LE(key.size(), limits::kIdempotencyKeyBytes);
  EXPECT_NE(key, one(R"({"device":"d","id":")" + id + "y\"}").signal.key);
}

TEST(ReadSignals, ContentIsOfEverythingButIdAndTime) {
  const auto first = one(R"({"device":"d","id":"1","time":"2026-01-01T00:00:00Z"})").signal;
  EXPECT_EQ(first.content, one(R"({"device":"d","id":"2"})").signal.content);
  EXPECT_NE(first.content, one(R"({"device":"d","code":"4.1"})").signal.content);
  EXPECT_NE(first.content, one(R"({"device":"d","text":"x"})").signal.content);
}

TEST(ReadSignals, ABatchKeepsItsOrderAndJudgesEachItem) {
  const auto read =
      read_signals(R"({"signals":[{"device":"a"},{"kind":"heartbeat","device":5},7]})", delivery());
  ASSERT_TRUE(read && read->is_batch);
  ASSERT_EQ(read->items.size(), 3u);
  EXPECT_EQ(std::get<ReadSignal>(read->items[0]).signal.address, "http:a");
  EXPECT_TRUE(std::holds_alternative<Problem>(read->items[1]));
  EXPECT_TRUE(std::holds_alternative<Problem>(read->items[2]));
}

TEST(ReadSignals, WhatIsNoSignalAtAllIsLeftToTheCaller) {
  for (const std::string_view body : {"", "hello", "[1]", "42", "{\"signals\":5}",
                                      "{\"signals\":[]}", "{\"device\":\"d\"", "\xff\xfe"})
    EXPECT_FALSE(read_signals(body, delivery()).has_value()) << body;
}

TEST(Unreadable, KeepsTheBeginningAsAnAlarmNobodyUnderstood) {
  const auto read = unreadable(std::string(10'000, 'z'), delivery("K"));
  EXPECT_EQ(read.signal.kind, SignalKind::alarm);
  EXPECT_FALSE(read.signal.understood);
  EXPECT_EQ(read.signal.address, "http:?");
  EXPECT_EQ(read.signal.key, "http:sender-1/K");
  EXPECT_EQ(read.words.size(), limits::kKeptRawBytes);
}

TEST(ReadSignals, LongTextIsCutBetweenLetters) {
  std::string text;
  while (text.size() <= limits::kNoteBytes) text += "øl";
  const auto read = one(R"({"device":"d","text":")" + text + "\"}");
  EXPECT_LE(read.words.size(), limits::kNoteBytes);
  EXPECT_EQ(static_cast<unsigned char>(read.words.back()) & 0xC0,
            read.words.back() == 'l' ? 0x40 : 0x80);
}

RC_GTEST_PROP(ReadSignals, EverySignalStaysWithinTheBounds,
              (const std::string& device, const std::string& code, const std::string& id)) {
  JsonWriter json;
  json.begin_object().key("device").text(device).key("raw_code").text(code);
  json.key("id").text(id).end_object();
  const auto read = one(json.written());
  RC_ASSERT(read.signal.address.size() <= limits::kAddressBytes);
  RC_ASSERT(read.signal.raw_code.size() <= limits::kRawCodeBytes);
  RC_ASSERT(read.signal.key.size() <= limits::kIdempotencyKeyBytes);
}

}  // namespace
}  // namespace varde::http
