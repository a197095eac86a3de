#include "app/core/core_thread.hpp"

#include <future>
#include <map>

#include <gtest/gtest.h>

#include "app/core/fakes.hpp"

namespace varde::app {
namespace {

using engine::Inbox;
using Status = engine::Receipt::Status;

alarm::Signal signal_from(int device, int number) {
  alarm::Signal signal;
  signal.id = SignalId{
      make_ulid(fakes::wall_clock(), 1, static_cast<std::uint64_t>(device * 100'000 + number + 1))};
  signal.address = "scaip:" + std::to_string(90'000'000 + device);
  signal.key = signal.address + "/" + std::to_string(number);
  signal.content = static_cast<std::uint64_t>(number);
  return signal;
}

Inbox::Outcome ask(Inbox& inbox, engine::Body body) {
  std::promise<Inbox::Outcome> promise;
  inbox.submit({std::move(body), ""}, [&](const Inbox::Outcome& o) { promise.set_value(o); });
  return promise.get_future().get();
}

std::vector<Inbox::Outcome> ask_batch(Inbox& inbox, std::vector<engine::Submission> all) {
  std::promise<std::vector<Inbox::Outcome>> promise;
  inbox.submit_batch(std::move(all), [&](const auto& outcomes) { promise.set_value(outcomes); });
  return promise.get_future().get();
}

struct CoreThreadTest : ::testing::Test {
  fakes::MemoryJournal journal;
  fakes::MemoryStore store;
  Counters counters;
  std::atomic<int> woken{0};
  std::atomic<std::uint64_t> published{0};
  Projector projector{
      store,
      {[this](auto, engine::Position upto) { published = upto; }, [this] { ++woken; }},
      counters};
  std::atomic<Duration> ahead{Duration{0}};
  CoreThread core{engine::Sequencer{engine::Engine{}, journal}, projector,
                  [this] { return fakes::wall_clock() + ahead.load(); }, counters};

  void SetUp() override { core.start(); }
  void finish() {
    core.stop();
    projector.stop();
  }
};

TEST_F(CoreThreadTest, ReceiptComesAfterTheEntryIsDurable) {
  const auto outcome = ask(core, signal_from(1, 1));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->status, Status::accepted);
  EXPECT_GE(journal.last(), outcome->position);
}

TEST_F(CoreThreadTest, ManyThreadsLoseNothingAndDoubleNothing) {
  constexpr int kThreads = 4;
  constexpr int kEach = 500;
  std::atomic<int> accepted{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i)
        core.submit({signal_from(t * kEach + i, 1), ""}, [&](const Inbox::Outcome& outcome) {
          if (outcome && outcome->status == Status::accepted) ++accepted;
        });
    });
  for (auto& thread : threads) thread.join();
  finish();
  EXPECT_EQ(accepted, kThreads * kEach);
  EXPECT_EQ(journal.signals(), static_cast<std::size_t>(kThreads * kEach));
  EXPECT_EQ(store.position(), journal.last());
  EXPECT_EQ(published, journal.last());
  EXPECT_GT(woken, 0);
}

TEST_F(CoreThreadTest, BatchIsAnsweredInOrderWithItsDuplicates) {
  std::vector<engine::Submission> all;
  for (const int device : {1, 2, 1}) all.push_back({signal_from(device, 7), ""});
  const auto outcomes = ask_batch(core, std::move(all));
  ASSERT_EQ(outcomes.size(), 3U);
  EXPECT_EQ(outcomes[0]->status, Status::accepted);
  EXPECT_EQ(outcomes[1]->status, Status::accepted);
  EXPECT_EQ(outcomes[2]->status, Status::duplicate);
  EXPECT_EQ(outcomes[2]->signal, outcomes[0]->signal);
}

TEST_F(CoreThreadTest, EmptyBatchIsAnswered) { EXPECT_TRUE(ask_batch(core, {}).empty()); }

TEST_F(CoreThreadTest, FullDiskIsAnsweredUnavailableAndHealsByItself) {
  journal.full = true;
  const auto outcome = ask(core, signal_from(1, 1));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error(), Inbox::Failure::unavailable);
  EXPECT_EQ(journal.last(), 0U);
  journal.full = false;
  EXPECT_TRUE(ask(core, signal_from(1, 1)));
  finish();
  EXPECT_TRUE(counters.journal_well);
  EXPECT_EQ(counters.unavailable, 1U);
}

TEST_F(CoreThreadTest, HealthComesBackWithoutAnybodySending) {
  journal.full = true;
  ASSERT_FALSE(ask(core, signal_from(1, 1)));
  EXPECT_FALSE(counters.journal_well);
  journal.full = false;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (!counters.journal_well && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_TRUE(counters.journal_well);
}

TEST_F(CoreThreadTest, ASourceAboveItsRateIsToldSoAndOthersAreNot) {
  int too_many = 0;
  for (int i = 0; i < 1'000; ++i) {
    const auto outcome = ask(core, signal_from(1, i));
    if (!outcome && outcome.error() == Inbox::Failure::too_many) ++too_many;
  }
  EXPECT_GT(too_many, 0);
  EXPECT_EQ(counters.too_many, static_cast<std::uint64_t>(too_many));
  EXPECT_TRUE(ask(core, signal_from(2, 1)));
}

TEST_F(CoreThreadTest, StopAnswersWhatWaitsRefusesWhatComesAndKeepsASnapshot) {
  std::atomic<int> answered{0};
  for (int i = 0; i < 200; ++i)
    core.submit({signal_from(i, 1), ""}, [&](const Inbox::Outcome&) { ++answered; });
  finish();
  EXPECT_EQ(answered, 200);
  const auto late = ask(core, signal_from(500, 1));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error(), Inbox::Failure::stopping);
  const auto snapshot = store.load_snapshot();
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(snapshot->position, journal.last());
  EXPECT_TRUE(engine::Engine::from_snapshot(snapshot->bytes));
}

TEST_F(CoreThreadTest, WhatIsDueHappensWithoutBeingAsked) {
  ASSERT_TRUE(ask(core, signal_from(1, 1)));
  ahead = std::chrono::hours{1};
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (store.escalations() == 0 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_GT(store.escalations(), 0U);
}

Handover one_item(engine::Position position) {
  engine::Projection::Item item;
  item.effect.position = position;
  return {{item}, position, std::nullopt};
}

TEST(Projector, TellsEachChangeOnceAlsoWhileTheStoreRefuses) {
  fakes::MemoryStore store;
  Counters counters;
  std::vector<engine::Position> told;  // on the projector's thread, until it has stopped
  std::atomic<std::size_t> count{0};
  const auto publish = [&](auto items, engine::Position) {
    for (const auto& item : items) told.push_back(item.effect.position);
    count = told.size();
  };
  Projector projector{store, {publish, [] {}}, counters};
  store.failures = 1'000'000;
  projector.add(one_item(1));
  projector.add(one_item(2));
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (count < 2 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
  EXPECT_EQ(count, 2U);
  EXPECT_EQ(projector.applied(), 0U);
  store.failures = 0;
  projector.add(one_item(3));
  while (projector.applied() < 3 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::yield();
  projector.stop();
  EXPECT_EQ(told, (std::vector<engine::Position>{1, 2, 3}));
  EXPECT_TRUE(counters.store_well);
}

TEST(Projector, TriesAgainUntilTheStoreIsWell) {
  fakes::MemoryStore store;
  Counters counters;
  std::promise<void> done;
  Projector projector{store, {[](auto, auto) {}, [&] { done.set_value(); }}, counters};
  store.failures = 2;
  projector.add(one_item(1));
  done.get_future().wait();
  EXPECT_EQ(store.position(), 1U);
  EXPECT_TRUE(counters.store_well);
  projector.stop();
  EXPECT_EQ(projector.backlog(), 0U);
}

TEST(Projector, AStopDoesNotWaitForAStoreThatStaysBroken) {
  fakes::MemoryStore store;
  Counters counters;
  Projector projector{store, {[](auto, auto) {}, [] {}}, counters};
  store.failures = 1'000'000;
  projector.add(one_item(1));
  projector.stop();
  EXPECT_EQ(store.position(), 0U);
  EXPECT_FALSE(counters.store_well);
}

TEST(CoreThreadLoad, ABacklogAtTheStoreShedsHeartbeatsBeforeAlarms) {
  fakes::MemoryJournal journal;
  fakes::MemoryStore store;
  Counters counters;
  store.failures = 1'000'000;
  Projector projector{store, {[](auto, auto) {}, [] {}}, counters};
  CoreThread core{engine::Sequencer{engine::Engine{}, journal}, projector, fakes::wall_clock,
                  counters};
  core.start();
  Handover heavy;
  heavy.items.resize(limits::kProjectionBacklog / 2);
  projector.add(std::move(heavy));
  auto heartbeat = signal_from(1, 1);
  heartbeat.kind = alarm::SignalKind::heartbeat;
  const auto refused = ask(core, heartbeat);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), Inbox::Failure::busy);
  EXPECT_TRUE(ask(core, signal_from(2, 1)));
}

}  // namespace
}  // namespace varde::app
