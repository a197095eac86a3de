#include "cases/reading.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace varde::cases {

std::optional<Table> open_table(const Reading& reading, const std::string& file,
                                const std::vector<Column>& columns, bool required) {
  const auto found = reading.files.find(file);
  if (found != reading.files.end()) {
    return Table(found->second, file, columns, reading.complaints);
  }
  if (required) {
    std::string header;
    for (const auto& column : columns) {
      if (column.required) header += (header.empty() ? "" : ",") + column.name;
    }
    reading.complaints.add(file, 0,
                           fmt::format("the file is missing; make it, starting with {}", header));
  }
  return {};
}

void refuse_other_files(const Reading& reading, const std::vector<std::string>& known) {
  for (const auto& [name, text] : reading.files) {
    if (name.ends_with(".toml") || std::ranges::find(known, name) != known.end()) continue;
    reading.complaints.add(
        name, 0, fmt::format("not a file of this kind of case; {}", suggestion(name, known)));
  }
}

economy::Origin origin_of(const Row& row) {
  economy::Origin origin;
  const auto assumed = static_cast<std::size_t>(economy::Quality::assumed);
  origin.quality = static_cast<economy::Quality>(
      row.word("quality", economy::kQualities, assumed).value_or(assumed));
  origin.source = row.field("source");
  origin.price_year =
      static_cast<int>(row.integer("price_year", kFirstYear, kLastYear).value_or(0));
  return origin;
}

std::optional<economy::Amount> amount_of(const Row& row, std::string_view column) {
  const auto value = row.money(column);
  const auto low = row.money("low");
  const auto high = row.money("high");
  auto origin = origin_of(row);
  if (!value) return {};
  if ((low && *low > *value) || (high && *high < *value)) {
    row.complain(fmt::format("the range {} to {} does not hold the {} {}; correct low or high",
                             row.field("low"), row.field("high"), column, row.field(column)));
  }
  if (low.has_value() != high.has_value()) {
    row.complain("low and high go together; give both or none");
    return economy::Amount{*value, {}, {}, std::move(origin)};
  }
  return economy::Amount{*value, low, high, std::move(origin)};
}

bool check_name(const Row& row, std::string_view column, std::string_view what,
                const std::vector<std::string>& names) {
  const auto& name = row.field(column);
  if (std::ranges::find(names, name) != names.end()) return true;
  if (name.empty()) {
    row.complain(fmt::format("{} is empty; fill it in", column));
  } else {
    row.complain(
        fmt::format("{} '{}' is not a known {}; {}", column, name, what, suggestion(name, names)));
  }
  return false;
}

std::optional<int> year_of(const Row& row, std::string_view column) {
  if (!row.required(column)) return {};
  const auto year = row.integer(column, kFirstYear, kLastYear);
  if (!year) return {};
  return static_cast<int>(*year);
}

std::vector<economy::KeyPart> key_parts(Section& section) {
  using economy::Measure;
  static const std::vector<std::pair<std::string, Measure>> kPlain{
      {"flat", Measure::flat},
      {"inhabitants", Measure::inhabitants},
      {"inhabitants_67", Measure::inhabitants_67},
      {"inhabitants_80", Measure::inhabitants_80}};
  std::vector<economy::KeyPart> parts;
  for (const auto& [name, measure] : kPlain) {
    if (const auto share = section.percent(name)) parts.push_back({measure, "", *share});
  }
  auto usage = section.table("usage");
  for (const auto& metric : usage.keys()) {
    if (const auto share = usage.percent(metric)) {
      parts.push_back({Measure::usage, metric, *share});
    }
  }
  std::erase_if(parts, [](const auto& part) { return part.basis_points == 0; });
  const auto sum = std::accumulate(
      parts.begin(), parts.end(), std::int64_t{0},
      [](std::int64_t total, const auto& part) { return total + part.basis_points; });
  if (sum != 10'000) {
    section.complain("parts", fmt::format("sum to {} %; they must sum to 100 %",
                                          static_cast<double>(sum) / 100.0));
    parts.clear();
  }
  return parts;
}

}  // namespace varde::cases
