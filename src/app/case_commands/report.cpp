#include "app/case_commands/report.hpp"

#include <chrono>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "answers/economy/report.hpp"
#include "answers/invoices/invoice.hpp"
#include "app/case_commands/printed.hpp"
#include "app/clock.hpp"
#include "app/measured/follow_up.hpp"

namespace varde::app {
namespace {

struct Arguments {
  std::filesystem::path folder;
  std::filesystem::path out;
  std::string format = "pdf";
  answers::ReportOptions report;
  answers::InvoiceOptions invoice;
  std::string date;
  std::filesystem::path measured;  ///< data folder; empty: the case's own use
  int measured_year = 0;
  bool json = false;
};

Printed failed(const std::string& message) { return {1, "", message + "\n"}; }

/// Puts the use of a data folder into the case, if one is given.
Status put_measured(const Arguments& arguments, int year, cases::AnyCase& into) {
  if (arguments.measured.empty()) return Done{};
  auto* one = std::get_if<economy::Case>(&into);
  if (one == nullptr) return Error{"only a cooperation has use that can be measured"};
  const auto measured = read_measured_use(DataFolder{arguments.measured});
  if (!measured) return measured.error();
  return use_measured(*measured, year == 0 ? one->assumptions.comparison_year : year, *one);
}

Printed run_report(Arguments arguments) {
  const auto& formats = answers::kReportFormats;
  const auto format = std::ranges::find(formats, arguments.format);
  arguments.report.format = static_cast<answers::ReportFormat>(format - formats.begin());
  if (arguments.out.empty() && ::isatty(STDOUT_FILENO) != 0 && arguments.format != "html") {
    arguments.out = "rapport." + arguments.format;
  }
  auto input = cases::load_case(arguments.folder);
  if (!input) return failed(answers::lines_of(input.error()));
  if (auto status = put_measured(arguments, arguments.measured_year, *input); !status) {
    return failed(status.error().message);
  }
  const auto bytes = answers::economy_report(*input, arguments.report);
  if (!bytes) return failed(bytes.error().message);
  return arguments.out.empty() ? Printed{0, *bytes, ""} : written(arguments.out, *bytes);
}

/// "2026-01-15".
std::optional<std::chrono::year_month_day> day_of(const std::string& text) {
  const auto instant = parse_rfc3339(text + "T00:00:00Z");
  if (!instant) return {};
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*instant));
}

Printed run_invoice(Arguments arguments) {
  auto& options = arguments.invoice;
  if (arguments.date.empty()) {
    options.issued = to_norwegian_time(wall_clock()).date;
  } else if (const auto day = day_of(arguments.date)) {
    options.issued = *day;
  } else {
    return failed("--date is not a day like 2026-01-15");
  }
  const auto files = cases::read_folder(arguments.folder);
  if (!files) return failed(answers::lines_of(files.error()));
  auto input = cases::parse_case(*files);
  if (!input) return failed(answers::lines_of(input.error()));
  if (auto status = put_measured(arguments, options.year, *input); !status) {
    return failed(status.error().message);
  }
  const auto* one = std::get_if<economy::Case>(&*input);
  if (one == nullptr) return failed("only a cooperation can be invoiced");
  const auto invoices = answers::economy_invoices(*one, *files, options);
  if (!invoices) return failed(answers::lines_of(invoices.error()));
  if (arguments.out.empty()) arguments.out = "faktura";
  std::error_code code;
  std::filesystem::create_directories(arguments.out, code);
  for (const auto& [name, bytes] : *invoices) {
    if (auto file = written(arguments.out / name, bytes); file.exit_code != 0) return file;
  }
  return {0, fmt::format("{} files are written to {}\n", invoices->size(), arguments.out.string()),
          ""};
}

