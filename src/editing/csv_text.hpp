#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cases/csv.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

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
  /// Behind all rows, with these fields by column.
  void append(const std::map<std::string, std::string>& fields);

  const std::vector<std::string>& columns() const { return columns_; }
  bool has(std::string_view column) const;
  /// Behind the column `before`, or last when there is none.
  void add_column(const std::string& name, std::string_view before);
  void rename_column(std::string_view name, const std::string& now);
  void remove_column(std::string_view name);
  /// Calls `change` with the fields of each row, which it may change.
  void each_row(const std::function<void(std::map<std::string, std::string>& fields)>& change);
  /// Takes away the rows with `value` in `column`.
  void remove_rows(std::string_view column, std::string_view value);

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
  void write(Row& row) const;
  std::string line_of(const std::vector<std::string>& fields) const;

  char separator_ = ',';
  std::vector<std::string> columns_;
  std::string head_;  ///< before the first row
  std::vector<Row> rows_;
};

}  // namespace varde::editing
