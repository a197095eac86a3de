#include "answers/economy/split_sheet.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "base/assert.hpp"

namespace varde::answers {
namespace {

using report::cell_name;
using report::Look;
using report::range_name;

/// One part of a key: weights, whole øre, remainders, and who gets an øre more.
class PartBlock {
 public:
  PartBlock(report::Workbook::Sheet& sheet, int top, int left, int rows)
      : sheet_(sheet), top_(top), left_(left), first_(top + 3), last_(top + 2 + rows) {}

  /// `total`: formula of the part's kroner, now `value`.
  void write(const std::string& title, const std::string& total, economy::Money value,
             const BasisSheet& basis, const economy::KeyPart& part) {
    sheet_.text(top_, left_, title, Look::note);
    sheet_.formula(top_, left_ + 3, total, value.in_kroner(), Look::money);
    const auto units = basis.basis->weights(part);
    const auto parts = economy::apportion(value, units, basis.basis->municipalities);
    const auto all = std::accumulate(units.begin(), units.end(), std::int64_t{0});
    for (const auto& [column, name] :
         {std::pair{0, "Vekt"}, {1, "Hele øre"}, {2, "Rest"}, {3, "Del, kr"}}) {
      sheet_.text(top_ + 2, left_ + column, name, Look::heading);
    }
    const auto weights = range_name(first_, left_, last_, left_, true);
    const auto whole = range_name(first_, left_ + 1, last_, left_ + 1, true);
    const auto rests = range_name(first_, left_ + 2, last_, left_ + 2, true);
    const auto ore = fmt::format("ROUND({}*100,0)", cell_name(top_, left_ + 3, true));
    for (int row = first_; row <= last_; ++row) {
      const auto i = static_cast<std::size_t>(row - first_);
      const auto weight = cell_name(row, left_);
      const auto product = economy::Wide{value.in_ore()} * units[i];
      const auto floor = static_cast<std::int64_t>(product / all);
      const bool used = part.measure == economy::Measure::usage;  // in thousandths
      if (part.measure == economy::Measure::flat) {
        sheet_.number(row, left_, 1, Look::whole);
      } else {
        const int source = basis.first + (row - first_);
        sheet_.formula(row, left_,
                       report::in_sheet(basis.name, cell_name(source, basis.column(part))) +
                           (used ? "*1000" : ""),
                       static_cast<double>(units[i]), Look::whole);
      }
      // Whole numbers below 2^53, so exact in a spreadsheet too.
      sheet_.formula(row, left_ + 1, fmt::format("INT({}*{}/SUM({}))", ore, weight, weights),
                     static_cast<double>(floor), Look::whole);
      sheet_.formula(
          row, left_ + 2,
          fmt::format("{}*{}-{}*SUM({})", ore, weight, cell_name(row, left_ + 1), weights),
          static_cast<double>(static_cast<std::int64_t>(product % all)), Look::whole);
      // Equal remainders go by the order of the rows, which is that of the municipality numbers.
      const auto place =
          fmt::format("COUNTIF({0},\">\"&{1})+COUNTIF({2},{1})", rests, cell_name(row, left_ + 2),
                      range_name(first_, left_ + 2, row, left_ + 2));
      sheet_.formula(row, left_ + 3,
                     fmt::format("({}+IF({}<={}-SUM({}),1,0))/100", cell_name(row, left_ + 1),
                                 place, ore, whole),
                     parts[i].in_kroner(), Look::money);
    }
  }

 private:
  report::Workbook::Sheet& sheet_;
  int top_, left_, first_, last_;
};

/// What each part of a key is of `total`: the first rounds to the øre with the rest, as the model
/// cuts (largest remainder).
std::vector<economy::Money> cuts(economy::Money total, const economy::Key& key) {
  std::vector<std::int64_t> weights;
  std::vector<int> ranks;
  for (const auto& part : key.parts) {
    weights.push_back(part.basis_points);
    ranks.push_back(static_cast<int>(ranks.size()));
  }
  return economy::apportion(total, weights, ranks);
}

}  // namespace

int BasisSheet::column(const economy::KeyPart& part) const {
  switch (part.measure) {
    case economy::Measure::flat:
      break;
    case economy::Measure::inhabitants:
      return 2;
    case economy::Measure::inhabitants_67:
      return 3;
    case economy::Measure::inhabitants_80:
      return 4;
    case economy::Measure::usage: {
      const auto found = std::ranges::find(metrics, part.metric);
      VARDE_ASSERT(found != metrics.end());
      return 5 + static_cast<int>(found - metrics.begin());
    }
  }
  VARDE_ASSERT(false);
}

SplitColumns write_split(report::Workbook::Sheet& sheet, int top, int left,
                         const economy::Allocation& allocation, const economy::Key* key,
                         const std::string& total, const BasisSheet& basis) {
  const int rows = static_cast<int>(allocation.parts.size());
  const bool live = key != nullptr && !key->limited();
  int column = left;
  std::vector<int> part_columns;
  if (live) {
    const auto values = cuts(allocation.total, *key);
    std::string rest = total;
    for (std::size_t p = 0; p < key->parts.size(); ++p) {
      const bool last = p + 1 == key->parts.size();
      const auto share = fmt::format("ROUND(({})*{}/10000,2)", total, key->parts[p].basis_points);
      PartBlock block(sheet, top, column, rows);
      economy::Key alone{"", {key->parts[p]}, {}, {}};
      block.write(describe(alone), last ? rest : share, values[p], basis, key->parts[p]);
      rest += fmt::format("-{}", cell_name(top, column + 3));
      part_columns.push_back(column + 3);
      sheet.width(column + 3, 14);
      column += 4;
    }
  }
  sheet.text(top, column, allocation.key, Look::note);
  sheet.formula(top + 1, column, total, allocation.total.in_kroner(), Look::money);
  sheet.text(top + 2, column, live ? "Sum, kr" : "Sum, kr (tall)", Look::heading);
  for (int i = 0; i < rows; ++i) {
    const int row = top + 3 + i;
    const double value = allocation.parts[static_cast<std::size_t>(i)].in_kroner();
    if (!live) {
      sheet.number(row, column, value, Look::money_input);
      continue;
    }
    std::string formula;
    for (const int part : part_columns) {
      formula += (formula.empty() ? "" : "+") + cell_name(row, part);
    }
    sheet.formula(row, column, formula, value, Look::money);
  }
  sheet.formula(top + 3 + rows, column,
                fmt::format("SUM({})", range_name(top + 3, column, top + 2 + rows, column)),
                allocation.total.in_kroner(), Look::money_sum);
  sheet.width(column, 16);
  return {column, column + 1};
}

}  // namespace varde::answers
