#include "engine/codec.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/random_entry.hpp"
#include "engine/serial.hpp"

namespace varde::engine {
namespace {

using testing::any_entry;

std::string bytes_of(const Entry& entry) {
  ByteWriter out;
  encode(entry, out);
  return out.take();
}

RC_GTEST_PROP(Codec, WhatIsWrittenIsRead, ()) {
  const Entry entry = *any_entry();
  const std::string bytes = bytes_of(entry);
  const auto back = decode(bytes);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->time == entry.time);
  RC_ASSERT(back->attachment_hash == entry.attachment_hash);
  RC_ASSERT(back->body.index() == entry.body.index());
  RC_ASSERT(bytes_of(*back) == bytes);
}

RC_GTEST_PROP(Codec, CutOffAnywhereIsNoEntry, ()) {
  const std::string bytes = bytes_of(*any_entry());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    RC_ASSERT(!decode(std::string_view(bytes).substr(0, size)));
  RC_ASSERT(!decode(bytes + '\0'));
}

TEST(Codec, FieldsSurvive) {
  Entry entry;
  entry.time = Instant{std::chrono::milliseconds{1'800'000'000'123}};
  alarm::Command command;
  command.alarm = AlarmId{{1, 2}};
  command.actor = ActorId{{3, 4}};
  command.action = alarm::Action::send_to;
  command.responder = {care::Target::on_call, ContactId{{5, 6}}};
  command.outcome = alarm::Outcome::test;
  command.has_note = true;
  entry.body = command;
  const auto back = decode(bytes_of(entry));
  ASSERT_TRUE(back);
  const auto& read = std::get<alarm::Command>(back->body);
  EXPECT_EQ(back->time, entry.time);
  EXPECT_EQ(read.alarm, command.alarm);
  EXPECT_EQ(read.actor, command.actor);
  EXPECT_EQ(read.action, command.action);
  EXPECT_EQ(read.to, command.to);
  EXPECT_EQ(read.responder, command.responder);
  EXPECT_EQ(read.outcome, command.outcome);
  EXPECT_EQ(read.has_note, command.has_note);
}

/// The format of today, byte for byte: a journal of today must be readable by every later program.
TEST(Codec, BytesStayTheSame) {
  Entry entry;
  entry.time = Instant{std::chrono::milliseconds{0x0102030405}};
  entry.body = SignOfLife{ActorId{{0x1112131415161718, 0x2122232425262728}}};
  EXPECT_EQ(to_hex(bytes_of(entry)),
            "03050403020100000000"
            "01"
            "18171615141312112827262524232221");
  entry.body = Tick{};
  entry.attachment_hash.emplace().fill(0xAB);
  std::string hash;
  for (int i = 0; i < 32; ++i) hash += "ab";
  EXPECT_EQ(to_hex(bytes_of(entry)), "04050403020100000001" + hash);
}

TEST(Codec, AnOlderEntryGetsDefaultsForNewFields) {
  ByteWriter out;
  out.u8(5);  // Settings
  out.u64(0);
  out.u8(0);
  out.u8(1);  // written when it had one field
  serial::put(out, Duration{30'000});
  const auto entry = decode(out.bytes());
  ASSERT_TRUE(entry);
  EXPECT_EQ(std::get<Settings>(entry->body).handler_timeout, Duration{30'000});
  EXPECT_EQ(std::get<Settings>(entry->body).default_step_limit, Settings{}.default_step_limit);
}

TEST(Codec, WhatNoWriterWritesIsRefused) {
  const auto with = [](std::uint8_t kind, std::uint8_t flag, std::string_view body) {
    ByteWriter out;
    out.u8(kind);
    out.u64(0);
    out.u8(flag);
    out.raw(body);
    return decode(out.bytes()).has_value();
  };
  EXPECT_TRUE(with(4, 0, {}));
  EXPECT_FALSE(with(0, 0, {}));
  EXPECT_FALSE(with(9, 0, {}));
  EXPECT_FALSE(with(4, 2, {})) << "a flag is 0 or 1";
  EXPECT_FALSE(with(5, 0, std::string_view("\x03\x02\x02\x02", 4))) << "a newer writer's field";
  EXPECT_FALSE(with(5, 0, std::string_view("\x00", 1))) << "no fields at all";
}

}  // namespace
}  // namespace varde::engine
