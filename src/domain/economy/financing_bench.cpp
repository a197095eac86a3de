#include <benchmark/benchmark.h>

#include "domain/economy/financing.hpp"

namespace varde::economy {
namespace {

/// 357 municipalities, 4 RHFs, 20 solutions, 20 years.
void financing_of_the_country(benchmark::State& state) {
  FinancingCase input;
  input.first_year = 2020;
  input.years = 20;
  input.phase_in_from = 2020;
  for (int i = 0; i < 4; ++i) {
    input.payers.push_back({"rhf" + std::to_string(i), "", Group::rhf, 480'000 + 700'000 * i});
  }
  for (int i = 0; i < 357; ++i) {
    input.payers.push_back(
        {"m" + std::to_string(i), "", Group::municipality, 200 + 7'919L * i * i % 700'001});
  }
  for (int s = 0; s < 20; ++s) {
    const auto id = "s" + std::to_string(s);
    input.solutions.push_back({id, "", true, kEqualParts, Payment::invoice, 0, {}});
    input.projects.push_back({id,
                              "",
                              Size::large,
                              2020 + s % 10,
                              {Money::kroner(70'000'007 + s), {}, {}, {}},
                              10,
                              0.03,
                              0});
    input.running.push_back({id, "", 2020, 2039, {Money::kroner(14'000'003 + s), {}, {}, {}}});
  }
  for (auto _ : state) benchmark::DoNotOptimize(finance(input));
}
BENCHMARK(financing_of_the_country)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace varde::economy
