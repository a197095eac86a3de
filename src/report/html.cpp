#include "report/html.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "report/format.hpp"

namespace varde::report {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(" {}=\"{}\"", name, escape(value));
}

std::vector<Html> texts(const std::vector<std::string>& cells) {
  std::vector<Html> all;
  for (const auto& cell : cells) all.push_back(text(cell));
  return all;
}

}  // namespace

Html text(std::string_view text) { return Html::trusted(escape(text)); }

Html element(std::string_view tag, const Html& content, std::string_view kind) {
  return Html::trusted(
      fmt::format("<{}{}>{}</{}>\n", tag, attribute("class", kind), content.markup(), tag));
}

Html paragraph(std::string_view words, std::string_view kind) {
  return element("p", text(words), kind);
}

Html heading(int level, std::string_view words, std::string_view anchor) {
  VARDE_ASSERT(level >= 1 && level <= 4);
  return Html::trusted(
      fmt::format("<h{0}{1}>{2}</h{0}>\n", level, attribute("id", anchor), escape(words)));
}

Html strong(std::string_view words) {
  return Html::trusted("<strong>" + escape(words) + "</strong>");
}

Html mark(std::string_view words, std::string_view kind) {
  return Html::trusted(
      fmt::format("<span class=\"mark {}\">{}</span>", escape(kind), escape(words)));
}

Html notice(const Html& content, std::string_view kind) {
  return element("div", content, "notice " + std::string(kind));
}

Html section(const Html& content) { return element("section", content); }
Html together(const Html& content) { return element("div", content, "together"); }

Html bullets(const std::vector<Html>& items) {
  Html all;
  for (const auto& item : items) all += element("li", item);
  return element("ul", all);
}

Html key_figures(const std::vector<KeyFigure>& figures) {
  Html all;
  for (const auto& one : figures) {
    all += element("div",
                   element("div", text(one.label), "label") +
                       element("div", text(one.value), "value") +
                       element("div", text(one.note), "note"),
                   "figure");
  }
  return element("div", all, "figures");
}

Html contents(const std::vector<ContentsLine>& lines) {
  std::string items;
  for (const auto& line : lines) {
    items += fmt::format("<li class=\"level{}\"><a href=\"#{}\">{}</a></li>\n", line.level,
                         escape(line.anchor), escape(line.text));
  }
  return Html::trusted("<ol class=\"contents\">\n" + items + "</ol>\n");
}

Table::Table(std::vector<Column> columns, std::string caption)
    : columns_(std::move(columns)), caption_(std::move(caption)) {}

void Table::add(const std::vector<Html>& cells, std::string_view kind) {
  VARDE_ASSERT(cells.size() <= columns_.size());
  body_ += fmt::format("<tr{}>", attribute("class", kind));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    body_ += columns_[i].number ? "<td class=\"n\">" : "<td>";
    if (i < cells.size()) body_ += cells[i].markup();
    body_ += "</td>";
  }
  body_ += "</tr>\n";
  ++rows_;
}

Table& Table::row(const std::vector<Html>& cells) {
  add(cells, {});
  return *this;
}

Table& Table::row(std::initializer_list<std::string_view> cells) {
  return row(std::vector<std::string>(cells.begin(), cells.end()));
}

Table& Table::row(const std::vector<std::string>& cells) { return row(texts(cells)); }

Table& Table::total(const std::vector<std::string>& cells) {
  add(texts(cells), "total");
  return *this;
}

Table& Table::group(std::string_view words) {
  body_ += fmt::format("<tr class=\"group\"><td colspan=\"{}\">{}</td></tr>\n", columns_.size(),
                       escape(words));
  ++rows_;
  return *this;
}

Html Table::html() const {
  // Columns of stated width spare the browser, and WeasyPrint a quarter of its time, measuring all
  // cells.
  const bool fixed =
      std::ranges::any_of(columns_, [](const Column& one) { return !one.width.empty(); });
  std::string out = fixed ? "<table class=\"fixed\">\n" : "<table>\n";
  if (!caption_.empty()) out += "<caption>" + escape(caption_) + "</caption>\n";
  if (fixed) {
    out += "<colgroup>";
    for (const auto& one : columns_) {
      out += one.width.empty() ? "<col>" : "<col style=\"width:" + escape(one.width) + "\">";
    }
    out += "</colgroup>\n";
  }
  out += "<thead><tr>";
  for (const auto& one : columns_) {
    out += fmt::format("<th scope=\"col\"{}>{}</th>", one.number ? " class=\"n\"" : "",
                       escape(one.heading));
  }
  return Html::trusted(out + "</tr></thead>\n<tbody>\n" + body_ + "</tbody></table>\n");
}

}  // namespace varde::report
