#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace varde::spreadsheet {

// A workbook comes from outside: what is over a bound is refused and names the bound.
constexpr std::size_t kFileBytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kUnpackedBytes = std::size_t{96} * 1024 * 1024;  ///< of all parts together
constexpr std::size_t kSheets = 200;
constexpr std::size_t kRows = 100'000;  ///< of one sheet
constexpr std::size_t kColumns = 1'000;
constexpr std::size_t kCells = 2'000'000;  ///< of the workbook
constexpr std::size_t kCellBytes = 32 * 1024;

struct Sheet {
  std::string name;
  /// Cells as text. Numbers have a point and as few digits as they need; cells that are formatted
  /// as dates are "2023-04-15" or "2023-04-15T13:30"; true and false; formulas give their stored
  /// value. Cells that are not there are empty, and rows end at their last cell.
  std::vector<std::vector<std::string>> rows;
};

/// The sheets of an XLSX file in the order of their tabs. Never runs, fetches or computes anything.
/// An error when it is no XLSX, is damaged or encrypted, or is over a bound.
Result<std::vector<Sheet>> read_xlsx(std::string_view bytes);

}  // namespace varde::spreadsheet
