#include "api/static_files.hpp"

#include <fstream>

#include <gtest/gtest.h>

namespace varde::api {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("varde_static_" + std::to_string(::getpid()));
    fs::create_directories(root_ / "web/assets");
    write("web/index.html", "<html>");
    write("web/assets/app-1a2b.js", "run()");
    write("web/favicon.svg", "<svg>");
    write("secret.txt", "secret");
    fs::create_symlink(root_ / "secret.txt", root_ / "web/link.txt");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream{root_ / name} << text;
  }
  Response get(std::string_view path) { return StaticFiles{root_ / "web"}.get(path); }
  static std::string caching(const Response& response) { return response.headers.at(0).second; }

  fs::path root_;
};

TEST_F(StaticFilesTest, GivesFilesWithTypeAndCaching) {
  const auto js = get("/assets/app-1a2b.js");
  EXPECT_EQ(js.body, "run()");
  EXPECT_EQ(js.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(caching(js), "public, max-age=31536000, immutable");
  EXPECT_EQ(get("/favicon.svg").content_type, "image/svg+xml");
  EXPECT_EQ(caching(get("/favicon.svg")), "no-cache");
}

TEST_F(StaticFilesTest, TheConsolesOwnRoutesGiveItsPage) {
  for (const std::string_view path : {"/", "/index.html", "/alarms/01ABC", "/innstillinger"}) {
    EXPECT_EQ(get(path).body, "<html>") << path;
    EXPECT_EQ(caching(get(path)), "no-cache") << path;
  }
  EXPECT_EQ(get("/assets/gone.js").status, 404);
}

TEST_F(StaticFilesTest, NothingOutsideTheFolderIsEverRead) {
  for (const std::string_view path :
       {"/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
        "//../secret.txt", "/link.txt", "/assets/%00.js", "/%2e%2e%2fsecret.txt",
        "/..\\secret.txt"}) {
    const auto response = get(path);
    EXPECT_EQ(response.body.find("secret\n"), std::string::npos) << path;
    EXPECT_NE(response.body, "secret") << path;
  }
}

TEST_F(StaticFilesTest, WithoutAFolderThereIsNoConsole) {
  EXPECT_EQ(StaticFiles{""}.get("/").status, 404);
  EXPECT_EQ(StaticFiles{root_ / "nowhere"}.get("/").status, 404);
}

}  // namespace
}  // namespace varde::api
