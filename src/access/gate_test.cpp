#include "access/gate.hpp"

#include <gtest/gtest.h>

#include "access/testing.hpp"

namespace varde::access {
namespace {

using tenancy::Municipality;
using tenancy::Role;

constexpr Municipality kHere{1813};
constexpr Municipality kNeighbour{1820};
constexpr Municipality kJoined{1824};

class GateTest : public ::testing::Test {
 protected:
  GateTest() {
    for (const auto m : {kHere, kNeighbour, kJoined}) {
      MunicipalityRow row;
      row.municipality = m;
      records.municipality_rows.push_back(row);
    }
    add("day", Role::operator_, {kHere});
    add("night", Role::operator_, {kNeighbour});
    add("coordinator", Role::coordinator, {kHere, kJoined});
  }
  void add(std::string login, Role role, Municipalities scope) {
    const auto n = records.account_rows.size() + 1;
    records.account_rows.push_back(
        {{ActorId{Ulid{n, n}}, login, role, std::move(scope)}, std::move(login), ""});
  }

  testing::FakeRecords records;
  testing::FakeInbox inbox;
  Gate gate{records, inbox};
};

TEST_F(GateTest, AMunicipalityThatNoOperatorHasIsEveryOperators) {
  EXPECT_EQ(gate.account("day")->actor.municipalities, (Municipalities{kHere, kJoined}));
  EXPECT_EQ(gate.account("night")->actor.municipalities, (Municipalities{kNeighbour, kJoined}));
  EXPECT_EQ(gate.account("coordinator")->actor.municipalities, (Municipalities{kHere, kJoined}));
  for (const auto& account : gate.accounts())
    EXPECT_EQ(account.actor.municipalities, gate.account(account.login)->actor.municipalities);
}

TEST_F(GateTest, OnceAnOperatorHasItItIsThatOperators) {
  add("third", Role::operator_, {kJoined});
  EXPECT_EQ(gate.account("day")->actor.municipalities, Municipalities{kHere});
  EXPECT_EQ(gate.account("third")->actor.municipalities, Municipalities{kJoined});
}

TEST_F(GateTest, NobodyIsNobody) { EXPECT_FALSE(gate.account("stranger").has_value()); }

}  // namespace
}  // namespace varde::access
