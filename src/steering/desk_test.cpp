#include "steering/desk.hpp"

#include <gmock/gmock.h>

#include "access/gate.hpp"
#include "access/testing.hpp"
#include "steering/memory_cases.hpp"
#include "steering/testing.hpp"

namespace varde::steering {
namespace {

using tenancy::Act;
using tenancy::Role;
using ::testing::HasSubstr;

const Instant kNow = *parse_rfc3339("2026-11-22T12:00:00Z");

class DeskTest : public ::testing::Test {
 protected:
  Desk desk(Role role) {
    tenancy::Actor actor;
    actor.id = ActorId{Ulid{3, static_cast<std::uint64_t>(role) + 1}};
    actor.role = role;
    actor.municipalities = {{1813}};
    return {gate_.handle(actor), office_};
  }
  /// What a permit gives, or why there is none.
  template <class Write>
  auto permitted(const Desk& by, Act act, Write write) {
    using T = decltype(write(std::declval<const Desk::Permit&>()));
    std::optional<T> answer;
    by.permit(act, "version 1", [&](const access::Handle::Answer<Desk::Permit>& permit) {
      if (permit) answer = write(*permit);
    });
    return answer;
  }
  Version made(const std::string& text = "hello") {
    const auto by = desk(Role::leader);
    return permitted(by, Act::edit_case,
                     [&](const auto& permit) {
                       return by.create(permit, "note", {{"case.toml", text}}, "first", kNow);
                     })
        .value()
        .value();
  }
  auto saved(const Draft& draft, const CaseId& of) {
    const auto by = desk(Role::leader);
    return permitted(by, Act::edit_case,
                     [&](const auto& permit) { return by.save(permit, of, draft, kNow); })
        .value();
  }

  access::testing::FakeRecords records_;
  access::testing::FakeInbox inbox_;
  access::Gate gate_{records_, inbox_};
  MemoryCases cases_;
  Tools tools_ = testing::note_tools();
  Runs runs_{cases_, tools_, [] { return kNow; }, "test"};
  Office office_{cases_, runs_, tools_};
};

TEST_F(DeskTest, LeadersWriteCoordinatorsReadAndOthersDoNeither) {
  const auto version = made();
  for (const Role role : {Role::operator_, Role::administrator, Role::sender, Role::integration}) {
    EXPECT_EQ(desk(role).cases().error().kind, ProblemKind::forbidden);
    EXPECT_EQ(desk(role).files(version.id).error().kind, ProblemKind::forbidden);
    EXPECT_EQ(desk(role).start(version.id, "note.count", {}).error().kind, ProblemKind::forbidden);
  }
  EXPECT_EQ(desk(Role::coordinator).cases()->size(), 1U);
  EXPECT_EQ(desk(Role::coordinator).files(version.id)->at("case.toml"), "hello");
  for (const Act act : {Act::edit_case, Act::decide_case, Act::share_case}) {
    EXPECT_FALSE(permitted(desk(Role::coordinator), act, [](const auto&) { return 1; }));
    EXPECT_TRUE(permitted(desk(Role::leader), act, [](const auto&) { return 1; }));
  }
}

TEST_F(DeskTest, AWriteAndARefusalAreOnRecord) {
  permitted(desk(Role::leader), Act::decide_case, [](const auto&) { return 1; });
  permitted(desk(Role::operator_), Act::edit_case, [](const auto&) { return 1; });
  const auto records = inbox_.all<tenancy::AccessRecord>();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].act, Act::decide_case);
  EXPECT_EQ(records[0].refusal, tenancy::Refusal::none);
  EXPECT_EQ(records[1].refusal, tenancy::Refusal::role);
  EXPECT_EQ(inbox_.submitted()[0].attachment, "version 1");
}

TEST_F(DeskTest, WhatCannotBeRecordedIsNotDone) {
  inbox_.failure = engine::Inbox::Failure::unavailable;
  EXPECT_FALSE(permitted(desk(Role::leader), Act::edit_case, [](const auto&) { return 1; }));
}

TEST_F(DeskTest, AVersionIsSavedFromEditsAndTellsWhatChanged) {
  const auto first = made();
  const auto next =
      saved({first.id, false, "said more", {}, {{"case.toml", "set", "name", "more"}}}, first.of);
  ASSERT_TRUE(next) << next.error().detail;
  EXPECT_EQ(next->number, 2);
  const auto changes = desk(Role::coordinator).changes(next->id, std::nullopt);
  ASSERT_EQ(changes->size(), 1U);
  EXPECT_EQ(changes->front().before, "hello");
  EXPECT_EQ(changes->front().after, "more");
  EXPECT_EQ(desk(Role::leader).find(first.of)->name, "more");
}

TEST_F(DeskTest, AStaleBaseTellsWhoWasFirst) {
  const auto first = made();
  ASSERT_TRUE(saved({first.id, false, "a", {{"case.toml", "x"}}, {}}, first.of));
  const auto stale = saved({first.id, false, "b", {{"case.toml", "y"}}, {}}, first.of);
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().kind, ProblemKind::stale_version);
  EXPECT_THAT(to_json(stale.error()), HasSubstr("\"comment\":\"a\""));
  EXPECT_TRUE(saved({first.id, true, "b", {{"case.toml", "y"}}, {}}, first.of)) << "a branch";
}

