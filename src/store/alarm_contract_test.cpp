#include "store/tables.hpp"
#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using access::AlarmFilter;
using ::testing::ElementsAre;
using Which = AlarmFilter::Which;

class AlarmContract : public StoreContract {
 protected:
  void put(const alarm::Alarm& alarm) {
    effects_.entry(alarm.changed_at).add(engine::AlarmChanged{alarm});
  }

  std::vector<std::uint64_t> found(const AlarmFilter& filter, std::size_t limit = 2) {
    std::vector<std::uint64_t> numbers;
    for (const auto& alarm :
         all_pages(limit, [&](const auto& page) { return records().alarms(filter, page); }))
      numbers.push_back(alarm.id.low);
    return numbers;
  }
};

std::string line_of(const alarm::Alarm& alarm) {
  Row<alarm::Alarm> row;
  row.put(alarm);
  return to_line(row.cells());
}

alarm::Alarm full_alarm() {
  alarm::Alarm alarm = alarm_numbered(7);
  alarm.kind = alarm::SignalKind::technical;
  alarm.code = {5, 2, 1};
  alarm.raw_code = "dty=0003 stc=0010";
  alarm.protocol = alarm::Protocol::http;
  alarm.address = "http:port'|\"1";
  alarm.device = id<DeviceId>(1);
  alarm.user = id<UserId>(2);
  alarm.home = id<HomeId>(3);
  alarm.location = 65'535;
  alarm.understood = false;
  alarm.condition = alarm::Condition::fault;
  alarm.state = alarm::State::closed;
  alarm.priority = 5;
  alarm.repeats = 4'000'000'000;
  alarm.reset_at = at(1);
  alarm.handler = id<ActorId>(4);
  alarm.handler_seen_at = at(2);
  alarm.first_taken_at = at(3);
  alarm.responder = alarm::Responder{care::Target::on_call, id<ContactId>(5)};
  alarm.seen_by_person = true;
  alarm.plan = id<PlanId>(6);
  alarm.step = 200;
  alarm.step_deadline = at(4);
  alarm.escalations = 60'000;
  alarm.outcome = alarm::Outcome::other;
  alarm.has_note = true;
  alarm.closed_at = at(5);
  alarm.version = 9;
  return alarm;
}

TEST_P(AlarmContract, EveryFieldComesBack) {
  const auto full = full_alarm();
  const auto bare = alarm_numbered(8);
  put(full);
  put(bare);
  settle();
  EXPECT_EQ(line_of(records().alarm(full.id).value()), line_of(full));
  EXPECT_EQ(line_of(records().alarm(bare.id).value()), line_of(bare));
  EXPECT_EQ(records().alarm(id<AlarmId>(99)), std::nullopt);
}

TEST_P(AlarmContract, TheLatestStateCountsAlsoWithinOneGroup) {
  auto alarm = full_alarm();
  put(alarm);
  settle();
  alarm = alarm_numbered(7);
  put(alarm);
  alarm.state = alarm::State::taken;
  alarm.handler = id<ActorId>(3);
  put(alarm);
  settle();
  EXPECT_EQ(line_of(records().alarm(alarm.id).value()), line_of(alarm));
}

