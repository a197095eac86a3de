#include "app/serve/metrics.hpp"

#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sqlite/test_folder.hpp"

namespace varde::app {
namespace {

/// Whoever watches a centre relies on these names: one that goes or changes is an entry in
/// CHANGELOG.md.
const std::set<std::string> kGolden{
    "varde_commands_shed_total",
    "varde_disk_free_bytes",
    "varde_entries_total",
    "varde_http_signals_total",
    "varde_inbox_depth",
    "varde_journal_commit_seconds",
    "varde_journal_commits_total",
    "varde_journal_position",
    "varde_journal_wal_bytes",
    "varde_open_alarms",
    "varde_outbox_total",
    "varde_ready",
    "varde_scaip_connections",
    "varde_scaip_connections_refused_total",
    "varde_scaip_in_flight",
    "varde_scaip_messages_total",
    "varde_scaip_mrs_total",
    "varde_scaip_mrs_waiting",
    "varde_scaip_requests_total",
    "varde_scaip_sender_mismatch_total",
    "varde_scaip_strangers_total",
    "varde_signals_shed_total",
    "varde_signals_submitted_total",
    "varde_signals_too_many_total",
    "varde_snapshots_total",
    "varde_store_apply_seconds",
    "varde_store_backlog",
    "varde_store_position",
};

TEST(Metrics, NamesAreTheGoldenOnesAndEachIsExplained) {
  sqlite::testing::TestFolder place;
  auto core = Core::open({place / "data"}, {});
  ASSERT_TRUE(core) << core.error().message;
  (*core)->start([](auto, auto) {});
  const std::string text = metrics_text(**core, {}, {});
  std::set<std::string> names;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("# HELP ")) names.insert(line.substr(7, line.find(' ', 7) - 7));
  EXPECT_EQ(names, kGolden);
  EXPECT_THAT(text, ::testing::HasSubstr("varde_signals_submitted_total{kind=\"alarm\"} 0"));
  EXPECT_THAT(text, ::testing::HasSubstr("varde_journal_commit_seconds_bucket{le=\"+Inf\"}"));
  EXPECT_THAT(text, ::testing::HasSubstr("varde_ready 1"));
  (*core)->stop();
}

}  // namespace
}  // namespace varde::app
