#include "report/workbook.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/assert.hpp"

namespace varde::report {
namespace {

struct LookRule {
  const char* number_format = nullptr;
  bool bold = false, input = false, sum = false, wrap = false;
  double size = 10;
  std::uint32_t colour = 0x1a2430;
};

constexpr const char* kMoney = "#,##0.00";
constexpr const char* kWhole = "#,##0";
constexpr const char* kDecimal = "#,##0.####";
constexpr const char* kPercent = "0.00 %";

LookRule rule_of(Look look) {
  switch (look) {
    case Look::text:
      return {};
    case Look::title:
      return {.bold = true, .size = 15, .colour = 0x12355b};
    case Look::heading:
      return {.bold = true, .wrap = true, .colour = 0x12355b};
    case Look::note:
      return {.size = 9, .colour = 0x52606d};
    case Look::warning:
      return {.bold = true, .colour = 0x8a4d00};
    case Look::sum_text:
      return {.bold = true, .sum = true};
    case Look::money:
      return {.number_format = kMoney};
    case Look::money_input:
      return {.number_format = kMoney, .input = true};
    case Look::money_sum:
      return {.number_format = kMoney, .bold = true, .sum = true};
    case Look::whole:
      return {.number_format = kWhole};
    case Look::whole_input:
      return {.number_format = kWhole, .input = true};
    case Look::whole_sum:
      return {.number_format = kWhole, .bold = true, .sum = true};
    case Look::decimal:
      return {.number_format = kDecimal};
    case Look::decimal_input:
      return {.number_format = kDecimal, .input = true};
    case Look::percent:
      return {.number_format = kPercent};
    case Look::percent_input:
      return {.number_format = kPercent, .input = true};
  }
  VARDE_ASSERT(false);
}

lxw_format* format_of(lxw_workbook* book, Look look) {
  const auto rule = rule_of(look);
  auto* format = workbook_add_format(book);
  format_set_font_name(format, "Calibri");
  format_set_font_size(format, rule.size);
  format_set_font_color(format, rule.colour);
  if (rule.number_format != nullptr) format_set_num_format(format, rule.number_format);
  if (rule.bold) format_set_bold(format);
  if (rule.input) format_set_bg_color(format, 0xeef2f6);
  if (rule.sum) format_set_top(format, LXW_BORDER_THIN);
  if (look == Look::heading) {
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
  }
  if (rule.wrap) format_set_text_wrap(format);
  return format;
}

std::string column_letters(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

/// A file of its own in the folder for temporary files, gone with the object.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code code;
    path_ = (std::filesystem::temp_directory_path(code) / "varde-XXXXXX").string();
    const int number = ::mkstemp(path_.data());
    made_ = number >= 0;
    if (made_) ::close(number);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code code;
    if (made_) std::filesystem::remove(path_, code);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool made_ = false;
};

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }
lxw_worksheet* sheet_of(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }

}  // namespace

struct Workbook::State {
  TemporaryFile file;
  lxw_workbook* book = nullptr;
  std::array<lxw_format*, kLooks> formats{};
  std::deque<Sheet> sheets;

  lxw_format* format(Look look) const { return formats[static_cast<std::size_t>(look)]; }
};

std::string cell_name(int row, int column, bool fixed) {
  const char* dollar = fixed ? "$" : "";
  return fmt::format("{}{}{}{}", dollar, column_letters(column), dollar, row + 1);
}

std::string range_name(int first_row, int first_column, int last_row, int last_column, bool fixed) {
  return cell_name(first_row, first_column, fixed) + ":" + cell_name(last_row, last_column, fixed);
}

std::string in_sheet(std::string_view sheet, std::string_view range) {
  std::string name;
  for (const char c : sheet) {
    name += c;
    if (c == '\'') name += c;
  }
  return fmt::format("'{}'!{}", name, range);
}

void Workbook::Sheet::width(int column, double characters) {
  worksheet_set_column(sheet_of(sheet_), column_of(column), column_of(column), characters, nullptr);
}

void Workbook::Sheet::freeze(int rows, int columns) {
  worksheet_freeze_panes(sheet_of(sheet_), row_of(rows), column_of(columns));
  if (rows > 0) worksheet_repeat_rows(sheet_of(sheet_), row_of(rows - 1), row_of(rows - 1));
}

void Workbook::Sheet::text(int row, int column, std::string_view text, Look look) {
  std::string cut(text.substr(0, 32'000));  // the format's limit is 32,767 characters
  while (cut.size() == 32'000 && (static_cast<unsigned char>(cut.back()) & 0x80) != 0) {
    cut.pop_back();
  }
  worksheet_write_string(sheet_of(sheet_), row_of(row), column_of(column), cut.c_str(),
                         book_->state_->format(look));
}

void Workbook::Sheet::number(int row, int column, double value, Look look) {
  worksheet_write_number(sheet_of(sheet_), row_of(row), column_of(column), value,
                         book_->state_->format(look));
}

void Workbook::Sheet::money(int row, int column, std::int64_t ore, Look look) {
  number(row, column, static_cast<double>(ore) / 100.0, look);
}

void Workbook::Sheet::formula(int row, int column, const std::string& formula, double value,
                              Look look) {
  worksheet_write_formula_num(sheet_of(sheet_), row_of(row), column_of(column),
                              ("=" + formula).c_str(), book_->state_->format(look), value);
}

void Workbook::Sheet::headings(int row, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    text(row, static_cast<int>(i), names[i], Look::heading);
  }
}

Workbook::Workbook(const std::string& title, std::int64_t made)
    : state_(std::make_unique<State>()) {
  state_->book = workbook_new(state_->file.path().c_str());
  VARDE_ASSERT(state_->book != nullptr);
  std::string name = title, company = "Varde";  // the library wants to write to them, and does not
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.company = company.data();
  properties.created = static_cast<std::time_t>(made);
  workbook_set_properties(state_->book, &properties);
  for (std::size_t i = 0; i < kLooks; ++i) {
    state_->formats[i] = format_of(state_->book, static_cast<Look>(i));
  }
}

Workbook::Workbook(Workbook&& other) noexcept : state_(std::move(other.state_)) {
  if (!state_) return;
  for (auto& sheet : state_->sheets) sheet.book_ = this;
}

Workbook::~Workbook() {
  if (state_ && state_->book != nullptr) workbook_close(state_->book);
}

Workbook::Sheet& Workbook::sheet(std::string_view wanted) {
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    const bool continued = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continued && ++characters > 27) break;  // leaves room for a number
    name += std::string_view("[]:*?/\\").find(c) != std::string_view::npos ? '-' : c;
  }
  if (name.empty()) name = "Ark";
  const auto taken = [&](const std::string& one) {
    return std::ranges::any_of(state_->sheets, [&](const Sheet& s) { return s.name() == one; });
  };
  const auto base = name;
  for (int n = 2; taken(name); ++n) name = fmt::format("{} {}", base, n);
  auto* sheet = workbook_add_worksheet(state_->book, name.c_str());
  VARDE_ASSERT(sheet != nullptr);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
  state_->sheets.push_back(Sheet(*this, sheet, name));
  return state_->sheets.back();
}

Result<std::string> Workbook::bytes() {
  VARDE_ASSERT(state_->book != nullptr);
  const auto code = workbook_close(state_->book);
  state_->book = nullptr;
  if (code != LXW_NO_ERROR) {
    return Error{fmt::format("the workbook could not be made: {}", lxw_strerror(code))};
  }
  std::ifstream in(state_->file.path(), std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) return Error{"the workbook could not be read from the folder for temporary files"};
  return out.str();
}

}  // namespace varde::report
