#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

/// XLSX is a ZIP archive.
bool is_workbook(std::string_view bytes);

/// The sheet of an XLSX file that has these columns, as a table; the line of a row is its number in
/// the sheet, and empty rows are left out. Columns stand in the first row that is not empty. Where
/// no sheet has them all, the only sheet with anything in it is given, so that a reader can say
/// what it lacks. An error when the file cannot be read or there is no telling which sheet is
/// meant.
Result<steering::Sheet::Table> table_in_workbook(std::string_view bytes,
                                                 const std::vector<std::string>& columns);

}  // namespace varde::editing
