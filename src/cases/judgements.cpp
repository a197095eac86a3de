#include "cases/judgements.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::cases {
namespace {

using decision::Decision;

/// Which rows apply to a place: the most particular wins.
class Scope {
 public:
  Scope(const Decision& decision, const Row& row) {
    const auto at = [&](std::string_view column, const std::vector<std::string>& ids) {
      const auto found = std::ranges::find(ids, row.field(column));
      return static_cast<std::size_t>(found - ids.begin());
    };
    const auto areas = ids_of(decision.areas);
    const auto assessors = ids_of(decision.assessors);
    if (!row.empty("area") && check_name(row, "area", "area", areas)) area_ = at("area", areas);
    if (!row.empty("assessor") && check_name(row, "assessor", "assessor", assessors)) {
      assessor_ = at("assessor", assessors);
    }
  }
  bool holds(std::size_t assessor, std::size_t area) const {
    return assessor_.value_or(assessor) == assessor && area_.value_or(area) == area;
  }
  int rank() const { return (assessor_ ? 2 : 0) + (area_ ? 1 : 0); }

 private:
  std::optional<std::size_t> area_, assessor_;
};

/// A value for a criterion and a column at every place, with the rank of the row that gave it.
template <class Value>
struct Grid {
  struct Cell {
    std::optional<Value> value;
    int rank = -1;
  };
  std::size_t areas, criteria, columns;
  std::vector<Cell> cells;

  Grid(const Decision& decision, std::size_t count)
      : areas(decision.areas.size()),
        criteria(decision.criteria.size()),
        columns(count),
        cells(decision.assessors.size() * areas * criteria * columns) {}
  Cell& at(std::size_t assessor, std::size_t area, std::size_t criterion, std::size_t column) {
    return cells[((assessor * areas + area) * criteria + criterion) * columns + column];
  }
  void put(const Row& row, const Scope& scope, std::size_t criterion, std::size_t column,
           const Value& value, std::size_t assessors) {
    for (std::size_t j = 0; j < assessors; ++j) {
      for (std::size_t k = 0; k < areas; ++k) {
        if (!scope.holds(j, k)) continue;
        auto& cell = at(j, k, criterion, column);
        if (cell.rank == scope.rank()) {
          row.complain("says again what another row says of the same; remove one");
          return;
        }
        if (cell.rank < scope.rank()) cell = {value, scope.rank()};
      }
    }
  }
};

std::optional<std::size_t> criterion_of(const Decision& decision, const Row& row) {
  const auto ids = ids_of(decision.criteria);
  if (!check_name(row, "criterion", "criterion", ids)) return {};
  return static_cast<std::size_t>(std::ranges::find(ids, row.field("criterion")) - ids.begin());
}

/// A number, or plusses as reports write them: "++" is 2.
std::optional<double> score_of(const Row& row, const std::string& column, int top) {
  const auto& text = row.field(column);
  if (text.empty()) return {};
  if (text.find_first_not_of('+') == text.npos) {
    if (text.size() <= static_cast<std::size_t>(top)) return static_cast<double>(text.size());
    row.complain(fmt::format("{} is {}; the top score is {}", column, text, top));
    return {};
  }
  const auto score = row.decimal(column, 2, 0, std::int64_t{top} * 100);
  if (!score) return {};
  return static_cast<double>(*score) / 100;
}

std::vector<Column> columns_of(const std::vector<std::string>& ids, bool with_area) {
  std::vector<Column> columns{
      {"criterion"}, {"name", false}, {"assessor", false}, {"source", false}};
  if (with_area) columns.push_back({"area", false});
  for (const auto& id : ids) columns.push_back({id});
  return columns;
}

Grid<double> read_scores(const Reading& reading, const Decision& decision) {
  const auto ids = ids_of(decision.alternatives);
  Grid<double> grid(decision, ids.size());
  const auto table = open_table(reading, "scores.csv", columns_of(ids, true), true);
  for (std::size_t i = 0; table && i < table->records().size(); ++i) {
    const auto row = table->row(i);
    const auto criterion = criterion_of(decision, row);
    const Scope scope(decision, row);
    for (std::size_t a = 0; criterion && a < ids.size(); ++a) {
      const auto score = score_of(row, ids[a], decision.top_score);
      if (score) grid.put(row, scope, *criterion, a, *score, decision.assessors.size());
    }
  }
  return grid;
}

Grid<decision::Importance> read_importance(const Reading& reading, const Decision& decision) {
  const auto ids = ids_of(decision.areas);
  Grid<decision::Importance> grid(decision, 1);
  const auto table = open_table(reading, "importance.csv", columns_of(ids, false), true);
  for (std::size_t i = 0; table && i < table->records().size(); ++i) {
    const auto row = table->row(i);
    const auto criterion = criterion_of(decision, row);
    if (!row.empty("assessor")) {
      check_name(row, "assessor", "assessor", ids_of(decision.assessors));
    }
    for (std::size_t k = 0; criterion && k < ids.size(); ++k) {
      if (row.empty(ids[k])) continue;
      const auto word = row.word(ids[k], decision::kImportanceWords);
      if (!word) continue;
      for (std::size_t j = 0; j < decision.assessors.size(); ++j) {
        if (!row.empty("assessor") && row.field("assessor") != decision.assessors[j].id) continue;
        auto& cell = grid.at(j, k, *criterion, 0);
        const int rank = row.empty("assessor") ? 0 : 1;
        if (cell.rank == rank) {
          row.complain("says again what another row says of the same; remove one");
          break;
        }
        if (cell.rank < rank) cell = {static_cast<decision::Importance>(*word), rank};
      }
    }
  }
  return grid;
}

/// Areas and alternatives are columns too, and must not be called what another column is.
bool column_taken(const Reading& reading, const Decision& decision) {
  auto ids = ids_of(decision.areas);
  for (auto& id : ids_of(decision.alternatives)) ids.push_back(std::move(id));
  for (const std::string taken : {"criterion", "name", "assessor", "source", "area"}) {
    if (std::ranges::find(ids, taken) == ids.end()) continue;
    reading.complaints.add("case.toml", 0,
                           fmt::format("'{}' is the name of a column; choose another id", taken));
    return true;
  }
  return false;
}

}  // namespace

