#include <fmt/format.h>

#include "answers/invoices/invoice.hpp"
#include "app/clock.hpp"
#include "app/steering/exporters.hpp"
#include "app/steering/kinds.hpp"
#include "report/zip.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using steering::Parameters;

Checked<answers::InvoiceOptions> options_of(const Parameters& parameters) {
  answers::InvoiceOptions options;
  const auto text = [&](std::string_view name) {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
  };
  options.alternative = text("alternative");
  const auto year = whole(parameters, "year", 0, 0, 9'999);
  if (!year) return year.error();
  options.year = static_cast<int>(*year);
  options.issued = to_norwegian_time(wall_clock()).date;
  if (const auto day = text("issued"); !day.empty()) {
    const auto issued = parse_rfc3339(day + "T00:00:00Z");
    if (!issued)
      return Complaints{
          {"", 0, fmt::format("issued '{}' is not a day; write it like 2026-01-15", day)}};
    options.issued = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*issued));
  }
  return options;
}

Checked<std::string> invoices(const Files& files, const Parameters& parameters) {
  const auto options = options_of(parameters);
  if (!options) return options.error();
  const auto made = answers::economy_invoices(files, *options);
  if (!made) return complaints_of(made.error());
  auto archive = report::zip_of(*made);
  if (!archive) return Complaints{{"", 0, archive.error().message}};
  return std::move(archive).value();
}

}  // namespace

steering::Exporter invoices_exporter() {
  return {"zip", "application/zip", {"cooperation"}, invoices, "invoice.toml"};
}

}  // namespace varde::app
