#include "editing/into_economy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/print.hpp"
#include "cases/cooperation_case.hpp"
#include "editing/complaints.hpp"
#include "editing/csv_text.hpp"
#include "editing/sheet.hpp"

namespace varde::editing {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using Table = steering::Sheet::Table;

constexpr const char* kFile = "staffing.csv";

Complaints complaint(int line, std::string text) { return {{kFile, line, std::move(text)}}; }

/// To the thousandth above, so that what fills a seat round the clock still does.
std::string person_years_text(double person_years) {
  return fmt::format("{:.3f}", std::ceil(person_years * 1'000 - 1e-6) / 1'000);
}

/// Whole kroner: a simulation knows no øre.
std::string kroner_text(economy::Money amount) {
  return std::to_string(std::llround(amount.in_kroner()));
}

std::optional<std::size_t> column_of(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name);
  if (found == table.columns.end()) return {};
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string cell(const Table& table, const steering::Sheet::Row& row, std::string_view name) {
  const auto at = column_of(table, name);
  return at && *at < row.cells.size() ? row.cells[*at] : std::string();
}

/// The one row of the economy's alternative.
Checked<const steering::Sheet::Row*> row_of(const Table& table, const std::string& economy) {
  std::vector<std::string> missing;
  for (const char* name : {"total", "quality", "source"})
    if (!column_of(table, name)) missing.emplace_back(name);
  if (!missing.empty()) {
    return complaint(1, fmt::format("has no column {}; add it, so that the simulated cost can "
                                    "stand there with where it comes from",
                                    fmt::join(missing, ", ")));
  }
  const steering::Sheet::Row* found = nullptr;
  for (const auto& row : table.rows) {
    if (cell(table, row, "alternative") != economy) continue;
    if (found != nullptr) {
      return complaint(row.line,
                       fmt::format("'{}' has several rows, the first at line {}; the simulation "
                                   "gives one figure for all: make them one row first",
                                   economy, found->line));
    }
    found = &row;
  }
  if (found != nullptr) return found;
  return complaint(0, fmt::format("'{}' has no row; add one with its item and key first", economy));
}

/// What the row becomes. Empty cells of columns that are not there are left out.
std::vector<IntoEconomy::Cell> cells_of(const Table& table, const steering::Sheet::Row& row,
                                        const staffing::Figures& figures,
                                        const std::string& source) {
  const bool range = column_of(table, "low") && column_of(table, "high");
  const std::array<std::pair<const char*, std::string>, 7> wanted{
      {{"person_years", person_years_text(figures.person_years)},
       {"yearly_cost", ""},
       {"total", kroner_text(figures.total.value)},
       {"low", range ? kroner_text(figures.total.low) : ""},
       {"high", range ? kroner_text(figures.total.high) : ""},
       {"quality", "estimated"},
       {"source", source}}};
  std::vector<IntoEconomy::Cell> cells;
  for (const auto& [name, after] : wanted) {
    const auto before = cell(table, row, name);
    if (column_of(table, name) && before != after) cells.push_back({row.line, name, before, after});
  }
  return cells;
}

/// What the tools that read other files of the case say of it, and did not say before.
Complaints new_complaints(const Files& before, const Files& after) {
  if (!after.contains("cooperation.toml") || !cases::parse_cooperation(before)) return {};
  const auto read = cases::parse_cooperation(after);
  return read ? Complaints{} : complaints_of(read.error());
}

const staffing::Figures* figures_of(const answers::StaffingRun& run, std::string_view alternative) {
  for (const auto& one : run.evaluation.alternatives)
    if (run.input.alternatives[one.alternative].id == alternative) return &one;
  return nullptr;
}

}  // namespace

Checked<IntoEconomy> into_economy(const Files& files, const answers::StaffingRun& run,
                                  std::string_view alternative) {
  const auto* figures = figures_of(run, alternative);
  if (figures == nullptr) {
    return Complaints{
        {"staffing.toml", 0, fmt::format("there is no alternative '{}'", alternative)}};
  }
  const auto& input = run.input.alternatives[figures->alternative];
  if (input.economy.empty()) {
    return Complaints{{"staffing.toml", 0,
                       fmt::format("alternative {} does not say which alternative of case.toml it "
                                   "stands for; add economy = \"...\" to it",
                                   input.id)}};
  }
  const auto text = files.find(kFile);
  const auto table = text == files.end() ? std::nullopt : csv_table(kFile, text->second);
  if (!table) return complaint(0, "the case does not have this file, or it is empty");
  const auto row = row_of(*table, input.economy);
  if (!row) return row.error();
  const auto source = fmt::format(
      "Vardes simulering av bemanning: {} ({} år, frø {}{})", input.name, run.evaluation.run.years,
      run.evaluation.run.seed,
      run.measured_days ? fmt::format(", alarmer målt i {:.0f} døgn", *run.measured_days) : "");
  IntoEconomy change{input.id, input.economy, cells_of(*table, **row, *figures, source), {}, {}};
  std::vector<steering::Edit> edits;
  for (const auto& one : change.cells)
    edits.push_back({kFile, "set", fmt::format("{}/{}", one.line, one.column), one.after});
  auto changed = edited(files, edits);
  if (!changed.mistakes.empty()) return changed.mistakes;
  if (const auto read = cases::parse_case(changed.files); !read) return complaints_of(read.error());
  change.files = std::move(changed.files);
  change.then = new_complaints(files, change.files);
  return change;
}

std::string into_economy_json(const IntoEconomy& change, const staffing::Run& run) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-staffing/1");
  field(out, "kind", "into_economy");
  field(out, "alternative", change.alternative);
  field(out, "economy", change.economy);
  integer(out, "years", static_cast<std::int64_t>(run.years));
  field(out, "seed", std::to_string(run.seed));
  field(out, "file", kFile);
  list(out, "cells", change.cells, [&](const auto& one) {
    integer(out, "line", one.line);
    field(out, "column", one.column);
    field(out, "before", one.before);
    field(out, "after", one.after);
  });
  list(out, "then", change.then, [&](const auto& one) {
    field(out, "file", one.file);
    integer(out, "line", one.line);
    field(out, "text", one.text);
  });
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::editing
