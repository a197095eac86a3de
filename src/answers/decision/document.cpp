#include "answers/decision/document.hpp"

#include "report/format.hpp"
#include "report/pdf.hpp"

namespace varde::answers {

Result<std::string, std::vector<cases::Complaint>> decision_document(const cases::Files& files,
                                                                     std::string_view format,
                                                                     const decision::Draws& draws,
                                                                     Instant made,
                                                                     const DecisionWatch& watch) {
  auto input = cases::parse_decision(files);
  if (!input) return input.error();
  const auto run = run_decision(std::move(input).value(), draws, watch);
  if (!run) return std::string();
  const auto html = [&] { return decision_html(*run, report::day(made)); };
  if (format == "html") return html();
  auto bytes =
      format == "pdf" ? report::pdf_of(html()) : decision_workbook(*run, unix_seconds(made));
  if (!bytes) return std::vector{cases::Complaint{"case.toml", 0, bytes.error().message}};
  return std::move(bytes).value();
}

}  // namespace varde::answers
