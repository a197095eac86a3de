#include "app/serve/device_directory.hpp"

#include <gtest/gtest.h>

#include "access/testing.hpp"

namespace varde::app {
namespace {

access::DeviceRow device(std::uint64_t n, std::string model) {
  access::DeviceRow row;
  row.device.id = DeviceId{Ulid{n, n}};
  row.device.address = "scaip:" + std::to_string(n);
  row.device.model = std::move(model);
  return row;
}

TEST(DeviceDirectory, TheModelSaysHowADeviceIsAnswered) {
  access::testing::FakeRecords records;
  records.device_rows = {device(1, "Alpha 4G"), device(2, "Beta"), device(3, "Alpha")};
  DeviceDirectory directory{records, " Alpha 4G ,, Gamma"};
  EXPECT_TRUE(directory.find("scaip:1")->mrs_in_reply);
  EXPECT_FALSE(directory.find("scaip:2")->mrs_in_reply);
  EXPECT_FALSE(directory.find("scaip:3")->mrs_in_reply) << "another model";
  EXPECT_FALSE(directory.find("scaip:4").has_value());

  const engine::Projection::Item changed{{1, {}, engine::DeviceChanged{device(2, "Gamma").device}},
                                         {}};
  directory.follow({&changed, 1});
  EXPECT_TRUE(directory.find("scaip:2")->mrs_in_reply);
}

}  // namespace
}  // namespace varde::app
