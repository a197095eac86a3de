#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cases/csv.hpp"
#include "steering/tools.hpp"

namespace varde::app {

using cases::csv_field;

/// The rows of a CSV file under its header; nullopt when it has none.
std::optional<steering::Sheet::Table> csv_table(const std::string& file, const std::string& text);

/// A CSV file that is changed row by row; everything that is not touched stays as it is. Lines are
/// those of the text it was made of.
class CsvText {
 public:
  explicit CsvText(std::string_view text);

  Status set(int line, std::string_view column, const std::string& value);
  Status remove(int line);
  /// Behind the row at `line` (1 = the header).
  Status add(int line, const std::string& row);
  std::string text() const;

 private:
  struct Row {
    int line = 0;
    std::string raw;  ///< with its line end
    std::vector<std::string> fields{};
    std::vector<std::string> behind{};  ///< rows that were added
    bool removed = false;
  };
  Row* find(int line);

  char separator_ = ',';
  std::vector<std::string> columns_;
  std::string head_;  ///< before the first row
  std::vector<Row> rows_;
};

}  // namespace varde::app
