#include "app/demo/people.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <fmt/format.h>

#include "app/demo/epoch.hpp"
#include "app/demo/municipalities.hpp"
#include "app/demo/national_id.hpp"
#include "app/demo/words.hpp"

namespace varde::app::demo {
namespace {

using care::Sex;

constexpr double kMeanAge = 84;
constexpr double kAgeDeviation = 7.5;
constexpr int kYoungest = 48;
constexpr int kOldest = 103;
constexpr double kShareOfWomen = 0.64;
constexpr double kShareWithSpouseOnAlarm = 0.045;
constexpr double kKmPerDegree = 111.2;

class Maker {
 public:
  explicit Maker(Random random) : random_(random) {}

  std::vector<care::ServiceUser> people_of(
      const Facts& facts, const std::array<care::ResponsePlan, kPlanKinds>& plans) {
    const auto wanted =
        static_cast<std::size_t>(std::lround(facts.aged_67 * kUsersPer1000Aged67 / 1'000));
    std::vector<care::ServiceUser> people;
    while (people.size() < wanted) {
      people.push_back(person(facts, plans));
      if (people.size() < wanted && random_.chance(kShareWithSpouseOnAlarm)) {
        const care::ServiceUser first = people.back();
        people.push_back(spouse(first, facts, plans));
      }
    }
    return people;
  }

 private:
  care::ServiceUser person(const Facts& facts,
                           const std::array<care::ResponsePlan, kPlanKinds>& plans) {
    care::ServiceUser user;
    user.id = UserId{random_.id(kEpoch)};
    user.sex = random_.chance(kShareOfWomen) ? Sex::female : Sex::male;
    born(user, static_cast<int>(std::lround(random_.normal(kMeanAge, kAgeDeviation))));
    user.municipality = {facts.number};
    const int age = care::age_at(user.born, kEpoch);
    const auto given = given_name(random_, user.sex, age);
    user.name = fmt::format("{} {}", given, surname(random_));
    user.address = home(facts);
    user.phone = phone();
    user.language = "nb";
    user.contacts = contacts(user);
    for (int i = random_.between(0, 2); i > 0; --i) add_instruction(user);
    user.access = way_in();
    user.plan = plans[static_cast<std::size_t>(plan_kind(random_))].id;
    return user;
  }

  /// Somebody of the other sex and about the same age, with the same name and home.
  care::ServiceUser spouse(const care::ServiceUser& first, const Facts& facts,
                           const std::array<care::ResponsePlan, kPlanKinds>& plans) {
    care::ServiceUser user = person(facts, plans);
    user.sex = first.sex == Sex::female ? Sex::male : Sex::female;
    const int age = care::age_at(first.born, kEpoch) + random_.between(-4, 4);
    born(user, age);
    user.name = fmt::format("{} {}", given_name(random_, user.sex, age),
                            first.name.substr(first.name.find(' ') + 1));
    user.address = first.address;
    user.access = first.access;
    user.contacts = first.contacts;
    for (auto& contact : user.contacts) contact.id = ContactId{random_.id(kEpoch)};
    return user;
  }

  void born(care::ServiceUser& user, int age) {
    const int year = 2025 - std::clamp(age, kYoungest, kOldest);
    // A day that every month has keeps the date valid.
    user.born = std::chrono::year{year} / std::chrono::month(unsigned(random_.between(1, 12))) /
                std::chrono::day(unsigned(random_.between(1, 28)));
    std::optional<std::string> id;
    while (!id || !ids_.insert(*id).second)
      id = synthetic_national_id(user.born, user.sex, random_.between(0, 499));
    user.national_id = *id;
  }

  care::Address home(const Facts& facts) {
    care::Address address;
    address.home = HomeId{random_.id(kEpoch)};
    address.line = street_address(random_);
    address.postal_code = facts.postal_code;
    address.city = facts.city;
    const double spread_km = facts.inhabitants > 7'000 ? 0.8 : 0.5;
    const double across = kKmPerDegree * std::cos(facts.latitude * std::numbers::pi / 180);
    address.latitude = facts.latitude + random_.normal(0, spread_km) / kKmPerDegree;
    address.longitude = facts.longitude + random_.normal(0, spread_km) / across;
    return address;
  }

  /// No Norwegian subscriber number starts with 0: nobody can be called by mistake.
  std::string phone() { return fmt::format("+4700{:06}", random_.below(1'000'000)); }

  std::vector<care::Contact> contacts(const care::ServiceUser& user) {
    std::vector<care::Contact> list;
    const int count = random_.between(1, 3);
    for (int i = 0; i < count; ++i) {
      const std::string_view how = relation(random_);
      const bool woman = how == "datter" || how == "svigerdatter" || how == "søster" ||
                         (how != "sønn" && how != "bror" && random_.chance(0.5));
      const bool same_name = how == "datter" || how == "sønn" || how == "ektefelle";
      const auto given = given_name(random_, woman ? Sex::female : Sex::male, 55);
      const std::string last =
          same_name ? user.name.substr(user.name.find(' ') + 1) : surname(random_);
      list.push_back({ContactId{random_.id(kEpoch)}, "next_of_kin",
                      fmt::format("{} {}", given, last), std::string{how}, phone(),
                      random_.chance(0.6)});
    }
    return list;
  }

  void add_instruction(care::ServiceUser& user) {
    auto next = instruction(random_);
    const auto same = [&](const auto& known) { return known.title == next.title; };
    if (std::ranges::none_of(user.instructions, same)) user.instructions.push_back(std::move(next));
  }

  care::HomeAccess way_in() {
    care::HomeAccess access;
    const double draw = random_.unit();
    if (draw < 0.45)
      access.e_lock = fmt::format("E-lås {:05}", random_.below(100'000));
    else if (draw < 0.85)
      access.key_box = fmt::format("Nøkkelboks ved døra, kode {:04}", random_.below(10'000));
    access.door = door(random_);
    return access;
  }

  Random random_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<care::ServiceUser> make_people(
    const std::vector<access::MunicipalityRow>& municipalities,
    const std::vector<std::array<care::ResponsePlan, kPlanKinds>>& plans, Random random) {
  VARDE_ASSERT(municipalities.size() == helgeland().size() && plans.size() == helgeland().size());
  Maker maker{random};
  std::vector<care::ServiceUser> all;
  for (std::size_t i = 0; i < helgeland().size(); ++i) {
    VARDE_ASSERT(municipalities[i].municipality.number == helgeland()[i].number);
    for (auto& user : maker.people_of(helgeland()[i], plans[i])) all.push_back(std::move(user));
  }
  return all;
}

}  // namespace varde::app::demo