TEST_P(AlarmContract, OpenOnesComeMostUrgentFirstThenLongestWaiting) {
  const std::uint8_t priorities[] = {3, 1, 3, 2, 1, 3};
  for (std::uint64_t i = 0; i < 6; ++i) {
    auto alarm = alarm_numbered(i + 1);
    alarm.priority = priorities[i];
    if (i == 2 || i == 5) alarm.received_at = at(1'000);
    put(alarm);
  }
  auto closed = alarm_numbered(9);
  closed.state = alarm::State::closed;
  put(closed);
  settle();
  for (const std::size_t limit : {1U, 2U, 6U, 7U, 50U})
    EXPECT_THAT(found({.which = Which::open}, limit), ElementsAre(2, 5, 4, 1, 3, 6)) << limit;
  EXPECT_THAT(found({.which = Which::closed}), ElementsAre(9));
}

TEST_P(AlarmContract, HistoryComesNewestFirst) {
  for (const std::uint64_t number : {3U, 1U, 2U, 5U, 4U}) {
    auto alarm = alarm_numbered(number);
    alarm.priority = number == 1 ? 1 : 3;
    if (number == 4) alarm.received_at = at(5 * 60);
    put(alarm);
  }
  settle();
  for (const std::size_t limit : {1U, 3U, 5U})
    EXPECT_THAT(found({}, limit), ElementsAre(5, 4, 3, 2, 1)) << limit;
}

TEST_P(AlarmContract, APageKeepsItsPlaceWhenAnAlarmMovesOn) {
  for (std::uint64_t number = 1; number <= 4; ++number) put(alarm_numbered(number));
  settle();
  const auto first = records().alarms({.which = Which::open}, {.cursor = {}, .limit = 2});
  ASSERT_TRUE(first.next_cursor);
  auto moved = first.items.back();
  moved.priority = 1;
  put(moved);
  settle();
  const auto second =
      records().alarms({.which = Which::open}, {.cursor = *first.next_cursor, .limit = 2});
  ASSERT_EQ(second.items.size(), 2U);
  EXPECT_EQ(second.items[0].id, id<AlarmId>(3));
}

TEST_P(AlarmContract, AForeignCursorStartsFromTheBeginning) {
  for (std::uint64_t number = 1; number <= 3; ++number) put(alarm_numbered(number));
  settle();
  for (const std::string cursor :
       {"nonsense", "1.2", "3.99999999999999999999.01", "' OR 1=1 --", "999.1.zz"}) {
    const auto page = records().alarms({.which = Which::open}, {.cursor = cursor, .limit = 2});
    ASSERT_EQ(page.items.size(), 2U) << cursor;
    EXPECT_EQ(page.items[0].id, id<AlarmId>(1)) << cursor;
  }
}

TEST_P(AlarmContract, EachFilterLetsThroughWhatFitsOnly) {
  auto special = full_alarm();
  put(alarm_numbered(1));
  put(special);
  auto stranger = alarm_numbered(2);
  stranger.municipality = {};
  put(stranger);
  settle();
  EXPECT_THAT(found({.state = alarm::State::closed}), ElementsAre(7));
  EXPECT_THAT(found({.kind = alarm::SignalKind::technical}), ElementsAre(7));
  EXPECT_THAT(found({.code = alarm::AlertCode{5, 2, 1}}), ElementsAre(7));
  EXPECT_THAT(found({.code = alarm::kSocialAlarm}), ElementsAre(2, 1));
  EXPECT_THAT(found({.outcome = alarm::Outcome::other}), ElementsAre(7));
  EXPECT_THAT(found({.handler = id<ActorId>(4)}), ElementsAre(7));
  EXPECT_THAT(found({.device = id<DeviceId>(1)}), ElementsAre(7));
  EXPECT_THAT(found({.user = id<UserId>(2)}), ElementsAre(7));
  EXPECT_THAT(found({.home = id<HomeId>(3)}), ElementsAre(7));
  EXPECT_THAT(found({.home = id<HomeId>(4)}), ElementsAre());
  EXPECT_THAT(found({.from = at(120), .to = at(420)}), ElementsAre(2)) << "from included, to not";
  EXPECT_THAT(found({.which = Which::open, .device = id<DeviceId>(1)}), ElementsAre());
}

TEST_P(AlarmContract, AScopeIsHeldAndAnEmptyOneIsNothing) {
  for (std::uint64_t number = 1; number <= 3; ++number) {
    auto alarm = alarm_numbered(number);
    alarm.municipality = {static_cast<std::uint16_t>(number == 3 ? 0 : 1810 + number)};
    put(alarm);
  }
  settle();
  for (const auto which : {Which::open, Which::all}) {
    EXPECT_EQ(found({.which = which}).size(), 3U);
    EXPECT_THAT(found({.which = which, .municipalities = access::Municipalities{}}), ElementsAre());
    EXPECT_THAT(found({.which = which, .municipalities = access::Municipalities{{1812}}}),
                ElementsAre(2));
    EXPECT_THAT(found({.which = which, .municipalities = access::Municipalities{{0}}}),
                ElementsAre(3))
        << "unknown devices are asked for by 0";
    EXPECT_EQ(found({.which = which, .municipalities = access::Municipalities{{1811}, {0}}}).size(),
              2U);
  }
}

TEST_P(AlarmContract, TheLogKeepsEveryLineInOrder) {
  const auto alarm = alarm_numbered(1);
  const auto other = alarm_numbered(2);
  effects_.entry(at(1)).add(engine::AlarmLogged{alarm.id, alarm::Step::received, {}, {}, {}, 0},
                            "fra apparatet");
  effects_.add(engine::AlarmLogged{alarm.id, alarm::Step::waiting, {}, {}, {}, 2});
  effects_.add(engine::AlarmLogged{other.id, alarm::Step::waiting, {}, {}, {}, 0});
  const alarm::Responder responder{care::Target::next_of_kin, id<ContactId>(5)};
  effects_.entry(at(2)).add(engine::AlarmLogged{alarm.id, alarm::Step::sent_to_responder,
                                                id<ActorId>(3), id<ActorId>(4), responder, 1},
                            "Ringte, 'ikke svar'\næøå");
  settle();
  const auto log = records().alarm_log(alarm.id);
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[0].step, alarm::Step::received);
  EXPECT_EQ(log[0].note, "fra apparatet");
  EXPECT_EQ(log[0].actor, std::nullopt);
  EXPECT_EQ(log[1].step, alarm::Step::waiting);
  EXPECT_EQ(log[1].plan_step, 2);
  EXPECT_EQ(log[2].position, 2U);
  EXPECT_EQ(log[2].at, at(2));
  EXPECT_EQ(log[2].actor, id<ActorId>(3));
  EXPECT_EQ(log[2].to, id<ActorId>(4));
  EXPECT_EQ(log[2].responder, responder);
  EXPECT_EQ(log[2].note, "Ringte, 'ikke svar'\næøå");
  EXPECT_EQ(records().alarm_log(other.id).size(), 1U);
  EXPECT_TRUE(records().alarm_log(id<AlarmId>(9)).empty());
}

