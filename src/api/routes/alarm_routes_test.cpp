#include "api/test_world.hpp"

namespace varde::api {
namespace {

using testing::alarm_of;
using testing::id;
using testing::kElsewhere;
using testing::kHere;
using testing::Reply;

class AlarmRoutes : public testing::World {
 protected:
  AlarmRoutes() {
    auto own = alarm_of(1, kHere);
    own.user = id<UserId>(1);
    records.alarm_rows = {own, alarm_of(2, kElsewhere), alarm_of(3, {})};
  }
  static std::string path(std::uint64_t n) { return "/alarms/" + to_string(id<AlarmId>(n)); }

  /// What the engine would say to the next command.
  void engine_says(alarm::CommandRefusal refusal, alarm::Alarm current) {
    inbox.answer = [=](const engine::Submission& submission) {
      engine::Receipt receipt;
      if (std::holds_alternative<alarm::Command>(submission.body)) {
        receipt.refusal = refusal;
        receipt.current = current;
      }
      return receipt;
    };
  }
};

TEST_F(AlarmRoutes, ListsWhatTheRoleMaySee) {
  EXPECT_EQ(get("operator", "/alarms?state=open").json()["items"].size(), 3u);
  EXPECT_EQ(get("coordinator", "/alarms?state=open").json()["items"].size(), 1u);
  EXPECT_EQ(get("leader", "/alarms").slug(), "forbidden");
  Request machine = request(Method::get, "/alarms?state=open");
  machine.authorization = "Bearer reader-key";
  EXPECT_EQ(call(std::move(machine)).json()["items"].size(), 2u);
}

TEST_F(AlarmRoutes, AnAlarmIsShownWithItsWordsAndABriefOfThePerson) {
  const auto json = get("operator", "/alarms?state=all").json()["items"][0];
  EXPECT_EQ(json["code"], "3");
  EXPECT_EQ(json["code_text"]["nb"], "Trygghetsalarm");
  EXPECT_EQ(json["municipality"], "1813");
  EXPECT_EQ(json["municipality_name"], "Brønnøy");
  EXPECT_EQ(json["service_user_brief"]["age"], 85);
  EXPECT_EQ(json["handler"], nullptr);
  EXPECT_EQ(json["step"]["target"], "response_centre");
  EXPECT_EQ(json["received_at"], "2026-11-22T08:15:30.000Z");
  EXPECT_FALSE(json.contains("name"));
}

TEST_F(AlarmRoutes, WrongFiltersAreNamed) {
  const auto json = get("operator", "/alarms?state=sleeping&code=x").json();
  EXPECT_EQ(json["status"], 422);
  EXPECT_EQ(json["errors"][0]["pointer"], "/query/state");
  EXPECT_EQ(json["errors"][1]["pointer"], "/query/code");
  EXPECT_EQ(get("operator", "/alarms?from=yesterday").json()["errors"][0]["pointer"],
            "/query/from");
}

TEST_F(AlarmRoutes, TheDetailShowsThePersonAndRecordsTheLook) {
  records.log_lines.push_back({});
  records.log_lines[0].note = "Help button";
  const auto json = get("operator", path(1)).json();
  EXPECT_EQ(json["person"]["name"], "Test Testesen");
  EXPECT_EQ(json["call_target"]["uri"], "tel:+4700000000");
  EXPECT_EQ(json["signal_text"], "Help button");
  EXPECT_EQ(json["plan"]["steps"][0]["current"], true);
  EXPECT_EQ(json["operators"].size(), 2u);
  const auto looks = inbox.all<tenancy::AccessRecord>();
  ASSERT_EQ(looks.size(), 1u);
  EXPECT_EQ(looks[0].alarm, id<AlarmId>(1));
  EXPECT_EQ(looks[0].basis, tenancy::Basis::open_alarm);
}

TEST_F(AlarmRoutes, WithoutANeedThePersonIsWithheldAndTheAlarmIsNot) {
  records.alarm_rows[0].state = alarm::State::closed;
  const auto json = get("operator", path(1)).json();
  EXPECT_EQ(json["person"], nullptr);
  EXPECT_FALSE(json["person_withheld"]["en"].get<std::string>().empty());
  EXPECT_EQ(json["alarm"]["state"], "closed");
}

TEST_F(AlarmRoutes, NothingOfThePersonIsGivenWhenTheLookCannotBeRecorded) {
  inbox.failure = engine::Inbox::Failure::unavailable;
  const auto reply = get("operator", path(1));
  EXPECT_EQ(reply.json()["person"], nullptr);
  EXPECT_EQ(reply.body.find("Testesen"), std::string::npos);
}

TEST_F(AlarmRoutes, ForeignAndUnknownAlarmsAreNotFound) {
  EXPECT_EQ(get("coordinator", path(2)).slug(), "not-found");
  EXPECT_EQ(get("coordinator", path(99)).slug(), "not-found");
  EXPECT_EQ(get("operator", "/alarms/nonsense").slug(), "not-found");
}

TEST_F(AlarmRoutes, TakingAnAlarmGivesItBackAsItIsNow) {
  auto taken = records.alarm_rows[0];
  taken.state = alarm::State::taken;
  taken.handler = id<ActorId>(11);
  engine_says(alarm::CommandRefusal::none, taken);
  const auto json = post("operator", path(1) + "/actions", {{"action", "take"}}).json();
  EXPECT_EQ(json["alarm"]["state"], "taken");
  EXPECT_EQ(json["alarm"]["handler"]["name"], "Name of operator");
}

TEST_F(AlarmRoutes, TheSecondToTakeIsToldWhoHasIt) {
  auto taken = records.alarm_rows[0];
  taken.state = alarm::State::taken;
  taken.handler = id<ActorId>(12);
  engine_says(alarm::CommandRefusal::taken_by_other, taken);
  const Reply reply = post("operator", path(1) + "/actions", {{"action", "take"}});
  EXPECT_EQ(reply.status, 409);
  EXPECT_EQ(reply.slug(), "alarm-taken");
  EXPECT_EQ(reply.json()["handler"]["name"], "Name of operator2");
  EXPECT_EQ(reply.json()["state"], "taken");
}

TEST_F(AlarmRoutes, EveryRefusalOfTheRulesHasItsProblem) {
  using enum alarm::CommandRefusal;
  const std::pair<alarm::CommandRefusal, std::string> cases[] = {
      {no_such_alarm, "not-found"},
      {taken_by_other, "alarm-taken"},
      {not_handler, "wrong-state"},
      {wrong_state, "wrong-state"},
      {receiver_required, "invalid"},
      {responder_required, "invalid"},
      {outcome_required, "outcome-required"},
      {note_required, "note-required"},
      {too_late, "wrong-state"}};
  for (const auto& [refusal, slug] : cases) {
    engine_says(refusal, records.alarm_rows[0]);
    EXPECT_EQ(post("operator", path(1) + "/actions", {{"action", "close"}}).slug(), slug);
  }
}

TEST_F(AlarmRoutes, ACommandCarriesWhatTheOperatorWrote) {
  engine_says(alarm::CommandRefusal::none, records.alarm_rows[0]);
  const nlohmann::json body{{"action", "close"},
                            {"outcome", "other"},
                            {"outcome_text", "Power cut"},
                            {"note", "Talked to her"}};
  EXPECT_EQ(post("operator", path(1) + "/actions", body).status, 200);
  const auto command = inbox.all<alarm::Command>().at(0);
  EXPECT_EQ(command.actor, id<ActorId>(11));
  EXPECT_EQ(command.outcome, alarm::Outcome::other);
  EXPECT_EQ(inbox.submitted().at(0).attachment, "Power cut\nTalked to her");
}

TEST_F(AlarmRoutes, FaultyActionsNeverReachTheJournal) {
  const std::string to_leader = to_string(id<ActorId>(14));
  const nlohmann::json bodies[] = {{{"action", "dance"}},
                                   {{"action", "hand_over"}, {"to", to_leader}},
                                   {{"action", "note"}, {"note", std::string(5'000, 'x')}},
                                   {{"action", "close"}, {"outcome", "none"}},
                                   {{"note", "no action"}}};
  for (const auto& body : bodies)
    EXPECT_EQ(post("operator", path(1) + "/actions", body).slug(), "invalid") << body;
  EXPECT_EQ(post("coordinator", path(1) + "/actions", {{"action", "take"}}).slug(), "forbidden");
  EXPECT_TRUE(inbox.all<alarm::Command>().empty());
}

// In the hands of one whose screen does not show it, with a console that is alive, it would stay.
TEST_F(AlarmRoutes, AnAlarmIsHandedOnlyToThoseWhoSeeIt) {
  records.account_rows[1].actor.municipalities = {kElsewhere};
  engine_says(alarm::CommandRefusal::none, records.alarm_rows[0]);
  const nlohmann::json body{{"action", "hand_over"}, {"to", to_string(id<ActorId>(12))}};
  const Reply reply = post("operator", path(1) + "/actions", body);
  EXPECT_EQ(reply.slug(), "invalid");
  EXPECT_EQ(reply.json()["errors"][0]["pointer"], "/to");
  EXPECT_TRUE(inbox.all<alarm::Command>().empty());
  EXPECT_EQ(get("operator", path(1)).json()["operators"].size(), 1U) << "nor offered";
  EXPECT_EQ(post("operator", path(2) + "/actions", body).status, 200);
}

TEST_F(AlarmRoutes, BlanksAreNoWords) {
  engine_says(alarm::CommandRefusal::none, records.alarm_rows[0]);
  const nlohmann::json body{
      {"action", "close"}, {"outcome", "other"}, {"outcome_text", " "}, {"note", " \n "}};
  post("operator", path(1) + "/actions", body);
  EXPECT_FALSE(inbox.all<alarm::Command>().at(0).has_note);
}

// The store is behind, and the consoles have been told: the alarm is to be opened and taken.
TEST_F(AlarmRoutes, AnAlarmThatTheStoreDoesNotHaveYetCanBeOpenedAndTaken) {
  const auto fresh = alarm_of(7, kHere);
  const engine::Projection::Item item{{1, testing::kNow, engine::AlarmChanged{fresh}}, {}};
  feed.publish({&item, 1}, 1);
  engine_says(alarm::CommandRefusal::none, fresh);
  EXPECT_EQ(get("operator", path(7)).status, 200);
  EXPECT_EQ(post("operator", path(7) + "/actions", {{"action", "take"}}).status, 200);
  EXPECT_EQ(get("leader", path(7)).slug(), "forbidden");
  const auto foreign = alarm_of(8, kElsewhere);
  const engine::Projection::Item other{{2, testing::kNow, engine::AlarmChanged{foreign}}, {}};
  feed.publish({&other, 1}, 2);
  EXPECT_EQ(get("coordinator", path(8)).slug(), "not-found");
}

// What was said and written tells of the person.
TEST_F(AlarmRoutes, WordsGoWithTheRightToSeeThePerson) {
  records.log_lines.push_back({});
  records.log_lines[0].note = "Kari fell in the bathroom";
  EXPECT_NE(get("operator", path(1)).body.find("Kari"), std::string::npos);
  Request machine = request(Method::get, path(1));
  machine.authorization = "Bearer reader-key";
  EXPECT_EQ(call(machine).body.find("Kari"), std::string::npos);
  machine = request(Method::get, path(2));
  machine.authorization = "Bearer reader-key";
  EXPECT_EQ(call(std::move(machine)).body.find("Kari"), std::string::npos) << "of no known person";
  records.alarm_rows[0].state = alarm::State::closed;
  const Reply without_need = get("operator", path(1));
  EXPECT_EQ(without_need.status, 200);
  EXPECT_EQ(without_need.body.find("Kari"), std::string::npos);
}

TEST_F(AlarmRoutes, TheSameWriteWithTheSameKeyIsDoneOnce) {
  engine_says(alarm::CommandRefusal::none, records.alarm_rows[0]);
  const auto act = [&](const char* action) {
    Request made =
        request(Method::post, path(1) + "/actions", nlohmann::json{{"action", action}}.dump());
    made.varde_request = "console";
    made.idempotency_key = "K1";
    return as("operator", std::move(made));
  };
  const Reply first = act("take");
  const Reply second = act("take");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(inbox.all<alarm::Command>().size(), 1u);
  EXPECT_EQ(act("calling").slug(), "idempotency-conflict");
}

TEST_F(AlarmRoutes, AnUnavailableWriteMayBeTriedAgainUnderItsKey) {
  const auto act = [&] {
    Request made = request(Method::post, path(1) + "/actions", R"({"action":"take"})");
    made.varde_request = "console";
    made.idempotency_key = "K1";
    return as("operator", std::move(made)).status;
  };
  inbox.failure = engine::Inbox::Failure::busy;
  EXPECT_EQ(act(), 503);
  inbox.failure.reset();
  engine_says(alarm::CommandRefusal::none, records.alarm_rows[0]);
  EXPECT_EQ(act(), 200);
}

TEST_F(AlarmRoutes, TheFileForSpreadsheetsHasTheFilteredRows) {
  records.alarm_rows[0].raw_code = "=1+1;\"x\"";
  const Reply reply = get("coordinator", "/alarms.csv");
  EXPECT_TRUE(
      reply.body.starts_with("\xEF\xBB\xBF"
                             "id;"));
  EXPECT_NE(reply.body.find("\"'=1+1;\"\"x\"\"\""), std::string::npos);
  EXPECT_EQ(std::count(reply.body.begin(), reply.body.end(), '\n'), 2);
  EXPECT_EQ(get("leader", "/alarms.csv").slug(), "forbidden");
}

}  // namespace
}  // namespace varde::api
