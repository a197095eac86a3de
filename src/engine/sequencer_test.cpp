#include "engine/sequencer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "engine/test_centre.hpp"
#include "engine/test_ports.hpp"

namespace varde::engine {
namespace {

using namespace testing;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const ActorId kAnne = make_id<ActorId>(1);

class SequencerTest : public ::testing::Test {
 protected:
  alarm::Signal signal(std::string key, std::uint64_t content = 7) {
    alarm::Signal s;
    s.id = make_id<SignalId>(++signals_);
    s.address = "scaip:" + std::to_string(signals_);
    s.key = std::move(key);
    s.content = content;
    return s;
  }
  Sequencer::Batch run(std::vector<Submission> submissions, Instant now = kStart) {
    return sequencer_.run(submissions, now);
  }
  alarm::Command take(const AlarmId& id) {
    alarm::Command c;
    c.alarm = id;
    c.actor = kAnne;
    return c;
  }
  const Engine& engine() const { return sequencer_.engine(); }

  TestJournal journal_;
  Sequencer sequencer_{Engine{}, journal_};
  std::uint64_t signals_ = 0;
};

TEST_F(SequencerTest, AGroupIsOneCommitAndEachIsAnswered) {
  const auto batch = run({{signal("a"), "help"}, {signal("b"), ""}});
  EXPECT_EQ(journal_.commits, 1U);
  EXPECT_EQ(batch.upto, 2U);
  ASSERT_THAT(batch.outcomes, SizeIs(2));
  EXPECT_EQ(batch.outcomes[0]->position, 1U);
  EXPECT_EQ(batch.outcomes[1]->position, 2U);
  EXPECT_EQ(journal_.entries[0].attachment_hash, sha256("help"));
  EXPECT_FALSE(journal_.entries[1].attachment_hash);
}

TEST_F(SequencerTest, WordsGoWithTheSignalAndTheFirstLineOfTheLog) {
  const auto batch = run({{signal("a"), "help"}});
  std::vector<std::string> lines;
  for (const auto& item : batch.items) {
    if (std::holds_alternative<AlarmLogged>(item.effect.body)) lines.push_back(item.attachment);
    const bool signal_line = std::holds_alternative<SignalLogged>(item.effect.body);
    const bool log_line = std::holds_alternative<AlarmLogged>(item.effect.body);
    EXPECT_TRUE(log_line || item.attachment == (signal_line ? "help" : ""));
  }
  EXPECT_THAT(lines, ::testing::ElementsAre("help", ""));
}

TEST_F(SequencerTest, RepeatsCostNoEntryNowOrLaterInTheGroup) {
  const auto first = run({{signal("a"), ""}, {signal("a"), ""}, {signal("a", 8), ""}});
  EXPECT_EQ(journal_.last(), 1U);
  EXPECT_EQ(first.outcomes[0]->status, Receipt::Status::accepted);
  EXPECT_EQ(first.outcomes[1]->status, Receipt::Status::duplicate);
  EXPECT_EQ(first.outcomes[1]->alarm, first.outcomes[0]->alarm);
  EXPECT_EQ(first.outcomes[2]->status, Receipt::Status::conflict);
  const auto later = run({{signal("a"), ""}});
  EXPECT_EQ(later.outcomes[0]->status, Receipt::Status::duplicate);
  EXPECT_EQ(journal_.commits, 1U) << "nothing to keep, nothing written";
  run({{signal("a"), ""}}, kStart + limits::kScaipKeyWindow);
  EXPECT_EQ(journal_.last(), 3U) << "by the clock, although nothing but the due tick came since";
}

TEST_F(SequencerTest, WhenTheJournalRefusesNothingHasHappened) {
  run({{signal("a"), ""}});
  const std::string before = engine().snapshot();
  journal_.broken = true;
  const auto batch = run({{signal("a"), ""}, {signal("b"), ""}, {Tick{}, ""}}, kStart + 1h);
  ASSERT_THAT(batch.outcomes, SizeIs(3));
  for (const auto& outcome : batch.outcomes) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error(), Inbox::Failure::unavailable);
  }
  EXPECT_THAT(batch.items, IsEmpty());
  EXPECT_EQ(batch.upto, 1U);
  EXPECT_EQ(engine().snapshot(), before);
  journal_.broken = false;
  EXPECT_TRUE(run({{signal("b"), ""}}).outcomes[0].ok());
}

