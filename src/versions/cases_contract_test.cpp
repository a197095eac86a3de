#include <memory>

#include <gmock/gmock.h>

#include "base/limits.hpp"
#include "sqlite/test_folder.hpp"
#include "steering/memory_cases.hpp"
#include "versions/sqlite_cases.hpp"

// One suite for every store of cases.
namespace varde::versions {
namespace {

using namespace steering;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = Cases::Refusal::Kind;

template <class IdType>
IdType id(std::uint64_t n) {
  return IdType{Ulid{n, n}};
}
Instant at(std::int64_t s) { return Instant{std::chrono::seconds{1'767'225'600 + s}}; }

enum class Which : std::uint8_t { memory, sqlite };

class CasesContract : public ::testing::TestWithParam<Which> {
 protected:
  void SetUp() override { open(); }

  void open() {
    if (GetParam() == Which::memory) {
      if (!cases_) cases_ = std::make_unique<MemoryCases>();
      return;
    }
    cases_.reset();
    auto opened = SqliteCases::open(folder_ / "cases.db");
    ASSERT_TRUE(opened) << opened.error().message;
    cases_ = std::move(opened).value();
  }
  Version version(std::uint64_t n, std::uint64_t of, std::optional<std::uint64_t> parent = {}) {
    Version v;
    v.id = id<VersionId>(n);
    v.of = id<CaseId>(of);
    v.author = id<ActorId>(7);
    v.at = at(static_cast<std::int64_t>(n));
    v.comment = "Rente økt til 5 %; \"etter møtet\"";
    if (parent) v.parent = id<VersionId>(*parent);
    return v;
  }
  Version added(std::uint64_t n, std::uint64_t of, const Files& files = {{"case.toml", "a"}}) {
    return cases_->add("cooperation", "Case", version(n, of), files).value();
  }

  sqlite::testing::TestFolder folder_;
  std::unique_ptr<Cases> cases_;
};

TEST_P(CasesContract, ACaseIsFoundAsItWasSaved) {
  const Files files{{"case.toml", "name = \"Æ\"\n"}, {"survey.csv", "a,b\r\n1,2\r\n"}};
  const auto first = added(1, 100, files);
  EXPECT_EQ(first.number, 1);
  EXPECT_EQ(first.parent, std::nullopt);
  open();
  const auto found = cases_->find(id<CaseId>(100));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, "cooperation");
  EXPECT_EQ(found->name, "Case");
  EXPECT_EQ(found->latest, first);
  EXPECT_EQ(found->decided, 0);
  EXPECT_EQ(cases_->files(first.id), files);
  EXPECT_EQ(cases_->version(first.id), first);
}

TEST_P(CasesContract, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(cases_->find(id<CaseId>(1)), std::nullopt);
  EXPECT_EQ(cases_->version(id<VersionId>(1)), std::nullopt);
  EXPECT_THAT(cases_->versions(id<CaseId>(1)), IsEmpty());
  EXPECT_THAT(cases_->files(id<VersionId>(1)), IsEmpty());
  EXPECT_THAT(cases_->cases(), IsEmpty());
  EXPECT_EQ(cases_->append("x", version(2, 1, 1), {}, false).error().kind, Kind::not_found);
  EXPECT_EQ(cases_->decide(id<VersionId>(1), {}).error().kind, Kind::not_found);
  EXPECT_EQ(cases_->revoke(id<ShareId>(1), at(0)).error().kind, Kind::not_found);
}

TEST_P(CasesContract, VersionsFollowEachOtherAndKeepTheirFiles) {
  const auto first = added(1, 100);
  const auto second =
      cases_->append("Renamed", version(2, 100, 1), {{"case.toml", "b"}}, false).value();
  EXPECT_EQ(second.number, 2);
  EXPECT_EQ(second.parent, first.id);
  EXPECT_THAT(cases_->versions(id<CaseId>(100)), ElementsAre(second, first));
  EXPECT_EQ(cases_->files(first.id), (Files{{"case.toml", "a"}}));
  EXPECT_EQ(cases_->files(second.id), (Files{{"case.toml", "b"}}));
  EXPECT_EQ(cases_->find(id<CaseId>(100))->name, "Renamed");
}

TEST_P(CasesContract, AStaleBaseIsRefusedWithWhoWasFirstUnlessItBranches) {
  added(1, 100);
  const auto second = cases_->append("n", version(2, 100, 1), {{"case.toml", "b"}}, false).value();
  const auto refused = cases_->append("n", version(3, 100, 1), {{"case.toml", "c"}}, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, Kind::stale);
  EXPECT_EQ(refused.error().latest, second);
  EXPECT_THAT(cases_->files(id<VersionId>(3)), IsEmpty()) << "nothing of it is kept";
  const auto branch = cases_->append("n", version(3, 100, 1), {{"case.toml", "c"}}, true);
  ASSERT_TRUE(branch) << branch.error().message;
  EXPECT_EQ(branch->number, 3);
  EXPECT_EQ(branch->parent, id<VersionId>(1));
}

TEST_P(CasesContract, AVersionOfAnotherCaseIsNoBase) {
  added(1, 100);
  added(2, 200);
  EXPECT_EQ(cases_->append("n", version(3, 100, 2), {}, true).error().kind, Kind::not_found);
  EXPECT_EQ(cases_->append("n", version(3, 100), {}, true).error().kind, Kind::not_found);
}

TEST_P(CasesContract, ADecisionIsMadeOnceAndStands) {
  const auto first = added(1, 100);
  const Decision decision{"2026/118", std::chrono::year{2026} / 11 / 20, "Brønnøy kommunestyre",
                          id<ActorId>(9), at(50)};
  const auto decided = cases_->decide(first.id, decision);
  ASSERT_TRUE(decided) << decided.error().message;
  EXPECT_EQ(decided->decision, decision);
  EXPECT_EQ(cases_->decide(first.id, decision).error().kind, Kind::decided);
  open();
  EXPECT_EQ(cases_->version(first.id)->decision, decision);
  EXPECT_EQ(cases_->find(id<CaseId>(100))->decided, 1);
  EXPECT_TRUE(cases_->append("n", version(2, 100, 1), {}, false)) << "one can go on from it";
  EXPECT_EQ(cases_->find(id<CaseId>(100))->latest.decision, std::nullopt);
}

TEST_P(CasesContract, CasesComeLatestChangedFirst) {
  added(1, 100);
  added(2, 200);
  const auto ids = [&] {
    std::vector<CaseId> found;
    for (const auto& one : cases_->cases()) found.push_back(one.id);
    return found;
  };
  EXPECT_THAT(ids(), ElementsAre(id<CaseId>(200), id<CaseId>(100)));
  ASSERT_TRUE(cases_->append("n", version(3, 100, 1), {}, false));
  EXPECT_THAT(ids(), ElementsAre(id<CaseId>(100), id<CaseId>(200)));
}

TEST_P(CasesContract, ALinkIsFoundByItsTokenUntilItIsRevoked) {
  added(1, 100);
  Share share{id<ShareId>(5), id<VersionId>(1), "hash-1", id<ActorId>(7), at(1), at(100), {}};
  ASSERT_TRUE(cases_->add_share(share));
  auto later = share;
  later.id = id<ShareId>(6);
  later.token_hash = "hash-2";
  later.at = at(2);
  ASSERT_TRUE(cases_->add_share(later));
  open();
  EXPECT_EQ(cases_->share_by("hash-1"), share);
  EXPECT_EQ(cases_->share_by("other"), std::nullopt);
  EXPECT_THAT(cases_->shares(id<VersionId>(1)), ElementsAre(later, share));
  EXPECT_TRUE(share.opens(at(99)));
  EXPECT_FALSE(share.opens(at(100)));
  ASSERT_TRUE(cases_->revoke(share.id, at(10)));
  ASSERT_TRUE(cases_->revoke(share.id, at(20)));
  EXPECT_EQ(cases_->share_by("hash-1")->revoked, at(10)) << "the first time counts";
  EXPECT_FALSE(cases_->share_by("hash-1")->opens(at(11)));
  share.version = id<VersionId>(77);
  share.id = id<ShareId>(8);
  share.token_hash = "hash-3";
  EXPECT_EQ(cases_->add_share(share).error().kind, Kind::not_found);
}

TEST_P(CasesContract, TheNewestResultsAreKept) {
  EXPECT_EQ(cases_->result("k"), std::nullopt);
  ASSERT_TRUE(cases_->keep_result("k", at(1), "{\"a\":1}"));
  ASSERT_TRUE(cases_->keep_result("k", at(2), "{\"a\":2}"));
  open();
  EXPECT_EQ(cases_->result("k"), "{\"a\":2}");
  for (std::size_t n = 0; n < limits::kKeptResults; ++n)
    ASSERT_TRUE(cases_->keep_result("n" + std::to_string(n), at(3), "{}"));
  EXPECT_EQ(cases_->result("k"), std::nullopt);
  EXPECT_EQ(cases_->result("n0"), "{}");
}

TEST_P(CasesContract, WhatADecisionShowedStands) {
  const auto first = added(1, 100);
  EXPECT_FALSE(cases_->keep_decided(first.id, "run", at(1), {"1.0", "{}"})) << "not decided";
  ASSERT_TRUE(cases_->decide(
      first.id, {"2026/118", std::chrono::year{2026} / 11 / 20, "x", id<ActorId>(9), at(50)}));
  EXPECT_EQ(cases_->decided_result(first.id, "run"), std::nullopt);
  ASSERT_TRUE(cases_->keep_decided(first.id, "run", at(51), {"1.0", "{\"a\":1}"}));
  ASSERT_TRUE(cases_->keep_decided(first.id, "run", at(52), {"2.0", "{\"a\":2}"}));
  ASSERT_TRUE(cases_->keep_decided(first.id, "other", at(52), {"2.0", "{\"b\":2}"}));
  open();
  EXPECT_EQ(cases_->decided_result(first.id, "run"), (DecidedResult{"1.0", "{\"a\":1}"}));
  EXPECT_EQ(cases_->decided_result(first.id, "other"), (DecidedResult{"2.0", "{\"b\":2}"}));
  EXPECT_EQ(cases_->decided_result(id<VersionId>(2), "run"), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Stores, CasesContract, ::testing::Values(Which::memory, Which::sqlite),
                         [](const auto& one) {
                           return one.param == Which::memory ? "Memory" : "Sqlite";
                         });

}  // namespace
}  // namespace varde::versions
