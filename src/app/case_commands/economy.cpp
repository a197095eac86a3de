#include "app/case_commands/economy.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "answers/economy/cooperation.hpp"
#include "answers/economy/national.hpp"
#include "answers/print.hpp"
#include "app/case_commands/printed.hpp"
#include "cases/load.hpp"

namespace varde::app {
namespace {

Printed failed(const std::string& text) { return {1, "", text + "\n"}; }

/// Loads the case and hands it to `then`.
template <class Then>
Printed with_case(const EconomyRun& options, Then then) {
  auto loaded = cases::load_case(options.folder);
  if (!loaded) return complaints_printed("varde-economy/1", loaded.error(), options.json);
  return std::visit(then, std::move(loaded).value());
}

template <class... Each>
struct ByKind : Each... {
  using Each::operator()...;
};
template <class... Each>
ByKind(Each...) -> ByKind<Each...>;

/// Computes a cooperation and hands it to `then`.
template <class Then>
auto cooperation(const EconomyRun& options, Then then) {
  return [&options, then](economy::Case input) -> Printed {
    auto run = answers::run_cooperation(std::move(input), options.alternatives, options.draws);
    if (!run) return failed(run.error().message);
    return then(*run);
  };
}

Printed readable(const EconomyRun& options) {
  return {0,
          options.json ? "{\"schema\":\"varde-economy/1\",\"mistakes\":[]}\n"
                       : "The case can be read. Nothing is missing.\n",
          ""};
}

/// What a subcommand's options are written to; lives as long as the program's CLI::App.
struct Arguments {
  EconomyRun run;
  std::size_t draws = 0;
  std::uint64_t seed = 1;
  std::string kind = "cooperation";
  std::filesystem::path municipalities;

  EconomyRun options() const {
    auto result = run;
    if (draws > 0) result.draws = economy::Draws{draws, seed};
    return result;
  }
};

}  // namespace

Printed economy_check(const EconomyRun& asked) {
  auto options = asked;
  options.draws = economy::Draws{1, 1};  // so that a mistake in an uncertain input shows here
  return with_case(
      options,
      ByKind{
          cooperation(
              options,
              [&](const answers::CooperationRun& run) -> Printed {
                return {0, options.json ? answers::check_json(run) : answers::check_text(run), ""};
              }),
          [&](const economy::FinancingCase&) { return readable(options); },
          [&](const economy::GrowthCase&) { return readable(options); }});
}

Printed economy_run(const EconomyRun& options) {
  const auto financing = [&](const economy::FinancingCase& input) -> Printed {
    const auto result = economy::finance(input);
    return {0,
            options.json ? answers::financing_json(input, result)
                         : answers::financing_text(input, result),
            ""};
  };
  const auto growth = [&](const economy::GrowthCase& input) -> Printed {
    const auto result = economy::growth_of(input, options.as_of);
    return {
        0, options.json ? answers::growth_json(input, result) : answers::growth_text(input, result),
        ""};
  };
  const auto together = cooperation(options, [&](const answers::CooperationRun& run) -> Printed {
    return {0, options.json ? answers::cooperation_json(run) : answers::cooperation_text(run), ""};
  });
  return with_case(options, ByKind{together, financing, growth});
}

Printed economy_compare(const EconomyRun& options) {
  const auto together = cooperation(options, [&](const answers::CooperationRun& run) -> Printed {
    auto keys = options.keys;
    if (keys.empty()) {
      for (const auto& [name, key] : run.input.keys) keys.push_back(name);
    }
    const auto text =
        options.json ? answers::compare_json(run, keys) : answers::compare_text(run, keys);
    if (!text) return failed(text.error().message);
    return {0, *text, ""};
  });
  const auto other = [](const auto&) { return failed("only a cooperation has keys to compare"); };
  return with_case(
      options, ByKind{together, [&](const economy::FinancingCase& input) { return other(input); },
                      [&](const economy::GrowthCase& input) { return other(input); }});
}

Printed economy_new(const std::filesystem::path& folder, const std::string& kind,
                    const std::filesystem::path& municipalities) {
  return made_case(folder, kind, municipalities, "varde economy check");
}

void add_economy_commands(CLI::App& program, int& exit_code) {
  auto arguments = std::make_shared<Arguments>();
  auto* economy = program.add_subcommand("economy", "What it costs, what it saves, who pays");
  economy->require_subcommand(1);
  const auto on_case = [&](const char* name, const char* text, Printed (*run)(const EconomyRun&)) {
    auto* command = economy->add_subcommand(name, text);
    command->add_option("CASE", arguments->run.folder, "Folder with case.toml and CSV files")
        ->required();
    command->add_flag("--json", arguments->run.json, "JSON (docs/reference/economy-json.md)");
    command->callback(
        [arguments, run, &exit_code] { exit_code = write_out(run(arguments->options())); });
    return command;
  };
  on_case("check", "What is wrong or missing, and how each gap would be filled", economy_check);
  auto* run = on_case("run", "Every figure of the case", economy_run);
  auto* compare = on_case("compare", "Who pays what under each key", economy_compare);
  for (auto* command : {run, compare}) {
    command->add_option("--alternative", arguments->run.alternatives, "Only this one (repeatable)");
  }
  run->add_option("--draws", arguments->draws, "Simulate uncertainty with this many draws");
  run->add_option("--seed", arguments->seed, "Of the simulation; the same seed, the same figures")
      ->capture_default_str();
  run->add_option("--as-of", arguments->run.as_of,
                  "Growth: only estimates known on this date (2023-12-31)");
  compare->add_option("--key", arguments->run.keys, "Only this key (repeatable)");
  auto* make = economy->add_subcommand("new", "A new case with the survey to fill in");
  make->add_option("CASE", arguments->run.folder, "Folder to make")->required();
  make->add_option("--kind", arguments->kind, "cooperation, financing or growth")
      ->check(CLI::IsMember({"cooperation", "financing", "growth"}))
      ->capture_default_str();
  make->add_option("--municipalities", arguments->municipalities,
                   "municipalities.csv to start from (number,name,year,inhabitants,...)");
  make->callback([arguments, &exit_code] {
    exit_code =
        write_out(economy_new(arguments->run.folder, arguments->kind, arguments->municipalities));
  });
}

}  // namespace varde::app
