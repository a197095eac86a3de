#include "sqlite/settle.hpp"

#include <gtest/gtest.h>

#include "sqlite/test_folder.hpp"

namespace varde::sqlite {
namespace {

using testing::TestFolder;

/// Whatever size the log has: a power of two and a little more or less are where file layers
/// differ.
TEST(Settle, TakesALogOfAnySizeAndChangesNothing) {
  const TestFolder folder;
  const auto path = folder / "a.db";
  const auto writer = open(path, {});
  execute(*writer, "CREATE TABLE t(x BLOB)");
  for (int rows = 1; rows <= 200; ++rows) {
    execute(*writer, "INSERT INTO t VALUES(zeroblob(4000))");
    const auto other = open(path, {});
    ASSERT_NO_THROW(settle_log(*other)) << rows;
    ASSERT_EQ(number(*other, "SELECT count(*) FROM t"), rows);
  }
  EXPECT_GT(std::filesystem::file_size(path.string() + "-wal"), 1'000'000U);
}

TEST(Settle, AnEmptyLogIsNothing) {
  const TestFolder folder;
  const auto session = open(folder / "a.db", {});
  EXPECT_NO_THROW(settle_log(*session));
}

}  // namespace
}  // namespace varde::sqlite
