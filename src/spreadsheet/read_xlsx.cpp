#include "spreadsheet/read_xlsx.hpp"

#include <charconv>
#include <map>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "spreadsheet/archive.hpp"
#include "spreadsheet/dates.hpp"

namespace varde::spreadsheet {
namespace {

using pugi::xml_document;
using pugi::xml_node;

Result<std::unique_ptr<xml_document>> xml_of(Archive& archive, const std::string& part) {
  const auto text = archive.read(part);
  if (!text) return text.error();
  auto document = std::make_unique<xml_document>();
  const auto parsed = document->load_buffer(text->data(), text->size(),
                                            pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) {
    return Error{fmt::format("part {} of the workbook is damaged: {}", part, parsed.description())};
  }
  return document;
}

/// The text of a string item: plain, or in runs; phonetic hints are left out.
std::string string_of(const xml_node& item) {
  std::string text = item.child("t").text().get();
  for (const auto& run : item.children("r")) text += run.child("t").text().get();
  return text;
}

/// Column of "BC12", from 0; nothing when there is none or it is beyond the bound.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kColumns) return {};
  }
  if (column == 0) return {};
  return column - 1;
}

class Reader {
 public:
  explicit Reader(Archive& archive) : archive_(archive) {}

  Result<std::vector<Sheet>> read() {
    auto workbook = xml_of(archive_, "xl/workbook.xml");
    if (!workbook) return workbook.error();
    const auto root = workbook.value()->child("workbook");
    from_1904_ = root.child("workbookPr").attribute("date1904").as_bool();
    if (auto status = read_shared(); !status) return status.error();
    auto parts = sheet_parts();
    if (!parts) return parts.error();
    std::vector<Sheet> sheets;
    for (const auto& one : root.child("sheets").children("sheet")) {
      if (sheets.size() == kSheets) {
        return Error{fmt::format("the workbook has more than {} sheets; split it", kSheets)};
      }
      const auto part = parts->find(one.attribute("r:id").as_string());
      // Charts are sheets too, and have no rows.
      if (part == parts->end()) continue;
      auto rows = read_rows(part->second, one.attribute("name").as_string());
      if (!rows) return rows.error();
      sheets.push_back({one.attribute("name").as_string(), std::move(rows).value()});
    }
    return sheets;
  }

 private:
  Status read_shared() {
    if (archive_.has("xl/sharedStrings.xml")) {
      auto document = xml_of(archive_, "xl/sharedStrings.xml");
      if (!document) return document.error();
      for (const auto& item : document.value()->child("sst").children("si")) {
        shared_.push_back(string_of(item));
      }
    }
    if (archive_.has("xl/styles.xml")) {
      auto document = xml_of(archive_, "xl/styles.xml");
      if (!document) return document.error();
      dates_ = date_styles(*document.value());
    }
    return Done{};
  }

  /// By relation, the part that holds a worksheet.
  Result<std::map<std::string, std::string>> sheet_parts() {
    auto document = xml_of(archive_, "xl/_rels/workbook.xml.rels");
    if (!document) return document.error();
    std::map<std::string, std::string> parts;
    for (const auto& one : document.value()->child("Relationships").children("Relationship")) {
      if (!std::string_view(one.attribute("Type").as_string()).ends_with("/worksheet")) continue;
      std::string target = one.attribute("Target").as_string();
      parts[one.attribute("Id").as_string()] =
          target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return parts;
  }

  Result<std::vector<std::vector<std::string>>> read_rows(const std::string& part,
                                                          const std::string& name) {
    auto document = xml_of(archive_, part);
    if (!document) return document.error();
    std::vector<std::vector<std::string>> rows;
    const auto data = document.value()->child("worksheet").child("sheetData");
    for (const auto& row : data.children("row")) {
      const auto number = row.attribute("r").as_ullong(rows.size() + 1);
      if (number == 0 || number <= rows.size() || number > kRows) {
        return Error{
            number > kRows
                ? fmt::format("sheet '{}' has more than {} rows; split it", name, kRows)
                : fmt::format("sheet '{}' has its rows out of order; save it again", name)};
      }
      rows.resize(number);
      if (auto status = read_cells(row, name, rows.back()); !status) return status.error();
    }
    while (!rows.empty() && rows.back().empty()) rows.pop_back();
    return rows;
  }

  Status read_cells(const xml_node& row, const std::string& name, std::vector<std::string>& into) {
    for (const auto& cell : row.children("c")) {
      const auto reference = std::string_view(cell.attribute("r").as_string());
      const auto column = reference.empty() ? into.size() : column_of(reference);
      if (!column || *column >= kColumns || *column < into.size()) {
        return Error{fmt::format("sheet '{}' has a cell {} out of order or beyond {} columns", name,
                                 reference, kColumns)};
      }
      cells_ += *column + 1 - into.size();
      if (cells_ > kCells) {
        return Error{fmt::format("the workbook has more than {} cells; split it", kCells)};
      }
      into.resize(*column + 1);
      into.back() = text_of(cell);
      if (into.back().size() > kCellBytes) {
        return Error{fmt::format("cell {} of sheet '{}' is longer than {} bytes", reference, name,
                                 kCellBytes)};
      }
    }
    while (!into.empty() && into.back().empty()) into.pop_back();
    return Done{};
  }

  std::string text_of(const xml_node& cell) const {
    const std::string_view type = cell.attribute("t").as_string("n");
    const std::string_view value = cell.child("v").text().get();
    if (type == "inlineStr") return string_of(cell.child("is"));
    if (type == "s") {
      std::size_t index = shared_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      return index < shared_.size() ? shared_[index] : std::string();
    }
    if (type == "b") return value == "1" ? "true" : "false";
    if (type != "n") return std::string(value);  // str, d, e
    double number = 0;
    const auto end = value.data() + value.size();
    if (const auto parsed = std::from_chars(value.data(), end, number);
        parsed.ec != std::errc() || parsed.ptr != end) {
      return std::string(value);
    }
    const auto style = cell.attribute("s").as_uint();
    if (style < dates_.size() && dates_[style]) {
      if (auto date = date_text(number, from_1904_); !date.empty()) return date;
    }
    // Fifteen digits are what a spreadsheet keeps: 0.1 is written as 0.10000000000000001.
    return fmt::format("{:.15g}", number);
  }

  Archive& archive_;
  std::vector<std::string> shared_;
  std::vector<bool> dates_;
  bool from_1904_ = false;
  std::size_t cells_ = 0;
};

}  // namespace

Result<std::vector<Sheet>> read_xlsx(std::string_view bytes) {
  if (bytes.size() > kFileBytes) return Error{"the file is above 16 MiB; split the workbook"};
  auto archive = Archive::open(bytes, kUnpackedBytes);
  if (!archive) return archive.error();
  if (!archive->has("xl/workbook.xml")) {
    return Error{"the file is no XLSX workbook; save it as .xlsx"};
  }
  return Reader(*archive).read();
}

}  // namespace varde::spreadsheet