TEST_F(SequencerTest, TheClockNeverRunsBackwards) {
  run({{signal("a"), ""}}, kStart);
  run({{signal("b"), ""}}, kStart - 1h);
  EXPECT_EQ(journal_.entries[1].time, kStart);
}

TEST_F(SequencerTest, ADueTickGoesFirst) {
  run({{signal("a"), ""}});
  const auto batch = run({{signal("b"), ""}}, kStart + 2min);
  ASSERT_EQ(journal_.last(), 3U);
  EXPECT_TRUE(std::holds_alternative<Tick>(journal_.entries[1].body));
  EXPECT_EQ(journal_.commits, 2U);
  ASSERT_THAT(batch.outcomes, SizeIs(1));
  EXPECT_EQ(batch.outcomes[0]->position, 3U);
  run({}, kStart + 2min);
  EXPECT_EQ(journal_.last(), 3U) << "nothing due, nothing written";
}

TEST_F(SequencerTest, MoreThanOneTickHoldsIsTakenInTurns) {
  std::vector<Submission> many;
  for (std::size_t i = 0; i < 2 * limits::kActsPerTick + 1; ++i) many.push_back({signal(""), ""});
  run(std::move(many));
  const auto batch = run({}, kStart + 2min);
  EXPECT_EQ(batch.upto, 2 * limits::kActsPerTick + 4);
  EXPECT_GT(*engine().next_due(), kStart + 2min);
}

TEST_F(SequencerTest, WhatFollowsAPauseSaysSoFirstAndWhatFellDueIsSeenAfterIt) {
  care::Device device = device_of(17);
  device.silence_limit = 5min;
  run({{DevicePut{device}, ""}});
  const AlarmId id = *run({{signal("a"), ""}}).outcomes[0]->alarm;
  sequencer_.resume(kStart + 1h);
  EXPECT_EQ(journal_.last(), 2U) << "nothing to say yet";
  const auto batch = run({{signal("b"), ""}}, kStart + 1h);
  EXPECT_EQ(batch.outcomes.size(), 1U);
  ASSERT_EQ(journal_.last(), 5U);
  EXPECT_TRUE(std::holds_alternative<Resumed>(journal_.entries[2].body));
  EXPECT_TRUE(std::holds_alternative<alarm::Signal>(journal_.entries[3].body));
  EXPECT_TRUE(std::holds_alternative<Tick>(journal_.entries[4].body));
  EXPECT_EQ(engine().find_alarm(id)->escalations, 1) << "people have waited all the same";
  EXPECT_EQ(engine().open_alarm_count(), 2U) << "the device is not lost";
}

TEST_F(SequencerTest, APauseThatTheJournalRefusedIsSaidLater) {
  run({{signal("a"), ""}});
  sequencer_.resume(kStart + 1min);
  journal_.broken = true;
  EXPECT_FALSE(run({{signal("b"), ""}}, kStart + 1min).outcomes[0]);
  journal_.broken = false;
  EXPECT_EQ(run({{signal("b"), ""}}, kStart + 90s).outcomes[0]->position, 3U);
}

TEST_F(SequencerTest, ASignOfLifeOfSomebodyWhoHoldsNothingIsNotKept) {
  const auto idle = run({{SignOfLife{kAnne}, ""}});
  EXPECT_TRUE(idle.outcomes[0].ok());
  EXPECT_EQ(journal_.last(), 0U);
  const AlarmId id = *run({{signal("a"), ""}}).outcomes[0]->alarm;
  run({{take(id), ""}});
  run({{SignOfLife{kAnne}, ""}}, kStart + 10s);
  EXPECT_EQ(journal_.last(), 3U);
  EXPECT_EQ(engine().find_alarm(id)->handler_seen_at, kStart + 10s);
}

TEST_F(SequencerTest, ACommandHasANoteWhenItHasWords) {
  const AlarmId id = *run({{signal("a"), ""}}).outcomes[0]->alarm;
  run({{take(id), ""}});
  alarm::Command note = take(id);
  note.action = alarm::Action::note;
  note.has_note = true;
  EXPECT_EQ(run({{note, ""}}).outcomes[0]->refusal, alarm::CommandRefusal::note_required);
  EXPECT_EQ(run({{note, "spoke with her"}}).outcomes[0]->status, Receipt::Status::accepted);
}

