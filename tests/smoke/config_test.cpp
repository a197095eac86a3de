// A configuration with an unknown key stops the start and names the line; without --demo the server
// does not start until somebody can sign in.
#include <fstream>

#include <gtest/gtest.h>

#include "harness/centre.hpp"

namespace varde::smoke {
namespace {

harness::Ran serve_with(const std::string& toml) {
  const harness::TempFolder folder;
  const auto file = folder.path() / "varde.toml";
  std::ofstream(file) << toml;
  return harness::varde({"serve", "--config", file.string(), "--data",
                         (folder.path() / "data").string(), "--port", "0", "--sip-port", "0"},
                        std::chrono::seconds(20));
}

TEST(Configuration, WithAnUnknownKeyStopsTheStartWithItsLine) {
  const harness::Ran ran = serve_with("[server]\nport = 0\n\n[centre]\nhandler_timout_s = 60\n");
  EXPECT_GT(ran.status, 0);
  EXPECT_LT(ran.status, 128) << ran.output;
  EXPECT_NE(ran.output.find("handler_timout_s"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find('5'), std::string::npos) << ran.output;
}

TEST(Configuration, WithoutAccountsNothingIsServed) {
  const harness::Ran ran = serve_with("");
  EXPECT_GT(ran.status, 0);
  EXPECT_LT(ran.status, 128) << ran.output;
  EXPECT_NE(ran.output.find("account"), std::string::npos) << ran.output;
}

TEST(Program, NamesEverySubcommandInOneLineEach) {
  const harness::Ran ran = harness::varde({"--help"});
  EXPECT_EQ(ran.status, 0);
  for (const char* name :
       {"serve", "simulate", "backup", "restore", "verify", "account", "key", "openapi"}) {
    EXPECT_NE(ran.output.find(std::string("\n  ") + name + " "), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace varde::smoke
