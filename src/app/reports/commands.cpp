#include "app/reports/commands.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "app/clock.hpp"
#include "app/reports/invoice.hpp"
#include "app/reports/report.hpp"

namespace varde::app {
namespace {

struct Arguments {
  std::filesystem::path folder;
  std::filesystem::path out;
  std::string format = "pdf";
  ReportOptions report;
  InvoiceOptions invoice;
  std::string date;
};

int fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  return 1;
}

Status write_file(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    return Error{fmt::format("{} cannot be written; check that the folder is there and is yours",
                             file.string())};
  }
  return Done{};
}

int run_report(Arguments arguments) {
  const auto& formats = kReportFormats;
  const auto format = std::ranges::find(formats, arguments.format);
  arguments.report.format = static_cast<ReportFormat>(format - formats.begin());
  if (arguments.out.empty() && ::isatty(STDOUT_FILENO) != 0 && arguments.format != "html") {
    arguments.out = "rapport." + arguments.format;
  }
  const auto input = cases::load_case(arguments.folder);
  if (!input) return fail(lines_of(input.error()));
  const auto bytes = economy_report(*input, arguments.report);
  if (!bytes) return fail(bytes.error().message);
  if (arguments.out.empty()) {
    const auto written = std::fwrite(bytes->data(), 1, bytes->size(), stdout);
    return written == bytes->size() ? 0 : fail("the report could not be written to the output");
  }
  if (auto status = write_file(arguments.out, *bytes); !status) return fail(status.error().message);
  std::fprintf(stderr, "%s is written (%zu bytes)\n", arguments.out.c_str(), bytes->size());
  return 0;
}

/// "2026-01-15".
std::optional<std::chrono::year_month_day> day_of(const std::string& text) {
  const auto instant = parse_rfc3339(text + "T00:00:00Z");
  if (!instant) return {};
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*instant));
}

int run_invoice(Arguments arguments) {
  auto& options = arguments.invoice;
  if (arguments.date.empty()) {
    options.issued = to_norwegian_time(wall_clock()).date;
  } else if (const auto day = day_of(arguments.date)) {
    options.issued = *day;
  } else {
    return fail("--date is not a day like 2026-01-15");
  }
  const auto files = cases::read_folder(arguments.folder);
  if (!files) return fail(lines_of(files.error()));
  const auto invoices = economy_invoices(*files, options);
  if (!invoices) return fail(invoices.error().message);
  if (arguments.out.empty()) arguments.out = "faktura";
  std::error_code code;
  std::filesystem::create_directories(arguments.out, code);
  for (const auto& [name, bytes] : *invoices) {
    if (auto status = write_file(arguments.out / name, bytes); !status) {
      return fail(status.error().message);
    }
  }
  std::fprintf(stderr, "%zu files are written to %s\n", invoices->size(), arguments.out.c_str());
  return 0;
}

void add_invoice(CLI::App& economy, const std::shared_ptr<Arguments>& arguments, int& exit_code) {
  auto* invoice = economy.add_subcommand(
      "invoice", "Invoices from the host: basis as CSV and XLSX, and EHF for each municipality");
  invoice->add_option("CASE", arguments->folder, "Folder with case.toml and invoice.toml")
      ->required();
  invoice->add_option("--alternative", arguments->invoice.alternative, "Whose cost is invoiced")
      ->required();
  invoice->add_option("--year", arguments->invoice.year, "What is paid for")->required();
  invoice->add_option("--date", arguments->date, "Day of the invoices (2026-01-15); today");
  invoice->add_option("--out", arguments->out, "Folder to write to; faktura");
  invoice->callback([arguments, &exit_code] { exit_code = run_invoice(*arguments); });
}

}  // namespace

void add_report_commands(CLI::App& program, int& exit_code) {
  auto* economy = program.get_subcommand("economy");
  auto arguments = std::make_shared<Arguments>();
  auto* report = economy->add_subcommand("report", "A report to read and to print, in bokmål");
  report->add_option("CASE", arguments->folder, "Folder with case.toml and CSV files")->required();
  report->add_option("--format", arguments->format, "html, pdf or xlsx")
      ->check(CLI::IsMember(std::vector<std::string>(kReportFormats.begin(), kReportFormats.end())))
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
  report->add_option("--out", arguments->out, "File to write; without it, standard output");
  report->callback([arguments, &exit_code] {
    arguments->report.made = wall_clock();
    exit_code = run_report(*arguments);
  });
  add_invoice(*economy, arguments, exit_code);
}

}  // namespace varde::app
