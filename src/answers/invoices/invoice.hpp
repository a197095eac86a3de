#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cases/load.hpp"

namespace varde::answers {

struct InvoiceOptions {
  std::string alternative;
  int year = 0;  ///< what is paid for
  std::chrono::year_month_day issued{};
};

/// The invoices of one alternative and year, as files by name: the basis of all municipalities
/// (grunnlag.csv, grunnlag.xlsx), one EHF invoice for each that pays (faktura-NUMBER.xml), and one
/// credit note for each correction of that year (kreditnota-NUMBER.xml); the host does not invoice
/// itself. Sums are those of the model to the øre. Otherwise all that must be put right, and then
/// there is no file at all. `input` is the files' case, perhaps given measured use.
Result<cases::Files, std::vector<cases::Complaint>> economy_invoices(const economy::Case& input,
                                                                     const cases::Files& files,
                                                                     const InvoiceOptions& options);
/// The same for the files alone.
Result<cases::Files, std::vector<cases::Complaint>> economy_invoices(const cases::Files& files,
                                                                     const InvoiceOptions& options);

}  // namespace varde::answers
