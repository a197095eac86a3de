#include <numeric>
#include <thread>

#include <benchmark/benchmark.h>

#include "domain/cooperation/nucleolus.hpp"
#include "domain/cooperation/partition.hpp"
#include "domain/cooperation/remedy.hpp"
#include "domain/cooperation/stability.hpp"
#include "domain/cooperation/test_games.hpp"

namespace varde::cooperation {
namespace {

void on_threads(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto i = next++; i < tasks; i = next++) task(i);
  };
  std::vector<std::jthread> threads;
  for (unsigned n = 1; n < std::thread::hardware_concurrency() && n < tasks; ++n) {
    threads.emplace_back(work);
  }
  work();
}

Watch parallel() {
  Watch watch;
  watch.parallel = on_threads;
  return watch;
}

std::size_t players_of(const benchmark::State& state) {
  return static_cast<std::size_t>(state.range(0));
}

/// The floor: one pass that only sums the table.
void floor_sum(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  for (auto _ : state) {
    const auto* ore = game.ore();
    benchmark::DoNotOptimize(std::accumulate(ore, ore + game.everybody() + 1, std::int64_t{0}));
  }
}
BENCHMARK(floor_sum)->Arg(18)->Arg(24)->Unit(benchmark::kMillisecond)->UseRealTime();

void tabulate(benchmark::State& state) {
  const auto model = test::centre(players_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(model.tabulate(on_threads));
}
BENCHMARK(tabulate)->Arg(18)->Arg(24)->Unit(benchmark::kMillisecond)->UseRealTime();

void exact_shapley(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  for (auto _ : state) benchmark::DoNotOptimize(shapley(game, on_threads));
}
BENCHMARK(exact_shapley)->Arg(18)->Arg(24)->Unit(benchmark::kMillisecond)->UseRealTime();

void sampled_shapley_of_the_country(benchmark::State& state) {
  const auto model = test::centre(357);
  for (auto _ : state) {
    benchmark::DoNotOptimize(sampled_shapley(357, model.walk(), {10'000, 1}, parallel()));
  }
}
BENCHMARK(sampled_shapley_of_the_country)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Of an equal split, which thousands of groups would leave: all of them are marked and ranked.
void core_check(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  const std::vector<double> equal(game.players(), static_cast<double>(game.total().in_ore()) /
                                                      static_cast<double>(game.players()));
  const auto split = settle(equal, game.total());
  std::size_t better_off = 0;
  for (auto _ : state) better_off = check_core(game, split).better_off;
  state.counters["better_off"] = static_cast<double>(better_off);
}
BENCHMARK(core_check)->Arg(18)->Arg(24)->Unit(benchmark::kMillisecond)->UseRealTime();

void nucleolus_of(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  std::size_t programs = 0;
  for (auto _ : state) programs = nucleolus(game, parallel())->programs;
  state.counters["programs"] = static_cast<double>(programs);
}
BENCHMARK(nucleolus_of)->Arg(18)->Arg(24)->Unit(benchmark::kMillisecond)->UseRealTime();

void best_partition_of(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  for (auto _ : state) benchmark::DoNotOptimize(best_partition(game, parallel()));
}
BENCHMARK(best_partition_of)->Arg(16)->Arg(18)->Unit(benchmark::kMillisecond)->UseRealTime();

void nearest_stable_of(benchmark::State& state) {
  const auto game = test::centre(players_of(state)).tabulate(on_threads);
  const std::vector<double> equal(game.players(), static_cast<double>(game.total().in_ore()) /
                                                      static_cast<double>(game.players()));
  const auto split = settle(equal, game.total());
  for (auto _ : state) benchmark::DoNotOptimize(nearest_stable(game, split, parallel()));
}
BENCHMARK(nearest_stable_of)->Arg(18)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace varde::cooperation
