#include "api/test_world.hpp"

namespace varde::api {
namespace {

using testing::alarm_of;
using testing::id;
using testing::kElsewhere;
using testing::kHere;

/// Remembers what a console was sent.
class FakeSink : public LiveSink {
 public:
  std::vector<nlohmann::json> frames;
  std::optional<Reason> closed;

  void send(std::shared_ptr<const std::string> frame) override {
    frames.push_back(nlohmann::json::parse(*frame));
  }
  void close(Reason reason) override { closed = reason; }

  std::vector<nlohmann::json> of(std::string_view type) const {
    std::vector<nlohmann::json> found;
    for (const auto& frame : frames)
      if (frame["type"] == type) found.push_back(frame);
    return found;
  }
};

class LiveFeedTest : public testing::World {
 protected:
  struct Console {
    std::shared_ptr<FakeSink> sink = std::make_shared<FakeSink>();
    std::optional<LiveFeed::ClientId> id;
  };
  Console join(const std::string& login, std::optional<LivePosition> since = std::nullopt) {
    Console console;
    console.id = feed.join(session(login), console.sink, since);
    return console;
  }
  static engine::Projection::Item change(engine::Position position, const alarm::Alarm& alarm) {
    return {{position, testing::kNow, engine::AlarmChanged{alarm}}, {}};
  }
  /// The store first, then the feed, as the projector does it.
  void happens(engine::Position position, const std::vector<alarm::Alarm>& alarms) {
    std::vector<engine::Projection::Item> items;
    for (const auto& alarm : alarms) {
      items.push_back(change(position, alarm));
      std::erase_if(records.alarm_rows, [&](const auto& row) { return row.id == alarm.id; });
      records.alarm_rows.push_back(alarm);
    }
    records.at = position;
    feed.publish(items, position);
  }
};

TEST_F(LiveFeedTest, BeginsWithASnapshotOfWhatIsOpenInTheScope) {
  records.alarm_rows = {alarm_of(1, kHere), alarm_of(2, kElsewhere), alarm_of(3, {})};
  records.alarm_rows.push_back(alarm_of(4, kHere));
  records.alarm_rows.back().state = alarm::State::closed;
  EXPECT_EQ(join("operator").sink->frames.at(0)["alarms"].size(), 3u);
  EXPECT_EQ(join("coordinator").sink->frames.at(0)["alarms"].size(), 1u);
  const auto leader = join("leader");
  EXPECT_EQ(leader.sink->frames.at(0)["type"], "snapshot");
  EXPECT_EQ(leader.sink->frames.at(0)["alarms"].size(), 0u);
}

TEST_F(LiveFeedTest, ChangesGoToThoseInWhoseScopeTheyAre) {
  const auto op = join("operator");
  const auto coordinator = join("coordinator");
  const auto leader = join("leader");
  happens(1, {alarm_of(1, kHere)});
  happens(2, {alarm_of(2, kElsewhere)});
  happens(3, {alarm_of(3, {})});
  EXPECT_EQ(op.sink->of("change").size(), 3u);
  EXPECT_EQ(coordinator.sink->of("change").size(), 1u);
  EXPECT_EQ(leader.sink->of("change").size(), 0u);
}

TEST_F(LiveFeedTest, ChangesOfOneEntryHavePlacesOfTheirOwn) {
  const auto op = join("operator");
  happens(1, {alarm_of(1, kHere), alarm_of(2, kHere), alarm_of(3, kHere)});
  happens(2, {alarm_of(1, kHere)});
  const auto changes = op.sink->of("change");
  ASSERT_EQ(changes.size(), 4u);
  for (std::size_t i = 1; i < changes.size(); ++i)
    EXPECT_GT(changes[i]["position"], changes[i - 1]["position"]);
}

TEST_F(LiveFeedTest, AConsoleThatComesBackGetsWhatItMissedAndNoMore) {
  auto op = join("operator");
  happens(1, {alarm_of(1, kHere)});
  happens(2, {alarm_of(2, kHere), alarm_of(3, kHere)});
  const LivePosition seen = op.sink->of("change")[1]["position"];  // cut off inside entry 2
  feed.leave(*op.id);
  happens(3, {alarm_of(1, kHere)});
  happens(4, {alarm_of(1, kHere)});
  const auto again = join("operator", seen);
  EXPECT_EQ(again.sink->of("snapshot").size(), 0u);
  const auto changes = again.sink->of("change");
  ASSERT_EQ(changes.size(), 2u);  // alarm 3, and alarm 1 as it is now
  EXPECT_EQ(changes[0]["alarm"]["id"], to_string(id<AlarmId>(3)));
  EXPECT_EQ(changes[1]["alarm"]["id"], to_string(id<AlarmId>(1)));
  EXPECT_GT(changes[0]["position"], seen);
}

TEST_F(LiveFeedTest, APlaceFromTheFutureOrTheForgottenPastGetsASnapshot) {
  happens(5, {alarm_of(1, kHere)});
  EXPECT_EQ(join("operator", live_end(6)).sink->of("snapshot").size(), 1u);
  std::vector<alarm::Alarm> many(limits::kLiveHistory / 4, alarm_of(2, kHere));
  for (engine::Position p = 6; p < 12; ++p) happens(p, many);
  EXPECT_EQ(join("operator", live_end(5)).sink->of("snapshot").size(), 1u);
  EXPECT_EQ(join("operator", live_end(11)).sink->of("snapshot").size(), 0u);
}

TEST_F(LiveFeedTest, WhatTheSnapshotHoldsIsNotSentAgainWhenTheFeedCatchesUp) {
  // The store is ahead of the feed: entry 1 is applied and not yet published.
  records.alarm_rows = {alarm_of(1, kHere)};
  records.at = 1;
  const auto op = join("operator");
  EXPECT_EQ(op.sink->frames.at(0)["position"], live_end(1));
  const auto late = change(1, alarm_of(1, kHere));
  feed.publish({&late, 1}, 1);
  EXPECT_EQ(op.sink->of("change").size(), 0u);
  happens(2, {alarm_of(1, kHere)});
  EXPECT_EQ(op.sink->of("change").size(), 1u);
}

TEST_F(LiveFeedTest, PingsCarryAPlaceOneCanResumeFrom) {
  const auto op = join("operator");
  happens(3, {alarm_of(1, kHere)});
  feed.tick();
  const auto ping = op.sink->of("ping").at(0);
  EXPECT_EQ(ping["position"], live_end(3));
  EXPECT_EQ(ping["server_time"], "2026-11-22T08:15:30.000Z");
  EXPECT_EQ(join("operator", live_end(3)).sink->of("snapshot").size(), 0u);
}

TEST_F(LiveFeedTest, TellsWhichOperatorsAreThere) {
  const auto first = join("operator");
  const auto second = join("operator2");
  EXPECT_EQ(first.sink->of("operators").back()["operators"].size(), 2u);
  join("coordinator");
  feed.leave(*second.id);
  EXPECT_EQ(first.sink->of("operators").back()["operators"].size(), 1u);
  EXPECT_EQ(feed.operators_online(), std::vector{id<ActorId>(11)});
}

TEST_F(LiveFeedTest, ASignOfLifeIsJournalledForOneWhoHoldsAnAlarmAndNotTooOften) {
  const auto op = join("operator");
  feed.alive(*op.id);
  EXPECT_EQ(inbox.all<engine::SignOfLife>().size(), 0u);
  auto taken = alarm_of(1, kHere);
  taken.handler = id<ActorId>(11);
  happens(1, {taken});
  for (int i = 0; i < 4; ++i) {
    feed.alive(*op.id);
    now += std::chrono::seconds{10};
  }
  EXPECT_EQ(inbox.all<engine::SignOfLife>().size(), 2u);  // at 0 s and 20 s
  taken.state = alarm::State::closed;
  happens(2, {taken});
  now += std::chrono::seconds{30};
  feed.alive(*op.id);
  EXPECT_EQ(inbox.all<engine::SignOfLife>().size(), 2u);
}

TEST_F(LiveFeedTest, SilentAndSignedOutConsolesAreLetGo) {
  const auto silent = join("operator");
  const auto gone = join("operator2");
  feed.close_session(session("operator2")->token());
  EXPECT_EQ(gone.sink->closed, LiveSink::Reason::signed_out);
  now += std::chrono::seconds{41};
  feed.tick();
  EXPECT_EQ(silent.sink->closed, LiveSink::Reason::silent);
}

TEST_F(LiveFeedTest, HoldersFromBeforeTheStartAreKnown) {
  auto taken = alarm_of(1, kHere);
  taken.handler = id<ActorId>(11);
  records.alarm_rows = {taken};
  LiveFeed restarted{gate, lookups, sessions, [this] { return now; }};
  const auto sink = std::make_shared<FakeSink>();
  restarted.alive(*restarted.join(session("operator"), sink, std::nullopt));
  EXPECT_EQ(inbox.all<engine::SignOfLife>().size(), 1u);
}

/// Whatever is published, and whenever a console comes and goes, it ends up with exactly the open
/// alarms.
TEST_F(LiveFeedTest, AConsoleThatComesAndGoesEndsWithExactlyWhatIsOpen) {
  std::uint64_t seed = 7;
  const auto random = [&](std::uint64_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % below;
  };
  std::map<std::string, std::uint64_t> shown;  // alarm id to version
  LivePosition applied = 0;
  Console console = join("operator");
  const auto apply = [&] {
    for (const auto& frame : console.sink->frames) {
      if (frame["type"] == "snapshot") {
        shown.clear();
        for (const auto& alarm : frame["alarms"]) shown[alarm["id"]] = alarm["version"];
        applied = frame["position"];
      } else if (frame["type"] == "change" && frame["position"] > applied) {
        const auto& alarm = frame["alarm"];
        shown[alarm["id"]] = alarm["version"];
        if (alarm["state"] == "closed") shown.erase(alarm["id"]);
        applied = frame["position"];
      }
    }
    console.sink->frames.clear();
  };
  for (engine::Position position = 1; position < 400; ++position) {
    auto alarm = alarm_of(1 + random(20), kHere);
    alarm.version = static_cast<std::uint32_t>(position);
    if (random(3) == 0) alarm.state = alarm::State::closed;
    happens(position, {alarm});
    if (random(10) != 0) continue;
    apply();
    feed.leave(*console.id);
    if (random(2) == 0) happens(++position, {alarm_of(1 + random(20), kHere)});
    console = join("operator", applied);
  }
  apply();
  std::map<std::string, std::uint64_t> open;
  for (const auto& alarm : records.alarm_rows)
    if (alarm.open()) open[to_string(alarm.id)] = alarm.version;
  EXPECT_EQ(shown, open);
}

}  // namespace
}  // namespace varde::api
