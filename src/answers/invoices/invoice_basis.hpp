#pragma once

#include <string>
#include <vector>

#include "answers/invoices/invoice.hpp"
#include "answers/invoices/invoicing.hpp"
#include "domain/economy/projection.hpp"

namespace varde::answers {

/// One municipality's part of the year's cost.
struct Bill {
  const economy::Municipality* municipality = nullptr;
  bool host = false;
  ehf::Invoice invoice;
  std::vector<ehf::Invoice> credits;

  /// Of the invoice; the host pays no VAT to itself.
  ehf::Totals totals() const;
};

/// All that is sent for one year. References must outlive it.
struct BilledYear {
  const economy::Case& input;
  const economy::Alternative& alternative;
  const economy::YearCost& cost;
  const Invoicing& invoicing;
  const InvoiceOptions& options;
  std::vector<Bill> bills{};  ///< in the order of Case::municipalities
};

/// Every line of every invoice and credit note, for the accounts.
std::string basis_csv(const BilledYear& year);
/// The split with live formulas, and the credit notes.
Result<std::string> basis_workbook(const BilledYear& year);

}  // namespace varde::answers
