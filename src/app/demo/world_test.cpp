#include "app/demo/world.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/demo/epoch.hpp"
#include "app/demo/municipalities.hpp"
#include "app/demo/national_id.hpp"
#include "app/demo/people.hpp"
#include "base/limits.hpp"

namespace varde::app::demo {
namespace {

const World& world() {
  static const World made = make_world(kDefaultSeed);
  return made;
}

TEST(World, HasEighteenMunicipalitiesWithTeams) {
  EXPECT_EQ(world().municipalities.size(), 18U);
  std::uint32_t inhabitants = 0;
  for (const auto& row : world().municipalities) {
    inhabitants += row.inhabitants;
    EXPECT_GE(row.teams.size(), 2U) << row.name;
    EXPECT_EQ(row.teams.back().kind, "on_call");
  }
  EXPECT_EQ(inhabitants, 77'900U);
}

TEST(World, HasAboutTwoThousandTwoHundredUsersInProportion) {
  EXPECT_NEAR(static_cast<double>(world().people.size()), 2'200, 10);
  std::map<tenancy::Municipality, std::size_t> count;
  for (const auto& user : world().people) ++count[user.municipality];
  for (const auto& facts : helgeland()) {
    const auto users = static_cast<double>(count[{facts.number}]);
    EXPECT_NEAR(users, facts.aged_67 * kUsersPer1000Aged67 / 1'000, 1) << facts.name;
  }
}

TEST(World, PeopleAreOldMostlyWomenAndSynthetic) {
  double age = 0;
  double women = 0;
  std::set<std::string> ids;
  for (const auto& user : world().people) {
    age += care::age_at(user.born, kEpoch);
    women += user.sex == care::Sex::female ? 1 : 0;
    EXPECT_TRUE(valid_synthetic_national_id(user.national_id));
    EXPECT_TRUE(ids.insert(user.national_id).second);
    EXPECT_TRUE(user.phone.starts_with("+4700"));
    EXPECT_FALSE(user.contacts.empty());
    EXPECT_LE(user.contacts.size(), limits::kContacts);
    EXPECT_TRUE(user.plan.has_value());
  }
  const auto people = static_cast<double>(world().people.size());
  EXPECT_NEAR(age / people, 84, 1.0);
  EXPECT_NEAR(women / people, 0.64, 0.03);
}

TEST(World, SomeCouplesShareAHomeAndAName) {
  std::map<HomeId, std::vector<const care::ServiceUser*>> homes;
  for (const auto& user : world().people) homes[user.address.home].push_back(&user);
  std::size_t couples = 0;
  for (const auto& [home, people] : homes) {
    if (people.size() == 1) continue;
    ASSERT_EQ(people.size(), 2U);
    ++couples;
    EXPECT_NE(people[0]->sex, people[1]->sex);
    EXPECT_EQ(people[0]->address.line, people[1]->address.line);
    const auto last = [](const std::string& name) { return name.substr(name.find(' ')); };
    EXPECT_EQ(last(people[0]->name), last(people[1]->name));
  }
  EXPECT_GT(couples, 50U);
  EXPECT_LT(couples, 200U);
}

TEST(World, HomesAreNearTheirMunicipalitysCentre) {
  for (const auto& user : world().people) {
    const auto& facts = *std::ranges::find(helgeland(), user.municipality.number, &Facts::number);
    EXPECT_NEAR(user.address.latitude, facts.latitude, 0.05);
    EXPECT_NEAR(user.address.longitude, facts.longitude, 0.12);
  }
}

TEST(World, EveryUserHasAHubAndAddressesAreUnique) {
  std::set<std::string> addresses;
  std::set<UserId> with_hub;
  std::map<DeviceKind, std::size_t> kinds;
  std::size_t supervised = 0;
  std::size_t with_password = 0;
  for (const auto& one : world().fleet) {
    EXPECT_TRUE(addresses.insert(one.device.address).second) << one.device.address;
    EXPECT_LE(one.device.address.size(), limits::kAddressBytes);
    EXPECT_TRUE(one.device.serves_at(kEpoch));
    ++kinds[one.kind];
    if (one.kind == DeviceKind::hub) with_hub.insert(*one.device.user);
    supervised += one.device.silence_limit ? 1 : 0;
    with_password += one.password.empty() ? 0 : 1;
  }
  EXPECT_EQ(with_hub.size(), world().people.size());
  EXPECT_EQ(kinds.size(), 6U);
  EXPECT_GT(supervised, 60U);
  EXPECT_GT(with_password, 400U);
}

TEST(World, IsTheSameForTheSameSeedAndAnotherForAnother) {
  const World again = make_world(kDefaultSeed);
  ASSERT_EQ(again.fleet.size(), world().fleet.size());
  for (std::size_t i = 0; i < again.fleet.size(); ++i) {
    EXPECT_EQ(again.fleet[i].device.id, world().fleet[i].device.id);
    EXPECT_EQ(again.fleet[i].password, world().fleet[i].password);
  }
  for (std::size_t i = 0; i < again.people.size(); ++i)
    EXPECT_EQ(again.people[i].name, world().people[i].name);
  EXPECT_NE(make_world(2).people[0].id, world().people[0].id);
}

}  // namespace
}  // namespace varde::app::demo
