#include "answers/print.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::answers {
namespace {

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

TextTable::TextTable(std::vector<std::string> headings) {
  for (auto& heading : headings) {
    right_.push_back(heading.starts_with('>'));
    if (right_.back()) heading.erase(0, 1);
  }
  rows_.push_back(std::move(headings));
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths(right_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string space(widths[i] - width(row[i]), ' ');
      line += (i == 0 ? "  " : "   ") + (right_[i] ? space + row[i] : row[i] + space);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string percent(std::int64_t basis_points) {
  return fmt::format("{:.1f} %", static_cast<double>(basis_points) / 100.0);
}

std::string decimals(double value, int count) { return fmt::format("{:.{}f}", value, count); }

void write(JsonWriter& out, economy::Money amount) {
  out.begin_object();
  out.key("kroner").text(economy::to_string(amount));
  out.key("ore").integer(amount.in_ore());
  out.end_object();
}

void field(JsonWriter& out, std::string_view name, economy::Money amount) {
  out.key(name);
  write(out, amount);
}

void percent_field(JsonWriter& out, std::string_view name, std::int64_t basis_points) {
  number(out, name, static_cast<double>(basis_points) / 100.0);
}

void write_origin(JsonWriter& out, const economy::Origin& origin) {
  field(out, "quality", to_string(origin.quality));
  field(out, "source", origin.source);
}

void write_contradictions(JsonWriter& out, const std::vector<economy::Contradiction>& all) {
  list(out, "contradictions", all, [&](const auto& one) {
    field(out, "topic", one.topic);
    field(out, "says", one.says);
    field(out, "also_says", one.also_says);
    field(out, "reading", one.reading);
    field(out, "source", one.source);
  });
}

std::string mistakes_json(std::string_view schema, const std::vector<cases::Complaint>& all) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", schema);
  list(out, "mistakes", all, [&](const auto& one) {
    field(out, "file", one.file);
    integer(out, "line", one.line);
    field(out, "text", one.text);
  });
  out.end_object();
  return out.take() + "\n";
}

std::string contradictions_text(const std::vector<economy::Contradiction>& all) {
  std::string out = all.empty() ? "" : "\nWhere the source says two things\n";
  for (const auto& one : all) {
    out += fmt::format("  {}: {}; {}.\n    Read here as: {}. ({})\n", one.topic, one.says,
                       one.also_says, one.reading, one.source);
  }
  return out;
}

}  // namespace varde::answers
