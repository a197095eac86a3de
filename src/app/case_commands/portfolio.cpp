#include "app/case_commands/portfolio.hpp"

#include <fstream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "answers/portfolio/portfolio.hpp"
#include "answers/portfolio/words.hpp"
#include "app/case_commands/printed.hpp"
#include "app/clock.hpp"

namespace varde::app {
namespace {

constexpr std::string_view kSchema = "varde-portfolio/1";

/// Files and portfolio of the folder into `then`, or the mistakes.
template <class Then>
Printed with_portfolio(const PortfolioOptions& options, Then then) {
  const auto files = cases::read_folder(options.folder);
  if (!files) return complaints_printed(kSchema, files.error(), options.json);
  const auto portfolio = cases::parse_portfolio(*files);
  if (!portfolio) return complaints_printed(kSchema, portfolio.error(), options.json);
  return then(*files, *portfolio);
}

Printed printed(const PortfolioOptions& options,
                const Result<std::string, answers::Mistakes>& text) {
  if (!text) return complaints_printed(kSchema, text.error(), options.json);
  return {0, *text, ""};
}

}  // namespace

Printed portfolio_check_command(const PortfolioOptions& options) {
  return with_portfolio(options, [&](const auto& files, const auto& portfolio) -> Printed {
    if (options.json) return printed(options, answers::portfolio_doubts(files));
    std::string out = "The portfolio can be read.\n";
    for (const auto& doubt : portfolio::doubts_of(portfolio))
      out += "  " + answers::words_of(portfolio, doubt).en + "\n";
    return {0, out, ""};
  });
}

Printed portfolio_report_command(const PortfolioOptions& options) {
  return with_portfolio(options, [&](const auto& files, const auto& portfolio) -> Printed {
    if (options.json) return {0, answers::portfolio_json(portfolio), ""};
    if (options.format.empty()) return {0, answers::portfolio_text(portfolio), ""};
    const auto document = answers::portfolio_document(files, options.format, options.made);
    if (!document) return printed(options, document);
    const bool bytes = options.format == "pdf" || options.format == "xlsx";
    if (options.out.empty() && !bytes) return {0, *document, ""};
    return written(document_path(options.out, options.folder, options.format), *document);
  });
}

Printed portfolio_next_command(const PortfolioOptions& options) {
  return with_portfolio(options, [&](const auto& files, const auto& portfolio) -> Printed {
    const auto json = answers::portfolio_next(files, options.municipality);
    if (!json || options.json) return printed(options, json);
    return {0, answers::next_text(portfolio, *answers::place_of(portfolio, options.municipality)),
            ""};
  });
}

Printed portfolio_search_command(const PortfolioOptions& options) {
  return with_portfolio(options, [&](const auto& files, const auto& portfolio) -> Printed {
    if (options.json) return printed(options, answers::portfolio_search(files, options.query));
    std::string out;
    for (const auto* one : portfolio::search(portfolio, options.query)) {
      out += fmt::format("{} ({}, {}, {})\n  {}\n", one->title,
                         portfolio.solutions[one->solution].name, one->municipality, one->date,
                         one->text);
    }
    return {0, out.empty() ? "No experience holds all these words.\n" : out, ""};
  });
}

Printed portfolio_import_command(const PortfolioOptions& options) {
  const auto files = cases::read_folder(options.folder);
  if (!files) return complaints_printed(kSchema, files.error(), options.json);
  std::ifstream in(options.file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto imported = answers::portfolio_import(*files, bytes);
  if (!imported.mistakes.empty()) {
    return complaints_printed(kSchema, imported.mistakes, options.json);
  }
  for (const auto& [name, text] : imported.files) {
    if (const auto old = files->find(name); old != files->end() && old->second == text) continue;
    // Beside it first: a full disk must not leave half a file.
    auto fresh = options.folder / name;
    fresh += ".new";
    if (auto status = written(fresh, text); status.exit_code != 0) return status;
    std::filesystem::rename(fresh, options.folder / name);
  }
  using Status = answers::PortfolioImport::Status;
  const auto changed = imported.count(Status::changed);
  const auto added = imported.count(Status::added);
  const auto removed = imported.count(Status::removed);
  if (changed + added + removed == 0) return {0, "Nothing has changed.\n", ""};
  std::string out;
  for (const auto& row : imported.rows) {
    if (row.status == Status::same) continue;
    constexpr std::array<char, 5> signs{' ', '~', '+', '-', '!'};
    out +=
        fmt::format("{} {}: {}\n", signs[static_cast<std::size_t>(row.status)], row.file, row.key);
  }
  return {0, out + fmt::format("{} rows changed, {} added, {} removed\n", changed, added, removed),
          ""};
}

void add_portfolio_commands(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<PortfolioOptions>();
  auto* portfolio = program.add_subcommand(
      "portfolio", "Which municipality has which solution, and what is next");
  portfolio->require_subcommand(1);
  const auto add = [&](const char* name, const char* text,
                       Printed (*run)(const PortfolioOptions&)) {
    auto* command = portfolio->add_subcommand(name, text);
    command->add_option("CASE", options->folder, "Folder with case.toml and CSV files")->required();
    command->add_flag("--json", options->json, "JSON (docs/reference/portfolio-json.md)");
    command->callback([options, run, &exit_code] {
      options->made = unix_seconds(wall_clock());
      exit_code = write_out(run(*options));
    });
    return command;
  };
  add("check", "What is wrong, missing, or cannot be true", portfolio_check_command);
  auto* report =
      add("report", "Where the portfolio stands; the board's report", portfolio_report_command);
  report->add_option("--format", options->format, "html, pdf, xlsx or csv")
      ->check(CLI::IsMember({"html", "pdf", "xlsx", "csv"}));
  report->add_option("--out", options->out, "File to write");
  auto* next = add("next", "What one municipality should do next, and why", portfolio_next_command);
  next->add_option("--municipality", options->municipality, "Its number: 0301")->required();
  auto* search = add("search", "Experiences from pilots", portfolio_search_command);
  search->add_option("--query", options->query, "Words that must all occur");
  auto* make = portfolio->add_subcommand("new", "A new portfolio to fill in");
  make->add_option("CASE", options->folder, "Folder to make")->required();
  auto municipalities = std::make_shared<std::filesystem::path>();
  make->add_option("--municipalities", *municipalities,
                   "municipalities.csv to start from (number,name,...)");
  make->callback([options, municipalities, &exit_code] {
    exit_code = write_out(
        made_case(options->folder, "portfolio", *municipalities, "varde portfolio check"));
  });
  auto* take =
      add("import", "A workbook's sheets, or a CSV file, into the case", portfolio_import_command);
  take->add_option("FILE", options->file,
                   "XLSX, as report --format xlsx writes it, or one of the case's CSV files")
      ->required()
      ->check(CLI::ExistingFile);
}

}  // namespace varde::app
