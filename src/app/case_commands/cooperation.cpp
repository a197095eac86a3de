#include "app/case_commands/cooperation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "answers/cooperation/document.hpp"
#include "answers/cooperation/json.hpp"
#include "answers/economy/report.hpp"
#include "answers/threads.hpp"
#include "app/case_commands/printed.hpp"
#include "app/clock.hpp"
#include "app/commands/output.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kSchema = "varde-cooperation/1";

Printed failed(const std::string& text, bool json) {
  if (!json) return {1, "", text + "\n"};
  JsonWriter out;
  out.begin_object();
  field(out, "schema", kSchema);
  field(out, "error", text);
  out.end_object();
  return {1, out.take() + "\n", text + "\n"};
}

struct Arguments {
  std::filesystem::path path;
  CoalitionRun run;
  std::string format = "pdf";
  std::filesystem::path out;
};

using Command = Printed (*)(const cases::Files&, const CoalitionRun&, const cooperation::Watch&);

/// With a terminal's progress and this machine's cores.
template <class Work>
Printed run_on(const Arguments& arguments, Work work) {
  const auto files = cases::cooperation_files(arguments.path);
  if (!files) return complaints_printed(kSchema, files.error(), arguments.run.json);
  ProgressBar bar{"reading"};
  cooperation::Watch watch;
  watch.progress = [&](std::string_view stage, double done) { bar.show(stage, done); };
  watch.parallel = answers::on_all_cores;
  return work(*files, watch);
}

Printed report(const Arguments& arguments) {
  return run_on(arguments, [&](const auto& files, const auto& watch) -> Printed {
    const auto bytes = answers::cooperation_document(files, arguments.format, arguments.run.options,
                                                     wall_clock(), watch);
    if (!bytes) return complaints_printed(kSchema, bytes.error(), false);
    if (arguments.out.empty() && arguments.format == "html") return {0, *bytes, ""};
    return written(document_path(arguments.out, arguments.path, arguments.format), *bytes);
  });
}

void add_sampling(CLI::App& command, answers::AnalysisOptions& options) {
  command.add_option("--key", options.keys, "Only this key (repeatable)");
  command
      .add_option("--samples", options.samples,
                  "Sample the Shapley value in this many orders (always above 24 players)")
      ->check(CLI::Range(2, 100'000'000));
  command.add_option("--seed", options.seed, "Of the sampling; the same seed, the same figures")
      ->capture_default_str();
}

}  // namespace

Printed cooperation_analyse(const cases::Files& files, const CoalitionRun& run,
                            const cooperation::Watch& watch) {
  auto input = cases::parse_cooperation(files);
  if (!input) return complaints_printed(kSchema, input.error(), run.json);
  const auto analysis = answers::analyse(std::move(input).value(), run.options, watch);
  if (!analysis) return failed(analysis.error().message, run.json);
  return {0, run.json ? answers::analysis_json(*analysis) : answers::analysis_text(*analysis), ""};
}

Printed cooperation_partition(const cases::Files& files, const CoalitionRun& run,
                              const cooperation::Watch& watch) {
  auto input = cases::parse_cooperation(files);
  if (!input) return complaints_printed(kSchema, input.error(), run.json);
  const auto ground = answers::ground_of(std::move(input).value(), run.options.alternative, watch);
  if (!ground) return failed(ground.error().message, run.json);
  const auto clusters = answers::clusters_of(*ground, watch);
  if (!clusters) return failed(clusters.error().message, run.json);
  return {0,
          run.json ? answers::clusters_json(*ground, *clusters)
                   : answers::clusters_text(*ground, *clusters),
          ""};
}

void add_cooperation_commands(CLI::App& program, int& exit_code) {
  auto arguments = std::make_shared<Arguments>();
  auto* cooperation =
      program.add_subcommand("cooperation", "Which cooperation holds when each council can leave");
  cooperation->require_subcommand(1);
  const auto on_case = [&](const char* name, const char* text) {
    auto* command = cooperation->add_subcommand(name, text);
    command
        ->add_option("CASE", arguments->path,
                     "Folder with case.toml and cooperation.toml, or a CSV of coalition,cost")
        ->required();
    command->add_option("--alternative", arguments->run.options.alternative,
                        "Of the case (default: the one cooperation.toml names)");
    return command;
  };
  const auto figures = [&](const char* name, const char* text, Command run) {
    auto* command = on_case(name, text);
    command->add_flag("--json", arguments->run.json, "JSON (docs/reference/cooperation-json.md)");
    command->callback([arguments, run, &exit_code] {
      exit_code = write_out(run_on(*arguments, [&](const auto& files, const auto& watch) {
        return run(files, arguments->run, watch);
      }));
    });
    return command;
  };
  auto* analyse =
      figures("analyse", "Who would leave, and what would keep them", cooperation_analyse);
  add_sampling(*analyse, arguments->run.options);
  figures("partition", "Which clusters are cheapest", cooperation_partition);
  auto* document = on_case("report", "The analysis as a report to read and to print, in bokmål");
  document->add_option("--format", arguments->format, "html, pdf or xlsx")
      ->check(CLI::IsMember(
          std::vector<std::string>(answers::kReportFormats.begin(), answers::kReportFormats.end())))
      ->capture_default_str();
  document->add_option("-o,--out", arguments->out, "File to write");
  add_sampling(*document, arguments->run.options);
  document->callback([arguments, &exit_code] { exit_code = write_out(report(*arguments)); });
}

}  // namespace varde::app
