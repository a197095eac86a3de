#include "app/config/config.hpp"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace varde::app {
namespace {

using ::testing::HasSubstr;

std::string problem(std::string_view toml) {
  const auto config = parse_config(toml, "x.toml");
  return config ? "" : config.error().message;
}

std::string deployed() {
  std::ifstream in{VARDE_DEPLOY_FOLDER "/varde.toml"};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Config, EmptyFileGivesDefaults) {
  const auto config = parse_config("", "x.toml");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->server.port, 8080);
  EXPECT_TRUE(config->server.secure_cookies);
  EXPECT_EQ(config->scaip.udp, (Endpoint{"127.0.0.1", 5060}));
  EXPECT_FALSE(config->scaip.tls);
  EXPECT_EQ(config->log_level, log::Level::info);
}

TEST(Config, DeployedFileParses) {
  const auto config = load_config(VARDE_DEPLOY_FOLDER "/varde.toml");
  ASSERT_TRUE(config) << config.error().message;
}

TEST(Config, DeployedFileListsEveryKeyWithItsDefault) {
  const std::string text = deployed();
  for (const auto& key : describe_config()) {
    const std::string line = key.section == "webhook"
                                 ? "\n# " + key.name + " = "
                                 : "\n" + key.name + " = " + key.fallback + "\n";
    EXPECT_THAT(text, HasSubstr(line)) << "[" << key.section << "]";
  }
}

TEST(Config, EveryKeyIsTaken) {
  const auto config = parse_config(R"(
[server]
address = "0.0.0.0"
port = 80
web_folder = "web"
secure_cookies = false
[data]
folder = "d"
[scaip]
udp = ""
tcp = "[::1]:0"
tls = "0.0.0.0:5061"
tls_certificate = "c"
tls_key = "k"
realm = "r"
authentication = "device_id"
call_uri = "sip:centre@example.test"
call_number = "+4775000000"
answer_in_reply = "A, B"
[centre]
name = "n"
phone = "p"
handler_timeout_s = 20
answer_limit_s = 10
[map]
tile_url = "t"
attribution = "a"
[log]
level = "error"
[[webhook]]
municipality = "1813"
url = "https://example.test/hook"
secret_file = "s"
)",
                                   "x.toml");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->server.address, "0.0.0.0");
  EXPECT_EQ(config->server.port, 80);
  EXPECT_EQ(config->server.web_folder, "web");
  EXPECT_FALSE(config->server.secure_cookies);
  EXPECT_EQ(config->data_folder, "d");
  EXPECT_FALSE(config->scaip.udp);
  EXPECT_EQ(config->scaip.tcp, (Endpoint{"::1", 0}));
  EXPECT_EQ(config->scaip.tls, (Endpoint{"0.0.0.0", 5061}));
  EXPECT_EQ(config->scaip.tls_certificate, "c");
  EXPECT_EQ(config->scaip.tls_key, "k");
  EXPECT_EQ(config->scaip.realm, "r");
  EXPECT_EQ(config->scaip.authentication, "device_id");
  EXPECT_EQ(config->scaip.call_uri, "sip:centre@example.test");
  EXPECT_EQ(config->scaip.call_number, "+4775000000");
  EXPECT_EQ(config->scaip.answer_in_reply, "A, B");
  EXPECT_EQ(config->centre.name, "n");
  EXPECT_EQ(config->centre.phone, "p");
  EXPECT_EQ(config->centre.handler_timeout, std::chrono::seconds{20});
  EXPECT_EQ(config->centre.answer_limit, std::chrono::seconds{10});
  EXPECT_EQ(config->map.tile_url, "t");
  EXPECT_EQ(config->map.attribution, "a");
  EXPECT_EQ(config->log_level, log::Level::error);
  ASSERT_EQ(config->webhooks.size(), 1U);
  EXPECT_EQ(config->webhooks[0].municipality.number, 1813);
  EXPECT_EQ(config->webhooks[0].url, "https://example.test/hook");
  EXPECT_EQ(config->webhooks[0].secret_file, "s");
}

