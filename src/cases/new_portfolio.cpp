#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cases/csv.hpp"
#include "cases/new_kinds.hpp"
#include "cases/portfolio_case.hpp"

namespace varde::cases {
namespace {

constexpr const char* kToml =
    R"toml(# A portfolio: which municipality has which solution, made available and in use kept apart, and what comes next.
#
# solutions.csv says what there is, adoption.csv who has it and who said so, ambitions.csv where to get, dependencies.csv what
# must be in place first, plans.csv and the cards below what is being done.

kind = "portfolio"
name = "Ny portefølje"
description = ""
source = ""
date = "2025-01-01"      # det som er kjent, er kjent denne dagen

[[activity]]
id = "aktivitet-1"
name = "Ny aktivitet"
kind = "introduction"    # innføring av en løsning, eller common_measure (felles tiltak)
area = ""
owner = ""
from = ""                # 2025, 2025-04 eller 2025-04-15
to = ""
purpose = ""
municipalities_do = []
sector_does = []
solutions = ["losning-1"]
status = ""
cost = ""
benefit = ""
source = ""
)toml";

std::string header_of(const PortfolioFile& file) {
  std::string text;
  for (const auto& column : file.columns) text += (text.empty() ? "" : ",") + column;
  return text + "\n";
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",;\"\n") == text.npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

/// One row for each number; of several years the last.
std::string municipalities_of(const std::string& text) {
  Complaints ignored;
  const auto records = split_csv(text, "", ignored);
  if (records.empty()) return "9999,Eksempel,,1000,oppdiktet: bytt ut denne raden\n";
  const auto field = [&](const CsvRecord& record, std::string_view column) -> std::string {
    const auto at = std::ranges::find(records.front().fields, column);
    const auto place = static_cast<std::size_t>(at - records.front().fields.begin());
    return place < record.fields.size() ? quoted(record.fields[place]) : "";
  };
  std::map<std::string, std::string> rows;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto& one = records[i];
    rows[field(one, "number")] =
        fmt::format("{},{},{},{},{}\n", field(one, "number"), field(one, "name"),
                    field(one, "county"), field(one, "inhabitants"), field(one, "source"));
  }
  std::string result;
  for (const auto& [number, row] : rows) result += row;
  return result;
}

}  // namespace

Files new_portfolio(const std::string& municipalities) {
  Files files{{"case.toml", kToml}};
  for (const auto& file : portfolio_files()) files[file.name] = header_of(file);
  files["solutions.csv"] += "losning-1,Ny løsning,,,,no,,bytt ut denne raden\n";
  files["municipalities.csv"] += municipalities_of(municipalities);
  return files;
}

}  // namespace varde::cases
