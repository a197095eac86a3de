#include "answers/economy/report.hpp"

#include "answers/economy/cooperation.hpp"
#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/national_report.hpp"
#include "answers/economy/workbooks.hpp"
#include "report/format.hpp"
#include "report/pdf.hpp"

namespace varde::answers {
namespace {

Result<std::string> printed(const std::string& html, const ReportOptions& options) {
  if (options.format == ReportFormat::html) return html;
  return report::pdf_of(html);
}

Result<std::string> of_cooperation(const economy::Case& input, const ReportOptions& options) {
  auto draws = std::optional(options.draws);
  if (options.draws.count == 0 || options.format == ReportFormat::xlsx) draws.reset();
  const auto run = run_cooperation(input, options.alternatives, draws);
  if (!run) return run.error();
  if (run->projections.empty()) {
    return Error{"the case has no alternatives yet; a report compares at least one with today"};
  }
  const auto view = view_of(*run);
  if (!view) return view.error();
  if (options.format == ReportFormat::xlsx)
    return cooperation_workbook(*view, unix_seconds(options.made));
  return printed(cooperation_page(*view, report::day(options.made)), options);
}

}  // namespace

Result<std::string> economy_report(const cases::AnyCase& input, const ReportOptions& options) {
  if (const auto* one = std::get_if<economy::Case>(&input)) return of_cooperation(*one, options);
  if (!options.alternatives.empty()) return Error{"only a cooperation has alternatives"};
  if (const auto* one = std::get_if<economy::FinancingCase>(&input)) {
    const auto result = economy::finance(*one);
    if (options.format == ReportFormat::xlsx) {
      return financing_workbook(*one, result, unix_seconds(options.made));
    }
    return printed(financing_page(*one, result, report::day(options.made)), options);
  }
  const auto& one = std::get<economy::GrowthCase>(input);
  const auto result = economy::growth_of(one, options.as_of);
  if (options.format == ReportFormat::xlsx) {
    return growth_workbook(one, result, unix_seconds(options.made));
  }
  return printed(growth_page(one, result, report::day(options.made)), options);
}

Result<std::string> economy_report(const cases::Files& files, const ReportOptions& options) {
  const auto input = cases::parse_case(files);
  if (!input) return Error{lines_of(input.error())};
  return economy_report(*input, options);
}

std::string lines_of(const std::vector<cases::Complaint>& all) {
  std::string lines;
  for (const auto& one : all) lines += (lines.empty() ? "" : "\n") + to_string(one);
  return lines;
}

}  // namespace varde::answers
