#include "intake/http/signals_intake.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"

namespace varde::http {
namespace {

using engine::Inbox;
using engine::Receipt;

/// Gives each submission the next of the outcomes a test has lined up; accepted when there is none.
class ScriptedInbox : public Inbox {
 public:
  std::vector<Outcome> script;
  std::vector<engine::Submission> seen;

  void submit(engine::Submission submission, Callback done) override {
    done(next(std::move(submission)));
  }
  void submit_batch(std::vector<engine::Submission> submissions, BatchCallback done) override {
    std::vector<Outcome> outcomes;
    for (auto& submission : submissions) outcomes.push_back(next(std::move(submission)));
    done(outcomes);
  }

 private:
  Outcome next(engine::Submission submission) {
    Receipt receipt;
    receipt.signal = std::get<alarm::Signal>(submission.body).id;
    seen.push_back(std::move(submission));
    if (seen.size() > script.size()) return receipt;
    return script[seen.size() - 1];
  }
};

class SignalsIntakeTest : public ::testing::Test {
 protected:
  nlohmann::json post(std::string_view body, std::string_view key = {}) {
    tenancy::Actor sender;
    sender.role = tenancy::Role::sender;
    int calls = 0;
    intake.post(sender, body, key, [&](SignalsIntake::Answer answer) {
      last = std::move(answer);
      ++calls;
    });
    EXPECT_EQ(calls, 1);
    return nlohmann::json::parse(last.body);
  }
  static Receipt receipt(Receipt::Status status) {
    Receipt r;
    r.status = status;
    r.signal = SignalId{Ulid{1, 2}};
    r.alarm = AlarmId{Ulid{1, 2}};
    return r;
  }

  ScriptedInbox inbox;
  SignalsIntake intake{inbox, [] { return Instant{std::chrono::hours{500'000}}; }};
  SignalsIntake::Answer last;
};

TEST_F(SignalsIntakeTest, OneSignalIsAnsweredWithItsIdAndAlarm) {
  inbox.script.emplace_back(receipt(Receipt::Status::accepted));
  const auto json = post(R"({"device":"d"})");
  EXPECT_EQ(last.status, 202);
  EXPECT_EQ(json["status"], "accepted");
  EXPECT_EQ(json["id"], to_string(Ulid{1, 2}));
  EXPECT_EQ(json["alarm_id"], to_string(Ulid{1, 2}));
  EXPECT_EQ(intake.counts().accepted, 1u);
}

TEST_F(SignalsIntakeTest, ARepeatIsADuplicateAndAKeyWithOtherContentAConflict) {
  inbox.script.emplace_back(receipt(Receipt::Status::duplicate));
  EXPECT_EQ(post(R"({"device":"d","id":"1"})")["status"], "duplicate");
  EXPECT_EQ(last.status, 202);
  inbox.script.emplace_back(receipt(Receipt::Status::conflict));
  EXPECT_EQ(post(R"({"device":"d","id":"1","text":"x"})")["status"], 409);
  EXPECT_EQ(last.content_type, "application/problem+json");
}

TEST_F(SignalsIntakeTest, WhatIsNotKeptIsNotAcknowledged) {
  const std::pair<Inbox::Failure, int> cases[] = {{Inbox::Failure::too_many, 429},
                                                  {Inbox::Failure::busy, 503},
                                                  {Inbox::Failure::unavailable, 503},
                                                  {Inbox::Failure::stopping, 503}};
  for (const auto& [failure, status] : cases) {
    inbox.script.emplace_back(failure);
    post(R"({"device":"d"})");
    EXPECT_EQ(last.status, status);
  }
  EXPECT_EQ(intake.counts().not_kept, 4u);
}

TEST_F(SignalsIntakeTest, ABatchTellsOfEachItemInOrder) {
  inbox.script.emplace_back(receipt(Receipt::Status::accepted));
  inbox.script.emplace_back(Inbox::Failure::too_many);
  const auto json =
      post(R"({"signals":[{"device":"a"},{"kind":"heartbeat","device":5},{"device":"c"}]})");
  EXPECT_EQ(last.status, 202);
  ASSERT_EQ(json["results"].size(), 3u);
  EXPECT_EQ(json["results"][0]["status"], "accepted");
  EXPECT_EQ(json["results"][1]["status"], "refused");
  EXPECT_EQ(json["results"][1]["problem"]["errors"][0]["pointer"], "/device");
  EXPECT_EQ(json["results"][2]["index"], 2);
  EXPECT_EQ(json["results"][2]["problem"]["status"], 429);
}

TEST_F(SignalsIntakeTest, ABatchOfWhichNothingWasKeptIsNotAnsweredWith202) {
  inbox.script.assign(2, Inbox::Failure::unavailable);
  post(R"({"signals":[{"device":"a"},{"device":"b"}]})");
  EXPECT_EQ(last.status, 503);
}

TEST_F(SignalsIntakeTest, TooLargeABatchIsRefusedWhole) {
  std::string body = R"({"signals":[{})";
  for (std::size_t i = 0; i < limits::kSignalsPerBatch; ++i) body += ",{}";
  const auto json = post(body + "]}");
  EXPECT_EQ(last.status, 422);
  EXPECT_NE(json["detail"].get<std::string>().find("1000"), std::string::npos);
  EXPECT_TRUE(inbox.seen.empty());
}

TEST_F(SignalsIntakeTest, ABodyNobodyCanReadIsAnsweredAsWrongAndKeptAsAnAlarm) {
  const auto json = post("HELP <button 17>");
  EXPECT_EQ(last.status, 400);
  EXPECT_NE(json["detail"].get<std::string>().find("kept"), std::string::npos);
  ASSERT_EQ(inbox.seen.size(), 1u);
  EXPECT_FALSE(std::get<alarm::Signal>(inbox.seen[0].body).understood);
  EXPECT_EQ(inbox.seen[0].attachment, "HELP <button 17>");
}

TEST_F(SignalsIntakeTest, ABodyThatCouldNotBeKeptEitherIsSaidToBeUnavailable) {
  inbox.script.emplace_back(Inbox::Failure::unavailable);
  post("HELP");
  EXPECT_EQ(last.status, 503);
}

TEST_F(SignalsIntakeTest, ALongIdempotencyKeyIsRefused) {
  post(R"({"device":"d"})", std::string(limits::kIdempotencyKeyBytes + 1, 'k'));
  EXPECT_EQ(last.status, 422);
  EXPECT_TRUE(inbox.seen.empty());
}

}  // namespace
}  // namespace varde::http
