#include "api/test_world.hpp"

namespace varde::api {
namespace {

using testing::alarm_of;
using testing::id;
using testing::kElsewhere;
using testing::kHere;

class CareRoutes : public testing::World {
 protected:
  static std::string path(std::uint64_t n) { return "/service-users/" + to_string(id<UserId>(n)); }
};

TEST_F(CareRoutes, AnOperatorStatesAReasonAndThePersonIsOpenForHalfAnHour) {
  EXPECT_EQ(get("operator", path(1)).slug(), "reason-required");
  EXPECT_EQ(post("operator", path(1) + "/access", {{"reason", "Her daughter called"}}).status, 204);
  EXPECT_EQ(get("operator", path(1)).json()["born"], "1941-05-02");
  EXPECT_EQ(get("operator2", path(1)).slug(), "reason-required");
  now += std::chrono::minutes{30};
  EXPECT_EQ(get("operator", path(1)).slug(), "reason-required");
}

TEST_F(CareRoutes, AReasonThatCouldNotBeRecordedOpensNothing) {
  inbox.failure = engine::Inbox::Failure::unavailable;
  EXPECT_EQ(post("operator", path(1) + "/access", {{"reason", "Her daughter called"}}).status, 503);
  inbox.failure.reset();
  EXPECT_EQ(get("operator", path(1)).slug(), "reason-required");
}

TEST_F(CareRoutes, AReasonHasToSaySomething) {
  EXPECT_EQ(post("operator", path(1) + "/access", {{"reason", "x"}}).slug(), "invalid");
  EXPECT_EQ(post("operator", path(1) + "/access", nlohmann::json::object())
                .json()["errors"][0]["pointer"],
            "/reason");
}

TEST_F(CareRoutes, TheCoordinatorSeesOwnPeopleAndWhoLookedAtThem) {
  EXPECT_EQ(get("coordinator", path(1)).status, 200);
  EXPECT_EQ(get("coordinator", path(2)).slug(), "not-found");
  access::AccessRow row;
  row.record.actor = id<ActorId>(11);
  row.record.act = tenancy::Act::view_person;
  row.record.basis = tenancy::Basis::stated_reason;
  row.reason = "Callback";
  records.access_rows = {row};
  const auto line = get("coordinator", path(1) + "/access-log").json()["items"][0];
  EXPECT_EQ(line["actor"]["name"], "Name of operator");
  EXPECT_EQ(line["action"], "view_person");
  EXPECT_EQ(line["reason"], "Callback");
  EXPECT_EQ(line["allowed"], true);
}

TEST_F(CareRoutes, LeadersAndMachinesReachNoPerson) {
  EXPECT_EQ(get("leader", path(1)).slug(), "forbidden");
  EXPECT_EQ(get("leader", "/service-users?q=Test").slug(), "forbidden");
  Request machine = request(Method::get, path(1));
  machine.authorization = "Bearer reader-key";
  EXPECT_EQ(call(std::move(machine)).slug(), "forbidden");
}

TEST_F(CareRoutes, AnOperatorSearchesByNameAndMayNotBrowse) {
  EXPECT_EQ(get("operator", "/service-users").slug(), "invalid");
  EXPECT_EQ(get("operator", "/service-users?q=T").slug(), "invalid");
  EXPECT_EQ(get("operator", "/service-users?q=Test").json()["items"].size(), 2u);
  EXPECT_EQ(get("coordinator", "/service-users").json()["items"].size(), 1u);
}

TEST_F(CareRoutes, SearchFindsWhatTheRoleMaySee) {
  records.alarm_rows = {alarm_of(5, kHere)};
  access::DeviceRow device;
  device.device.id = id<DeviceId>(9);
  device.device.municipality = kElsewhere;
  records.device_rows = {device};
  const auto all = get("operator", "/search?q=Br").json();
  EXPECT_EQ(all["municipalities"][0]["number"], "1813");
  EXPECT_EQ(all["devices"].size(), 1u);
  EXPECT_EQ(get("coordinator", "/search?q=Test").json()["devices"].size(), 0u);
  EXPECT_EQ(get("operator", "/search?q=" + to_string(id<AlarmId>(5))).json()["alarms"].size(), 1u);
  const auto leaders = get("leader", "/search?q=Br").json();
  EXPECT_EQ(leaders["municipalities"].size(), 1u);
  EXPECT_EQ(leaders["service_users"].size(), 0u);
  EXPECT_EQ(get("operator", "/search?q=x").slug(), "invalid");
}

TEST_F(CareRoutes, DevicesFollowTheScope) {
  access::DeviceRow device;
  device.device.id = id<DeviceId>(9);
  device.device.address = "scaip:90000001";
  device.device.municipality = kElsewhere;
  device.battery = alarm::Condition::battery_low;
  records.device_rows = {device};
  const std::string one = "/devices/" + to_string(id<DeviceId>(9));
  EXPECT_EQ(get("operator", "/devices?status=battery").json()["items"][0]["battery"], "low");
  EXPECT_EQ(get("operator", one).json()["device"]["address"], "scaip:90000001");
  EXPECT_EQ(get("coordinator", one).slug(), "not-found");
  EXPECT_EQ(get("operator", "/devices?status=odd").slug(), "invalid");
}

TEST_F(CareRoutes, MunicipalitiesAreThoseOfTheScope) {
  EXPECT_EQ(get("operator", "/municipalities").json()["items"].size(), 2u);
  EXPECT_EQ(get("coordinator", "/municipalities").json()["items"].size(), 1u);
  EXPECT_EQ(get("coordinator", "/municipalities/1820").slug(), "not-found");
  EXPECT_EQ(get("coordinator", "/municipalities/1813").json()["webhook"], nullptr);
  EXPECT_EQ(get("leader", "/municipalities/1813").json()["webhook"]["configured"], true);
}

TEST_F(CareRoutes, FiguresAreNumbersForLeadersToo) {
  records.figures.alarms = 7;
  records.figures.by_code[alarm::kSocialAlarm] = 5;
  records.figures.by_outcome[alarm::Outcome::advice] = 3;
  records.figures.by_municipality[kHere] = {7, 0};
  records.municipality_rows[0].users = 140;
  const auto json = get("leader", "/key-figures").json();
  EXPECT_EQ(json["alarms"], 7);
  EXPECT_EQ(json["to"], "2026-11-22T08:15:30.000Z");
  EXPECT_EQ(json["by_code"][0]["text"]["en"], "Social alarm");
  EXPECT_EQ(json["by_outcome"][0]["outcome"], "advice");
  EXPECT_EQ(json["by_municipality"][0]["per_1000_users"], 50.0);
  EXPECT_EQ(get("coordinator", "/key-figures?municipality=1820").slug(), "not-found");
  EXPECT_EQ(get("leader", "/key-figures?from=2020-01-01T00:00:00Z").slug(), "invalid");
}

TEST_F(CareRoutes, TheOutboxIsForThoseWhoRunTheCentre) {
  access::OutboxRow dead;
  dead.id = 4;
  dead.municipality = kHere;
  dead.last_error = "503";
  records.outbox_rows = {dead};
  EXPECT_EQ(get("administrator", "/outbox?state=dead").json()["items"][0]["last_error"], "503");
  EXPECT_EQ(get("administrator", "/outbox").json()["items"].size(), 0u);
  EXPECT_EQ(get("operator", "/outbox").slug(), "forbidden");
  EXPECT_EQ(post("leader", "/outbox/4/retry", {}).status, 204);
  const auto looks = inbox.all<tenancy::AccessRecord>();
  ASSERT_EQ(looks.size(), 1U);
  EXPECT_EQ(looks[0].act, tenancy::Act::manage_outbox);
  EXPECT_EQ(inbox.submitted().at(0).attachment, "retry of message 4");
  EXPECT_EQ(post("leader", "/outbox/5/retry", {}).slug(), "not-found");
}

TEST_F(CareRoutes, TheOutboxOfAnotherMunicipalityIsNotShownNorSent) {
  records.account_rows[3].actor.municipalities = {kElsewhere};  // the leader
  access::OutboxRow dead;
  dead.id = 4;
  dead.municipality = kHere;
  records.outbox_rows = {dead};
  EXPECT_EQ(get("leader", "/outbox?state=dead").json()["items"].size(), 0U);
  EXPECT_EQ(post("leader", "/outbox/4/retry", {}).slug(), "not-found");
}

TEST_F(CareRoutes, OperatorsAreListedForOperators) {
  EXPECT_EQ(get("operator", "/operators").json()["items"].size(), 2u);
  EXPECT_EQ(get("coordinator", "/operators").slug(), "forbidden");
}

}  // namespace
}  // namespace varde::api
