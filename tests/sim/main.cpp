// The deterministic simulator: engine, journal and store as they ship, on a disk that crashes.
//   varde_sim --seed 17               one run, with its figures
//   varde_sim --seeds 1..10000        many, with progress
//   varde_sim --seeds 1..100 --canary ack-before-commit    succeeds only when the fault is found
#include <csignal>
#include <cstdlib>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <unistd.h>

#include "auditor.hpp"
#include "base/log.hpp"
#include "run.hpp"

namespace {

using namespace varde;
using namespace varde::sim;

std::uint64_t g_seed = 0;
std::uint64_t g_steps = 100;
std::uint64_t g_step = 0;

void print_how_to_repeat(const char* canary) {
  fmt::print(stderr, "seed {} step {}\n", g_seed, g_step);
  fmt::print(stderr, "repeat with: build/dev/tests/sim/varde_sim --seed {} --steps {}{}{}\n",
             g_seed, g_steps, canary[0] != '\0' ? " --canary " : "", canary);
}

// An assertion in the program under test ends the process: say first which seed it was.
void on_abort(int) {
  print_how_to_repeat("");
  std::_Exit(134);
}

struct Options {
  std::uint64_t from = 1;
  std::uint64_t to = 200;
  std::string canary = "none";
};

bool run_one(std::uint64_t seed, Canary canary, Figures& figures) {
  g_seed = seed;
  try {
    figures = run_seed(seed, g_steps, canary, g_step);
    return true;
  } catch (const Violation& violation) {
    fmt::print(stderr, "{}: {}\n", canary == Canary::none ? "BROKEN PROMISE" : "caught",
               violation.what());
    return false;
  }
}

int run_all(const Options& options, Canary canary) {
  Figures total;
  for (std::uint64_t seed = options.from; seed <= options.to; ++seed) {
    Figures figures;
    if (!run_one(seed, canary, figures)) {
      print_how_to_repeat(canary == Canary::none ? "" : options.canary.c_str());
      return canary == Canary::none ? 1 : 0;
    }
    total.entries += figures.entries;
    total.crashes += figures.crashes;
    total.alarms += figures.alarms;
    total.refused += figures.refused;
    if ((seed - options.from + 1) % 500 == 0) {
      fmt::print("{} seeds, {} entries, {} crashes\n", seed - options.from + 1, total.entries,
                 total.crashes);
      std::fflush(stdout);
    }
  }
  fmt::print("{} seeds: {} entries, {} alarms, {} crashes, {} groups refused\n",
             options.to - options.from + 1, total.entries, total.alarms, total.crashes,
             total.refused);
  if (canary == Canary::none) return 0;
  fmt::print(stderr, "the canary's fault was not found\n");
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::string seeds;
  CLI::App app("Runs the alarm centre's heart on a disk that crashes, and checks its promises");
  app.add_option("--seeds", seeds, "FROM..TO");
  app.add_option("--seed", options.from, "one seed");
  app.add_option("--steps", g_steps, "turns of a run");
  app.add_option("--canary", options.canary, "a fault put in on purpose: success is to find it")
      ->check(CLI::IsMember({"none", "ack-before-commit", "lying-disk", "lost-effect"}));
  CLI11_PARSE(app, argc, argv);
  if (app.count("--seed") > 0) options.to = options.from;
  const std::size_t dots = seeds.find("..");
  if (dots != std::string::npos) {
    options.from = std::strtoull(seeds.c_str(), nullptr, 10);
    options.to = std::strtoull(seeds.c_str() + dots + 2, nullptr, 10);
  }
  std::signal(SIGABRT, on_abort);
  log::start(log::Level::error);
  return run_all(options, *parse_canary(options.canary));
}
