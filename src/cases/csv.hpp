#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cases/complaint.hpp"
#include "domain/economy/number.hpp"

namespace varde::cases {

/// Splits RFC 4180 text into records. The separator is the comma, or the semicolon when the first
/// line has one and no comma (spreadsheets in Norwegian). A byte order mark and CRLF are taken; an
/// open quote at the end is a complaint.
struct CsvRecord {
  int line = 0;
  std::vector<std::string> fields;
};
std::vector<CsvRecord> split_csv(std::string_view text, std::string_view file,
                                 Complaints& complaints);

/// A field as it stands in a file with this separator.
std::string csv_field(std::string_view value, char separator = ',');

struct Column {
  std::string name;
  bool required = true;  ///< the column must stand in the header; its fields may be empty
};

class Row;

/// A CSV file with a header. Columns that are not known or missing, and rows of another width, are
/// complaints; such rows are left out.
class Table {
 public:
  Table(std::string_view text, std::string file, const std::vector<Column>& columns,
        Complaints& complaints);

  const std::vector<CsvRecord>& records() const { return records_; }
  Row row(std::size_t index) const;

 private:
  friend class Row;
  bool read_header(const CsvRecord& header, const std::vector<Column>& columns);

  std::string file_;
  Complaints* complaints_;
  std::vector<std::string> header_;
  std::vector<CsvRecord> records_;
};

/// One row, read column by column. A field that cannot be read is a complaint and comes out as
/// nothing, so that the reading goes on to the next mistake.
class Row {
 public:
  Row(const Table& table, const CsvRecord& record) : table_(&table), record_(&record) {}

  int line() const { return record_->line; }
  const std::string& file() const { return table_->file_; }
  void complain(std::string text) const;

  bool empty(std::string_view column) const { return field(column).empty(); }
  /// "" for an empty field or a column that is not there.
  const std::string& field(std::string_view column) const;
  /// As field, but an empty one is a complaint.
  std::optional<std::string> required(std::string_view column) const;
  std::optional<std::int64_t> integer(std::string_view column, std::int64_t least,
                                      std::int64_t most) const;
  std::optional<std::int64_t> decimal(std::string_view column, int decimals, std::int64_t least,
                                      std::int64_t most) const;
  std::optional<economy::Money> money(std::string_view column) const;
  /// The place of the word in `words`; an empty field gives `otherwise`.
  std::optional<std::size_t> word(std::string_view column, std::span<const std::string_view> words,
                                  std::optional<std::size_t> otherwise = {}) const;

 private:
  const Table* table_;
  const CsvRecord* record_;
};

}  // namespace varde::cases
