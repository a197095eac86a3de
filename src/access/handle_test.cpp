#include "access/handle.hpp"

#include <gtest/gtest.h>

#include "access/testing.hpp"

namespace varde::access {
namespace {

using tenancy::Municipality;
using tenancy::Role;
using Failure = Handle::Failure;

constexpr Municipality kHere{1813};
constexpr Municipality kElsewhere{1820};

template <class Id>
Id id(std::uint64_t n) {
  return Id{Ulid{n, n}};
}

class HandleTest : public ::testing::Test {
 protected:
  HandleTest() {
    records.users_known.push_back(person(1, kHere));
    records.users_known.push_back(person(2, kElsewhere));
  }

  static care::ServiceUser person(std::uint64_t n, Municipality m) {
    care::ServiceUser user;
    user.id = id<UserId>(n);
    user.name = "Test Testesen";
    user.municipality = m;
    return user;
  }
  static alarm::Alarm alarm(std::uint64_t n, Municipality m, std::uint64_t user) {
    alarm::Alarm a;
    a.id = id<AlarmId>(n);
    a.municipality = m;
    a.state = alarm::State::waiting;
    if (user != 0) a.user = id<UserId>(user);
    return a;
  }
  Handle as(Role role, Municipalities scope = {kHere}) {
    return {{id<ActorId>(90), "Somebody", role, std::move(scope)}, records, inbox};
  }
  Handle::Answer<care::ServiceUser> look(const Handle& handle, std::uint64_t user,
                                         bool reason_stated = false) {
    Handle::Answer<care::ServiceUser> got = Failure::unavailable;
    int calls = 0;
    handle.person(id<UserId>(user), std::nullopt, reason_stated, [&](auto answer) {
      got = std::move(answer);
      ++calls;
    });
    EXPECT_EQ(calls, 1);
    return got;
  }
  tenancy::AccessRecord only_record() {
    const auto records_written = inbox.all<tenancy::AccessRecord>();
    EXPECT_EQ(records_written.size(), 1u);
    return records_written.at(0);
  }

  testing::FakeRecords records;
  testing::FakeInbox inbox;
};

TEST_F(HandleTest, AnOperatorSeesAPersonWithAnOpenAlarmAndTheLookIsRecorded) {
  records.alarm_rows.push_back(alarm(7, kHere, 1));
  EXPECT_TRUE(look(as(Role::operator_), 1).ok());
  const auto record = only_record();
  EXPECT_EQ(record.basis, tenancy::Basis::open_alarm);
  EXPECT_EQ(record.refusal, tenancy::Refusal::none);
  EXPECT_EQ(record.person, id<UserId>(1));
  EXPECT_EQ(record.municipality, kHere);
}

TEST_F(HandleTest, WithoutNeedTheOperatorMustStateAReasonAndTheRefusalIsRecorded) {
  const auto answer = look(as(Role::operator_), 1);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error(), Failure::reason_required);
  EXPECT_EQ(only_record().refusal, tenancy::Refusal::reason_required);
}

TEST_F(HandleTest, AStatedReasonOpensThePersonAndIsTheBasis) {
  EXPECT_TRUE(look(as(Role::operator_), 1, true).ok());
  EXPECT_EQ(only_record().basis, tenancy::Basis::stated_reason);
}

TEST_F(HandleTest, NothingIsGivenOutWhenTheLookCannotBeRecorded) {
  inbox.failure = engine::Inbox::Failure::unavailable;
  const auto answer = look(as(Role::coordinator), 1);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error(), Failure::unavailable);
}

TEST_F(HandleTest, APersonOfAnotherMunicipalityDoesNotExistButTheAttemptIsRecorded) {
  const auto answer = look(as(Role::coordinator), 2);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error(), Failure::not_found);
  EXPECT_EQ(only_record().refusal, tenancy::Refusal::scope);
}

TEST_F(HandleTest, ALeaderAndAnAdministratorSeeNoPerson) {
  for (const Role role : {Role::leader, Role::administrator, Role::sender, Role::integration}) {
    const auto answer = look(as(role), 1);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error(), Failure::forbidden);
  }
  EXPECT_EQ(inbox.all<tenancy::AccessRecord>().size(), 4u);
}

