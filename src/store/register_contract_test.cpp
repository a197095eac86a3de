#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using ::testing::ElementsAre;

class RegisterContract : public StoreContract {};

TEST_P(RegisterContract, AMunicipalityHasItsTeamsAndIsCounted) {
  const access::MunicipalityRow row{
      .municipality = {1813},
      .name = "Brønnøy",
      .organisation_number = "964983291",
      .inhabitants = 7'700,
      .latitude = 65.47,
      .longitude = 12.21,
      .teams = {{id<ContactId>(1), "home_care_team", "Sør", "", "+47", false},
                {id<ContactId>(2), "on_call", "Legevakt", "", "116117", false}}};
  ASSERT_TRUE(subject_->reg().put_municipality(row));
  ASSERT_TRUE(subject_->reg().put_municipality({.municipality = {301}, .name = "Oslo"}));
  care::ServiceUser user;
  user.id = id<UserId>(1);
  user.municipality = {1813};
  ASSERT_TRUE(subject_->reg().put_users({user}));
  for (std::uint64_t number = 1; number <= 3; ++number) {
    care::Device device;
    device.id = id<DeviceId>(number);
    device.municipality = {1813};
    device.state = number == 3 ? care::DeviceState::withdrawn : care::DeviceState::in_use;
    effects_.entry(at(0)).add(engine::DeviceChanged{device});
  }
  effects_.entry(at(1)).add(engine::DeviceHeard{id<DeviceId>(1), {}, {}, true, {}});
  effects_.entry(at(1)).add(engine::DeviceHeard{id<DeviceId>(3), {}, {}, true, {}});
  effects_.entry(at(1)).add(engine::AlarmChanged{alarm_numbered(1)});
  settle();
  const auto all = records().municipalities();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name, "Oslo") << "by number";
  EXPECT_EQ(all[0].users + all[0].devices + all[0].open_alarms + all[0].lost_contact, 0U);
  EXPECT_EQ(all[1].name, "Brønnøy");
  EXPECT_EQ(all[1].organisation_number, "964983291");
  EXPECT_EQ(all[1].inhabitants, 7'700U);
  EXPECT_EQ(all[1].latitude, 65.47);
  EXPECT_EQ(all[1].longitude, 12.21);
  ASSERT_EQ(all[1].teams.size(), 2U);
  EXPECT_EQ(all[1].teams[1].name, "Legevakt");
  EXPECT_EQ(all[1].users, 1U);
  EXPECT_EQ(all[1].devices, 2U);
  EXPECT_EQ(all[1].lost_contact, 1U);
  EXPECT_EQ(all[1].open_alarms, 1U);
}

TEST_P(RegisterContract, TeamsAreReplacedWhole) {
  access::MunicipalityRow row{.municipality = {1813}, .name = "Brønnøy"};
  row.teams.resize(3);
  ASSERT_TRUE(subject_->reg().put_municipality(row));
  row.teams.resize(1);
  ASSERT_TRUE(subject_->reg().put_municipality(row));
  EXPECT_EQ(records().municipalities()[0].teams.size(), 1U);
}

TEST_P(RegisterContract, AccountsAreFoundByLogin) {
  const access::Account account{
      {id<ActorId>(1), "Natt Vakt", tenancy::Role::coordinator, {{301}, {1813}, {1824}}},
      "natt",
      "$argon2id$x"};
  const access::Account bare{{id<ActorId>(2), "Leder", tenancy::Role::leader, {}}, "leder", ""};
  ASSERT_TRUE(subject_->reg().put_account(account));
  ASSERT_TRUE(subject_->reg().put_account(bare));
  subject_->reopen();
  const auto kept = records().account("natt").value();
  EXPECT_EQ(kept.actor.id, account.actor.id);
  EXPECT_EQ(kept.actor.name, "Natt Vakt");
  EXPECT_EQ(kept.actor.role, tenancy::Role::coordinator);
  EXPECT_EQ(kept.actor.municipalities, account.actor.municipalities);
  EXPECT_EQ(kept.password_hash, "$argon2id$x");
  EXPECT_FALSE(records().account("Natt")) << "lower case is the caller's work";
  EXPECT_FALSE(records().account("' OR 1=1 --"));
  const auto all = records().accounts();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].login, "leder");
  EXPECT_TRUE(all[0].actor.municipalities.empty()) << "an empty scope stays empty";

  auto changed = account;
  changed.password_hash = "new";
  ASSERT_TRUE(subject_->reg().put_account(changed));
  EXPECT_EQ(records().account("natt")->password_hash, "new");
  EXPECT_EQ(records().accounts().size(), 2U);
}

TEST_P(RegisterContract, KeysAreFoundByTheirHash) {
  const access::ApiKey key{"gateway-3",
                           std::string(64, 'a'),
                           {id<ActorId>(7), "Gateway", tenancy::Role::sender, {{1813}}}};
  ASSERT_TRUE(subject_->reg().put_api_key(key));
  subject_->reopen();
  const auto kept = records().api_key(std::string(64, 'a')).value();
  EXPECT_EQ(kept.name, "gateway-3");
  EXPECT_EQ(kept.key_hash, key.key_hash);
  EXPECT_EQ(kept.actor.role, tenancy::Role::sender);
  EXPECT_EQ(kept.actor.name, "Gateway");
  EXPECT_EQ(kept.actor.municipalities, key.actor.municipalities);
  EXPECT_FALSE(records().api_key(std::string(64, 'b')));
}

TEST_P(RegisterContract, DeviceSecretsAreReplacedByAddress) {
  ASSERT_TRUE(subject_->reg().put_device_secrets({{"scaip:2", "two"}, {"scaip:1", "one"}}));
  ASSERT_TRUE(subject_->reg().put_device_secrets({{"scaip:2", "new"}}));
  subject_->reopen();
  std::vector<std::string> seen;
  for (const auto& secret : records().device_secrets())
    seen.push_back(secret.address + "=" + secret.ha1);
  EXPECT_THAT(seen, ElementsAre("scaip:1=one", "scaip:2=new"));
}

INSTANTIATE_TEST_SUITE_P(Stores, RegisterContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