TEST_F(SequencerTest, WhatIsTooLongIsCutAndNeverLost) {
  alarm::Signal s = signal(std::string(1'000, 'k'));
  s.address.assign(1'000, 'a');
  s.raw_code.assign(10'000, 'r');
  EXPECT_TRUE(run({{s, ""}}).outcomes[0]->alarm);
  const auto& kept = std::get<alarm::Signal>(journal_.entries[0].body);
  EXPECT_EQ(kept.address.size(), limits::kAddressBytes);
  EXPECT_EQ(kept.raw_code.size(), limits::kRawCodeBytes);
  EXPECT_EQ(kept.key, "");
}

class RecoverTest : public SequencerTest {
 protected:
  void SetUp() override {
    for (int i = 0; i < 40; ++i) run({{signal("k" + std::to_string(i)), "words"}}, kStart + i * 1s);
  }
  void project_all() {
    ASSERT_TRUE(recover(journal_, projection_));
    ASSERT_EQ(projection_.at, journal_.last());
  }
  void keep_snapshot_at(Position position) {
    Engine early;
    std::vector<Effect> effects;
    for (Position p = 0; p < position; ++p) early.apply(journal_.entries[p], effects);
    ASSERT_TRUE(projection_.save_snapshot(position, early.snapshot()));
  }

  TestProjection projection_;
};

TEST_F(RecoverTest, FromTheStartBringsEngineAndProjectionAlong) {
  const auto engine = recover(journal_, projection_);
  ASSERT_TRUE(engine);
  EXPECT_EQ(engine->snapshot(), sequencer_.engine().snapshot());
  EXPECT_EQ(projection_.at, 40U);
  EXPECT_THAT(projection_.items, SizeIs(40 * 4));
  EXPECT_EQ(projection_.items[1].attachment, "words");
}

TEST_F(RecoverTest, ASnapshotSavesReplayAndGivesTheSame) {
  project_all();
  const std::size_t items = projection_.items.size();
  keep_snapshot_at(30);
  const auto engine = recover(journal_, projection_);
  ASSERT_TRUE(engine);
  EXPECT_EQ(engine->snapshot(), sequencer_.engine().snapshot());
  EXPECT_EQ(projection_.items.size(), items) << "told once already";
}

TEST_F(RecoverTest, ASnapshotAheadOfTheProjectionIsNotUsed) {
  keep_snapshot_at(30);
  projection_.at = 20;
  const auto engine = recover(journal_, projection_);
  ASSERT_TRUE(engine);
  EXPECT_EQ(projection_.items.front().effect.position, 21U);
  EXPECT_EQ(projection_.at, 40U);
}

TEST_F(RecoverTest, ADamagedSnapshotIsNotUsed) {
  project_all();
  keep_snapshot_at(30);
  projection_.kept->bytes[100] ^= 1;
  EXPECT_EQ(recover(journal_, projection_)->snapshot(), sequencer_.engine().snapshot());
}

TEST_F(RecoverTest, AStoreAheadOfTheJournalIsAnError) {
  projection_.at = 41;
  const auto engine = recover(journal_, projection_);
  ASSERT_FALSE(engine);
  EXPECT_THAT(engine.error().message, ::testing::HasSubstr("41"));
}

TEST_F(RecoverTest, AProjectionThatFailsIsAnError) {
  projection_.broken = true;
  EXPECT_FALSE(recover(journal_, projection_));
}

TEST_F(RecoverTest, AnEntryOutOfOrderIsNamed) {
  journal_.entries[20].time = kStart - 1h;
  const auto engine = recover(journal_, projection_);
  ASSERT_FALSE(engine);
  EXPECT_THAT(engine.error().message, ::testing::HasSubstr("entry 21"));
}

TEST_F(RecoverTest, EffectsGoInGroups) {
  std::vector<Submission> many;
  for (int i = 0; i < 700; ++i) many.push_back({signal(""), ""});
  run(std::move(many), kStart + 1min);
  ASSERT_TRUE(recover(journal_, projection_));
  EXPECT_THAT(projection_.groups, SizeIs(3));
  EXPECT_THAT(projection_.groups, Each(::testing::Lt(limits::kEffectsPerGroup + 10)));
}

}  // namespace
}  // namespace varde::engine
