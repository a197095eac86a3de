#include "app/serve/service.hpp"

#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/clock.hpp"
#include "app/demo/world.hpp"
#include "app/files.hpp"
#include "app/serve/demo_folder.hpp"
#include "app/serve/metrics.hpp"
#include "app/simulate/line.hpp"
#include "app/simulate/wording.hpp"
#include "app/verify.hpp"
#include "base/digest.hpp"
#include "intake/scaip/client.hpp"
#include "sqlite/test_folder.hpp"

namespace varde::app {
namespace {

using sqlite::testing::TestFolder;
using ::testing::HasSubstr;

Config any_ports() {
  Config config;
  config.server.port = 0;
  config.server.secure_cookies = false;
  config.server.web_folder.clear();
  config.scaip.udp = Endpoint{"127.0.0.1", 0};
  config.scaip.tcp = Endpoint{"127.0.0.1", 0};
  return config;
}

std::uint16_t port_in(const std::string& text, const std::string& before) {
  return static_cast<std::uint16_t>(std::stoi(text.substr(text.find(before) + before.size())));
}

/// A demo without a past, running.
struct ServiceTest : ::testing::Test {
  TestFolder place;
  DataFolder folder{place / "data"};
  Config config = any_ports();
  std::unique_ptr<Service> service;

  void SetUp() override {
    const auto ready = prepare_demo(folder, config, false, wall_clock());
    ASSERT_TRUE(ready) << ready.error().message;
    start();
  }
  void start() {
    service.reset();  // one writer at a time
    auto started = Service::start(config, folder, true);
    ASSERT_TRUE(started) << started.error().message;
    service = std::move(*started);
  }

  scaip::ClientResult send(const demo::FleetDevice& device, const std::string& ref) {
    scaip::ClientConfig client_config;
    client_config.port = port_in(service->scaip_addresses(), "udp 127.0.0.1:");
    scaip::Client client{client_config, wall_clock, random_u64};
    EXPECT_TRUE(client.start());
    std::promise<scaip::ClientResult> promise;
    const demo::Event press{.what = demo::What::pendant, .room = 11};
    client.send(
        {std::string{device.number()}, ref, simulate::mrq(press, device, ref), device.password},
        [&](const scaip::ClientResult& result) { promise.set_value(result); });
    auto result = promise.get_future().get();
    client.stop();
    return result;
  }

  access::Page<alarm::Alarm> open_alarms() {
    auto store = store::SqliteStore::open(folder.store(), {.mode = store::SqliteStore::Mode::read});
    access::AlarmFilter filter;
    filter.which = access::AlarmFilter::Which::open;
    return (*store)->alarms(filter, {});
  }
};

const demo::Fleet& fleet() {
  static const demo::Fleet made = demo::make_world(demo::kDefaultSeed).fleet;
  return made;
}

const demo::FleetDevice& hub(bool with_password) {
  return *std::ranges::find_if(fleet(), [&](const auto& one) {
    return one.kind == demo::DeviceKind::hub && one.password.empty() != with_password;
  });
}

TEST_F(ServiceTest, AnAlarmOverSipIsThereAfterARestart) {
  const auto result = send(hub(true), "abc1");
  ASSERT_TRUE(result.ok()) << result.status;
  EXPECT_EQ(result.mrs->ref, "abc1");
  service->stop();
  const auto before = open_alarms();
  ASSERT_EQ(before.items.size(), 1U);
  EXPECT_EQ(before.items[0].address, hub(true).device.address);
  EXPECT_EQ(before.items[0].location, 11);
  EXPECT_EQ(before.items[0].user, hub(true).device.user);

  start();
  EXPECT_EQ(service->not_ready(), "");
  // The device repeats what was confirmed: one alarm all the same.
  EXPECT_TRUE(send(hub(true), "abc1").ok());
  service->stop();
  const auto after = open_alarms();
  ASSERT_EQ(after.items.size(), 1U);
  EXPECT_EQ(after.items[0].id, before.items[0].id);
  EXPECT_TRUE(verify_folder(folder, [](auto, auto) {})->faults.empty());
}

TEST_F(ServiceTest, ASignalOverHttpIsKept) {
  simulate::Answers answers;
  const auto key = read_secret_file(folder.keys() / "sender");
  ASSERT_TRUE(key);
  simulate::HttpLine line{service->http_address() + "/api/v1/signals", *key, answers};
  const auto& gps = *std::ranges::find(fleet(), demo::DeviceKind::gps, &demo::FleetDevice::kind);
  const demo::Event away{.what = demo::What::wandering};
  line.send(7, simulate::signal_json(away, gps, "x1", wall_clock()));
  std::vector<simulate::Answer> got;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (got.empty() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
    got = answers.take();
  }
  ASSERT_EQ(got.size(), 1U);
  EXPECT_TRUE(got[0].kept);
  service->stop();
  const auto open = open_alarms();
  ASSERT_EQ(open.items.size(), 1U);
  EXPECT_EQ(open.items[0].device, gps.device.id);
}

TEST_F(ServiceTest, AWrongPasswordIsAskedAgain) {
  demo::FleetDevice thief = hub(true);
  thief.password = "wrong";
  EXPECT_FALSE(send(thief, "abc2").ok());
}

TEST_F(ServiceTest, ASecondServerOnTheSameFolderIsRefused) {
  const auto second = Service::start(any_ports(), folder, true);
  ASSERT_FALSE(second);
}

TEST(ServiceStart, WithoutAnAccountItSaysWhatToDo) {
  TestFolder place;
  const auto started = Service::start(any_ports(), {place / "data"}, false);
  ASSERT_FALSE(started);
  EXPECT_THAT(started.error().message, HasSubstr("varde account create"));
}

TEST(ServiceStart, AWebhookWithoutItsSecretStopsTheStart) {
  TestFolder place;
  Config config = any_ports();
  config.webhooks.push_back({{1813}, "https://journal.example/varde", place / "none"});
  const auto started = Service::start(config, {place / "data"}, true);
  ASSERT_FALSE(started);
  EXPECT_THAT(started.error().message, HasSubstr("webhook of 1813"));
}

TEST(DemoFolder, LeavesForeignDataAlone) {
  TestFolder place;
  const DataFolder folder{place / "data"};
  ASSERT_TRUE(write_private_file(folder.journal(), "somebody's"));
  const auto ready = prepare_demo(folder, any_ports(), false, wall_clock());
  ASSERT_FALSE(ready);
  EXPECT_THAT(ready.error().message, HasSubstr("not the demo's"));
  EXPECT_EQ(read_secret_file(folder.journal()).value(), "somebody's");
}

TEST(DemoFolder, BeginsAnewWhatWasNotFinished) {
  TestFolder place;
  const DataFolder folder{place / "data"};
  ASSERT_TRUE(write_private_file(folder.demo_marker(), "begun\n"));
  ASSERT_TRUE(write_private_file(folder.journal(), "half a file"));
  const auto ready = prepare_demo(folder, any_ports(), false, wall_clock());
  ASSERT_TRUE(ready) << ready.error().message;
  EXPECT_TRUE(verify_folder(folder, [](auto, auto) {})->faults.empty());
}

}  // namespace
}  // namespace varde::app
