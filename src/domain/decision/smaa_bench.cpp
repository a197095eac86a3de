#include <atomic>
#include <thread>

#include <benchmark/benchmark.h>

#include "domain/decision/sample_decision.hpp"
#include "domain/decision/smaa.hpp"

namespace varde::decision {
namespace {

Parallel on_threads(int count) {
  return [count](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> threads;
    for (int n = 0; n < count; ++n) {
      threads.emplace_back([&] {
        for (auto i = next++; i < tasks; i = next++) task(i);
      });
    }
  };
}

/// Five areas, eight criteria, four alternatives.
void scenarios(benchmark::State& state) {
  const auto decision = sample::scenarios();
  const auto parallel = on_threads(static_cast<int>(state.range(1)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        smaa(decision, {static_cast<std::size_t>(state.range(0)), 1}, Doubt::none, parallel));
  }
}
BENCHMARK(scenarios)
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The floor: only drawing the weights of five areas.
void draws_alone(benchmark::State& state) {
  const auto decision = sample::scenarios();
  std::vector<WeightRegion> regions;
  for (const auto& judgement : decision.assessors[0].areas) {
    regions.emplace_back(judgement.importance);
  }
  std::vector<double> weights(8);
  for (auto _ : state) {
    for (std::uint64_t d = 0; d < 1'000'000; ++d) {
      for (std::uint32_t k = 0; k < regions.size(); ++k) {
        Words words(1, d, k);
        benchmark::DoNotOptimize(regions[k].draw(words, weights));
      }
    }
  }
}
BENCHMARK(draws_alone)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace varde::decision
