#include "app/demo/past.hpp"

#include <map>

#include <gtest/gtest.h>

#include "app/core/fakes.hpp"

namespace varde::app::demo {
namespace {

using alarm::Outcome;

/// Keeps each alarm as it was last.
class LastSeen final : public engine::Projection {
 public:
  std::map<AlarmId, alarm::Alarm> alarms;
  std::size_t looks = 0;
  std::size_t notes = 0;

  Status apply(std::span<const Item> items, engine::Position upto) override {
    for (const auto& item : items) {
      if (const auto* changed = std::get_if<engine::AlarmChanged>(&item.effect.body))
        alarms[changed->alarm.id] = changed->alarm;
      if (std::holds_alternative<engine::AccessLogged>(item.effect.body)) ++looks;
      notes += item.attachment.empty() ? 0 : 1;
    }
    position_ = upto;
    return Done{};
  }
  engine::Position position() const override { return position_; }
  Status save_snapshot(engine::Position position, std::string_view bytes) override {
    snapshot_ = Snapshot{position, std::string{bytes}};
    return Done{};
  }
  std::optional<Snapshot> load_snapshot() const override { return snapshot_; }

 private:
  engine::Position position_ = 0;
  std::optional<Snapshot> snapshot_;
};

Opening opening(int days) {
  Opening opening;
  opening.now = *parse_rfc3339("2026-11-20T12:00:00Z");
  opening.days = days;
  return opening;
}

TEST(Past, AWeekOfOperationEndsWithEverythingClosed) {
  const World world = make_world(kDefaultSeed);
  fakes::MemoryJournal journal;
  LastSeen store;
  const auto done = open_centre(world, opening(7), journal, store);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(store.position(), journal.last());
  EXPECT_LE(journal.last_time(), opening(7).now);

  double alarms = 0;
  double quick = 0;
  double technical = 0;
  std::map<Outcome, double> outcomes;
  for (const auto& [id, alarm] : store.alarms) {
    EXPECT_EQ(alarm.state, alarm::State::closed);
    EXPECT_NE(alarm.outcome, Outcome::none);
    ASSERT_TRUE(alarm.first_taken_at);
    if (alarm.kind == alarm::SignalKind::technical) {
      ++technical;
      continue;
    }
    ++alarms;
    quick += *alarm.first_taken_at - alarm.received_at <= std::chrono::seconds{60} ? 1 : 0;
    ++outcomes[alarm.outcome];
  }
  EXPECT_GT(alarms, 900);
  EXPECT_LT(alarms, 1'600);
  EXPECT_GT(technical, 300);
  EXPECT_GT(quick / alarms, 0.85);
  EXPECT_LT(quick / alarms, 0.999);
  EXPECT_NEAR((outcomes[Outcome::call_out] + outcomes[Outcome::real_help]) / alarms, 0.15, 0.05);
  EXPECT_GT((outcomes[Outcome::advice] + outcomes[Outcome::false_alarm]) / alarms, 0.75);
  EXPECT_GT(store.looks, static_cast<std::size_t>(alarms * 0.9));
  EXPECT_GT(store.notes, static_cast<std::size_t>(alarms * 0.4));
}

TEST(Past, AnEmptyCentreHasDevicesAndPlansAndNothingElse) {
  const World world = make_world(kDefaultSeed);
  fakes::MemoryJournal journal;
  LastSeen store;
  ASSERT_TRUE(open_centre(world, opening(0), journal, store));
  EXPECT_TRUE(store.alarms.empty());
  const auto engine = engine::recover(journal, store);
  ASSERT_TRUE(engine) << engine.error().message;
  EXPECT_EQ(engine->device_count(), world.fleet.size());
  EXPECT_FALSE(engine->next_due());
}

TEST(Past, SupervisionStartsWhenThePastEnds) {
  const World world = make_world(kDefaultSeed);
  fakes::MemoryJournal journal;
  LastSeen store;
  ASSERT_TRUE(open_centre(world, opening(1), journal, store));
  const auto engine = engine::recover(journal, store);
  ASSERT_TRUE(engine);
  ASSERT_TRUE(engine->next_due());
  EXPECT_GE(*engine->next_due(), opening(1).now + std::chrono::hours{1});
}

}  // namespace
}  // namespace varde::app::demo
