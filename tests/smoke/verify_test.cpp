// `varde verify` prints the number of entries and "ok", and names the entry when one byte of the
// journal is changed.
#include <fstream>

#include <gtest/gtest.h>

#include "smoke/signals.hpp"

namespace varde::smoke {
namespace {

TEST(Verify, SaysOkAndNamesTheEntryThatWasChanged) {
  harness::Centre centre;
  centre.start();
  auto sender = centre.sender();
  for (int n = 0; n < 50; ++n) {
    ASSERT_EQ(
        deliver(sender, signal("verify/needle-" + std::to_string(n), std::to_string(n))).status,
        202);
  }
  ASSERT_EQ(centre.stop(), 0);
  const harness::Ran good = harness::varde({"verify", "--data", centre.data().string()});
  EXPECT_EQ(good.status, 0) << good.output;
  EXPECT_NE(good.output.find("entries"), std::string::npos) << good.output;
  EXPECT_NE(good.output.find("\nok"), std::string::npos) << good.output;

  const auto journal = centre.data() / "journal.db";
  const std::size_t place = harness::read_text(journal).find("verify/needle-17");
  ASSERT_NE(place, std::string::npos);
  std::fstream file(journal, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(place));
  file.put('V');
  file.close();
  const harness::Ran bad = harness::varde({"verify", "--data", centre.data().string()});
  EXPECT_NE(bad.status, 0) << bad.output;
  EXPECT_NE(bad.output.find("entry"), std::string::npos) << bad.output;
  EXPECT_EQ(bad.output.find("\nok"), std::string::npos) << bad.output;
}

}  // namespace
}  // namespace varde::smoke
