#include <chrono>
#include <optional>

#include <signal.h>

#include "app/clock.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/end_signals.hpp"
#include "app/commands/output.hpp"
#include "app/files.hpp"
#include "app/simulate/simulator.hpp"

namespace varde::app {
namespace {

using namespace std::chrono_literals;

struct Options {
  std::string target = "sip:127.0.0.1:5060";
  std::string http = "http://127.0.0.1:8080";
  std::string key_file = "var/demo/keys/sender";
  std::uint64_t seed = 1;
  double speed = 1;
  std::optional<double> duration_s;
  std::optional<int> outage_after_min;
  bool no_outage = false;
};

constexpr std::chrono::milliseconds kStep{20};
constexpr std::chrono::seconds kReport{60};

Result<simulate::Settings> settings_of(const Options& options) {
  const auto target = simulate::parse_target(options.target);
  if (!target)
    return Error{fmt::format("--target is {}; write sip:ADDRESS:PORT, with ;transport=tcp for TCP",
                             options.target)};
  auto key = read_secret_file(options.key_file);
  if (!key) return key.error();
  simulate::Settings settings;
  settings.scaip = *target;
  settings.http = options.http;
  settings.key = std::move(*key);
  settings.seed = options.seed;
  settings.speed = options.speed;
  settings.outage = !options.no_outage;
  if (options.outage_after_min)
    settings.outage_after = std::chrono::minutes{*options.outage_after_min};
  return settings;
}

void report(const simulate::Simulator& simulator) {
  const auto& tally = simulator.deliveries().tally();
  say("simulate: {} simulated; sent {}, acknowledged {}, sent again {}, unconfirmed {}, lost {}",
      to_rfc3339(simulator.simulated_now()), tally.sent, tally.acknowledged, tally.repeated,
      simulator.deliveries().unconfirmed(), tally.lost);
}

int run_simulator(const Options& options) {
  const sigset_t ends = block_end_signals();
  auto settings = settings_of(options);
  if (!settings) return fail(settings.error());
  const bool outage = settings->outage;
  simulate::Simulator simulator{std::move(*settings), wall_clock()};
  if (const auto started = simulator.start(); !started) return fail(started.error());
  say("simulate: {} devices, {} times as fast as the clock", simulator.devices(), options.speed);
  if (outage)
    say("simulate: the mains of {} fail at {} simulated",
        tenancy::to_string(simulator.outage().municipality), to_rfc3339(simulator.outage().from));
  const auto begin = std::chrono::steady_clock::now();
  auto next_report = begin + kReport;
  while (!end_signal_within(ends, kStep)) {
    simulator.step();
    const auto now = std::chrono::steady_clock::now();
    if (now >= next_report) {
      report(simulator);
      next_report += kReport;
    }
    if (options.duration_s && now - begin >= std::chrono::duration<double>{*options.duration_s})
      break;
  }
  simulator.stop();
  report(simulator);
  return 0;
}

}  // namespace

void add_simulate(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command =
      program.add_subcommand("simulate", "Be the demo's fleet of devices against a running server");
  command->add_option("--target", options->target, "Where SCAIP is received")
      ->capture_default_str();
  command->add_option("--http", options->http, "Where the API is")->capture_default_str();
  command->add_option("--key-file", options->key_file, "API key of a sender")
      ->capture_default_str();
  command->add_option("--seed", options->seed, "The same seed gives the same events")
      ->capture_default_str();
  command->add_option("--speed", options->speed, "Simulated seconds for each real one")
      ->check(CLI::Range(0.01, 3'600.0))
      ->capture_default_str();
  command->add_option("--duration", options->duration_s, "Real seconds until it ends by itself");
  command->add_option("--outage-after", options->outage_after_min,
                      "Simulated minutes until the mains of one municipality fail");
  command->add_flag("--no-outage", options->no_outage, "Without that outage");
  command->callback([options, &run] { run = [options] { return run_simulator(*options); }; });
}

}  // namespace varde::app
