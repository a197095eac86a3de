#include "answers/cooperation/document.hpp"

#include "report/format.hpp"
#include "report/pdf.hpp"

namespace varde::answers {

Result<std::string, std::vector<cases::Complaint>> cooperation_document(
    const cases::Files& files, std::string_view format, const AnalysisOptions& options,
    Instant made, const cooperation::Watch& watch) {
  auto input = cases::parse_cooperation(files);
  if (!input) return input.error();
  const auto failed = [](const Error& error) {
    return std::vector{cases::Complaint{"cooperation.toml", 0, error.message}};
  };
  const auto analysis = analyse(std::move(input).value(), options, watch);
  if (!analysis) return failed(analysis.error());
  if (format == "html") return analysis_html(*analysis, report::day(made));
  auto bytes = format == "pdf" ? report::pdf_of(analysis_html(*analysis, report::day(made)))
                               : analysis_workbook(*analysis, unix_seconds(made));
  if (!bytes) return failed(bytes.error());
  return std::move(bytes).value();
}

}  // namespace varde::answers
