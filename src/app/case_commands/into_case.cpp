#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/case_commands/printed.hpp"
#include "editing/into_economy.hpp"

namespace varde::app {
namespace {

namespace fs = std::filesystem;

struct IntoCase {
  fs::path folder, out;
  std::string alternative;
  staffing::Run run;
};

Printed failed(const steering::Complaints& all) {
  std::vector<cases::Complaint> mistakes;
  for (const auto& one : all) mistakes.push_back({one.file, one.line, one.text});
  return complaints_printed("varde-staffing/1", mistakes, false);
}

/// The case goes to a folder of its own: the one it came from is the former version.
Printed write_case(const fs::path& out, const editing::IntoEconomy& change) {
  std::error_code code;
  fs::create_directories(out, code);
  if (!fs::is_directory(out, code) || !fs::is_empty(out, code)) {
    return {1, "", fmt::format("{} is not an empty folder; choose another --out\n", out.string())};
  }
  for (const auto& [name, text] : change.files) {
    if (auto one = written(out / name, text); one.exit_code != 0) return one;
  }
  std::string lines;
  for (const auto& one : change.cells) {
    lines += fmt::format("staffing.csv:{}: {}: '{}' is now '{}'\n", one.line, one.column,
                         one.before, one.after);
  }
  for (const auto& one : change.then)
    lines += fmt::format("then: {}:{}: {}\n", one.file, one.line, one.text);
  return {0, fmt::format("{}{} holds the case\n", lines, out.string()), ""};
}

Printed into_case(const IntoCase& asked) {
  const auto files = cases::read_folder(asked.folder);
  if (!files) return complaints_printed("varde-staffing/1", files.error(), false);
  answers::StaffingRequest request;
  request.alternatives = {asked.alternative};
  request.run = asked.run;
  const auto run = answers::run_staffing(*files, request);
  if (!run) return complaints_printed("varde-staffing/1", run.error().mistakes, false);
  const auto change = editing::into_economy(*files, *run, asked.alternative);
  return change ? write_case(asked.out, *change) : failed(change.error());
}

}  // namespace

void add_into_case_command(CLI::App& program, int& exit_code) {
  auto asked = std::make_shared<IntoCase>();
  auto* command =
      program.get_subcommand("staffing")
          ->add_subcommand(
              "into-case",
              "A copy of the case that reckons with a simulated alternative's people and cost");
  command->add_option("CASE", asked->folder, "Folder with case.toml and staffing.toml")->required();
  command->add_option("--alternative", asked->alternative, "Of staffing.toml")->required();
  command->add_option("--out", asked->out, "A new folder for the case")->required();
  command->add_option("--years", asked->run.years, "Years to simulate")->capture_default_str();
  command->add_option("--seed", asked->run.seed, "The same seed, the same figures")
      ->capture_default_str();
  command->callback([asked, &exit_code] { exit_code = write_out(into_case(*asked)); });
}

}  // namespace varde::app
