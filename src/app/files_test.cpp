#include "app/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace varde::app {
namespace {

namespace fs = std::filesystem;

struct Files : ::testing::Test {
  fs::path folder = fs::temp_directory_path() / ("varde-files-" + std::to_string(::getpid()));
  ~Files() override { fs::remove_all(folder); }
};

TEST_F(Files, OnlyTheOwnerReadsAPrivateFile) {
  const auto file = folder / "keys" / "sender";
  ASSERT_TRUE(write_private_file(file, " secret\n"));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(fs::status(folder / "keys").permissions(), fs::perms::owner_all);
  EXPECT_EQ(read_secret_file(file).value(), "secret");
  ASSERT_TRUE(write_private_file(file, "other"));
  EXPECT_EQ(read_secret_file(file).value(), "other");
}

TEST_F(Files, MissingEmptyAndHugeSecretsAreErrors) {
  EXPECT_FALSE(read_secret_file(folder / "none"));
  ASSERT_TRUE(write_private_file(folder / "empty", " \n"));
  EXPECT_FALSE(read_secret_file(folder / "empty"));
  ASSERT_TRUE(write_private_file(folder / "huge", std::string(100'000, 'x')));
  EXPECT_FALSE(read_secret_file(folder / "huge"));
}

TEST_F(Files, AFolderThatCannotBeMadeIsAnError) {
  ASSERT_TRUE(write_private_file(folder / "file", "x"));
  EXPECT_FALSE(write_private_file(folder / "file" / "below", "x"));
}

}  // namespace
}  // namespace varde::app
