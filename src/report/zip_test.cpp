#include "report/zip.hpp"

#include <gmock/gmock.h>
#include <zip.h>

namespace varde::report {
namespace {

std::map<std::string, std::string, std::less<>> read_back(const std::string& bytes) {
  std::map<std::string, std::string, std::less<>> files;
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  for (zip_int64_t i = 0; archive != nullptr && i < zip_get_num_entries(archive, 0); ++i) {
    const auto at = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    zip_stat_index(archive, at, 0, &stat);
    std::string text(stat.size, '\0');
    auto* file = zip_fopen_index(archive, at, 0);
    zip_fread(file, text.data(), text.size());
    zip_fclose(file);
    files[stat.name] = text;
  }
  zip_discard(archive);
  return files;
}

TEST(Zip, HoldsTheFilesAsTheyWere) {
  const std::map<std::string, std::string, std::less<>> files{
      {"grunnlag.csv", "Kommune;Kr\nSømna;1,00\n"},
      {"tom.txt", ""},
      {"æøå.bin", std::string(100'000, '\0')}};
  const auto bytes = zip_of(files);
  ASSERT_TRUE(bytes.ok()) << bytes.error().message;
  EXPECT_EQ(read_back(*bytes), files);
  EXPECT_LT(bytes->size(), 2'000);
}

TEST(Zip, TheSameFilesGiveTheSameBytes) {
  EXPECT_EQ(zip_of({{"a", "b"}}).value(), zip_of({{"a", "b"}}).value());
  EXPECT_FALSE(zip_of({})) << "libzip writes no empty archive";
}

}  // namespace
}  // namespace varde::report
