#include "app/enrol/enrolment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data_folder.hpp"
#include "app/files.hpp"
#include "engine/ports.hpp"
#include "engine/sequencer.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/verify.hpp"
#include "store/sqlite_store.hpp"

namespace varde::app {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const EnrolmentFiles kFiles = {
    {"municipalities.csv",
     "number,name,organisation_number,inhabitants,latitude,longitude\n"
     "1813,Brønnøy,964983291,7700,65.47,12.21\n"},
    {"teams.csv", "team,municipality,kind,name,phone\nnord,1813,home_care_team,Nord,+4775000001\n"},
    {"users.csv",
     "user,name,born,municipality,address,postal_code,city,sex,plan\n"
     "u1,Ola Testmann,1941-05-17,1813,Storgata 1,8900,Brønnøysund,male,day\n"
     "u2,Kari Testkvinne,1938-01-02,1813,Storgata 2,8900,Brønnøysund,female,\n"},
    {"contacts.csv",
     "contact,user,name,relation,phone,has_key\nc1,u1,Per Testmann,sønn,+4775000002,yes\n"},
    {"instructions.csv", "user,title,text\nu1,Hørsel,Snakk høyt\n"},
    {"plans.csv",
     "plan,target,contact,limit_s,weekdays,from,until\n"
     "day,home_care_team,nord,120,12345,07:30,15:00\n"
     "day,next_of_kin,c1,90,,,\n"
     "day,response_centre,,,,,\n"},
    {"devices.csv",
     "address,model,municipality,state,user,silence_limit_s,password\n"
     "scaip:70000001,Hub,1813,in_use,u1,90000,hemmelig\n"
     "scaip:70000002,Hub,1813,in_store,,,\n"}};

std::vector<std::string> complaints_of(EnrolmentFiles files) {
  const auto read = read_enrolment(files, "varde");
  std::vector<std::string> out;
  if (!read)
    for (const auto& complaint : read.error()) out.push_back(cases::to_string(complaint));
  return out;
}

TEST(Enrolment, ReadsARegister) {
  const auto read = read_enrolment(kFiles, "varde");
  ASSERT_TRUE(read) << cases::to_string(read.error().front());
  ASSERT_THAT(read->users, SizeIs(2));
  const auto& ola = read->users[0];
  EXPECT_EQ(ola.name, "Ola Testmann");
  EXPECT_EQ(ola.sex, care::Sex::male);
  ASSERT_THAT(ola.contacts, SizeIs(1));
  EXPECT_TRUE(ola.contacts[0].has_key);
  ASSERT_THAT(read->plans, SizeIs(1));
  ASSERT_THAT(read->plans[0].steps, SizeIs(3));
  EXPECT_EQ(read->plans[0].steps[0].hours, (care::Hours{0x1F, 450, 900}));
  EXPECT_EQ(read->plans[0].steps[0].contact, read->municipalities[0].teams[0].id);
  ASSERT_THAT(read->devices, SizeIs(2));
  EXPECT_EQ(read->devices[0].user, ola.id);
  EXPECT_EQ(read->devices[0].home, ola.address.home);
  EXPECT_EQ(read->devices[0].plan, ola.plan) << "the user's own, when the device names none";
  ASSERT_THAT(read->secrets, SizeIs(1));
  EXPECT_THAT(read->secrets[0].ha1, SizeIs(32)) << "never the password itself";
}

TEST(Enrolment, EveryMistakeIsNamedAtOnceWithItsPlace) {
  auto files = kFiles;
  files["users.csv"] +=
      "u1,Twice,1941-05-17,1813,A,8900,B,male,\n"
      "u3,Born,17.05.1941,1813,A,8900,B,male,\n"
      "u4,Where,1941-05-17,1814,A,8900,B,male,\n";
  files["devices.csv"] +=
      "scaip:70000001,Hub,1813,in_use,u1,,\n"
      "http:gateway/1,Hub,1813,in_use,u9,,secret\n";
  files["plans.csv"] += "night,next_of_kin,c7,90,8,25:00,\n";
  files["staff.csv"] = "name\n";
  const auto told = complaints_of(files);
  for (const auto* expected :
       {"users.csv:4: user 'u1' stands twice", "users.csv:5: born is to be a date",
        "users.csv:6: municipality '1814' is not in", "devices.csv:4: device 'scaip:70000001'",
        "devices.csv:5: user 'u9' is not in users.csv", "begins with scaip: has a password",
        "contact 'c7' is neither", "plans.csv:5: plan 'night'", "weekdays are digits",
        "from '25:00' is no time of day", "staff.csv: is no file of a register"})
    EXPECT_THAT(told, Contains(HasSubstr(expected)));
}

class EnterTest : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::remove_all(folder_.root); }
  void TearDown() override { std::filesystem::remove_all(folder_.root); }
  Entered enter_files(const EnrolmentFiles& files, Instant now) {
    const auto read = read_enrolment(files, "varde");
    VARDE_ASSERT(read.ok());
    auto entered = enter(*read, folder_.root, now);
    EXPECT_TRUE(entered) << entered.error().message;
    return entered ? *entered : Entered{};
  }
  const Instant start_{std::chrono::hours{500'000}};
  DataFolder folder_{std::filesystem::temp_directory_path() / "varde_enrol_test"};
};

TEST_F(EnterTest, TheSameFilesAgainChangeNothing) {
  const auto first = enter_files(kFiles, start_);
  EXPECT_EQ(first.plans, 1U);
  EXPECT_EQ(first.devices, 2U);
  const auto second = enter_files(kFiles, start_ + std::chrono::hours{24});
  EXPECT_EQ(second.plans + second.devices, 0U);
  const auto checked = journal::verify(folder_.journal());
  ASSERT_TRUE(checked);
  EXPECT_TRUE(checked->ok());
  EXPECT_EQ(checked->entries, 3U);
}

TEST_F(EnterTest, AChangedDeviceIsEnteredAndAnAssignmentBeginsAnew) {
  enter_files(kFiles, start_);
  auto files = kFiles;
  files["devices.csv"] =
      "address,model,municipality,state,user,silence_limit_s,password\n"
      "scaip:70000001,Hub,1813,in_use,u2,90000,\n"
      "scaip:70000002,Hub,1813,in_store,,,\n";
  const auto later = start_ + std::chrono::hours{24};
  EXPECT_EQ(enter_files(files, later).devices, 1U);
  const auto journal =
      journal::SqliteJournal::open(folder_.journal(), journal::SqliteJournal::Mode::write);
  ASSERT_TRUE(journal);
  const auto store = store::SqliteStore::open(folder_.store(), {});
  ASSERT_TRUE(store);
  const auto engine = engine::recover(**journal, **store);
  ASSERT_TRUE(engine);
  const auto* device = engine->find_device("scaip:70000001");
  ASSERT_NE(device, nullptr);
  EXPECT_EQ(device->assigned_from, later);
  EXPECT_EQ(store.value()->municipalities().at(0).users, 2U);
}

TEST_F(EnterTest, TheDemoIsLeftAlone) {
  ASSERT_TRUE(make_private_folder(folder_.root));
  ASSERT_TRUE(write_private_file(folder_.demo_marker(), "ready\n"));
  const auto read = read_enrolment(kFiles, "varde");
  ASSERT_TRUE(read);
  EXPECT_FALSE(enter(*read, folder_.root, start_));
}

}  // namespace
}  // namespace varde::app
