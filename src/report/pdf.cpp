#include "report/pdf.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "report/process.hpp"

namespace varde::report {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
constexpr int kNotInstalled = 66;

/// The interpreter of Debian's packages, whatever else stands on the PATH.
constexpr const char* kPython = "/usr/bin/python3";
constexpr const char* kInstall =
    "PDF needs WeasyPrint: apt-get install weasyprint fonts-open-sans (or take HTML)";

/// Reads HTML, writes PDF. Whatever the document would load is refused.
constexpr const char* kScript = R"py(
import sys
try:
    import weasyprint
except ImportError:
    sys.exit(66)
def refuse(url, *rest, **more):
    raise ValueError('nothing may be loaded: ' + url[:200])
html = sys.stdin.buffer.read().decode('utf-8')
weasyprint.HTML(string=html, url_fetcher=refuse).write_pdf(sys.stdout.buffer)
)py";

}  // namespace

Result<std::string> pdf_of(std::string_view html, std::chrono::milliseconds limit) {
  std::error_code code;
  if (!std::filesystem::exists(kPython, code)) return Error{kInstall};
  // -I: neither the user's packages nor the current folder can stand in for Debian's.
  auto finished = run_process({kPython, "-I", "-c", kScript}, html, limit, kMostBytes);
  if (!finished) return Error{"the PDF could not be made: " + finished.error().message};
  if (finished->exit_code == kNotInstalled) return Error{kInstall};
  if (finished->exit_code != 0 || !finished->out.starts_with("%PDF-")) {
    return Error{fmt::format("the PDF could not be made: WeasyPrint ended with {}: {}",
                             finished->exit_code, finished->error)};
  }
  return std::move(finished->out);
}

}  // namespace varde::report
