#pragma once

#include "steering/tools.hpp"

namespace varde::editing {

/// What a workbook or a CSV file would change in the tables of a portfolio, row by row
/// (portfolio_import). The result can be saved when nothing is wrong.
steering::ImportPreview preview_tables(const steering::Files& files, std::string_view bytes);

}  // namespace varde::editing
