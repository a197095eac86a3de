#include "store/test_contract.hpp"

namespace varde::store::testing {
namespace {

using ::testing::ElementsAre;

care::ServiceUser user_numbered(std::uint64_t number, const std::string& name) {
  care::ServiceUser user;
  user.id = id<UserId>(number);
  user.name = name;
  user.born = std::chrono::year{1941} / 3 / 2;
  user.municipality = {1813};
  return user;
}

class PersonContract : public StoreContract {
 protected:
  std::vector<std::uint64_t> found(const access::UserFilter& filter, std::size_t limit = 2) {
    std::vector<std::uint64_t> numbers;
    for (const auto& brief :
         all_pages(limit, [&](const auto& page) { return records().users(filter, page); }))
      numbers.push_back(brief.id.low);
    return numbers;
  }
};

TEST_P(PersonContract, EveryFieldComesBack) {
  auto user = user_numbered(1, "Åse Bjørnsdatter");
  user.national_id = "02834100000";
  user.sex = care::Sex::female;
  user.address = {id<HomeId>(3), "Storgata 1", "8900", "Brønnøysund", 65.47, 12.21};
  user.phone = "+4775000001";
  user.language = "sma";
  user.contacts = {
      {id<ContactId>(1), "next_of_kin", "Per", "sønn", "+4790000001", true},
      {id<ContactId>(2), "home_care_team", "Hjemmetjenesten", "", "+4775000000", false}};
  user.instructions = {{"Hund", "Er snill"}, {"Diabetes", "Se skap"}};
  user.access = {"1234", "lås", "bakdør"};
  user.plan = id<PlanId>(9);
  ASSERT_TRUE(subject_->reg().put_users({user, user_numbered(2, "Ola")}));
  subject_->reopen();
  const auto kept = records().user(user.id).value();
  EXPECT_EQ(kept.national_id, user.national_id);
  EXPECT_EQ(kept.name, user.name);
  EXPECT_EQ(kept.born, user.born);
  EXPECT_EQ(kept.sex, user.sex);
  EXPECT_EQ(kept.municipality, user.municipality);
  EXPECT_EQ(kept.address.home, user.address.home);
  EXPECT_EQ(kept.address.line, user.address.line);
  EXPECT_EQ(kept.address.postal_code, user.address.postal_code);
  EXPECT_EQ(kept.address.city, user.address.city);
  EXPECT_EQ(kept.address.latitude, 65.47);
  EXPECT_EQ(kept.address.longitude, 12.21);
  EXPECT_EQ(kept.phone, user.phone);
  EXPECT_EQ(kept.language, user.language);
  EXPECT_EQ(kept.access.key_box, "1234");
  EXPECT_EQ(kept.access.e_lock, "lås");
  EXPECT_EQ(kept.access.door, "bakdør");
  EXPECT_EQ(kept.plan, user.plan);
  ASSERT_EQ(kept.contacts.size(), 2U);
  EXPECT_EQ(kept.contacts[0].id, id<ContactId>(1));
  EXPECT_EQ(kept.contacts[0].relation, "sønn");
  EXPECT_TRUE(kept.contacts[0].has_key);
  EXPECT_EQ(kept.contacts[1].kind, "home_care_team");
  EXPECT_EQ(kept.contacts[1].phone, "+4775000000");
  ASSERT_EQ(kept.instructions.size(), 2U);
  EXPECT_EQ(kept.instructions[1].title, "Diabetes");
  EXPECT_TRUE(records().user(id<UserId>(2))->contacts.empty());
  EXPECT_FALSE(records().user(id<UserId>(3)));
}

TEST_P(PersonContract, PuttingAgainReplacesContactsAndInstructions) {
  auto user = user_numbered(1, "Kari");
  user.contacts.resize(3);
  user.instructions.resize(2);
  ASSERT_TRUE(subject_->reg().put_users({user}));
  user.contacts.resize(1);
  user.instructions.clear();
  user.name = "Kari Ny";
  ASSERT_TRUE(subject_->reg().put_users({user}));
  const auto kept = records().user(user.id).value();
  EXPECT_EQ(kept.name, "Kari Ny");
  EXPECT_EQ(kept.contacts.size(), 1U);
  EXPECT_TRUE(kept.instructions.empty());
  EXPECT_THAT(found({.text = "ny"}), ElementsAre(1));
}

TEST_P(PersonContract, SearchTakesBeginningsOfWordsInAnyOrderAndCase) {
  ASSERT_TRUE(subject_->reg().put_users(
      {user_numbered(1, "Kari Nordmann"), user_numbered(2, "Kåre Østby-Lind"),
       user_numbered(3, "André  Karlsen"), user_numbered(4, "Ærlige Åse")}));
  EXPECT_THAT(found({.text = "kar"}), ElementsAre(3, 1));
  EXPECT_THAT(found({.text = "NORD kari"}), ElementsAre(1));
  EXPECT_THAT(found({.text = "ØST"}), ElementsAre(2));
  EXPECT_THAT(found({.text = "lind"}), ElementsAre(2));
  EXPECT_THAT(found({.text = "andre"}), ElementsAre(3));
  EXPECT_THAT(found({.text = "å"}), ElementsAre(4));
  EXPECT_THAT(found({.text = "mann"}), ElementsAre()) << "not inside a word";
  EXPECT_THAT(found({.text = "kari nobody"}), ElementsAre());
  EXPECT_THAT(found({.text = "%"}), ElementsAre(3, 1, 2, 4)) << "no word asked for";
  EXPECT_THAT(found({.text = "_ari"}), ElementsAre());
}

TEST_P(PersonContract, ListsInNorwegianAlphabetAndScope) {
  const std::vector<std::string> names = {"Åse", "Ærlig", "Zara", "Øyvind", "Anne", "Ødd"};
  std::vector<care::ServiceUser> users;
  for (std::uint64_t i = 0; i < names.size(); ++i) {
    users.push_back(user_numbered(i + 1, names[i]));
    users.back().municipality = {static_cast<std::uint16_t>(1811 + i % 2)};
  }
  ASSERT_TRUE(subject_->reg().put_users(users));
  subject_->reopen();
  for (const std::size_t limit : {1U, 4U, 6U})
    EXPECT_THAT(found({}, limit), ElementsAre(5, 3, 2, 6, 4, 1)) << limit;
  EXPECT_THAT(found({.municipalities = access::Municipalities{{1811}}}), ElementsAre(5, 3, 1));
  EXPECT_THAT(found({.municipalities = access::Municipalities{}}), ElementsAre());
}

TEST_P(PersonContract, ABriefHoldsWhatAQueueNeeds) {
  auto user = user_numbered(1, "Kari");
  user.sex = care::Sex::female;
  user.address.city = "Vega";
  ASSERT_TRUE(subject_->reg().put_users({user}));
  auto alarm = alarm_numbered(1);
  alarm.user = user.id;
  effects_.entry(at(0)).add(engine::AlarmChanged{alarm});
  settle();
  for (const auto& brief :
       {records().user_brief(user.id).value(), records().users({}, {}).items.at(0)}) {
    EXPECT_EQ(brief.id, user.id);
    EXPECT_EQ(brief.name, "Kari");
    EXPECT_EQ(brief.born, user.born);
    EXPECT_EQ(brief.sex, care::Sex::female);
    EXPECT_EQ(brief.municipality, user.municipality);
    EXPECT_EQ(brief.city, "Vega");
    EXPECT_EQ(brief.open_alarms, 1U);
  }
  EXPECT_FALSE(records().user_brief(id<UserId>(2)));
}

TEST_P(PersonContract, EveryLookIsShownNewestFirst) {
  for (std::uint64_t number = 1; number <= 1'003; ++number) {
    const tenancy::AccessRecord record{.actor = id<ActorId>(number),
                                       .role = tenancy::Role::coordinator,
                                       .act = tenancy::Act::view_person,
                                       .municipality = {1813},
                                       .person = id<UserId>(number == 1'002 ? 2 : 1),
                                       .alarm = id<AlarmId>(5),
                                       .basis = tenancy::Basis::stated_reason,
                                       .refusal = tenancy::Refusal::scope};
    effects_.entry(at(static_cast<std::int64_t>(number)))
        .add(engine::AccessLogged{record}, "fordi");
  }
  settle();
  const auto log = records().access_log(id<UserId>(1));
  ASSERT_EQ(log.size(), 1'000U);
  EXPECT_EQ(log[0].at, at(1'003));
  EXPECT_EQ(log[0].reason, "fordi");
  EXPECT_EQ(log[0].record.actor, id<ActorId>(1'003));
  EXPECT_EQ(log[0].record.role, tenancy::Role::coordinator);
  EXPECT_EQ(log[0].record.act, tenancy::Act::view_person);
  EXPECT_EQ(log[0].record.municipality.number, 1813);
  EXPECT_EQ(log[0].record.alarm, id<AlarmId>(5));
  EXPECT_EQ(log[0].record.basis, tenancy::Basis::stated_reason);
  EXPECT_EQ(log[0].record.refusal, tenancy::Refusal::scope);
  EXPECT_EQ(log[1].at, at(1'001));
  EXPECT_EQ(records().access_log(id<UserId>(2)).size(), 1U);
  EXPECT_TRUE(records().access_log(id<UserId>(3)).empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, PersonContract, stores(), store_name);

}  // namespace
}  // namespace varde::store::testing
