#include <nlohmann/json.hpp>

#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class OutboxContract : public StoreContract {
 protected:
  void SetUp() override { subject_->route({{1813}, {1811}}); }

  void log(const alarm::Alarm& alarm, alarm::Step step, const std::string& words = {}) {
    effects_.add(engine::AlarmLogged{alarm.id, step, {}, {}, {}, 0}, words);
  }
  void apply() {
    const auto done = effects_.apply_to(subject_->projection());
    ASSERT_TRUE(done) << done.error().message;
  }
  /// `count` alarms of 1813, each with one message created a second after the other.
  void fill(std::uint64_t count) {
    for (std::uint64_t number = 1; number <= count; ++number) {
      const auto alarm = alarm_numbered(number);
      effects_.entry(at(static_cast<std::int64_t>(number))).add(engine::AlarmChanged{alarm});
      log(alarm, alarm::Step::received);
    }
    apply();
  }
  access::Outbox& outbox() { return subject_->outbox(); }
  std::vector<access::OutboxMessage> due(std::int64_t now,
                                         std::vector<tenancy::Municipality> except = {}) {
    return outbox().due(at(now), 100, except);
  }
  std::vector<std::uint64_t> rows(bool dead, std::size_t limit = 2) {
    std::vector<std::uint64_t> ids;
    for (const auto& row :
         all_pages(limit, [&](const auto& page) { return records().outbox(dead, {}, page); }))
      ids.push_back(row.id);
    return ids;
  }
};

TEST_P(OutboxContract, EachLineOfARoutedAlarmIsOneMessageWithTheAlarmAfterTheEntry) {
  auto alarm = alarm_numbered(1);
  alarm.user = id<UserId>(5);
  effects_.entry(at(1));
  log(alarm, alarm::Step::received, "mamma har falt");
  effects_.add(engine::AlarmChanged{alarm});
  log(alarm, alarm::Step::waiting);
  apply();
  const auto messages = due(1);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(messages[0].kind, "alarm.received");
  EXPECT_EQ(messages[1].kind, "alarm.waiting");
  EXPECT_EQ(messages[0].municipality.number, 1813);
  EXPECT_EQ(messages[0].created_at, at(1));
  EXPECT_EQ(messages[0].attempts, 0);
  EXPECT_NE(messages[0].idempotency_key, messages[1].idempotency_key);
  EXPECT_THAT(messages[0].body, Not(HasSubstr("falt"))) << "no words";
  const auto body = nlohmann::json::parse(messages[0].body);
  EXPECT_EQ(body["event"], "alarm.received");
  EXPECT_EQ(body["key"], messages[0].idempotency_key);
  EXPECT_EQ(body["at"], to_rfc3339(at(1)));
  EXPECT_EQ(body["alarm"]["id"], to_string(alarm.id));
  EXPECT_EQ(body["alarm"]["code"], "3");
  EXPECT_EQ(body["alarm"]["municipality"], "1813");
  EXPECT_EQ(body["alarm"]["state"], "waiting");
  EXPECT_EQ(body["alarm"]["service_user_id"], to_string(*alarm.user));
  EXPECT_TRUE(body["alarm"]["handler"].is_null());
}

TEST_P(OutboxContract, ALineWithoutAChangeTellsTheAlarmAsItIs) {
  auto alarm = alarm_numbered(1);
  effects_.entry(at(1)).add(engine::AlarmChanged{alarm});
  apply();
  effects_.entry(at(2));
  log(alarm, alarm::Step::reset);
  apply();
  ASSERT_EQ(due(2).size(), 1U);
  EXPECT_THAT(due(2)[0].body, HasSubstr("waiting"));
}

TEST_P(OutboxContract, WithinOneGroupEachEntryTellsItsOwnState) {
  auto alarm = alarm_numbered(1);
  effects_.entry(at(1)).add(engine::AlarmChanged{alarm});
  log(alarm, alarm::Step::waiting);
  alarm.state = alarm::State::taken;
  effects_.entry(at(2)).add(engine::AlarmChanged{alarm});
  log(alarm, alarm::Step::taken);
  apply();
  const auto messages = due(2);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_EQ(nlohmann::json::parse(messages[0].body)["alarm"]["state"], "waiting");
  EXPECT_EQ(nlohmann::json::parse(messages[1].body)["alarm"]["state"], "taken");
}

TEST_P(OutboxContract, WithoutARouteNothingIsTold) {
  auto elsewhere = alarm_numbered(1);
  elsewhere.municipality = {1824};
  effects_.entry(at(1)).add(engine::AlarmChanged{elsewhere});
  log(elsewhere, alarm::Step::received);
  log(alarm_numbered(9), alarm::Step::received);
  apply();
  subject_->reopen();
  effects_.entry(at(2)).add(engine::AlarmChanged{alarm_numbered(2)});
  log(alarm_numbered(2), alarm::Step::received);
  apply();
  EXPECT_THAT(due(100), IsEmpty());
  EXPECT_EQ(outbox().next_due(), std::nullopt);
}

