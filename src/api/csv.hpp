#pragma once

#include <string>
#include <string_view>

#include "api/views/alarm_view.hpp"

namespace varde::api {

/// Rows for a spreadsheet with Norwegian settings: semicolons, UTF-8 with a byte order mark, CRLF.
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
/// injection).
class CsvWriter {
 public:
  CsvWriter() : out_("\xEF\xBB\xBF") {}
  CsvWriter& cell(std::string_view text);
  void end_row();
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool row_begun_ = false;
};

void write_alarm_heading(CsvWriter& csv);
void write_alarm_row(CsvWriter& csv, const AlarmView& alarm);

}  // namespace varde::api