void read_judgements(const Reading& reading, decision::Decision& into) {
  if (column_taken(reading, into)) return;
  auto scores = read_scores(reading, into);
  auto importance = read_importance(reading, into);
  for (std::size_t j = 0; j < into.assessors.size(); ++j) {
    const auto who = into.assessors.size() == 1
                         ? std::string()
                         : fmt::format(" from assessor '{}'", into.assessors[j].id);
    for (std::size_t k = 0; k < into.areas.size(); ++k) {
      decision::Judgement judgement;
      for (std::size_t c = 0; c < into.criteria.size(); ++c) {
        const auto& criterion = into.criteria[c].id;
        const auto word = importance.at(j, k, c, 0).value;
        if (!word) {
          reading.complaints.add(
              "importance.csv", 0,
              fmt::format("criterion '{}' has no importance in area '{}'{}; give one of "
                          "L, LM, M, MS, S",
                          criterion, into.areas[k].id, who));
        }
        judgement.importance.push_back(word.value_or(decision::Importance::low));
        for (std::size_t a = 0; a < into.alternatives.size(); ++a) {
          const auto score = scores.at(j, k, c, a).value;
          if (!score) {
            reading.complaints.add(
                "scores.csv", 0,
                fmt::format("criterion '{}' has no score for alternative '{}' in area '{}'{}; "
                            "give one from 0 to {}",
                            criterion, into.alternatives[a].id, into.areas[k].id, who,
                            into.top_score));
          }
          judgement.scores.push_back(score.value_or(0));
        }
      }
      into.assessors[j].areas.push_back(std::move(judgement));
    }
  }
}

}  // namespace varde::cases