TEST_P(OutboxContract, AnOddRawCodeDoesNotStopTheMessage) {
  auto alarm = alarm_numbered(1);
  alarm.raw_code = "\xFF\xFE\"";
  effects_.entry(at(1)).add(engine::AlarmChanged{alarm});
  log(alarm, alarm::Step::received);
  apply();
  ASSERT_EQ(due(1).size(), 1U);
  EXPECT_NO_THROW(nlohmann::json::parse(due(1)[0].body));
}

TEST_P(OutboxContract, DueOnesComeOldestFirstUntilDelivered) {
  fill(4);
  subject_->reopen();
  EXPECT_EQ(outbox().next_due(), at(1));
  EXPECT_THAT(due(0), IsEmpty());
  const auto messages = due(3);
  ASSERT_EQ(messages.size(), 3U);
  EXPECT_EQ(messages[0].created_at, at(1));
  EXPECT_EQ(outbox().due(at(9), 2, {}).size(), 2U);
  ASSERT_TRUE(outbox().delivered(messages[0].id));
  EXPECT_EQ(due(3).size(), 2U);
  EXPECT_EQ(outbox().next_due(), at(2));
  EXPECT_FALSE(outbox().delivered(messages[0].id)) << "once";
}

TEST_P(OutboxContract, ABusyMunicipalityDoesNotHideTheOthers) {
  fill(2);
  auto other = alarm_numbered(3);
  other.municipality = {1811};
  effects_.entry(at(3)).add(engine::AlarmChanged{other});
  log(other, alarm::Step::received);
  apply();
  const auto messages = due(9, {{1813}, {1815}});
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].municipality.number, 1811);
}

TEST_P(OutboxContract, AFailureIsTriedAgainLaterAndThenDead) {
  fill(2);
  const auto first = due(9).at(0).id;
  ASSERT_TRUE(outbox().failed(first, "503 Service Unavailable", at(60)));
  EXPECT_EQ(due(9).size(), 1U);
  ASSERT_EQ(due(60).size(), 2U);
  EXPECT_EQ(due(60)[1].id, first) << "after what fell due before it";
  EXPECT_EQ(due(60)[1].attempts, 1);
  EXPECT_EQ(records().outbox(false, {}, {}).items[0].last_error, "503 Service Unavailable");

  ASSERT_TRUE(outbox().failed(first, "gone", std::nullopt));
  EXPECT_EQ(due(1'000'000).size(), 1U);
  const auto dead = records().outbox(true, {}, {}).items;
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0].id, first);
  EXPECT_EQ(dead[0].attempts, 2);
  EXPECT_EQ(dead[0].kind, "alarm.received");
  EXPECT_EQ(dead[0].municipality.number, 1813);
  EXPECT_EQ(dead[0].next_attempt_at, std::nullopt);

  ASSERT_TRUE(records().retry_outbox(first, {}, at(70)));
  EXPECT_THAT(records().outbox(true, {}, {}).items, IsEmpty());
  EXPECT_EQ(due(70).size(), 2U);
}

TEST_P(OutboxContract, WhatIsNotThereIsAnError) {
  for (const auto& refused : {outbox().delivered(77), outbox().failed(77, "x", {}),
                              records().retry_outbox(77, {}, at(0))}) {
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("no message 77"));
  }
}

TEST_P(OutboxContract, ListsArePaged) {
  fill(5);
  const auto messages = due(9);
  ASSERT_TRUE(outbox().failed(messages[3].id, "x", {}));
  std::vector<std::uint64_t> waiting;
  for (const std::size_t i : {0U, 1U, 2U, 4U}) waiting.push_back(messages[i].id);
  for (const std::size_t limit : {1U, 2U, 4U}) EXPECT_EQ(rows(false, limit), waiting);
  EXPECT_THAT(rows(true), ElementsAre(messages[3].id));
}

TEST_P(OutboxContract, ListsAndRetriesKeepToTheScope) {
  fill(1);
  const auto message = due(9).at(0);
  ASSERT_TRUE(outbox().failed(message.id, "x", {}));
  const access::Municipalities own{message.municipality};
  const access::Municipalities other{tenancy::Municipality{1899}};
  EXPECT_EQ(records().outbox(true, own, {}).items.size(), 1U);
  EXPECT_THAT(records().outbox(true, other, {}).items, IsEmpty());
  EXPECT_THAT(records().outbox(true, access::Municipalities{}, {}).items, IsEmpty());
  EXPECT_FALSE(records().retry_outbox(message.id, other, at(9)));
  EXPECT_EQ(records().outbox(true, own, {}).items.size(), 1U);
  EXPECT_TRUE(records().retry_outbox(message.id, own, at(9)));
}

INSTANTIATE_TEST_SUITE_P(Stores, OutboxContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
