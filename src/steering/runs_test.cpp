#include "steering/runs.hpp"

#include <future>

#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "steering/memory_cases.hpp"
#include "steering/testing.hpp"

namespace varde::steering {
namespace {

using namespace std::chrono_literals;

class RunsTest : public ::testing::Test {
 protected:
  RunsTest() {
    Version first;
    first.id = VersionId{Ulid{1, 1}};
    first.of = CaseId{Ulid{2, 2}};
    version_ = cases_.add("note", "n", first, {{"case.toml", "12345"}}).value().id;
    tools_.runs.push_back(
        {"note.wait", {}, [this](const Files&, const Parameters&, const Watch& watch) {
           started_.set_value();
           while (!released_ && !watch.cancelled()) std::this_thread::sleep_for(1ms);
           return Checked<std::string>{"{}"};
         }});
    runs_ = std::make_unique<Runs>(
        cases_, tools_, [] { return Instant{1s}; }, "test");
  }

  steering::Run ended(const RunId& id) {
    for (int i = 0; i < 5'000; ++i) {
      const auto run = runs_->find(id).value();
      if (run.state != RunState::waiting && run.state != RunState::running) return run;
      std::this_thread::sleep_for(1ms);
    }
    ADD_FAILURE() << "the run does not end";
    return runs_->find(id).value();
  }

  MemoryCases cases_;
  Tools tools_ = testing::note_tools();
  VersionId version_;
  std::promise<void> started_;
  std::atomic<bool> released_{false};
  std::unique_ptr<Runs> runs_;  ///< last: its thread uses the rest
};

TEST_F(RunsTest, ARunGivesItsResult) {
  const auto run = runs_->start(version_, "note.count", {{"times", "2"}}).value();
  EXPECT_EQ(ended(run.id).state, RunState::done);
  EXPECT_EQ(runs_->find(run.id)->progress, 1);
  EXPECT_EQ(runs_->result(run.id), "{\"bytes\":10}");
}

TEST_F(RunsTest, TheSameIsComputedOnceAndOtherParametersAnew) {
  const auto first = runs_->start(version_, "note.count", {}).value();
  ended(first.id);
  const auto again = runs_->start(version_, "note.count", {}).value();
  EXPECT_EQ(again.state, RunState::done) << "at once";
  EXPECT_EQ(runs_->result(again.id), "{\"bytes\":5}");
  EXPECT_EQ(runs_->kept(version_, "note.count", {}), "{\"bytes\":5}");
  EXPECT_EQ(runs_->kept(version_, "note.count", {{"times", "3"}}), std::nullopt);
}

TEST_F(RunsTest, WhatWasDecidedOnStandsWhateverANewerProgramComputes) {
  const auto seen = runs_->start(version_, "note.count", {}).value();
  EXPECT_EQ(ended(seen.id).program, "test");
  ASSERT_TRUE(cases_.decide(version_, {"1", std::chrono::year{2026} / 1 / 1, "Council", {}, {}}));
  runs_->decided(version_);
  EXPECT_EQ(runs_->start(version_, "note.count", {})->differs, false);

  const auto next = [this](const std::string& program, const std::string& json) {
    runs_.reset();
    tools_.runs[0].run = [json](const Files&, const Parameters&, const Watch&) {
      return Checked<std::string>{json};
    };
    runs_ = std::make_unique<Runs>(
        cases_, tools_, [] { return Instant{2s}; }, program);
    const auto run = runs_->start(version_, "note.count", {}).value();
    EXPECT_EQ(run.state, RunState::done) << "at once";
    EXPECT_EQ(run.program, "test");
    EXPECT_EQ(runs_->result(run.id), "{\"bytes\":5}");
    for (int i = 0; i < 5'000 && !runs_->find(run.id)->differs; ++i)
      std::this_thread::sleep_for(1ms);
    return runs_->find(run.id)->differs;
  };
  EXPECT_EQ(next("newer", "{\"bytes\":6}"), true);
  EXPECT_EQ(runs_->start(version_, "note.count", {})->differs, true) << "known at once";
  EXPECT_EQ(runs_->kept(version_, "note.count", {}), "{\"bytes\":5}");
  EXPECT_EQ(next("newest", "{\"bytes\":5}"), false);
}

TEST_F(RunsTest, WhatWasNotComputedBeforeTheDecisionIsComputedAndStands) {
  ASSERT_TRUE(cases_.decide(version_, {"1", std::chrono::year{2026} / 1 / 1, "Council", {}, {}}));
  EXPECT_EQ(cases_.decided_result(version_, "note.count"), std::nullopt);
  runs_->decided(version_);
  for (int i = 0; i < 5'000 && !cases_.decided_result(version_, "note.count"); ++i)
    std::this_thread::sleep_for(1ms);
  EXPECT_EQ(cases_.decided_result(version_, "note.count"),
            (DecidedResult{"test", "{\"bytes\":5}"}));
  const auto other = runs_->start(version_, "note.count", {{"times", "2"}}).value();
  ended(other.id);
  EXPECT_EQ(cases_.decided_result(version_, "note.count\n5 times=2"), std::nullopt)
      << "the kind of case does not show it";
}

TEST_F(RunsTest, MistakesAreTold) {
  const auto run = runs_->start(version_, "note.count", {{"times", "0"}}).value();
  const auto failed = ended(run.id);
  EXPECT_EQ(failed.state, RunState::failed);
  EXPECT_EQ(failed.mistakes, (Complaints{{"case.toml", 1, "none"}}));
  EXPECT_EQ(runs_->result(run.id), std::nullopt);
}

TEST_F(RunsTest, WhatThrowsFailsAndTheNextRuns) {
  const auto run = runs_->start(version_, "note.count", {{"times", "x"}}).value();
  EXPECT_EQ(ended(run.id).state, RunState::failed);
  const auto next = runs_->start(version_, "note.count", {}).value();
  EXPECT_EQ(ended(next.id).state, RunState::done);
}

TEST_F(RunsTest, ARunningOneIsCancelledAndKeepsNothing) {
  const auto run = runs_->start(version_, "note.wait", {}).value();
  started_.get_future().wait();
  EXPECT_EQ(runs_->start(version_, "note.wait", {})->id, run.id) << "the one that runs";
  EXPECT_TRUE(runs_->cancel(run.id));
  EXPECT_EQ(ended(run.id).state, RunState::cancelled);
  EXPECT_EQ(runs_->kept(version_, "note.wait", {}), std::nullopt);
  EXPECT_FALSE(runs_->cancel(RunId{Ulid{9, 9}}));
}

TEST_F(RunsTest, TheQueueIsBoundedAndAWaitingOneCanBeTakenOut) {
  runs_->start(version_, "note.wait", {});
  started_.get_future().wait();
  std::vector<RunId> waiting;
  for (std::size_t n = 1; n <= limits::kWaitingRuns; ++n)
    waiting.push_back(
        runs_->start(version_, "note.count", {{"times", std::to_string(n)}}).value().id);
  EXPECT_FALSE(runs_->start(version_, "note.count", {}));
  EXPECT_TRUE(runs_->cancel(waiting.back()));
  EXPECT_EQ(runs_->find(waiting.back())->state, RunState::cancelled);
  EXPECT_TRUE(runs_->start(version_, "note.count", {}));
  released_ = true;
  EXPECT_EQ(ended(waiting.front()).state, RunState::done);
}

TEST_F(RunsTest, AnEndIsQuickWhileSomethingRuns) {
  runs_->start(version_, "note.wait", {});
  started_.get_future().wait();
  runs_.reset();
}

}  // namespace
}  // namespace varde::steering
