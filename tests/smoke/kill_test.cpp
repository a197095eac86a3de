// kill -9 under load, fifty times: every acknowledged signal is there afterwards, and each alarm
// once, although the senders sent again whatever was not acknowledged.
#include <atomic>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

using namespace std::chrono_literals;

constexpr int kKills = 50;
constexpr int kSenders = 6;
constexpr int kDevicesEach = 150;

// Sends signal after signal; one that is not acknowledged is sent again, with the same id, until it
// is.
class Sender {
 public:
  Sender(const harness::Centre& centre, int number) : client_(centre.sender()), number_(number) {
    client_.patience_ms(3'000);
  }

  void run(const std::atomic<bool>& done) {
    for (int n = 0; !done; ++n) {
      const std::string device =
          "kill/" + std::to_string(number_) + "-" + std::to_string(n % kDevicesEach);
      const std::string body = signal(device, std::to_string(number_) + "-" + std::to_string(n));
      harness::Answer answer = deliver(client_, body);
      for (; answer.status != 202; answer = deliver(client_, body)) {
        ++again_;
        std::this_thread::sleep_for(5ms);
      }
      const json receipt = json::parse(answer.body);
      ++signals_of_[device];
      alarms_of_[device].insert(receipt.at("alarm_id").get<std::string>());
    }
  }

  const std::map<std::string, int>& signals_of() const { return signals_of_; }
  const std::map<std::string, std::set<std::string>>& alarms_of() const { return alarms_of_; }
  int again() const { return again_; }

 private:
  harness::Http client_;
  int number_;
  std::map<std::string, int> signals_of_;
  std::map<std::string, std::set<std::string>> alarms_of_;
  int again_ = 0;
};

TEST(Kill, LosesNoAcknowledgedSignalAndShowsEachAlarmOnce) {
  harness::Centre centre;
  centre.start();
  std::vector<Sender> senders;
  for (int i = 0; i < kSenders; ++i) senders.emplace_back(centre, i);
  std::atomic<bool> done = false;
  std::vector<std::thread> threads;
  for (Sender& sender : senders) threads.emplace_back([&] { sender.run(done); });
  std::mt19937 random(1);
  for (int i = 0; i < kKills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
    centre.kill();
    centre.start();
  }
  std::this_thread::sleep_for(300ms);
  done = true;
  for (std::thread& thread : threads) thread.join();

  centre.settle();
  auto reader = centre.operator_console("operator");
  const auto all = open_alarms(reader);
  const auto shown = by_id(all);
  EXPECT_EQ(all.size(), shown.size()) << "an alarm is in the list twice";
  std::size_t devices = 0;
  int signals = 0;
  int again = 0;
  for (const Sender& sender : senders) {
    again += sender.again();
    devices += sender.signals_of().size();
    for (const auto& [device, count] : sender.signals_of()) {
      signals += count;
      const auto& alarms = sender.alarms_of().at(device);
      ASSERT_EQ(alarms.size(), 1U) << device << " was given several alarms";
      ASSERT_TRUE(shown.contains(*alarms.begin())) << device << " is not in the queue";
      EXPECT_EQ(shown.at(*alarms.begin()).at("repeats").get<int>() + 1, count) << device;
    }
  }
  EXPECT_EQ(shown.size(), devices);
  std::printf("%d acknowledged signals, %d sendings without an answer, %d kills\n", signals, again,
              kKills);
  EXPECT_GT(again, kKills / 2) << "the kills did not meet the load";

  EXPECT_EQ(centre.stop(), 0);
  const harness::Ran verified = harness::varde({"verify", "--data", centre.data().string()});
  EXPECT_EQ(verified.status, 0) << verified.output;
}

}  // namespace
}  // namespace varde::smoke
