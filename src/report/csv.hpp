#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace varde::report {

/// Rows for a spreadsheet with Norwegian settings: semicolons, UTF-8 with a byte order mark, CRLF.
/// A field that a spreadsheet would take for a formula gets an apostrophe in front.
class CsvText {
 public:
  void row(const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) out_ += ';';
      field(fields[i]);
    }
    out_ += "\r\n";
  }
  std::string take() { return std::move(out_); }

 private:
  void field(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+@\t\r").find(text[0]) != text.npos;
    if (text.find_first_of(";\"\r\n") == text.npos && !formula) {
      out_ += text;
      return;
    }
    out_ += formula ? "\"'" : "\"";
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  std::string out_ = "\xEF\xBB\xBF";
};

}  // namespace varde::report
