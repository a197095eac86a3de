#include "app/staffing/commands.hpp"

#include <cstdio>
#include <mutex>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/output.hpp"

namespace varde::app {
namespace {

Printed stopped(const StaffingStopped& why, bool json) {
  if (why.cancelled) return {1, "", "Stopped. Nothing was computed.\n"};
  std::string lines;
  for (const auto& one : why.mistakes) lines += to_string(one) + "\n";
  lines += fmt::format(
      "{} to put right. Nothing was computed.\n",
      why.mistakes.size() == 1 ? "1 mistake" : fmt::format("{} mistakes", why.mistakes.size()));
  return {1, json ? staffing_mistakes_json(why.mistakes) : "", lines};
}

void print(const Printed& printed, int& exit_code) {
  std::fwrite(printed.out.data(), 1, printed.out.size(), stdout);
  std::fwrite(printed.error.data(), 1, printed.error.size(), stderr);
  exit_code = printed.exit_code;
}

void add_erlang(CLI::App& staffing, int& exit_code) {
  auto request = std::make_shared<ErlangRequest>();
  auto* command = staffing.add_subcommand("erlang", "How many operators a steady load needs");
  command->add_option("--load", request->load, "Erlang: alarms an hour x handling time in hours");
  command->add_option("--per-hour", request->per_hour, "Alarms an hour, in place of --load");
  command->add_option("--aht", request->handling_s, "Mean handling time, seconds")->required();
  command->add_option("--target", request->target, "Share to be answered in time, 0-1")
      ->capture_default_str();
  command->add_option("--within", request->within_s, "Seconds")->capture_default_str();
  command->add_option("--patience", request->patience_s,
                      "Mean seconds until one presses again (Erlang A with retrial)");
  command->add_option("--operators", request->operators, "What so many reach");
  command->add_flag("--json", request->json, "JSON (docs/reference/staffing-json.md)");
  command->callback([request, &exit_code] { print(staffing_erlang(*request), exit_code); });
}

void add_simulate(CLI::App& staffing, int& exit_code) {
  auto request = std::make_shared<SimulateRequest>();
  auto* command =
      staffing.add_subcommand("simulate", "Answer times, people and cost of a case's alternatives");
  command->add_option("CASE", request->folder, "Folder with case.toml and staffing.toml")
      ->required();
  command->add_option("--alternative", request->run.alternatives, "Only this one (repeatable)");
  command->add_option("--years", request->run.run.years, "Years to simulate")
      ->capture_default_str();
  command->add_option("--seed", request->run.run.seed, "The same seed, the same figures")
      ->capture_default_str();
  command->add_option("--threads", request->run.threads, "0 = one per core; figures do not change")
      ->capture_default_str();
  command->add_option("--measured", request->measured,
                      "Arrivals and handling times from this data folder");
  command->add_flag("--json", request->json, "JSON (docs/reference/staffing-json.md)");
  command->callback([request, &exit_code] { print(staffing_simulate(*request), exit_code); });
}

}  // namespace

Printed staffing_simulate(SimulateRequest request) {
  const auto files = cases::read_folder(request.folder);
  if (!files) return stopped({false, files.error()}, request.json);
  if (!request.measured.empty()) {
    auto measured = read_measured(DataFolder{request.measured}, {});
    if (!measured) {
      return stopped({false, {{"--measured", 0, measured.error().message}}}, request.json);
    }
    request.run.measured = std::move(measured).value();
  }
  ProgressBar bar{"simulating"};
  std::mutex one_at_a_time;
  staffing::Watch watch;
  watch.progress = [&](std::size_t done, std::size_t total) {
    const std::lock_guard lock(one_at_a_time);
    bar.show(done, total);
  };
  const auto run = run_staffing(*files, request.run, watch);
  if (!run) return stopped(run.error(), request.json);
  return {0, request.json ? staffing_json(*run) : staffing_text(*run), ""};
}

void add_staffing_commands(CLI::App& program, int& exit_code) {
  auto* staffing = program.add_subcommand("staffing", "How many people it takes to answer in time");
  staffing->require_subcommand(1);
  add_erlang(*staffing, exit_code);
  add_simulate(*staffing, exit_code);
}

}  // namespace varde::app
