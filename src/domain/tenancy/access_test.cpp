#include "domain/tenancy/access.hpp"

#include <map>
#include <set>

#include <gtest/gtest.h>

namespace varde::tenancy {
namespace {

constexpr Municipality kOwn{1813};
constexpr Municipality kForeign{1811};
constexpr Municipality kNone{};

const std::vector<Act> kActs = {
    Act::list_alarms,  Act::view_alarm,     Act::handle_alarm,    Act::deliver_signal,
    Act::view_person,  Act::search_persons, Act::view_device,     Act::view_municipality,
    Act::view_figures, Act::export_alarms,  Act::view_access_log, Act::manage_outbox,
    Act::view_cases,   Act::edit_case,      Act::decide_case,     Act::share_case,
};
const std::vector<Role> kRoles = {Role::operator_,     Role::coordinator, Role::leader,
                                  Role::administrator, Role::sender,      Role::integration};

Actor actor(Role role) {
  Actor a;
  a.role = role;
  a.municipalities = {{1812}, kOwn};
  return a;
}

Decision ask(Role role, Act act, Municipality m, Facts facts = {}) {
  return decide(actor(role), {act, m, std::nullopt}, facts);
}

// The policy once more, as a list of who may what in the own municipality. What is not here is
// refused.
const std::map<Role, std::set<Act>> kMay = {
    {Role::operator_,
     {Act::list_alarms, Act::view_alarm, Act::handle_alarm, Act::view_person, Act::search_persons,
      Act::view_device, Act::view_municipality, Act::view_figures, Act::export_alarms}},
    {Role::coordinator,
     {Act::list_alarms, Act::view_alarm, Act::view_person, Act::search_persons, Act::view_device,
      Act::view_municipality, Act::view_figures, Act::export_alarms, Act::view_access_log,
      Act::view_cases}},
    {Role::leader,
     {Act::view_municipality, Act::view_figures, Act::manage_outbox, Act::view_cases,
      Act::edit_case, Act::decide_case, Act::share_case}},
    {Role::administrator,
     {Act::view_device, Act::view_municipality, Act::view_access_log, Act::manage_outbox}},
    {Role::sender, {Act::deliver_signal}},
    {Role::integration, {Act::list_alarms, Act::view_alarm}},
};

TEST(Access, EveryRoleAndActInTheOwnMunicipality) {
  for (const Role role : kRoles) {
    for (const Act act : kActs) {
      const bool may = kMay.at(role).contains(act);
      const Decision decision = ask(role, act, kOwn, {true, true});
      EXPECT_EQ(decision.refusal, may ? Refusal::none : Refusal::role)
          << to_string(role) << " " << to_string(act);
    }
  }
}

TEST(Access, NobodyReachesAnotherMunicipality) {
  for (const Role role : kRoles) {
    for (const Act act : kActs) {
      const Decision decision = ask(role, act, kForeign, {true, true});
      const auto why = kMay.at(role).contains(act) ? Refusal::scope : Refusal::role;
      EXPECT_EQ(decision.refusal, why) << to_string(role) << " " << to_string(act);
      EXPECT_EQ(decision.basis, Basis::none);
    }
  }
}

TEST(Access, AnActorWithoutMunicipalitiesReachesNoMunicipality) {
  Actor nobody = actor(Role::operator_);
  nobody.municipalities.clear();
  for (const Act act : kActs)
    EXPECT_FALSE(decide(nobody, {act, kOwn, std::nullopt}, {true, true}).allowed());
}

TEST(Access, AnUnknownDevicesAlarmIsForEveryOperatorAndNobodyElse) {
  for (const Role role : kRoles) {
    for (const Act act : {Act::view_alarm, Act::handle_alarm}) {
      EXPECT_EQ(ask(role, act, kNone).allowed(), role == Role::operator_)
          << to_string(role) << " " << to_string(act);
    }
  }
}

TEST(Access, AListOverSeveralMunicipalitiesIsAllowedToThoseWhoMayListAtAll) {
  for (const Role role : kRoles) {
    for (const Act act :
         {Act::list_alarms, Act::search_persons, Act::view_device, Act::view_municipality,
          Act::view_figures, Act::export_alarms, Act::manage_outbox, Act::deliver_signal,
          Act::view_cases, Act::edit_case, Act::decide_case, Act::share_case}) {
      EXPECT_EQ(ask(role, act, kNone).allowed(), kMay.at(role).contains(act))
          << to_string(role) << " " << to_string(act);
    }
  }
}

TEST(Access, APersonIsNeverOfNoMunicipality) {
  for (const Role role : kRoles) {
    EXPECT_FALSE(ask(role, Act::view_person, kNone, {true, true}).allowed()) << to_string(role);
    EXPECT_FALSE(ask(role, Act::view_access_log, kNone).allowed()) << to_string(role);
  }
}

TEST(Access, AnOperatorSeesAPersonWhileThereIsANeed) {
  const struct {
    Facts facts;
    Refusal refusal;
    Basis basis;
  } kRows[] = {
      {{false, false}, Refusal::reason_required, Basis::none},
      {{false, true}, Refusal::none, Basis::stated_reason},
      {{true, false}, Refusal::none, Basis::open_alarm},
      {{true, true}, Refusal::none, Basis::open_alarm},
  };
  for (const auto& row : kRows) {
    const Decision decision = ask(Role::operator_, Act::view_person, kOwn, row.facts);
    EXPECT_EQ(decision.refusal, row.refusal);
    EXPECT_EQ(decision.basis, row.basis);
  }
}

TEST(Access, ACoordinatorSeesTheOwnMunicipalitysPeople) {
  EXPECT_EQ(ask(Role::coordinator, Act::view_person, kOwn).basis, Basis::own_municipality);
  EXPECT_EQ(ask(Role::coordinator, Act::view_person, kForeign, {true, true}).refusal,
            Refusal::scope);
}

TEST(Access, AnActThatNoRuleNamesIsRefused) {
  for (const Role role : kRoles)
    EXPECT_EQ(ask(role, static_cast<Act>(200), kOwn).refusal, Refusal::role);
  EXPECT_EQ(ask(static_cast<Role>(200), Act::list_alarms, kOwn).refusal, Refusal::role);
}

TEST(Access, RolesHaveNames) {
  for (const Role role : kRoles) EXPECT_EQ(parse_role(to_string(role)), role);
  EXPECT_EQ(to_string(Role::operator_), "operator");
  EXPECT_FALSE(parse_role("root"));
}

}  // namespace
}  // namespace varde::tenancy
