// A backup taken while signals come in is whole: it verifies, and a centre restored from it shows
// every alarm that was acknowledged before the backup began.
#include <atomic>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

TEST(Backup, WhileServingIsWholeAndRestores) {
  harness::Centre centre;
  centre.start();
  auto sender = centre.sender();
  std::set<std::string> before;
  for (int n = 0; n < 100; ++n) {
    const auto answer = deliver(sender, signal("backup/" + std::to_string(n), std::to_string(n)));
    ASSERT_EQ(answer.status, 202) << answer.body;
    before.insert(json::parse(answer.body).at("alarm_id"));
  }
  std::atomic<bool> done = false;
  std::thread load([&] {
    auto other = centre.sender();
    for (int n = 0; !done; ++n) {
      deliver(other, signal("during/" + std::to_string(n), "during-" + std::to_string(n)));
    }
  });
  const harness::TempFolder folder;
  const auto copy = (folder.path() / "copy").string();
  const harness::Ran copied =
      harness::varde({"backup", "--data", centre.data().string(), "--to", copy});
  done = true;
  load.join();
  ASSERT_EQ(copied.status, 0) << copied.output;
  const harness::Ran verified = harness::varde({"verify", "--data", copy});
  EXPECT_EQ(verified.status, 0) << verified.output;

  const auto data = folder.path() / "restored";
  const harness::Ran restored =
      harness::varde({"restore", "--from", copy, "--data", data.string()});
  ASSERT_EQ(restored.status, 0) << restored.output;
  harness::Centre other({.arguments = {}, .data = data});
  other.start();
  other.settle();
  auto reader = other.operator_console("operator");
  const auto shown = by_id(open_alarms(reader));
  for (const std::string& alarm : before) EXPECT_TRUE(shown.contains(alarm)) << alarm;
}

}  // namespace
}  // namespace varde::smoke
