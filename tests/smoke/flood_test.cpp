// A device gone mad sends 10,000 repeats as fast as it can: it is told to wait, and another
// sender's alarms are answered as usual meanwhile.
#include <algorithm>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

using Clock = std::chrono::steady_clock;

TEST(Flood, FromOneDeviceDoesNotHoldUpAnother) {
  harness::Centre centre;
  centre.start();
  std::atomic<int> refused = 0;
  std::atomic<int> floods = 2;
  std::vector<std::thread> mad;
  for (int i = 0; i < 2; ++i) {
    mad.emplace_back([&, i] {
      auto sender = centre.sender();
      for (int batch = 0; batch < 50; ++batch) {
        json signals = json::array();
        for (int n = 0; n < 100; ++n) {
          const std::string id = std::to_string(i) + "-" + std::to_string(batch * 100 + n);
          signals.push_back(json::parse(signal("flood/mad", id)));
        }
        const auto answer = deliver(sender, json{{"signals", signals}}.dump());
        if (answer.body.find("too-many") != std::string::npos || answer.status == 429) ++refused;
      }
      --floods;
    });
  }
  auto sender = centre.sender();
  std::vector<double> times_ms;
  for (int n = 0; n < 20 || (floods > 0 && n < 2000); ++n) {
    const auto start = Clock::now();
    const auto answer =
        deliver(sender, signal("flood/calm-" + std::to_string(n), "c" + std::to_string(n)));
    times_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    ASSERT_EQ(answer.status, 202) << answer.body;
  }
  for (std::thread& thread : mad) thread.join();
  EXPECT_GT(refused.load(), 0) << "nobody told the mad device to wait";
  std::sort(times_ms.begin(), times_ms.end());
  EXPECT_LT(times_ms[times_ms.size() / 2], 250) << "the calm sender was held up";
  auto client = centre.http();
  EXPECT_NE(client.get("/metrics").body.find("varde"), std::string::npos);
}

}  // namespace
}  // namespace varde::smoke
