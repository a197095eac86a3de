#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace varde::report {

/// How a cell looks. Sums have a rule above; inputs are shaded, so that a reader sees what may be
/// changed.
enum class Look : std::uint8_t {
  text,
  title,
  heading,
  note,
  warning,
  sum_text,
  money,
  money_input,
  money_sum,  ///< two decimals
  whole,
  whole_input,
  whole_sum,
  decimal,
  decimal_input,  ///< up to four decimals
  percent,
  percent_input,  ///< the number 0.4 is 40 %
};
constexpr std::size_t kLooks = static_cast<std::size_t>(Look::percent_input) + 1;

/// "B3" of row 2, column 1 (both from 0); with `fixed` "$B$3".
std::string cell_name(int row, int column, bool fixed = false);
/// "B3:B20", whole column part; both rows included.
std::string range_name(int first_row, int first_column, int last_row, int last_column,
                       bool fixed = false);
/// "'Dagens kostnad'!B3": for formulas that reach into another sheet.
std::string in_sheet(std::string_view sheet, std::string_view range);

/// An XLSX workbook with formulas that a spreadsheet computes again. A formula carries its value as
/// well, for viewers that do not compute.
class Workbook {
 public:
  class Sheet {
   public:
    /// `index`, from 0; characters in widths of a digit.
    void width(int column, double characters);
    /// Rows above and columns to the left that stay when the rest scrolls, and repeat on paper.
    void freeze(int rows, int columns);
    void text(int row, int column, std::string_view text, Look look = Look::text);
    void number(int row, int column, double value, Look look = Look::whole);
    void money(int row, int column, std::int64_t ore, Look look = Look::money);
    /// In English, without '=': "SUM(B3:B20)".
    void formula(int row, int column, const std::string& formula, double value, Look look);
    void headings(int row, const std::vector<std::string>& names);
    const std::string& name() const { return name_; }

   private:
    friend class Workbook;
    Sheet(Workbook& book, void* sheet, std::string name)
        : book_(&book), sheet_(sheet), name_(std::move(name)) {}
    Workbook* book_;
    void* sheet_;  ///< lxw_worksheet
    std::string name_;
  };

  /// `made`: seconds since 1970, in the file's properties.
  Workbook(const std::string& title, std::int64_t made);
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) = delete;
  ~Workbook();

  /// `name` shows on the tab: at most 31 characters, none of []:*?/\, each once; what does not fit
  /// is cut or replaced (name() of the sheet tells).
  Sheet& sheet(std::string_view name);
  /// The file. The workbook is finished by it.
  Result<std::string> bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace varde::report
