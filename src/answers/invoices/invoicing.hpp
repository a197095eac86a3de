#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cases/load.hpp"
#include "exchange/ehf/invoice.hpp"

namespace varde::answers {

/// Who invoices whom, and how: invoice.toml, buyers.csv and corrections.csv of a case.
struct Invoicing {
  ehf::Party seller;
  int host = 0;  ///< number of the municipality that sells; 0: none of them
  std::string account;
  std::string prefix;  ///< of invoice numbers
  std::string note;
  int due_days = 30;
  ehf::VatTreatment vat;
  struct KeyVat {
    ehf::VatTreatment vat;
    int line = 0;  ///< of invoice.toml
  };
  std::map<std::string, KeyVat, std::less<>> vat_of_key;  ///< what is not treated as `vat`
  struct Buyer {
    ehf::Party party;
    std::string reference, order;
  };
  std::map<int, Buyer> buyers;  ///< by municipality number
  /// What was invoiced too much, and is taken off with a credit note.
  struct Correction {
    int municipality = 0;
    int year = 0;  ///< whose invoices it goes with
    ehf::Earlier invoice;
    std::string key;  ///< whose VAT treatment applies; empty: `vat`
    economy::Money amount;
    std::string reason;
    int line = 0;  ///< of corrections.csv
  };
  std::vector<Correction> corrections;

  const ehf::VatTreatment& vat_for(std::string_view key) const;
};

/// Every mistake at once. `municipalities`: the numbers that need a buyer.
/// `shapes` learns what is asked for of invoice.toml.
Result<Invoicing, std::vector<cases::Complaint>> read_invoicing(
    const cases::Files& files, const std::vector<int>& municipalities,
    cases::Shapes* shapes = nullptr);

}  // namespace varde::answers
