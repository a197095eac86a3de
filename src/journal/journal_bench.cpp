#include <filesystem>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include "journal/page.hpp"
#include "journal/sqlite_journal.hpp"
#include "journal/test_entries.hpp"
#include "sqlite/test_folder.hpp"

// How fast the journal takes entries and gives them back, beside the floor: the same bytes appended
// to a preallocated file, with fdatasync after each group.
namespace varde::journal {
namespace {

using sqlite::testing::TestFolder;
using testing::Group;

Group group_after(engine::Position last, std::size_t size) {
  Group group;
  for (std::size_t i = 1; i <= size; ++i) group.add(last + i);
  return group;
}

void report(benchmark::State& state, std::size_t per_commit) {
  state.counters["entries/s"] =
      benchmark::Counter(static_cast<double>(per_commit) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
  state.counters["commits/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void append(benchmark::State& state) {
  const TestFolder folder(TestFolder::Where::disk);
  const auto journal =
      std::move(SqliteJournal::open(folder / "journal.db", SqliteJournal::Mode::write)).value();
  const auto size = static_cast<std::size_t>(state.range(0));
  const Group group = group_after(0, size);
  auto entries = group.entries;
  const std::vector<std::string_view> none(size);
  for (auto _ : state) {
    if (!journal->append(entries, none)) state.SkipWithError("append failed");
    for (auto& entry : entries) {
      entry.position += size;
      entry.time += Duration{1'000};
    }
  }
  report(state, size);
}

void floor_append(benchmark::State& state) {
  const TestFolder folder(TestFolder::Where::disk);
  constexpr off_t kPreallocated = 512L * 1024 * 1024;
  const int file = ::open((folder / "floor").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (posix_fallocate(file, 0, kPreallocated) != 0) state.SkipWithError("no room for the floor");
  const auto size = static_cast<std::size_t>(state.range(0));
  const Page page = make_page(group_after(0, size).entries, {});
  off_t at = 0;
  for (auto _ : state) {
    const auto written = ::pwrite(file, page.bytes.data(), page.bytes.size(), at);
    if (written < 0 || ::fdatasync(file) != 0) state.SkipWithError("write failed");
    at = (at + static_cast<off_t>(page.bytes.size())) % (kPreallocated - 1'000'000);
  }
  ::close(file);
  report(state, size);
}

void read_back(benchmark::State& state) {
  const TestFolder folder(TestFolder::Where::disk);
  const auto journal =
      std::move(SqliteJournal::open(folder / "journal.db", SqliteJournal::Mode::write)).value();
  constexpr engine::Position kEntries = 200'000;
  while (journal->last() < kEntries) {
    if (!group_after(journal->last(), 1'000).append_to(*journal))
      state.SkipWithError("append failed");
  }
  for (auto _ : state) {
    engine::Position seen = 0;
    const auto done = journal->read(1, [&](const engine::Entry& entry, std::string_view) {
      seen = entry.position;
      return true;
    });
    if (!done || seen != kEntries) state.SkipWithError("read failed");
  }
  report(state, kEntries);
}

BENCHMARK(append)->Arg(1)->Arg(8)->Arg(64)->Arg(100)->Arg(1'000)->UseRealTime();
BENCHMARK(floor_append)->Arg(1)->Arg(8)->Arg(64)->Arg(100)->Arg(1'000)->UseRealTime();
BENCHMARK(read_back)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace varde::journal
