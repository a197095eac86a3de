#include "answers/staffing/document.hpp"

#include "report/format.hpp"
#include "report/pdf.hpp"

namespace varde::answers {

Result<std::string> staffing_document(const StaffingRun& run, std::string_view format,
                                      Instant made) {
  if (format == "xlsx") return staffing_workbook(run, unix_seconds(made));
  auto html = staffing_html(run, report::day(made));
  if (format == "html") return html;
  return report::pdf_of(html);
}

}  // namespace varde::answers
