#pragma once

#include "api/views/steering_view.hpp"

// A version's numbers as something to edit, and what an import would change of them.
namespace varde::api {

struct SheetFieldView {
  std::string key;
  std::string value;
  std::string type;
  std::string note;
  int line = 0;

  static constexpr std::string_view kName = "SheetField";
  static constexpr std::string_view kDoc = "One value of case.toml.";
  static constexpr auto fields() {
    using F = SheetFieldView;
    return std::tuple{field("key", &F::key, "Names it in an edit"),
                      field("value", &F::value, "As a person writes it"),
                      field("type", &F::type, "number, text, flag or list"),
                      field("note", &F::note, "The comment behind it"),
                      field("line", &F::line, "In case.toml")};
  }
};

struct SheetSectionView {
  std::string name;
  std::vector<SheetFieldView> values;

  static constexpr std::string_view kName = "SheetSection";
  static constexpr std::string_view kDoc = "One table of case.toml.";
  static constexpr auto fields() {
    using S = SheetSectionView;
    return std::tuple{field("name", &S::name, "assumptions, alternative.0; empty at the top"),
                      field("fields", &S::values, "In their order")};
  }
};

struct SheetRowView {
  int line = 0;
  std::vector<std::string> cells;

  static constexpr std::string_view kName = "SheetRow";
  static constexpr std::string_view kDoc = "One row of a CSV file.";
  static constexpr auto fields() {
    using R = SheetRowView;
    return std::tuple{field("line", &R::line, "Names it in an edit: LINE/COLUMN"),
                      field("cells", &R::cells, "One a column")};
  }
};

struct SheetTableView {
  std::string file;
  std::vector<std::string> columns;
  std::vector<SheetRowView> rows;

  static constexpr std::string_view kName = "SheetTable";
  static constexpr std::string_view kDoc = "One CSV file.";
  static constexpr auto fields() {
    using T = SheetTableView;
    return std::tuple{field("file", &T::file, "Its name"),
                      field("columns", &T::columns, "Of the header"),
                      field("rows", &T::rows, "Without the header")};
  }
};

struct VersionDetail : VersionView {
  std::string kind;
  std::string name;
  std::string description;
  bool newest = false;
  std::vector<std::string> formats;
  std::vector<SheetSectionView> sections;
  std::vector<SheetTableView> tables;

  static constexpr std::string_view kName = "CaseVersionDetail";
  static constexpr std::string_view kDoc = "A version with its numbers, as something to edit.";
  static constexpr auto fields() {
    using V = VersionDetail;
    return std::tuple_cat(
        inherited<V>(VersionView::fields()),
        std::tuple{field("kind", &V::kind, "Of the case"), field("name", &V::name, "Of the case"),
                   field("description", &V::description, "Of the case"),
                   field("newest", &V::newest, "Whether no newer one was saved"),
                   field("formats", &V::formats, "Of GET /versions/{id}/export"),
                   field("sections", &V::sections, "case.toml"),
                   field("tables", &V::tables, "The CSV files")});
  }
};

struct ImportRowView {
  int line = 0;
  std::string status;
  std::string what;
  std::string before;
  std::string after;
  std::vector<std::string> mistakes;

  static constexpr std::string_view kName = "ImportRow";
  static constexpr std::string_view kDoc = "What one row of a file would change.";
  static constexpr auto fields() {
    using R = ImportRowView;
    return std::tuple{field("line", &R::line, "Of the file"),
                      field("status", &R::status, "same, changed, added, removed or wrong"),
                      field("what", &R::what,
                            "What the row is about: municipality, area, category; or file and key"),
                      field("before", &R::before, "What the case says"),
                      field("after", &R::after, "What the file says"),
                      field("mistakes", &R::mistakes, "What is wrong; what to do")};
  }
};

struct ImportView {
  std::vector<ImportRowView> rows;
  std::vector<std::string> mistakes;
  TextMap files;

  static constexpr std::string_view kName = "ImportPreview";
  static constexpr std::string_view kDoc = "What a file would change. Nothing is saved.";
  static constexpr auto fields() {
    using I = ImportView;
    return std::tuple{
        field("rows", &I::rows, "In the file's order"),
        field("mistakes", &I::mistakes, "Of the file as a whole"),
        field("files", &I::files, "To save as a version; empty while there are mistakes")};
  }
};

}  // namespace varde::api
