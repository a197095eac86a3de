#pragma once

#include <chrono>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "cases/load.hpp"

namespace varde::app {

struct InvoiceOptions {
  std::string alternative;
  int year = 0;  ///< what is paid for
  std::chrono::year_month_day issued{};
};

/// The invoices of one alternative and year, as files by name: the basis of all municipalities
/// (grunnlag.csv, grunnlag.xlsx) and one EHF invoice for each that pays (faktura-NUMBER.xml); the
/// host does not invoice itself. Sums are those of the model to the øre. An error lists what must
/// be put right in the case's files, and then there is no file at all.
Result<cases::Files> economy_invoices(const cases::Files& files, const InvoiceOptions& options);
/// The same for a case that was read (and perhaps given measured use).
Result<cases::Files> economy_invoices(const economy::Case& input, const cases::Files& files,
                                      const InvoiceOptions& options);

}  // namespace varde::app
