#include <fmt/format.h>
#include <fmt/ranges.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/words.hpp"
#include "answers/print.hpp"
#include "domain/portfolio/catalogue.hpp"

namespace varde::answers {
namespace {

using portfolio::Catalogue;
using portfolio::Portfolio;
using report::Html;
using report::Look;
using report::Table;

/// Quality of a device that nobody makes.
constexpr std::string_view kIllustrative = "illustrative";

std::string device_name(const portfolio::Device& one) {
  return fmt::format("{} {}{}", one.vendor, one.model,
                     one.quality == kIllustrative ? " (illustrativt)" : "");
}

/// "oppfylt", "utløpt", or "–" where the requirement is about other kinds.
std::string_view judged(const Catalogue& catalogue, std::size_t device, std::size_t requirement) {
  if (!catalogue.concerns(device, requirement)) return "–";
  const auto& judgement = catalogue.of(device, requirement);
  return judgement.expired ? "utløpt" : fulfilment_word(judgement.result());
}

void write_judgements(JsonWriter& out, const Portfolio& portfolio, const Catalogue& catalogue,
                      std::size_t device) {
  out.key("judgements").begin_array();
  for (std::size_t r = 0; r < portfolio.requirements.size(); ++r) {
    if (!catalogue.concerns(device, r)) continue;
    const auto& judgement = catalogue.of(device, r);
    out.begin_object();
    field(out, "requirement", portfolio.requirements[r].id);
    field(out, "result", portfolio::kFulfilments[static_cast<std::size_t>(judgement.result())]);
    out.key("expired").boolean(judgement.expired);
    const portfolio::Approval none;
    const auto& last = judgement.last != nullptr ? *judgement.last : none;
    field(out, "date", last.date.text);
    field(out, "expires", last.expires.text);
    field(out, "by", last.by);
    field(out, "evidence", last.evidence);
    field(out, "report", last.report);
    out.end_object();
  }
  out.end_array();
}

Html requirements_table(const Portfolio& portfolio) {
  Table table({{"Krav", false, "14mm"},
               {"Hva som kreves"},
               {"Område", false, "28mm"},
               {"Gjelder", false, "30mm"},
               {"Kilde", false, "34mm"}});
  for (const auto& one : portfolio.requirements) {
    table.row({one.id, one.mandatory ? one.text : one.text + " (anbefalt)", one.area,
               one.kinds.empty() ? "alt utstyr" : fmt::format("{}", fmt::join(one.kinds, ", ")),
               one.source});
  }
  return table.html();
}

Html devices_table(const Portfolio& portfolio, const Catalogue& catalogue) {
  Table table({{"Utstyr"},
               {"Type"},
               {"Protokoll"},
               {"Oppfylt", true},
               {"Delvis", true},
               {"Ikke oppfylt", true},
               {"Ukjent", true},
               {"Godkjent"}});
  for (std::size_t d = 0; d < portfolio.devices.size(); ++d) {
    const auto& one = portfolio.devices[d];
    const auto found = catalogue.conformity(d);
    table.row({device_name(one), one.kind, one.protocol, std::to_string(found.fulfilled),
               std::to_string(found.partly), std::to_string(found.failed),
               std::to_string(found.unknown), found.approved() ? "ja" : "nei"});
  }
  return table.html();
}

/// What stands between each device and its approval.
Html lacks_list(const Portfolio& portfolio, const Catalogue& catalogue) {
  std::vector<Html> items;
  for (std::size_t d = 0; d < portfolio.devices.size(); ++d) {
    std::vector<std::string> lacks;
    for (std::size_t r = 0; r < portfolio.requirements.size(); ++r) {
      const auto& requirement = portfolio.requirements[r];
      const bool counts = requirement.mandatory && catalogue.concerns(d, r);
      if (!counts || catalogue.of(d, r).result() == portfolio::Fulfilment::fulfilled) continue;
      lacks.push_back(fmt::format("{} {}", requirement.id, judged(catalogue, d, r)));
    }
    if (lacks.empty()) continue;
    items.push_back(report::strong(device_name(portfolio.devices[d])) +
                    report::text(fmt::format(": {}", fmt::join(lacks, "; "))));
  }
  if (items.empty()) return {};
  return report::heading(3, "Hva som mangler") + report::bullets(items);
}

}  // namespace

void write_catalogue(JsonWriter& out, const Portfolio& portfolio) {
  const Catalogue catalogue(portfolio);
  list(out, "requirements", portfolio.requirements, [&](const portfolio::Requirement& one) {
    field(out, "id", one.id);
    field(out, "text", one.text);
    field(out, "area", one.area);
    texts(out, "kinds", one.kinds);
    out.key("mandatory").boolean(one.mandatory);
    field(out, "source", one.source);
  });
  out.key("devices").begin_array();
  for (std::size_t d = 0; d < portfolio.devices.size(); ++d) {
    const auto& one = portfolio.devices[d];
    const auto found = catalogue.conformity(d);
    out.begin_object();
    field(out, "id", one.id);
    field(out, "vendor", one.vendor);
    field(out, "model", one.model);
    field(out, "kind", one.kind);
    field(out, "protocol", one.protocol);
    field(out, "quality", one.quality);
    field(out, "source", one.source);
    out.key("approved").boolean(found.approved());
    integer(out, "fulfilled", found.fulfilled);
    integer(out, "partly", found.partly);
    integer(out, "not", found.failed);
    integer(out, "unknown", found.unknown);
    write_judgements(out, portfolio, catalogue, d);
    out.end_object();
  }
  out.end_array();
}

Html catalogue_part(const Portfolio& portfolio) {
  if (portfolio.requirements.empty()) return {};
  Html html = report::heading(2, "Krav og godkjenning av utstyr");
  html += report::paragraph(
      "Et utstyr er godkjent når alle obligatoriske krav til typen er oppfylt. Det ingen har "
      "vurdert, og det som er gått ut på dato, er ukjent.");
  html += requirements_table(portfolio);
  if (portfolio.devices.empty()) return html;
  const Catalogue catalogue(portfolio);
  return html + report::heading(3, "Utstyr") + devices_table(portfolio, catalogue) +
         lacks_list(portfolio, catalogue);
}

void add_catalogue_sheet(report::Workbook& book, const Portfolio& portfolio) {
  if (portfolio.devices.empty()) return;
  const Catalogue catalogue(portfolio);
  auto& sheet = book.sheet("Godkjenning");
  sheet.width(0, 42);
  sheet.text(0, 0, "Krav og godkjenning av utstyr", Look::title);
  std::vector<std::string> headings{"Utstyr", "Type", "Protokoll", "Godkjent"};
  for (const auto& one : portfolio.requirements) headings.push_back(one.id);
  sheet.headings(2, headings);
  sheet.freeze(3, 1);
  for (std::size_t d = 0; d < portfolio.devices.size(); ++d) {
    const auto& one = portfolio.devices[d];
    const int row = static_cast<int>(d) + 3;
    sheet.text(row, 0, device_name(one));
    sheet.text(row, 1, one.kind);
    sheet.text(row, 2, one.protocol);
    sheet.text(row, 3, catalogue.conformity(d).approved() ? "ja" : "nei");
    for (std::size_t r = 0; r < portfolio.requirements.size(); ++r) {
      sheet.text(row, static_cast<int>(r) + 4, judged(catalogue, d, r));
    }
  }
}

}  // namespace varde::answers
