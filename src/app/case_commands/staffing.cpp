#include "app/case_commands/staffing.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "answers/economy/report.hpp"
#include "answers/staffing/document.hpp"
#include "app/clock.hpp"
#include "app/commands/output.hpp"
#include "app/measured/arrivals.hpp"

namespace varde::app {
namespace {

Printed stopped(const answers::StaffingStopped& why, bool json) {
  if (why.cancelled) return {1, "", "Stopped. Nothing was computed.\n"};
  std::string lines;
  for (const auto& one : why.mistakes) lines += to_string(one) + "\n";
  lines += fmt::format(
      "{} to put right. Nothing was computed.\n",
      why.mistakes.size() == 1 ? "1 mistake" : fmt::format("{} mistakes", why.mistakes.size()));
  return {1, json ? answers::staffing_mistakes_json(why.mistakes) : "", lines};
}

Result<answers::StaffingRun, answers::StaffingStopped> simulated(const SimulateRequest& request) {
  const auto files = cases::read_folder(request.folder);
  if (!files) return answers::StaffingStopped{false, files.error()};
  auto wanted = request.run;
  if (!request.measured.empty()) {
    auto measured = read_measured(DataFolder{request.measured});
    if (!measured)
      return answers::StaffingStopped{false, {{"--measured", 0, measured.error().message}}};
    wanted.measured = std::move(measured).value();
  }
  ProgressBar bar{"simulating"};
  staffing::Watch watch;
  watch.progress = [&](std::size_t done, std::size_t total) { bar.show(done, total); };
  return answers::run_staffing(*files, wanted, watch);
}

void add_erlang(CLI::App& staffing, int& exit_code) {
  struct Asked {
    answers::ErlangQuestion question;
    bool json = false;
  };
  auto asked = std::make_shared<Asked>();
  auto& question = asked->question;
  auto* command = staffing.add_subcommand("erlang", "How many operators a steady load needs");
  command->add_option("--load", question.load, "Erlang: alarms an hour x handling time in hours");
  command->add_option("--per-hour", question.per_hour, "Alarms an hour, in place of --load");
  command->add_option("--aht", question.handling_s, "Mean handling time, seconds")->required();
  command->add_option("--target", question.target, "Share to be answered in time, 0-1")
      ->capture_default_str();
  command->add_option("--within", question.within_s, "Seconds")->capture_default_str();
  command->add_option("--patience", question.patience_s,
                      "Mean seconds until one presses again (Erlang A with retrial)");
  command->add_option("--operators", question.operators, "What so many reach");
  command->add_flag("--json", asked->json, "JSON (docs/reference/staffing-json.md)");
  command->callback([asked, &exit_code] {
    exit_code = write_out(staffing_erlang(asked->question, asked->json));
  });
}

void add_run_options(CLI::App& command, SimulateRequest& request) {
  command.add_option("CASE", request.folder, "Folder with case.toml and staffing.toml")->required();
  command.add_option("--alternative", request.run.alternatives, "Only this one (repeatable)");
  command.add_option("--years", request.run.run.years, "Years to simulate")->capture_default_str();
  command.add_option("--seed", request.run.run.seed, "The same seed, the same figures")
      ->capture_default_str();
  command.add_option("--threads", request.run.threads, "0 = one per core; figures do not change")
      ->capture_default_str();
  command.add_option("--measured", request.measured,
                     "Arrivals and handling times from this data folder");
}

void add_simulate(CLI::App& staffing, int& exit_code) {
  auto request = std::make_shared<SimulateRequest>();
  auto* command =
      staffing.add_subcommand("simulate", "Answer times, people and cost of a case's alternatives");
  add_run_options(*command, *request);
  command->add_flag("--json", request->json, "JSON (docs/reference/staffing-json.md)");
  command->callback([request, &exit_code] { exit_code = write_out(staffing_simulate(*request)); });
}

void add_report(CLI::App& staffing, int& exit_code) {
  struct Asked {
    SimulateRequest request;
    std::string format = "pdf";
    std::filesystem::path out;
  };
  auto asked = std::make_shared<Asked>();
  auto* command = staffing.add_subcommand(
      "report", "The simulation as a report to read and to print, in bokmål");
  add_run_options(*command, asked->request);
  command->add_option("--format", asked->format, "html, pdf or xlsx")
      ->check(CLI::IsMember(
          std::vector<std::string>(answers::kReportFormats.begin(), answers::kReportFormats.end())))
      ->capture_default_str();
  command->add_option("-o,--out", asked->out, "File to write");
  command->callback([asked, &exit_code] {
    exit_code = write_out(staffing_report(asked->request, asked->format, asked->out));
  });
}

}  // namespace

Printed staffing_erlang(const answers::ErlangQuestion& question, bool json) {
  const auto answer = answers::erlang_answer(question);
  if (!answer) return {1, "", answer.error().message + "\n"};
  const auto& point = answer->point;
  if (!point.steady) {
    return {1, "",
            fmt::format("arrivals are above capacity: {:.2f} erlang on {} operator{}, so the queue "
                        "grows without bound; {} operators stop it\n",
                        answer->demanded.load, point.operators, point.operators == 1 ? "" : "s",
                        answer->to_be_steady)};
  }
  return {0, json ? answers::erlang_json(*answer) : answers::erlang_text(*answer), ""};
}

Printed staffing_simulate(const SimulateRequest& request) {
  const auto run = simulated(request);
  if (!run) return stopped(run.error(), request.json);
  return {0, request.json ? answers::staffing_json(*run) : answers::staffing_text(*run), ""};
}

Printed staffing_report(const SimulateRequest& request, const std::string& format,
                        const std::filesystem::path& out) {
  const auto run = simulated(request);
  if (!run) return stopped(run.error(), false);
  const auto bytes = answers::staffing_document(*run, format, wall_clock());
  if (!bytes) return {1, "", bytes.error().message + "\n"};
  if (out.empty() && format == "html") return {0, *bytes, ""};
  return written(document_path(out, request.folder, format), *bytes);
}

void add_staffing_commands(CLI::App& program, int& exit_code) {
  auto* staffing = program.add_subcommand("staffing", "How many people it takes to answer in time");
  staffing->require_subcommand(1);
  add_erlang(*staffing, exit_code);
  add_simulate(*staffing, exit_code);
  add_report(*staffing, exit_code);
}

}  // namespace varde::app
