#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include "domain/economy/sample_case.hpp"
#include "domain/economy/uncertainty.hpp"

namespace varde::economy {
namespace {

void on_threads(std::size_t tasks, const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (unsigned n = 0; n < std::max(1u, std::thread::hardware_concurrency()); ++n) {
    threads.emplace_back([&] {
      for (auto i = next++; i < tasks; i = next++) task(i);
    });
  }
}

/// 18 municipalities, 15 years, all items, with uncertain amounts, hours, index and discount rate.
void helgeland_monte_carlo(benchmark::State& state) {
  auto input = sample::helgeland_case();
  input.assumptions.indices = {{"prices", 0.01}, {"wages", 0.02}};
  input.as_is.index = "prices";
  input.as_is.wage_index = "wages";
  for (auto& alternative : input.alternatives) {
    for (auto& item : alternative.items) item.index = "prices";
    for (auto& row : alternative.staffing) row.index = "wages";
  }
  for (const char* name :
       {"item:platform", "item:centre", "item:connection", "item:staffing",
        "hours:manual_follow_up", "as_is:vtp", "index:prices", "index:wages", "discount_rate"}) {
    Uncertain one;
    one.input = name;
    one.relative = true;
    one.low = 0.7;
    one.mode = 1.0;
    one.high = 1.5;
    input.uncertain.push_back(one);
  }
  const auto as_is = as_is_of(input).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        simulate(input, as_is, {static_cast<std::size_t>(state.range(0)), 1}, on_threads));
  }
}
BENCHMARK(helgeland_monte_carlo)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace varde::economy
