#include "app/steering/exporters.hpp"

#include "answers/decision/document.hpp"
#include "answers/economy/report.hpp"
#include "answers/portfolio/portfolio.hpp"
#include "app/clock.hpp"
#include "app/steering/document_run.hpp"
#include "app/steering/kinds.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Exporter;
using steering::Files;
using steering::Parameters;

Checked<std::string> economy_bytes(const Files& files, answers::ReportFormat format) {
  const auto input = cases::parse_case(files);
  if (!input) return complaints_of(input.error());
  answers::ReportOptions options;
  options.format = format;
  options.made = wall_clock();
  auto bytes = answers::economy_report(*input, options);
  if (!bytes) return Complaints{{"case.toml", 0, bytes.error().message}};
  return std::move(bytes).value();
}

Checked<std::string> portfolio_bytes(const Files& files, std::string_view format) {
  auto bytes = answers::portfolio_document(files, format, unix_seconds(wall_clock()));
  if (!bytes) return complaints_of(bytes.error());
  return std::move(bytes).value();
}

/// Draws of a decision's weights: to a sixth of a per cent.
constexpr decision::Draws kDecisionDraws{100'000, 1};

Checked<std::string> decision_bytes(const Files& files, std::string_view format) {
  auto bytes = answers::decision_document(files, format, kDecisionDraws, wall_clock());
  if (!bytes) return complaints_of(bytes.error());
  return std::move(bytes).value();
}

}  // namespace

std::vector<Exporter> all_exporters() {
  std::vector<Exporter> all;
  for (std::size_t i = 0; i < answers::kReportFormats.size(); ++i) {
    const auto format = static_cast<answers::ReportFormat>(i);
    all.push_back(
        {std::string{answers::kReportFormats[i]},
         media_type(answers::kReportFormats[i]),
         {"cooperation", "financing", "growth"},
         [format](const Files& files, const Parameters&) { return economy_bytes(files, format); }});
  }
  for (const std::string format : {"html", "pdf", "xlsx", "csv"})
    all.push_back({format,
                   media_type(format),
                   {"portfolio"},
                   [format](const Files& files, const Parameters&) {
                     return portfolio_bytes(files, format);
                   }});
  for (const auto format : answers::kDecisionFormats)
    all.push_back({std::string{format},
                   media_type(format),
                   {"decision"},
                   [format](const Files& files, const Parameters&) {
                     return decision_bytes(files, format);
                   }});
  all.push_back(invoices_exporter());
  return all;
}

}  // namespace varde::app
