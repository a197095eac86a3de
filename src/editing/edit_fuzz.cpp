#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.hpp"
#include "editing/csv_text.hpp"
#include "editing/toml_text.hpp"

/// Four lines (a key, a value, a column, one as long as a line number) and a file: each edit of any
/// file gives a text or an error, and a table that is not touched stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  using namespace varde::editing;
  std::string text(reinterpret_cast<const char*>(data), size);
  std::array<std::string, 4> lines;
  for (auto& line : lines) {
    const auto end = text.find('\n');
    if (end == text.npos) return 0;
    line = text.substr(0, end);
    text.erase(0, end + 1);
  }
  const auto& [key, value, column, row] = lines;
  static_cast<void>(with_value(text, key, value));
  static_cast<void>(with_record(text, key, {value}));
  static_cast<void>(without(text, key));
  static_cast<void>(with_key(text, key, value));
  static_cast<void>(with_moved(text, key, 1));
  CsvText table(text);
  VARDE_ASSERT(table.text() == text);
  const int line = static_cast<int>(row.size());
  static_cast<void>(table.set(line, column, value));
  static_cast<void>(table.add(line, value));
  static_cast<void>(table.remove(line));
  table.rename_column(column, value);
  table.remove_rows(value, column);
  table.add_column(column, value);
  table.remove_column(value);
  static_cast<void>(CsvText(table.text()));
  return 0;
}
