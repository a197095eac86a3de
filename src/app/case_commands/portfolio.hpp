#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/case_commands/printed.hpp"

namespace CLI {
class App;
}

namespace varde::app {

struct PortfolioOptions {
  std::filesystem::path folder;
  std::string format;         ///< report: html, pdf, xlsx or csv; empty = a table on the terminal
  std::filesystem::path out;  ///< file to write; empty = NAME.FORMAT beside, or standard output
  std::string municipality;   ///< its number, "0301"
  std::string query;
  std::filesystem::path file;  ///< import: a workbook or a CSV file
  bool json = false;
  std::int64_t made = 0;  ///< seconds since 1970
};

/// varde portfolio check | report | next | search | import
Printed portfolio_check_command(const PortfolioOptions& options);
Printed portfolio_report_command(const PortfolioOptions& options);
Printed portfolio_next_command(const PortfolioOptions& options);
Printed portfolio_search_command(const PortfolioOptions& options);
/// Writes the CSV files that a workbook or a CSV file changes, when all of the case can still be
/// read.
Printed portfolio_import_command(const PortfolioOptions& options);

void add_portfolio_commands(CLI::App& program, int& exit_code);

}  // namespace varde::app
