#include "spreadsheet/dates.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace varde::spreadsheet {

bool shows_date(std::string_view format) {
  bool day = false;
  bool month = false;
  bool time = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == ';') break;  // the first section is for positive numbers
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      i = std::min(format.find(c == '"' ? '"' : ']', i + 1), format.size());
    } else {
      day = day || c == 'y' || c == 'Y' || c == 'd' || c == 'D';
      month = month || c == 'm' || c == 'M';
      time = time || c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
  }
  return day || (month && !time);
}

std::vector<bool> date_styles(const pugi::xml_document& styles) {
  const auto root = styles.child("styleSheet");
  std::map<int, bool> formats;
  // ECMA-376 part 1, 18.8.30: the formats that need not be written out.
  for (const int id : {14, 15, 16, 17, 22}) formats[id] = true;
  for (const auto& format : root.child("numFmts").children("numFmt")) {
    formats[format.attribute("numFmtId").as_int()] =
        shows_date(format.attribute("formatCode").as_string());
  }
  std::vector<bool> result;
  for (const auto& style : root.child("cellXfs").children("xf")) {
    const auto found = formats.find(style.attribute("numFmtId").as_int());
    result.push_back(found != formats.end() && found->second);
  }
  return result;
}

std::string date_text(double serial, bool from_1904) {
  if (from_1904) serial += 1462;
  if (!(serial >= 1 && serial < 2'958'466)) return {};
  // Day 60 is 29 February 1900, which was no day: from then on days count from 30 December 1899.
  const auto minutes = std::llround(serial * 24 * 60);
  const auto days = static_cast<int>(minutes / (24 * 60));
  const auto rest = static_cast<int>(minutes % (24 * 60));
  const auto start = std::chrono::sys_days(std::chrono::year(1899) / 12 / (days < 60 ? 31 : 30));
  const std::chrono::year_month_day date(start + std::chrono::days(days));
  auto text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (rest > 0) text += fmt::format("T{:02}:{:02}", rest / 60, rest % 60);
  return text;
}

}  // namespace varde::spreadsheet
