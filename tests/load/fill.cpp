// Fills the journal of a stopped centre, so that starts and memory can be measured without sending
// for an hour.
//   varde_fill --data FOLDER --devices 300000 --open 100000 --entries 1000000
// Entries beyond devices and open alarms are the daily round of a home: heartbeat, alarm, taken,
// closed.
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "base/limits.hpp"
#include "journal/sqlite_journal.hpp"

namespace varde::load {
namespace {

using engine::Entry;

struct Options {
  std::string data;
  std::size_t devices = 2'000;
  std::size_t open = 0;
  std::size_t entries = 0;
};

Ulid numbered(std::uint64_t kind, std::uint64_t number) {
  return make_ulid(Instant(std::chrono::milliseconds(1'700'000'000'000)), kind, number);
}

class Filler {
 public:
  Filler(journal::SqliteJournal& journal, Instant start)
      : journal_(journal), time_(std::max(start, journal.last_time())), next_(journal.last() + 1) {}

  void add(engine::Body body) {
    Entry entry;
    entry.position = next_++;
    entry.time = time_;
    entry.body = std::move(body);
    group_.push_back(std::move(entry));
    if (group_.size() == limits::kEntriesPerCommit) flush();
  }
  void flush() {
    if (group_.empty()) return;
    const std::vector<std::string_view> words(group_.size());
    const Status done = journal_.append(group_, words);
    if (!done.ok()) throw std::runtime_error(done.error().message);
    group_.clear();
  }
  void pass(Duration time) { time_ += time; }

 private:
  journal::SqliteJournal& journal_;
  Instant time_;
  engine::Position next_;
  std::vector<Entry> group_;
};

care::Device device(std::uint64_t number) {
  care::Device made;
  made.id = DeviceId(numbered(1, number));
  made.address = fmt::format("http:load/{}", number);
  made.model = "load";
  made.municipality.number = 1813;
  made.state = care::DeviceState::in_use;
  return made;
}

alarm::Signal signal(std::uint64_t number, std::uint64_t device, alarm::SignalKind kind) {
  alarm::Signal made;
  made.id = SignalId(numbered(2, number));
  made.kind = kind;
  made.protocol = alarm::Protocol::http;
  made.address = fmt::format("http:load/{}", device);
  made.raw_code = "load";
  if (kind == alarm::SignalKind::alarm) made.key = fmt::format("http:load/fill-{}", number);
  return made;
}

alarm::Command command(std::uint64_t alarm, alarm::Action action) {
  alarm::Command made;
  made.alarm = AlarmId(numbered(2, alarm));
  made.actor = ActorId(numbered(3, 1));
  made.action = action;
  made.outcome = action == alarm::Action::close ? alarm::Outcome::advice : alarm::Outcome::none;
  made.has_note = action == alarm::Action::close;
  return made;
}

// The open alarms come from the first devices, the daily round from the last.
void fill(Filler& filler, const Options& options) {
  for (std::size_t i = 0; i < options.devices; ++i) filler.add(engine::DevicePut{device(i)});
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < options.open; ++i) {
    filler.add(signal(number++, i, alarm::SignalKind::alarm));
  }
  const std::size_t busy =
      std::max<std::size_t>(1, options.devices - std::min(options.open, options.devices));
  for (std::size_t written = options.devices + options.open; written < options.entries;
       written += 4) {
    const std::uint64_t home = options.devices - 1 - number % busy;
    filler.add(signal(number++, home, alarm::SignalKind::heartbeat));
    filler.add(signal(number, home, alarm::SignalKind::alarm));
    filler.add(command(number, alarm::Action::take));
    filler.add(command(number, alarm::Action::close));
    ++number;
    filler.pass(std::chrono::milliseconds(100));
  }
  filler.flush();
}

}  // namespace
}  // namespace varde::load

int main(int argc, char** argv) {
  using namespace varde;
  load::Options options;
  CLI::App app("Fills the journal of a stopped centre");
  app.add_option("--data", options.data, "its data folder")->required();
  app.add_option("--devices", options.devices, "registered devices");
  app.add_option("--open", options.open, "open alarms, one a device");
  app.add_option("--entries", options.entries, "entries in all, at least");
  CLI11_PARSE(app, argc, argv);
  auto journal = journal::SqliteJournal::open(options.data + "/journal.db",
                                              journal::SqliteJournal::Mode::write);
  if (!journal.ok()) {
    fmt::print(stderr, "varde_fill: {}\n", journal.error().message);
    return 1;
  }
  const auto now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
  // Far enough back that the last entry is not in the future.
  const auto start =
      now - std::chrono::milliseconds(100) * static_cast<long>(options.entries / 4 + 1);
  load::Filler filler(**journal, start);
  load::fill(filler, options);
  fmt::print("{} entries\n", (*journal)->last());
}