Printed run_measured(const Arguments& arguments) {
  auto input = cases::load_case(arguments.folder);
  if (!input) return failed(answers::lines_of(input.error()));
  auto* one = std::get_if<economy::Case>(&*input);
  if (one == nullptr) return failed("only a cooperation has use that can be measured");
  const auto measured = read_measured_use(DataFolder{arguments.measured});
  if (!measured) return failed(measured.error().message);
  const auto run = answers::run_cooperation(std::move(*one), arguments.report.alternatives, {});
  if (!run) return failed(run.error().message);
  if (run->projections.empty()) return failed("the case has no alternatives yet; add one");
  return {0,
          arguments.json ? follow_up_json(*run, 0, *measured) : follow_up_text(*run, 0, *measured),
          ""};
}

void add_measured(CLI::App& economy, const std::shared_ptr<Arguments>& arguments, int& exit_code) {
  auto* measured =
      economy.add_subcommand("measured", "Plan and reality side by side, month by month");
  measured->add_option("CASE", arguments->folder, "Folder with case.toml")->required();
  measured->add_option("--measured", arguments->measured, "Data folder of a centre that has run")
      ->required();
  measured->add_option("--alternative", arguments->report.alternatives, "The plan; the first");
  measured->add_flag("--json", arguments->json, "JSON (docs/reference/economy-json.md)");
  measured->callback([arguments, &exit_code] { exit_code = write_out(run_measured(*arguments)); });
}

void add_invoice(CLI::App& economy, const std::shared_ptr<Arguments>& arguments, int& exit_code) {
  auto* invoice = economy.add_subcommand(
      "invoice", "Invoices from the host: basis as CSV and XLSX, and EHF for each municipality");
  invoice->add_option("CASE", arguments->folder, "Folder with case.toml and invoice.toml")
      ->required();
  invoice->add_option("--alternative", arguments->invoice.alternative, "Whose cost is invoiced")
      ->required();
  invoice->add_option("--year", arguments->invoice.year, "What is paid for")->required();
  invoice->add_option("--measured", arguments->measured,
                      "Data folder: keys and prices by use go by what was measured that year");
  invoice->add_option("--date", arguments->date, "Day of the invoices (2026-01-15); today");
  invoice->add_option("--out", arguments->out, "Folder to write to; faktura");
  invoice->callback([arguments, &exit_code] { exit_code = write_out(run_invoice(*arguments)); });
}

}  // namespace

void add_report_commands(CLI::App& program, int& exit_code) {
  auto* economy = program.get_subcommand("economy");
  auto arguments = std::make_shared<Arguments>();
  auto* report = economy->add_subcommand("report", "A report to read and to print, in bokmål");
  report->add_option("CASE", arguments->folder, "Folder with case.toml and CSV files")->required();
  report->add_option("--format", arguments->format, "html, pdf or xlsx")
      ->check(CLI::IsMember(
          std::vector<std::string>(answers::kReportFormats.begin(), answers::kReportFormats.end())))
      ->capture_default_str();
  report->add_option("--alternative", arguments->report.alternatives, "Only this one (repeatable)");
  report
      ->add_option("--draws", arguments->report.draws.count,
                   "Draws of the simulation; 0 leaves uncertainty out")
      ->capture_default_str();
  report->add_option("--seed", arguments->report.draws.seed, "Of the simulation")
      ->capture_default_str();
  report->add_option("--as-of", arguments->report.as_of,
                     "Growth: only estimates known on this date (2023-12-31)");
  report->add_option("--measured", arguments->measured,
                     "Data folder: keys and prices by use go by what was measured");
  report->add_option("--measured-year", arguments->measured_year,
                     "Which year of it; the case's comparison year");
  report->add_option("--out", arguments->out, "File to write; without it, standard output");
  report->callback([arguments, &exit_code] {
    arguments->report.made = wall_clock();
    exit_code = write_out(run_report(*arguments));
  });
  add_invoice(*economy, arguments, exit_code);
  add_measured(*economy, arguments, exit_code);
}

}  // namespace varde::app