TEST_F(DeskTest, WhatCannotBeReadIsNotSaved) {
  const auto first = made();
  const auto wrong = saved({first.id, false, "a", {{"case.toml", "wrong"}}, {}}, first.of);
  ASSERT_FALSE(wrong);
  EXPECT_THAT(to_json(wrong.error()), HasSubstr("\"file\":\"case.toml\",\"line\":1"));
  const auto foreign = saved({first.id, false, "a", {{"../x.csv", "1"}}, {}}, first.of);
  EXPECT_THAT(to_json(foreign.error()), HasSubstr("take this one out"));
  EXPECT_EQ(saved({first.id, false, "", {}, {}}, first.of).error().errors[0].pointer, "/comment");
  const auto large =
      saved({first.id, false, "a", {{"b.csv", std::string(2'000'000, 'x')}}, {}}, first.of);
  EXPECT_THAT(to_json(large.error()), HasSubstr("more than"));
  EXPECT_EQ(desk(Role::leader).versions(first.of)->size(), 1U);
}

TEST_F(DeskTest, ADecisionStands) {
  const auto first = made();
  const auto by = desk(Role::leader);
  const auto decide = [&](std::chrono::year_month_day date) {
    return permitted(
               by, Act::decide_case,
               [&](const auto& permit) {
                 return by.decide(permit, first.id, {"2026/1", date, "Council", {}, {}}, kNow);
               })
        .value();
  };
  using namespace std::chrono;
  EXPECT_EQ(decide(year{2027} / 1 / 1).error().kind, ProblemKind::invalid) << "not yet";
  EXPECT_EQ(decide(year{2026} / 2 / 30).error().kind, ProblemKind::invalid) << "no such day";
  const auto decided = decide(year{2026} / 11 / 20);
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->decision->by, desk(Role::leader).versions(first.of)->front().author);
  EXPECT_EQ(decide(year{2026} / 11 / 20).error().kind, ProblemKind::already_decided);
  for (int i = 0; i < 5'000 && !cases_.decided_result(first.id, "note.count"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  EXPECT_EQ(cases_.decided_result(first.id, "note.count")->json, "{\"bytes\":5}")
      << "what the case shows is kept with it";
}

TEST_F(DeskTest, ALinkOpensOneVersionsResultsUntilItEnds) {
  const auto first = made();
  const auto by = desk(Role::leader);
  const auto share = [&](Instant until) {
    return permitted(by, Act::share_case,
                     [&](const auto& permit) { return by.share(permit, first.id, until, kNow); })
        .value();
  };
  EXPECT_FALSE(share(kNow));
  EXPECT_FALSE(share(kNow + std::chrono::hours{24 * 400}));
  const auto made = share(kNow + std::chrono::hours{1});
  ASSERT_TRUE(made);
  EXPECT_GE(made->second.size(), 32U);
  EXPECT_EQ(made->first.token_hash.find(made->second), std::string::npos);
  EXPECT_FALSE(open_share(office_, "guess", kNow));
  std::optional<Shared> opened;
  for (int i = 0; i < 5'000 && !(opened && opened->results[0].json); ++i) {
    opened = open_share(office_, made->second, kNow);
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->version.id, first.id);
  EXPECT_EQ(opened->results.at(0).json, "{\"bytes\":5}");
  EXPECT_FALSE(open_share(office_, made->second, kNow + std::chrono::hours{1})) << "ended";
  permitted(by, Act::share_case,
            [&](const auto& permit) { return by.revoke(permit, made->first.id, kNow); });
  EXPECT_FALSE(open_share(office_, made->second, kNow)) << "revoked";
}

TEST_F(DeskTest, ALinkShowsAToolThatHasItsFileAndCanCompute) {
  auto first = made();
  const auto by = desk(Role::leader);
  const auto shown = [&](const std::string& beside) {
    const auto next = saved({first.id, false, "beside", {{"beside.toml", beside}}, {}}, first.of);
    EXPECT_TRUE(next);
    first = *next;
    const auto token =
        permitted(by, Act::share_case,
                  [&](const auto& permit) {
                    return by.share(permit, next->id, kNow + std::chrono::hours{1}, kNow);
                  })
            .value()
            ->second;
    std::optional<Shared> opened;
    const auto settled = [&] {
      return opened && std::ranges::all_of(opened->results,
                                           [](const auto& one) { return one.json.has_value(); });
    };
    for (int i = 0; i < 5'000 && !settled(); ++i) {
      opened = open_share(office_, token, kNow);
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    EXPECT_TRUE(settled());
    std::vector<std::string> kinds;
    for (const auto& one : opened->results) kinds.push_back(one.run.kind);
    return kinds;
  };
  EXPECT_EQ(shown("right"), (std::vector<std::string>{"note.count", "note.beside"}));
  EXPECT_EQ(shown("wrong"), std::vector<std::string>{"note.count"});
  EXPECT_EQ(shown(""), std::vector<std::string>{"note.count"});
}

TEST_F(DeskTest, ACalculatorAnswersAtOnce) {
  EXPECT_EQ(*desk(Role::coordinator).calculated("note.twice", {{"text", "a"}}), "\"aa\"");
  EXPECT_EQ(desk(Role::operator_).calculated("note.twice", {{"text", "a"}}).error().kind,
            ProblemKind::forbidden);
  EXPECT_EQ(desk(Role::leader).calculated("note.thrice", {}).error().kind, ProblemKind::invalid);
  EXPECT_EQ(desk(Role::leader).calculated("note.twice", {{"x", "1"}}).error().errors[0].pointer,
            "/parameters/x");
  EXPECT_FALSE(desk(Role::leader).calculated("note.twice", {}));
}

TEST_F(DeskTest, ARunIsOfAKnownKindWithKnownParameters) {
  const auto first = made();
  EXPECT_EQ(desk(Role::leader).start(first.id, "note.other", {}).error().kind,
            ProblemKind::invalid);
  EXPECT_EQ(
      desk(Role::leader).start(first.id, "note.count", {{"x", "1"}}).error().errors[0].pointer,
      "/parameters/x");
  EXPECT_TRUE(desk(Role::coordinator).start(first.id, "note.count", {}));
}

}  // namespace
}  // namespace varde::steering
