#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "answers/invoices/invoice.hpp"
#include "cases/fuzz_files.hpp"

/// invoice.toml, buyers.csv and corrections.csv beside a case: invoices come of them or a list of
/// mistakes, never neither, and never a stop.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace varde;
  using namespace std::chrono_literals;
  const auto files = cases::fuzz_files({reinterpret_cast<const char*>(data), size});
  const auto read = cases::parse_case(files);
  const auto* input = read ? std::get_if<economy::Case>(&*read) : nullptr;
  if (input == nullptr || input->alternatives.empty()) return 0;
  const answers::InvoiceOptions options{input->alternatives.front().id,
                                        input->assumptions.first_year, 2026y / 1 / 15};
  const auto made = answers::economy_invoices(*input, files, options);
  if (made ? made->empty() : made.error().empty()) std::abort();
  return 0;
}
