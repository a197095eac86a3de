// The disk is full: nothing is acknowledged that is not kept, senders get 503, /readyz turns. With
// space again the centre serves on without a new start, and everything it acknowledged is there.
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

using namespace std::chrono_literals;

// A large bound on file sizes, so that the program starts with SIGXFSZ ignored; lowered later.
constexpr std::uint64_t kPlenty = 1ULL << 40;

bool turns(const harness::Centre& centre, long status) {
  auto client = centre.http();
  for (int tries = 0; tries < 200; ++tries) {
    if (client.get("/readyz").status == status) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

TEST(DiskFull, RefusesHonestlyAndRecoversByItself) {
  harness::Centre centre({.arguments = {}, .file_bytes_max = kPlenty, .data = {}});
  centre.start();
  auto sender = centre.sender();
  std::set<std::string> acknowledged;
  int n = 0;
  const auto send = [&] {
    const std::string number = std::to_string(n++);
    const auto answer = deliver(sender, signal("full/" + number, number));
    if (answer.status == 202) acknowledged.insert(json::parse(answer.body).at("alarm_id"));
    return answer.status;
  };
  for (int i = 0; i < 50; ++i) ASSERT_EQ(send(), 202);

  centre.process().limit_file_size(4096);
  long status = 202;
  for (int i = 0; i < 2000 && status == 202; ++i) status = send();
  EXPECT_EQ(status, 503);
  EXPECT_TRUE(turns(centre, 503)) << "/readyz does not tell";
  for (int i = 0; i < 20; ++i) EXPECT_EQ(send(), 503);

  centre.process().limit_file_size(0);
  EXPECT_TRUE(turns(centre, 200)) << "/readyz does not recover";
  for (int i = 0; i < 20; ++i) EXPECT_EQ(send(), 202);
  centre.kill();
  centre.start();
  centre.settle();
  auto reader = centre.operator_console("operator");
  const auto shown = by_id(open_alarms(reader));
  for (const std::string& alarm : acknowledged) EXPECT_TRUE(shown.contains(alarm)) << alarm;
  EXPECT_EQ(shown.size(), acknowledged.size()) << "what was refused was kept all the same";
}

}  // namespace
}  // namespace varde::smoke
