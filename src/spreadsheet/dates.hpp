#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace varde::spreadsheet {

/// Whether a number format shows a date: it has a y, m or d outside quotes, brackets and escapes
/// (m alone is a month unless hours or seconds stand in the format).
bool shows_date(std::string_view format);
/// By cell style, whether it shows a date.
std::vector<bool> date_styles(const pugi::xml_document& styles);
/// A serial number as "2023-04-15" or "2023-04-15T13:30"; empty when it is no day of the years 1900
/// to 9999. `from_1904`: the workbook counts from 1 January 1904.
std::string date_text(double serial, bool from_1904);

}  // namespace varde::spreadsheet
