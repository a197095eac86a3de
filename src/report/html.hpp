#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace varde::report {

/// Markup. Comes from text only by way of the functions below, which escape it.
class Html {
 public:
  Html() = default;
  /// Markup that is known to be sound: a constant, or built from escaped parts.
  static Html trusted(std::string markup) { return Html(std::move(markup)); }

  Html& operator+=(const Html& other) {
    markup_ += other.markup_;
    return *this;
  }
  friend Html operator+(Html a, const Html& b) { return a += b; }
  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

Html text(std::string_view text);
/// `tag` and `kind` (the class attribute, left out when empty) are constants of the program.
Html element(std::string_view tag, const Html& content, std::string_view kind = {});
Html paragraph(std::string_view text, std::string_view kind = {});
/// Level 1 to 4. Becomes a bookmark of the PDF. `anchor`: what contents() points to.
Html heading(int level, std::string_view text, std::string_view anchor = {});
Html strong(std::string_view text);
/// A small label beside a number, "illustrativt"; kinds of the style sheet: good, bad, weak, plain.
Html mark(std::string_view text, std::string_view kind = "plain");
/// A box with something the reader must know; kinds: info, warning.
Html notice(const Html& content, std::string_view kind = "info");
/// A part that begins on a new page.
Html section(const Html& content);
/// Kept together on one page.
Html together(const Html& content);
Html bullets(const std::vector<Html>& items);

/// A headline figure: what, how much, and what it says.
struct KeyFigure {
  std::string label, value, note{};
};
Html key_figures(const std::vector<KeyFigure>& figures);

struct ContentsLine {
  std::string text, anchor;
  int level = 1;
};
/// A table of contents; printed with page numbers.
Html contents(const std::vector<ContentsLine>& lines);

/// A table whose heading is repeated on every page it runs over.
class Table {
 public:
  struct Column {
    std::string heading;
    bool number = false;  ///< to the right, figures of equal width
    std::string width{};  ///< CSS, "30mm"; once one column has a width, the others share the rest
  };
  explicit Table(std::vector<Column> columns, std::string caption = {});

  /// A cell for each column; cells that are left out at the end are empty.
  Table& row(const std::vector<Html>& cells);
  Table& row(std::initializer_list<std::string_view> cells);
  Table& row(const std::vector<std::string>& cells);
  /// A sum under a rule.
  Table& total(const std::vector<std::string>& cells);
  /// A line over the whole width, above the rows of one kind.
  Table& group(std::string_view text);
  bool empty() const { return rows_ == 0; }
  Html html() const;

 private:
  void add(const std::vector<Html>& cells, std::string_view kind);

  std::vector<Column> columns_;
  std::string caption_;
  std::string body_;
  std::size_t rows_ = 0;
};

/// A whole document.
struct Document {
  std::string title;
  std::string subtitle{};            ///< under the title; may be empty
  std::vector<std::string> front{};  ///< lines of the title block: date, version, who made it
  std::string language = "nb";       ///< of the content
  std::string page_word = "Side {} av {}";  ///< "{}" is the page and the number of pages
  Html body{};
};
/// HTML that reads well on a screen and prints on A4 with page numbers and running headings. Needs
/// nothing from outside: style and plots are inside.
std::string page(const Document& document);

}  // namespace varde::report
