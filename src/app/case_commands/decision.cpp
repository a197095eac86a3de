#include "app/case_commands/decision.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "answers/decision/document.hpp"
#include "app/case_commands/printed.hpp"
#include "app/clock.hpp"
#include "app/commands/output.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kSchema = "varde-decision/1";

}  // namespace

Printed decide_command(const DecideOptions& options) {
  const auto files = cases::read_folder(options.folder);
  if (!files) return complaints_printed(kSchema, files.error(), options.json);
  ProgressBar bar{"drawing"};
  answers::DecisionWatch watch;
  watch.progress = [&](double share) { bar.show("drawing", share); };
  if (options.json) {
    const auto json = answers::decide(*files, options.draws, watch);
    if (!json) return complaints_printed(kSchema, json.error(), true);
    return {0, *json, ""};
  }
  if (!options.format.empty()) {
    const auto bytes =
        answers::decision_document(*files, options.format, options.draws, options.made, watch);
    if (!bytes) return complaints_printed(kSchema, bytes.error(), false);
    if (options.out.empty() && options.format == "html") return {0, *bytes, ""};
    return written(document_path(options.out, options.folder, options.format), *bytes);
  }
  auto input = cases::parse_decision(*files);
  if (!input) return complaints_printed(kSchema, input.error(), false);
  const auto run = answers::run_decision(std::move(input).value(), options.draws, watch);
  return {0, answers::decision_text(*run), ""};
}

void add_decide_command(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<DecideOptions>();
  auto* command = program.add_subcommand(
      "decide", "Which alternative the tables support, and whether conclusions follow from them");
  command->add_option("CASE", options->folder, "Folder with case.toml and CSV files");
  auto* make =
      command->add_subcommand("new", "A new decision to fill in, with the twelve barriers");
  make->add_option("CASE", options->folder, "Folder to make")->required();
  command->add_option("--samples", options->draws.count, "Weights to draw")
      ->check(CLI::Range(std::size_t{1}, decision::kMostDraws))
      ->capture_default_str();
  command->add_option("--seed", options->draws.seed, "The same seed, the same figures")
      ->capture_default_str();
  auto* json = command->add_flag("--json", options->json, "JSON (docs/reference/decision-json.md)");
  command->add_option("--format", options->format, "A document: html, pdf or xlsx")
      ->check(CLI::IsMember(std::vector<std::string>(answers::kDecisionFormats.begin(),
                                                     answers::kDecisionFormats.end())))
      ->excludes(json);
  command->add_option("--out", options->out, "File to write the document to");
  make->callback([options, &exit_code] {
    exit_code = write_out(made_case(options->folder, "decision", {}, "varde decide"));
  });
  command->callback([options, make, &exit_code] {
    if (make->parsed()) return;
    if (options->folder.empty()) throw CLI::RequiredError("CASE");
    options->made = wall_clock();
    exit_code = write_out(decide_command(*options));
  });
}

}  // namespace varde::app
