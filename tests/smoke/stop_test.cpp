// SIGTERM under load: what was acknowledged is there, the program says good-bye with 0, and starts
// again from a snapshot.
#include <atomic>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

TEST(Stop, ByRequestKeepsWhatWasAcknowledgedAndEndsWithZero) {
  harness::Centre centre;
  centre.start();
  std::atomic<bool> done = false;
  std::set<std::string> acknowledged;
  std::thread load([&] {
    auto sender = centre.sender();
    for (int n = 0; !done; ++n) {
      const auto answer = deliver(sender, signal("stop/" + std::to_string(n), std::to_string(n)));
      if (answer.status == 202) acknowledged.insert(json::parse(answer.body).at("alarm_id"));
    }
  });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  EXPECT_EQ(centre.stop(), 0) << centre.log();
  done = true;
  load.join();
  ASSERT_FALSE(acknowledged.empty());

  centre.start();
  centre.settle();
  auto reader = centre.operator_console("operator");
  const auto shown = by_id(open_alarms(reader));
  for (const std::string& alarm : acknowledged) EXPECT_TRUE(shown.contains(alarm)) << alarm;
  EXPECT_EQ(centre.stop(), 0);
}

}  // namespace
}  // namespace varde::smoke