TEST_F(HandleTest, TheReasonIsKeptBesideTheRecord) {
  bool done = false;
  as(Role::operator_).state_reason(id<UserId>(1), "Callback from daughter", [&](auto answer) {
    done = answer.ok();
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(inbox.submitted().at(0).attachment, "Callback from daughter");
  EXPECT_EQ(only_record().basis, tenancy::Basis::stated_reason);
}

TEST_F(HandleTest, ALeaderCannotOpenAPersonByStatingAReason) {
  Failure failure{};
  as(Role::leader).state_reason(id<UserId>(1), "Curious", [&](auto a) { failure = a.error(); });
  EXPECT_EQ(failure, Failure::forbidden);
}

TEST_F(HandleTest, SearchIsScopedAndRecorded) {
  std::size_t found = 0;
  as(Role::operator_).search({"Test", std::nullopt}, {}, [&](auto page) {
    found = page->items.size();
  });
  EXPECT_EQ(found, 1u);
  EXPECT_EQ(only_record().act, tenancy::Act::search_persons);
}

TEST_F(HandleTest, SearchGivesNothingWhenItCannotBeRecorded) {
  inbox.failure = engine::Inbox::Failure::stopping;
  bool refused = false;
  as(Role::operator_).search({"Test", std::nullopt}, {}, [&](auto page) { refused = !page.ok(); });
  EXPECT_TRUE(refused);
}

TEST_F(HandleTest, TheAccessLogIsTheCoordinatorsAndIsRecordedItself) {
  records.access_rows.push_back({});
  std::size_t rows = 0;
  as(Role::coordinator).access_log(id<UserId>(1), [&](auto log) { rows = log->size(); });
  EXPECT_EQ(rows, 1u);
  EXPECT_EQ(only_record().act, tenancy::Act::view_access_log);
  as(Role::operator_).access_log(id<UserId>(1), [&](auto log) {
    EXPECT_EQ(log.error(), Failure::forbidden);
  });
}

TEST_F(HandleTest, ListsAreCutToTheScopeEvenWhenMoreIsAskedFor) {
  AlarmFilter filter;
  filter.municipalities = Municipalities{kElsewhere, kHere};
  ASSERT_TRUE(as(Role::coordinator).alarms(filter, {}).ok());
  EXPECT_EQ(records.asked_scope, Municipalities{kHere});
  ASSERT_TRUE(as(Role::coordinator, {}).alarms({}, {}).ok());
  EXPECT_EQ(records.asked_scope, Municipalities{});
}

TEST_F(HandleTest, OnlyOperatorsSeeAlarmsOfUnknownDevices) {
  records.alarm_rows.push_back(alarm(7, {}, 0));
  EXPECT_TRUE(as(Role::operator_).alarm(id<AlarmId>(7)).ok());
  EXPECT_EQ(as(Role::operator_).alarms({}, {})->items.size(), 1u);
  EXPECT_EQ(as(Role::coordinator).alarm(id<AlarmId>(7)).error(), Failure::not_found);
  EXPECT_EQ(as(Role::coordinator).alarms({}, {})->items.size(), 0u);
}

TEST_F(HandleTest, ForeignThingsAreNotFoundAndForeignRolesForbidden) {
  records.alarm_rows.push_back(alarm(7, kElsewhere, 0));
  records.device_rows.push_back({});
  records.device_rows[0].device.id = id<DeviceId>(3);
  records.device_rows[0].device.municipality = kElsewhere;
  EXPECT_EQ(as(Role::operator_).alarm(id<AlarmId>(7)).error(), Failure::not_found);
  EXPECT_EQ(as(Role::operator_).alarm(id<AlarmId>(8)).error(), Failure::not_found);
  EXPECT_EQ(as(Role::operator_).alarm_log(id<AlarmId>(7)).error(), Failure::not_found);
  EXPECT_EQ(as(Role::operator_).device(id<DeviceId>(3)).error(), Failure::not_found);
  EXPECT_EQ(as(Role::leader).alarm(id<AlarmId>(7)).error(), Failure::forbidden);
  EXPECT_EQ(as(Role::leader).alarms({}, {}).error(), Failure::forbidden);
  EXPECT_EQ(as(Role::operator_).outbox(true, {}).error(), Failure::forbidden);
}

TEST_F(HandleTest, FiguresOfAnotherMunicipalityAreNotFound) {
  EXPECT_EQ(as(Role::coordinator).key_figures({}, {}, {}, kElsewhere).error(), Failure::not_found);
  ASSERT_TRUE(as(Role::leader, {kHere, kElsewhere}).key_figures({}, {}, {}, kHere).ok());
  EXPECT_EQ(records.asked_scope, Municipalities{kHere});
}

TEST_F(HandleTest, ACommandGoesInUnderTheActorsOwnName) {
  records.alarm_rows.push_back(alarm(7, kHere, 1));
  alarm::Command command;
  command.alarm = id<AlarmId>(7);
  command.actor = id<ActorId>(1);
  command.action = alarm::Action::note;
  bool done = false;
  as(Role::operator_).command(command, "Talked to her", {}, [&](auto receipt) {
    done = receipt.ok();
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(inbox.all<alarm::Command>().at(0).actor, id<ActorId>(90));
  EXPECT_TRUE(inbox.all<alarm::Command>().at(0).has_note);
  EXPECT_EQ(inbox.submitted().at(0).attachment, "Talked to her");
}

TEST_F(HandleTest, CommandsOutsideTheRoleOrScopeNeverReachTheJournal) {
  records.alarm_rows.push_back(alarm(7, kElsewhere, 1));
  records.alarm_rows.push_back(alarm(8, kHere, 1));
  alarm::Command command;
  command.alarm = id<AlarmId>(7);
  as(Role::operator_).command(command, {}, {}, [](auto a) {
    EXPECT_EQ(a.error(), Failure::not_found);
  });
  command.alarm = id<AlarmId>(8);
  as(Role::coordinator).command(command, {}, {}, [](auto a) {
    EXPECT_EQ(a.error(), Failure::forbidden);
  });
  EXPECT_TRUE(inbox.submitted().empty());
}

// The store is behind: the console was told live, and the alarm must be taken all the same.
TEST_F(HandleTest, AnAlarmThatTheRecordsDoNotHaveYetIsFoundAsItWasTold) {
  const auto told = std::optional{alarm(7, kHere, 1)};
  const auto elsewhere = std::optional{alarm(7, kElsewhere, 1)};
  alarm::Command command;
  command.alarm = id<AlarmId>(7);
  EXPECT_EQ(as(Role::operator_).alarm(id<AlarmId>(7)).error(), Failure::not_found);
  EXPECT_TRUE(as(Role::operator_).alarm(id<AlarmId>(7), told).ok());
  as(Role::operator_).command(command, {}, told, [](auto a) { EXPECT_TRUE(a.ok()); });
  EXPECT_EQ(inbox.all<alarm::Command>().size(), 1U);

  EXPECT_EQ(as(Role::operator_).alarm(id<AlarmId>(7), elsewhere).error(), Failure::not_found);
  EXPECT_EQ(as(Role::operator_).alarm(id<AlarmId>(8), told).error(), Failure::not_found);
  as(Role::operator_).command(command, {}, elsewhere, [](auto a) {
    EXPECT_EQ(a.error(), Failure::not_found);
  });
  EXPECT_EQ(inbox.all<alarm::Command>().size(), 1U);
}

TEST_F(HandleTest, TheBriefFollowsTheScope) {
  EXPECT_TRUE(as(Role::operator_).brief(id<UserId>(1)).has_value());
  EXPECT_FALSE(as(Role::operator_).brief(id<UserId>(2)).has_value());
  EXPECT_FALSE(as(Role::leader).brief(id<UserId>(1)).has_value());
  EXPECT_TRUE(inbox.submitted().empty());
}

}  // namespace
}  // namespace varde::access
