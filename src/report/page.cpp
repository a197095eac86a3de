#include <fmt/format.h>

#include "report/format.hpp"
#include "report/html.hpp"

namespace varde::report {
namespace {

/// Screen and paper. Colours hold 4.5:1 on white (WCAG 2.1 AA) and stay apart in grey.
constexpr std::string_view kStyle = R"css(
html { font: 9.5pt/1.45 "Open Sans", "Segoe UI", "DejaVu Sans", sans-serif; color: #1a2430; background: #fff; }
body { max-width: 178mm; margin: 10mm auto; padding: 0 4mm; hyphens: manual; }
h1, h2, h3, h4 { color: #12355b; line-height: 1.2; break-after: avoid; }
h1 { font-size: 24pt; margin: 0 0 2mm; }
h2 { font-size: 16pt; margin: 9mm 0 3mm; string-set: part content(); }
h3 { font-size: 11.5pt; margin: 5mm 0 2mm; }
h4 { font-size: 9.5pt; margin: 4mm 0 1mm; }
p { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
.lead { font-size: 11.5pt; }
.small { font-size: 8pt; color: #46525e; }
.front { border-bottom: 1.2pt solid #12355b; margin-bottom: 6mm; padding-bottom: 3mm; }
.front .subtitle { font-size: 12.5pt; color: #34495e; margin-bottom: 2mm; }
.front .lines { color: #46525e; font-size: 8.5pt; margin: 0; }
ul { margin: 0 0 3mm; padding-left: 5mm; }
li { margin-bottom: 1mm; }
table { border-collapse: separate; border-spacing: 0; width: 100%; margin: 1mm 0 4mm; font-size: 8.3pt; line-height: 1.3; }
table.fixed { table-layout: fixed; }
caption { text-align: left; font-weight: 600; color: #12355b; padding: 0 0 1.2mm; font-size: 8.8pt; break-after: avoid; }
th { text-align: left; vertical-align: bottom; border-bottom: 1pt solid #12355b; padding: 0.8mm 1.4mm; color: #12355b; font-weight: 600; }
td { vertical-align: top; border-bottom: 0.4pt solid #ccd3da; padding: 0.75mm 1.4mm; }
th:first-child, td:first-child { padding-left: 0.6mm; }
th:last-child, td:last-child { padding-right: 0.6mm; }
td.n, th.n { text-align: right; }
td.n { white-space: nowrap; }
tr { break-inside: avoid; }
tr.total td { font-weight: 600; border-top: 0.8pt solid #12355b; border-bottom: none; }
tr.group td { font-weight: 600; background: #eef2f6; color: #12355b; }
.figures { display: flex; gap: 3mm; margin: 3mm 0 5mm; break-inside: avoid; }
.figure { flex: 1; border: 0.6pt solid #b9c4cf; border-top: 2.4pt solid #12355b; padding: 2mm 2.5mm; }
.figure .label { font-size: 8pt; color: #46525e; }
.figure .value { font-size: 15pt; font-weight: 600; color: #12355b; line-height: 1.3; white-space: nowrap; }
.figure .note { font-size: 7.5pt; color: #46525e; line-height: 1.3; }
.notice { border-left: 2.4pt solid #12355b; background: #eef2f6; padding: 2mm 3mm; margin: 2mm 0 4mm; break-inside: avoid; }
.notice.warning { border-color: #a15c00; background: #fdf3e3; }
.notice p:last-child { margin-bottom: 0; }
.mark { font-size: 7pt; border: 0.5pt solid currentColor; border-radius: 1.5pt; padding: 0 0.8mm; white-space: nowrap; }
.mark.good { color: #17603a; } .mark.bad { color: #a32a1d; } .mark.weak { color: #8a4d00; } .mark.plain { color: #46525e; }
.loses { color: #a32a1d; }
.together { break-inside: avoid; }
.plot { margin: 1mm 0 4mm; break-inside: avoid; }
.plot svg { width: 100%; height: auto; display: block; }
.plot .caption { font-weight: 600; color: #12355b; font-size: 8.8pt; margin-bottom: 1mm; }
ol.contents { list-style: none; padding: 0; margin: 0 0 4mm; }
ol.contents a { color: inherit; text-decoration: none; }
ol.contents .level2 { padding-left: 5mm; font-size: 8.5pt; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  section { break-before: page; }
  section > h2:first-child { margin-top: 0; }
  ol.contents a::after { content: leader(".") target-counter(attr(href), page); }
}
)css";

/// What stands around the page; the title is a CSS string.
std::string margins(const Document& document) {
  std::string number;
  std::string_view rest = document.page_word;
  for (const std::string_view counter : {"counter(page)", "counter(pages)"}) {
    const auto at = rest.find("{}");
    number += fmt::format("\"{}\" {} ", rest.substr(0, at), counter);
    if (at == rest.npos) break;
    rest.remove_prefix(at + 2);
  }
  std::string title;
  for (const char c : document.title) {
    if (c == '"' || c == '\\') title += '\\';
    if (c == '<') {
      title += "\\3c ";  // "</style>" must not end the style
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      title += c;
    }
  }
  constexpr std::string_view look =
      "font: 7.5pt \"Open Sans\", \"DejaVu Sans\", sans-serif; color: #46525e;";
  return fmt::format(
      "@page {{ size: A4; margin: 15mm 16mm 14mm;\n"
      "  @top-left {{ content: \"{0}\"; {2} }}\n"
      "  @top-right {{ content: string(part); {2} }}\n"
      "  @bottom-right {{ content: {1}; {2} }} }}\n"
      "@page :first {{ @top-left {{ content: none }} @top-right {{ content: none }} }}\n",
      title, number, look);
}

}  // namespace

std::string page(const Document& document) {
  Html front = Html::trusted("<h1>" + escape(document.title) + "</h1>\n");
  if (!document.subtitle.empty()) front += paragraph(document.subtitle, "subtitle");
  for (const auto& line : document.front) front += paragraph(line, "lines");
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n{}{}</body>\n</html>\n",
      escape(document.language), escape(document.title), kStyle, margins(document),
      element("header", front, "front").markup(), document.body.markup());
}

}  // namespace varde::report
