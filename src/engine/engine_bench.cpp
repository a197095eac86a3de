#include <random>

#include <benchmark/benchmark.h>
#include <malloc.h>

#include "engine/codec.hpp"
#include "engine/engine.hpp"
#include "engine/test_centre.hpp"

// Replay speed and memory of the engine. Targets: 1,000,000 entries a second; 300,000 devices well
// below 300 MB; an open alarm below 1 kB.
namespace varde::engine {
namespace {

using namespace testing;

constexpr std::uint64_t kMixDevices = 10'000;

/// Bytes in use on the heap.
std::size_t heap() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

/// A day at a centre, as entries: 70 % heartbeats, the rest alarms, resets, technical signals and
/// operators at work.
class Mix {
 public:
  explicit Mix(std::size_t size) {
    for (std::uint64_t n = 0; n < kMixDevices; ++n) {
      care::Device device = device_of(n);
      device.silence_limit = 1h;
      add(DevicePut{device});
    }
    setup = entries.size();
    while (entries.size() < setup + size) step();
  }

  std::vector<Entry> entries;
  std::size_t setup = 0;

 private:
  void add(Body body) {
    Entry entry;
    entry.position = entries.size() + 1;
    entry.time = now_;
    entry.body = std::move(body);
    entries.push_back(std::move(entry));
  }
  alarm::Signal signal(alarm::SignalKind kind) {
    alarm::Signal s;
    s.id = SignalId{make_ulid(now_, random_(), random_())};
    s.kind = kind;
    s.address = device_of(random_() % kMixDevices).address;
    s.key = s.address + "/" + std::to_string(entries.size());
    s.raw_code = "dty=0003 stc=0010";
    s.content = random_();
    return s;
  }
  void command(alarm::Action action) {
    alarm::Command c;
    c.alarm = open_[taken_];
    c.actor = make_id<ActorId>(taken_ % 7);
    c.action = action;
    c.outcome = alarm::Outcome::advice;
    c.has_note = true;
    add(c);
  }
  void step() {
    now_ += 3ms;
    const auto dice = random_() % 100;
    if (dice < 70) return add(signal(alarm::SignalKind::heartbeat));
    if (dice < 75) {
      alarm::Signal battery = signal(alarm::SignalKind::technical);
      battery.condition = alarm::Condition::battery_ok;
      return add(std::move(battery));
    }
    if (dice < 78) return add(signal(alarm::SignalKind::reset));
    if (dice < 85) {
      auto pressed = signal(alarm::SignalKind::alarm);
      open_.emplace_back(pressed.id);
      return add(std::move(pressed));
    }
    if (dice < 88) return add(SignOfLife{make_id<ActorId>(random_() % 7)});
    if (taken_ >= open_.size()) return add(Tick{});
    command(alarm::Action::take);
    command(alarm::Action::calling);
    command(alarm::Action::close);
    ++taken_;
  }

  Instant now_ = kStart;
  std::mt19937_64 random_{1};
  std::vector<AlarmId> open_;
  std::size_t taken_ = 0;
};

const Mix& mix() {
  static const Mix once(500'000);
  return once;
}

void fold(benchmark::State& state) {
  const auto& entries = mix().entries;
  std::vector<Effect> effects;
  for (auto _ : state) {
    Engine engine;
    for (const Entry& entry : entries) {
      effects.clear();
      engine.apply(entry, effects);
    }
    benchmark::DoNotOptimize(engine.open_alarm_count());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(entries.size()));
}
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

void decode_and_fold(benchmark::State& state) {
  std::vector<std::string> pages;
  for (const Entry& entry : mix().entries) {
    ByteWriter out;
    encode(entry, out);
    pages.push_back(out.take());
  }
  std::vector<Effect> effects;
  for (auto _ : state) {
    Engine engine;
    for (const std::string& bytes : pages) {
      auto entry = decode(bytes);
      entry->position = engine.position() + 1;
      effects.clear();
      engine.apply(*entry, effects);
    }
    benchmark::DoNotOptimize(engine.open_alarm_count());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages.size()));
}
BENCHMARK(decode_and_fold)->Unit(benchmark::kMillisecond);

void memory_of_devices(benchmark::State& state) {
  const std::size_t before = heap();
  Centre centre;
  for (auto _ : state) {
    for (std::uint64_t n = 0; n < 300'000; ++n) {
      care::Device device = device_of(n);
      device.silence_limit = 1h;
      centre.apply(DevicePut{device});
      centre.entries.clear();
    }
  }
  state.counters["MB"] = static_cast<double>(heap() - before) / 1e6;
}
BENCHMARK(memory_of_devices)->Iterations(1)->Unit(benchmark::kMillisecond);

/// 100,000 open alarms of known devices, each with a key.
void open_many(Centre& centre) {
  for (std::uint64_t n = 0; n < 100'000; ++n) {
    alarm::Signal s = centre.signal(device_of(n).address);
    s.raw_code = "dty=0003 stc=0010";
    s.key = s.address + "/1";
    centre.apply(s);
    centre.entries.clear();
    if (n % 4 == 0)
      centre.command(*centre.receipt.alarm, make_id<ActorId>(n % 1'000), alarm::Action::take);
    centre.entries.clear();
  }
}

void memory_of_open_alarms(benchmark::State& state) {
  Centre centre;
  const std::size_t before = heap();
  for (auto _ : state) open_many(centre);
  state.counters["bytes_each"] = static_cast<double>(heap() - before) / 100'000;
}
BENCHMARK(memory_of_open_alarms)->Iterations(1)->Unit(benchmark::kMillisecond);

Centre& full_centre() {
  static Centre centre;
  if (centre.engine.open_alarm_count() == 0) open_many(centre);
  return centre;
}

void first_page_of_open_alarms(benchmark::State& state) {
  const Centre& centre = full_centre();
  for (auto _ : state) benchmark::DoNotOptimize(centre.engine.open_alarms(50).size());
}
BENCHMARK(first_page_of_open_alarms)->Unit(benchmark::kMicrosecond);

void all_open_alarms(benchmark::State& state) {
  const Centre& centre = full_centre();
  for (auto _ : state) benchmark::DoNotOptimize(centre.engine.open_alarms().size());
}
BENCHMARK(all_open_alarms)->Unit(benchmark::kMillisecond);

void snapshot_and_back(benchmark::State& state) {
  const Centre& centre = full_centre();
  for (auto _ : state)
    benchmark::DoNotOptimize(Engine::from_snapshot(centre.engine.snapshot())->open_alarm_count());
}
BENCHMARK(snapshot_and_back)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace varde::engine
