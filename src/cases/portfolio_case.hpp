#pragma once

#include "cases/load.hpp"
#include "domain/portfolio/model.hpp"

namespace varde::cases {

/// The CSV files a portfolio may have, with their columns in order; what an export writes and an
/// import takes.
struct PortfolioFile {
  std::string name;
  std::vector<std::string> columns;
  std::size_t key = 1;  ///< so many columns say what a row is about, the others what is said of it
  bool required = false;
};
const std::vector<PortfolioFile>& portfolio_files();

/// A case of kind "portfolio": case.toml with the activity cards, and CSV files
/// (docs/reference/portfolio-case.md). A cycle in the dependencies is a complaint that names it.
/// `shapes` learns what is asked for.
Result<portfolio::Portfolio, std::vector<Complaint>> parse_portfolio(const Files& files,
                                                                     Shapes* shapes = nullptr);

}  // namespace varde::cases