TEST_P(AlarmContract, ErasedWordsAreGoneAndTheLineStays) {
  effects_.entry(at(1)).add(engine::AlarmLogged{id<AlarmId>(1), alarm::Step::note, {}, {}, {}, 0},
                            "words");
  effects_.entry(at(2)).add(engine::AlarmLogged{id<AlarmId>(1), alarm::Step::note, {}, {}, {}, 0},
                            "other words");
  settle();
  ASSERT_TRUE(subject_->erase_words(1));
  subject_->reopen();
  const auto log = records().alarm_log(id<AlarmId>(1));
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(log[0].note, "");
  EXPECT_EQ(log[1].note, "other words");
}

TEST_P(AlarmContract, WhatWasAppliedIsNotAppliedAgain) {
  EXPECT_EQ(subject_->projection().position(), 0U);
  const auto alarm = alarm_numbered(1);
  const auto line = [&](engine::Position position) {
    return engine::Projection::Item{
        {position, at(0), engine::AlarmLogged{alarm.id, alarm::Step::note, {}, {}, {}, 0}}, ""};
  };
  const std::vector first{line(1), line(2)};
  ASSERT_TRUE(subject_->projection().apply(first, 3));
  EXPECT_EQ(subject_->projection().position(), 3U);
  subject_->reopen();
  EXPECT_EQ(records().position(), 3U);
  ASSERT_TRUE(subject_->projection().apply(first, 3));
  const std::vector second{line(2), line(3), line(4)};
  ASSERT_TRUE(subject_->projection().apply(second, 5));
  EXPECT_EQ(subject_->projection().position(), 5U);
  std::vector<engine::Position> positions;
  for (const auto& logged : records().alarm_log(alarm.id)) positions.push_back(logged.position);
  EXPECT_THAT(positions, ElementsAre(1, 2, 4));
}

TEST_P(AlarmContract, KeepsTheNewestSnapshot) {
  EXPECT_FALSE(subject_->projection().load_snapshot());
  effects_.entry(at(0));
  effects_.entry(at(1));
  settle();
  const std::string bytes("\0\xFFsnap", 6);
  ASSERT_TRUE(subject_->projection().save_snapshot(1, "earlier"));
  ASSERT_TRUE(subject_->projection().save_snapshot(2, bytes));
  subject_->reopen();
  const auto loaded = subject_->projection().load_snapshot();
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->position, 2U);
  EXPECT_EQ(loaded->bytes, bytes);
}

INSTANTIATE_TEST_SUITE_P(Stores, AlarmContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
