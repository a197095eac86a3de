#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cases/load.hpp"
#include "exchange/ehf/invoice.hpp"

namespace varde::app {

/// Who invoices whom, and how: invoice.toml and buyers.csv of a case.
struct Invoicing {
  ehf::Party seller;
  int host = 0;  ///< number of the municipality that sells; 0: none of them
  std::string account;
  std::string prefix;  ///< of invoice numbers
  std::string note;
  int due_days = 30;
  ehf::VatTreatment vat;
  struct Buyer {
    ehf::Party party;
    std::string reference, order;
  };
  std::map<int, Buyer> buyers;  ///< by municipality number
};

/// Every mistake at once. `municipalities`: the numbers that need a buyer.
Result<Invoicing, std::vector<cases::Complaint>> read_invoicing(
    const cases::Files& files, const std::vector<int>& municipalities);

}  // namespace varde::app
