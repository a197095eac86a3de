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
  std::vector<std::string> choices;
  bool required = false;

  static constexpr std::string_view kName = "SheetField";
  static constexpr std::string_view kDoc = "One value of a TOML file, or one that it can be given.";
  static constexpr auto fields() {
    using F = SheetFieldView;
    return std::tuple{field("key", &F::key, "Names it in an edit"),
                      field("value", &F::value, "As a person writes it"),
                      field("type", &F::type, "number, text, flag or list"),
                      field("note", &F::note, "The comment behind it"),
                      field("line", &F::line, "In its file; 0: not there"),
                      field("choices", &F::choices, "When only these words will do"),
                      field("required", &F::required, "Whether it must be there")};
  }
};

struct SheetSectionView {
  std::string file;
  std::string name;
  std::vector<SheetFieldView> values;
  std::vector<SheetFieldView> absent;
  bool open = false;

  static constexpr std::string_view kName = "SheetSection";
  static constexpr std::string_view kDoc =
      "One table of a TOML file; one without fields is not there and can be.";
  static constexpr auto fields() {
    using S = SheetSectionView;
    return std::tuple{field("file", &S::file, "case.toml, staffing.toml, ..."),
                      field("name", &S::name, "assumptions, alternative.0; empty at the top"),
                      field("fields", &S::values, "In their order"),
                      field("absent", &S::absent, "What it can be given more"),
                      field("open", &S::open, "Whether a person may name more keys")};
  }
};

struct SheetGroupView {
  std::string file;
  std::string name;
  std::vector<SheetFieldView> columns;

  static constexpr std::string_view kName = "SheetGroup";
  static constexpr std::string_view kDoc = "Tables of one kind, to which one can be added.";
  static constexpr auto fields() {
    using G = SheetGroupView;
    return std::tuple{field("file", &G::file, "Where they stand"),
                      field("name", &G::name, "alternative, plan.0.shift"),
                      field("columns", &G::columns, "What each can have")};
  }
};

struct SheetOfferView {
  std::string file;
  Text title;

  static constexpr std::string_view kName = "SheetOffer";
  static constexpr std::string_view kDoc = "A file that the case can get, from a template.";
  static constexpr auto fields() {
    using O = SheetOfferView;
    return std::tuple{field("file", &O::file, "Its name"), field("title", &O::title, "What it is")};
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

/// What there is to edit in a case's files.
struct SheetView {
  std::vector<SheetSectionView> sections;
  std::vector<SheetGroupView> groups;
  std::vector<SheetTableView> tables;
  std::vector<SheetOfferView> offers;

  static constexpr auto fields() {
    using S = SheetView;
    return std::tuple{field("sections", &S::sections, "The TOML files, case.toml first"),
                      field("groups", &S::groups, "Where records can be added"),
                      field("tables", &S::tables, "The CSV files"),
                      field("offers", &S::offers, "Files that the case can get")};
  }
};

struct VersionDetail : VersionView, SheetView {
  std::string kind;
  std::string name;
  std::string description;
  bool newest = false;
  std::vector<std::string> formats;

  static constexpr std::string_view kName = "CaseVersionDetail";
  static constexpr std::string_view kDoc = "A version with its numbers, as something to edit.";
  static constexpr auto fields() {
    using V = VersionDetail;
    return std::tuple_cat(
        inherited<V>(VersionView::fields()),
        std::tuple{field("kind", &V::kind, "Of the case"), field("name", &V::name, "Of the case"),
                   field("description", &V::description, "Of the case"),
                   field("newest", &V::newest, "Whether no newer one was saved"),
                   field("formats", &V::formats, "Of GET /versions/{id}/export")},
        inherited<V>(SheetView::fields()));
  }
};

struct DraftView : SheetView {
  std::vector<MistakeView> mistakes;

  static constexpr std::string_view kName = "CaseCheck";
  static constexpr std::string_view kDoc =
      "A draft: what it would be refused for, and what there is to edit then.";
  static constexpr auto fields() {
    return std::tuple_cat(
        std::tuple{field("mistakes", &DraftView::mistakes, "None: it can be saved")},
        inherited<DraftView>(SheetView::fields()));
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
