// What no parser expects still reaches an operator: a body nobody can read, an unknown device, a
// body that is much too long, a clock that is years wrong. And the list has what the README
// promises.
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

class Intake : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    centre_ = std::make_unique<harness::Centre>();
    centre_->start();
  }
  static void TearDownTestSuite() { centre_.reset(); }

  // The alarm that is open now and was not before.
  json new_alarm() {
    centre_->settle();
    auto reader = centre_->operator_console("operator");
    for (const auto& [id, alarm] : by_id(open_alarms(reader))) {
      if (seen_.insert(id).second) return alarm;
    }
    return {};
  }

  static std::unique_ptr<harness::Centre> centre_;
  static std::set<std::string> seen_;
};
std::unique_ptr<harness::Centre> Intake::centre_;
std::set<std::string> Intake::seen_;

TEST_F(Intake, AnAlarmFromAnUnknownDeviceIsListedWithAllFields) {
  auto sender = centre_->sender();
  const auto answer = deliver(sender, signal("intake/unknown", "u1"));
  ASSERT_EQ(answer.status, 202) << answer.body;
  const json receipt = json::parse(answer.body);
  EXPECT_EQ(receipt.at("status"), "accepted");
  const json alarm = new_alarm();
  ASSERT_FALSE(alarm.is_null());
  EXPECT_EQ(alarm.at("id"), receipt.at("alarm_id"));
  EXPECT_EQ(alarm.at("municipality"), "0000");
  EXPECT_EQ(alarm.at("state"), "waiting");
  EXPECT_EQ(alarm.at("code"), "3");
  for (const char* field : {"id", "code", "raw_code", "municipality", "device_id",
                            "service_user_id", "state", "priority", "received_at", "handler"}) {
    EXPECT_TRUE(alarm.contains(field)) << field;
  }
}

TEST_F(Intake, TheSameIdAgainIsTheSameSignal) {
  auto sender = centre_->sender();
  const auto first = deliver(sender, signal("intake/again", "a1"));
  const auto second = deliver(sender, signal("intake/again", "a1"));
  ASSERT_EQ(second.status, 202) << second.body;
  EXPECT_EQ(json::parse(second.body).at("status"), "duplicate");
  EXPECT_EQ(json::parse(second.body).at("id"), json::parse(first.body).at("id"));
  EXPECT_EQ(new_alarm().at("repeats"), 0);
}

TEST_F(Intake, ABodyNobodyCanReadIsKeptForAnOperator) {
  auto sender = centre_->sender();
  const auto answer = deliver(sender, "{\"device\": \"cut off");
  EXPECT_EQ(answer.status, 400) << answer.body;
  const json alarm = new_alarm();
  ASSERT_FALSE(alarm.is_null());
  EXPECT_FALSE(alarm.at("understood").get<bool>());
}

TEST_F(Intake, ABodyOfSixtyKilobytesIsKeptOrRefusedWithoutHarm) {
  auto sender = centre_->sender();
  const auto answer = deliver(sender, std::string(60'000, 'x'));
  EXPECT_TRUE(answer.status == 400 || answer.status == 413) << answer.status;
  EXPECT_EQ(deliver(sender, signal("intake/after-long", "l1")).status, 202);
}

TEST_F(Intake, AnAlarmOfAKindNobodyKnowsIsShown) {
  auto sender = centre_->sender();
  new_alarm();
  deliver(sender, signal("intake/kind", "k1", "fall"));
  const json alarm = new_alarm();
  ASSERT_FALSE(alarm.is_null()) << "somebody may be lying on a floor";
  EXPECT_FALSE(alarm.at("understood").get<bool>());
}

TEST_F(Intake, AClockThatIsYearsWrongChangesNothing) {
  auto sender = centre_->sender();
  for (const char* time : {"1970-01-01T00:00:00Z", "2199-12-31T23:59:59Z"}) {
    const json body = {{"device", std::string("intake/clock-") + time},
                       {"kind", "alarm"},
                       {"code", "3"},
                       {"time", time}};
    ASSERT_EQ(deliver(sender, body.dump()).status, 202);
    const json alarm = new_alarm();
    const auto received = alarm.at("received_at").get<std::string>();
    EXPECT_GT(received, "2024");
    EXPECT_LT(received, "2150");
  }
}

}  // namespace
}  // namespace varde::smoke
