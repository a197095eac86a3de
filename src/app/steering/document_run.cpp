#include "app/steering/document_run.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/print.hpp"

namespace varde::app {
namespace {

/// RFC 4648, with padding.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const bool there = at + i < bytes.size();
      three = three << 8 | (there ? static_cast<std::uint8_t>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const bool there = at + i <= bytes.size();
      text += there ? kDigits[three >> (18 - 6 * i) & 63] : '=';
    }
  }
  return text;
}

}  // namespace

steering::Checked<std::string> format_of(const steering::Parameters& parameters) {
  const auto it = parameters.find("format");
  const std::string wanted = it == parameters.end() ? "" : it->second;
  if (std::ranges::find(answers::kReportFormats, wanted) != answers::kReportFormats.end())
    return wanted;
  return steering::Complaints{
      {"", 0, fmt::format("format must be one of {}", fmt::join(answers::kReportFormats, ", "))}};
}

std::string media_type(std::string_view format) {
  if (format == "html") return "text/html; charset=utf-8";
  if (format == "pdf") return "application/pdf";
  if (format == "csv") return "text/csv; charset=utf-8";
  return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::string document_json(std::string_view format, std::string_view bytes) {
  JsonWriter out;
  out.begin_object();
  field(out, "format", format);
  field(out, "media_type", media_type(format));
  field(out, "base64", base64(bytes));
  out.end_object();
  return out.take();
}

}  // namespace varde::app
