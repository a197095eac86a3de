#include "cases/csv.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace varde::cases {
namespace {

constexpr std::size_t kRows = 100'000;
constexpr std::size_t kFields = 100;
const std::string kNothing;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

char separator_of(std::string_view text) {
  const auto header = text.substr(0, text.find('\n'));
  return header.find(';') != header.npos && header.find(',') == header.npos ? ';' : ',';
}

/// Goes through the text once, character by character.
class Splitter {
 public:
  Splitter(std::string_view text, std::string_view file, Complaints& complaints)
      : text_(text), separator_(separator_of(text)), file_(file), complaints_(complaints) {}

  std::vector<CsvRecord> run() {
    while (at_ < text_.size() && records_.size() < kRows) record();
    if (at_ < text_.size()) {
      complaints_.add(file_, line_, fmt::format("more than {} rows; split the case", kRows));
    }
    return std::move(records_);
  }

 private:
  void record() {
    CsvRecord record{line_, {}};
    do {
      record.fields.push_back(field());
    } while (at_ < text_.size() && text_[at_] == separator_ && ++at_ &&
             record.fields.size() < kFields);
    end_of_line();
    const bool blank = std::ranges::all_of(record.fields, &std::string::empty);
    if (!blank) records_.push_back(std::move(record));
  }

  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    auto value = text_.substr(start, at_ - start);
    if (value.ends_with('\r')) value.remove_suffix(1);
    return trimmed(value);
  }

  std::string quoted() {
    const int opened = line_;
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return trimmed(value);
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      value.push_back(text_[at_]);
    }
    complaints_.add(file_, opened, "a quote (\") is opened and never closed; close it");
    return trimmed(value);
  }

  void end_of_line() {
    bool stray = false;
    for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      stray = stray || (text_[at_] != '\r' && text_[at_] != ' ');
    }
    if (stray) {
      complaints_.add(file_, line_,
                      "text follows a closing quote, or the row has too many fields; correct it");
    }
    if (at_ < text_.size()) ++at_;
    ++line_;
  }

  std::string_view text_;
  char separator_;
  std::string_view file_;
  Complaints& complaints_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRecord> records_;
};

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);
  return names;
}

}  // namespace

std::vector<CsvRecord> split_csv(std::string_view text, std::string_view file,
                                 Complaints& complaints) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Splitter(text, file, complaints).run();
}

std::string csv_field(std::string_view value, char separator) {
  const bool plain = value.find_first_of("\"\r\n") == value.npos &&
                     value.find(separator) == value.npos && !value.starts_with(' ') &&
                     !value.ends_with(' ');
  if (plain) return std::string{value};
  std::string text = "\"";
  for (const char c : value) text += c == '"' ? std::string{"\"\""} : std::string(1, c);
  return text + '"';
}

Table::Table(std::string_view text, std::string file, const std::vector<Column>& columns,
             Complaints& complaints)
    : file_(std::move(file)), complaints_(&complaints) {
  auto records = split_csv(text, file_, complaints);
  if (records.empty()) {
    complaints.add(file_, 0,
                   fmt::format("the file is empty; start it with the line {}",
                               fmt::join(names_of(columns), ",")));
    return;
  }
  if (!read_header(records.front(), columns)) return;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto fields = records[i].fields.size();
    if (fields == header_.size()) {
      records_.push_back(std::move(records[i]));
      continue;
    }
    complaints.add(file_, records[i].line,
                   fmt::format("{} fields where the header has {}; {}", fields, header_.size(),
                               fields > header_.size()
                                   ? "a decimal comma or a comma in a text? write a point, or put "
                                     "the text in quotes"
                                   : "add the missing ones, empty if need be"));
  }
}

bool Table::read_header(const CsvRecord& header, const std::vector<Column>& columns) {
  bool good = true;
  for (const auto& name : header.fields) {
    if (std::ranges::find(header_, name) != header_.end()) {
      complaints_->add(file_, header.line,
                       fmt::format("column '{}' stands twice; remove one", name));
      good = false;
    }
    header_.push_back(name);
    if (std::ranges::find(columns, name, &Column::name) == columns.end()) {
      complaints_->add(
          file_, header.line,
          fmt::format("unknown column '{}'; {}", name, suggestion(name, names_of(columns))));
      good = false;
    }
  }
  for (const auto& column : columns) {
    if (column.required && std::ranges::find(header_, column.name) == header_.end()) {
      complaints_->add(file_, header.line,
                       fmt::format("column '{}' is missing; add it", column.name));
      good = false;
    }
  }
  return good;
}

Row Table::row(std::size_t index) const { return {*this, records_[index]}; }

void Row::complain(std::string text) const {
  table_->complaints_->add(table_->file_, record_->line, std::move(text));
}

const std::string& Row::field(std::string_view column) const {
  const auto found = std::ranges::find(table_->header_, column);
  if (found == table_->header_.end()) return kNothing;
  return record_->fields[static_cast<std::size_t>(found - table_->header_.begin())];
}

std::optional<std::string> Row::required(std::string_view column) const {
  const auto& text = field(column);
  if (!text.empty()) return text;
  complain(fmt::format("{} is empty; fill it in", column));
  return {};
}

std::optional<std::int64_t> Row::integer(std::string_view column, std::int64_t least,
                                         std::int64_t most) const {
  return decimal(column, 0, least, most);
}

std::optional<std::int64_t> Row::decimal(std::string_view column, int decimals, std::int64_t least,
                                         std::int64_t most) const {
  const auto& text = field(column);
  if (text.empty()) return {};
  const auto value = economy::parse_decimal(text, decimals);
  if (!value) {
    complain(fmt::format("{} {}", column, value.error().message));
    return {};
  }
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  if (*value < least || *value > most) {
    complain(*value < 0 && least >= 0
                 ? fmt::format("{} is negative ({}); write 0 or more", column, text)
                 : fmt::format("{} is {}; it must be from {} to {}", column, text, least / unit,
                               most / unit));
    return {};
  }
  return *value;
}

std::optional<economy::Money> Row::money(std::string_view column) const {
  const auto& text = field(column);
  if (text.empty()) return {};
  const auto value = economy::parse_money(text);
  if (value) return *value;
  complain(fmt::format("{} {}", column, value.error().message));
  return {};
}

std::optional<std::size_t> Row::word(std::string_view column,
                                     std::span<const std::string_view> words,
                                     std::optional<std::size_t> otherwise) const {
  const auto& text = field(column);
  if (text.empty() && otherwise) return otherwise;
  const auto found = std::ranges::find(words, text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  complain(fmt::format("{} '{}' is not known; {}", column, text,
                       suggestion(text, {words.begin(), words.end()})));
  return {};
}

}  // namespace varde::cases