TEST(Config, UnknownKeyNamesLineAndTheNearestKey) {
  const std::string text = problem("[server]\naddress = \"::1\"\nprot = 1\n");
  EXPECT_THAT(text, HasSubstr("x.toml:3: there is no key \"prot\" in [server]"));
  EXPECT_THAT(text, HasSubstr("did you mean \"port\"?"));
}

TEST(Config, UnknownSectionNamesTheSections) {
  const std::string text = problem("\n[sever]\nport = 1\n");
  EXPECT_THAT(text, HasSubstr("x.toml:2: there is no section [sever]"));
  EXPECT_THAT(text, HasSubstr("server"));
}

TEST(Config, WrongTypeSaysWhatToWrite) {
  EXPECT_THAT(problem("[server]\nport = \"8080\"\n"),
              HasSubstr("x.toml:2: server.port is '8080'; write a whole number from 0 to 65535"));
  EXPECT_THAT(problem("[server]\nsecure_cookies = 1\n"), HasSubstr("write true or false"));
  EXPECT_THAT(problem("server = 1\n"), HasSubstr("x.toml:1: server is a section"));
}

TEST(Config, OutOfRangeIsRefused) {
  EXPECT_THAT(problem("[server]\nport = 65536\n"), HasSubstr("server.port is 65536"));
  EXPECT_THAT(problem("[server]\nport = -1\n"), HasSubstr("server.port is -1"));
  EXPECT_THAT(problem("[centre]\nhandler_timeout_s = 19\n"), HasSubstr("from 20 to 3600"));
  EXPECT_THAT(problem("[log]\nlevel = \"loud\"\n"), HasSubstr("one of \"debug\""));
  EXPECT_THAT(problem("[scaip]\nudp = \"5060\"\n"), HasSubstr("ADDRESS:PORT"));
}

TEST(Config, EveryProblemIsNamedAtOnce) {
  const std::string text = problem("[server]\nport = -1\nx = 1\n[data]\ny = 1\n");
  EXPECT_THAT(text, HasSubstr("x.toml:2:"));
  EXPECT_THAT(text, HasSubstr("x.toml:3:"));
  EXPECT_THAT(text, HasSubstr("x.toml:5:"));
}

TEST(Config, SettingsThatContradictAreRefused) {
  EXPECT_THAT(problem("[scaip]\ntls = \"0.0.0.0:5061\"\n"),
              HasSubstr("tls_certificate and tls_key"));
  EXPECT_THAT(problem("[data]\nfolder = \"\"\n"), HasSubstr("data.folder is empty"));
  EXPECT_THAT(problem("[[webhook]]\nmunicipality = \"1813\"\n"), HasSubstr("needs municipality"));
  const char* twice =
      "[[webhook]]\nmunicipality = \"1813\"\nurl = \"https://a\"\nsecret_file = \"s\"\n"
      "[[webhook]]\nmunicipality = \"1813\"\nurl = \"https://b\"\nsecret_file = \"s\"\n";
  EXPECT_THAT(problem(twice), HasSubstr("municipality 1813 has a [[webhook]] already"));
}

TEST(Config, BadTomlNamesTheLine) {
  EXPECT_THAT(problem("[server]\nport = \n"), HasSubstr("x.toml:2: "));
}

TEST(Config, MissingFileIsAnError) {
  const auto config = load_config("/nonexistent/varde.toml");
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr("cannot be read"));
}

TEST(Endpoint, ParsesAndPrints) {
  EXPECT_EQ(parse_endpoint("127.0.0.1:5060"), (Endpoint{"127.0.0.1", 5060}));
  EXPECT_EQ(parse_endpoint("[::]:0"), (Endpoint{"::", 0}));
  EXPECT_EQ(to_string(Endpoint{"::1", 5}), "[::1]:5");
  for (const char* wrong : {"", ":1", "a:", "a:65536", "a:-1", "::1", "a b:1", "a:1x", "[]:1"})
    EXPECT_FALSE(parse_endpoint(wrong)) << wrong;
}

}  // namespace
}  // namespace varde::app
