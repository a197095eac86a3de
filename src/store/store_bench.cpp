#include <benchmark/benchmark.h>

#include "sqlite/test_folder.hpp"
#include "store/sqlite_store.hpp"

// What the projector writes a second, and what a console waits for with much in the store.
namespace varde::store {
namespace {

using sqlite::testing::TestFolder;

constexpr std::int64_t kStart = 1'767'225'600'000;  // 2026-01-01

alarm::Alarm alarm_at(std::uint64_t number, std::int64_t after_ms) {
  alarm::Alarm alarm;
  const Instant time{Duration{kStart + after_ms}};
  alarm.id = AlarmId(make_ulid(time, number * 0x9E3779B97F4A7C15U, number));
  alarm.code = number % 10 == 0 ? alarm::kFall : alarm::kSocialAlarm;
  alarm.raw_code = "dty=0003 stc=0010";
  alarm.address = "scaip:9" + std::to_string(number % 300'000);
  alarm.device = DeviceId(Ulid{1, number % 300'000});
  alarm.user = UserId(Ulid{2, number % 300'000});
  alarm.home = HomeId(Ulid{3, number % 300'000});
  alarm.municipality = {static_cast<std::uint16_t>(1811 + number % 18)};
  alarm.kind = number % 5 == 0 ? alarm::SignalKind::technical : alarm::SignalKind::alarm;
  alarm.state = alarm::State::waiting;
  alarm.priority = static_cast<std::uint8_t>(1 + number % 4);
  alarm.received_at = alarm.changed_at = alarm.last_signal_at = alarm.step_started_at = time;
  return alarm;
}

/// Applies alarms with their log lines, `group` entries at a time.
class Filler {
 public:
  Filler(SqliteStore& store, std::size_t group) : store_(store), group_(group) {}
  ~Filler() { flush(); }
  void add(const alarm::Alarm& alarm) {
    ++position_;
    items_.push_back({{position_, alarm.received_at, engine::AlarmChanged{alarm}}, ""});
    items_.push_back({{position_, alarm.received_at,
                       engine::AlarmLogged{alarm.id, alarm::Step::received, {}, {}, {}, 0}},
                      ""});
    if (items_.size() >= 2 * group_) flush();
  }
  void flush() {
    VARDE_ASSERT(store_.apply(items_, position_).ok());
    items_.clear();
  }

 private:
  SqliteStore& store_;
  std::size_t group_;
  engine::Position position_ = 0;
  std::vector<engine::Projection::Item> items_;
};

std::unique_ptr<SqliteStore> open(const TestFolder& folder) {
  return std::move(SqliteStore::open(folder / "store.db", {})).value();
}

void apply_alarms(benchmark::State& state) {
  constexpr std::uint64_t kAlarms = 100'000;
  for (auto _ : state) {
    const TestFolder folder(TestFolder::Where::disk);
    const auto store = open(folder);
    Filler filler(*store, static_cast<std::size_t>(state.range(0)));
    for (std::uint64_t i = 0; i < kAlarms; ++i)
      filler.add(alarm_at(i, static_cast<std::int64_t>(i)));
  }
  state.counters["alarms/s"] =
      benchmark::Counter(static_cast<double>(kAlarms) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

/// 100,000 open alarms, all of them waiting.
struct OpenAlarms {
  OpenAlarms() {
    Filler filler(*store, 1'000);
    for (std::uint64_t i = 0; i < 100'000; ++i)
      filler.add(alarm_at(i, static_cast<std::int64_t>(i * 10)));
  }
  TestFolder folder{TestFolder::Where::disk};
  std::unique_ptr<SqliteStore> store = open(folder);
};

void first_page_of_100000_open(benchmark::State& state) {
  static const OpenAlarms filled;
  access::AlarmFilter filter{.which = access::AlarmFilter::Which::open};
  if (state.range(0) > 0) filter.municipalities = access::Municipalities{{1811}};
  for (auto _ : state) {
    const auto page = filled.store->alarms(filter, {.cursor = {}, .limit = 50});
    VARDE_ASSERT(page.items.size() == 50);
  }
}

/// 200,000 alarms over 30 days, nearly all closed.
struct Month {
  Month() {
    Filler filler(*store, 1'000);
    for (std::uint64_t i = 0; i < 200'000; ++i) {
      auto alarm = alarm_at(i, static_cast<std::int64_t>(i) * 12'960);
      alarm.first_taken_at = alarm.received_at + Duration{(i * 7'919) % 200'000};
      if (i % 1'000 != 0) {
        alarm.state = alarm::State::closed;
        alarm.closed_at = *alarm.first_taken_at + Duration{(i * 104'729) % 2'000'000};
        alarm.outcome = static_cast<alarm::Outcome>(1 + i % 7);
      }
      filler.add(alarm);
    }
  }
  TestFolder folder{TestFolder::Where::disk};
  std::unique_ptr<SqliteStore> store = open(folder);
};

void key_figures_of_30_days(benchmark::State& state) {
  static const Month filled;
  const Instant from{Duration{kStart}};
  const Instant to = from + std::chrono::hours{30 * 24};
  for (auto _ : state) {
    const auto figures = filled.store->key_figures(from, to, to, {});
    VARDE_ASSERT(figures.alarms + figures.technical == 200'000);
  }
}

void search_among_users(benchmark::State& state) {
  const TestFolder folder(TestFolder::Where::disk);
  const auto store = open(folder);
  std::vector<care::ServiceUser> users(static_cast<std::size_t>(state.range(0)));
  for (std::uint64_t i = 0; i < users.size(); ++i) {
    users[i].id = UserId(Ulid{9, i});
    users[i].name =
        "Fornavn" + std::to_string(i * 7'919 % 5'000) + " Etternavn" + std::to_string(i);
    users[i].born = std::chrono::year{1940} / 1 / 1;
    users[i].municipality = {1813};
  }
  VARDE_ASSERT(store->put_users(users).ok());
  const access::UserFilter filter{.text = "etternavn" + std::to_string(users.size() - 1) + " forn"};
  for (auto _ : state) VARDE_ASSERT(store->users(filter, {}).items.size() == 1);
}

BENCHMARK(apply_alarms)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1'000)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(first_page_of_100000_open)
    ->Arg(0)
    ->Arg(1)
    ->ArgName("scoped")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(key_figures_of_30_days)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(search_among_users)
    ->Arg(5'000)
    ->Arg(300'000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace varde::store
