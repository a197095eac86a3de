#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/economy/money.hpp"

namespace varde::ehf {

struct Party {
  std::string name;
  std::string organisation_number;
  std::string street, postal_code, city;
  bool vat_registered = false;  ///< writes "NO…MVA"; sellers only
};

/// How value added tax is treated (UNCL5305): S, Z, E and O.
enum class Vat : std::uint8_t { standard, zero, exempt, outside };
constexpr std::array<std::string_view, 4> kVats{"standard", "zero", "exempt", "outside"};

struct VatTreatment {
  Vat category = Vat::standard;
  std::int64_t basis_points = 2'500;  ///< only with standard
  std::string reason{};               ///< why there is none; exempt and outside

  std::int64_t rate() const { return category == Vat::standard ? basis_points : 0; }
};

struct InvoiceLine {
  std::string name;
  std::string description;  ///< how the amount came to be; may be empty
  economy::Money net;
  VatTreatment vat{};
};

/// An invoice that was sent before.
struct Earlier {
  std::string number;
  std::chrono::year_month_day issued{};
};

/// An invoice, or a credit note for a part of one that was sent before.
struct Invoice {
  std::string number;
  std::optional<Earlier> corrects{};  ///< makes it a credit note; its amounts are what is taken off
  std::chrono::year_month_day issued{};
  std::chrono::year_month_day due{}, from{}, to{};  ///< when to pay, for what; not of a credit note
  std::string buyer_reference;                      ///< "deres referanse"
  std::string order_reference;                      ///< may be empty
  std::string note;                                 ///< may be empty
  Party seller, buyer;
  std::string account;     ///< eleven digits
  std::string payment_id;  ///< KID; may be empty
  std::vector<InvoiceLine> lines;
};

/// The lines with one category and rate.
struct VatGroup {
  VatTreatment vat;
  economy::Money net;
  economy::Money tax;  ///< of the sum, rounded half away from zero
};
/// By category, then by rate.
std::vector<VatGroup> vat_groups(const Invoice& invoice);

struct Totals {
  economy::Money net, vat, payable;
};
/// VAT is that of the groups.
Totals totals_of(const Invoice& invoice);

/// What is wrong with it: a number without its check digit, no line, an amount below zero, a reason
/// that is missing ... Empty when it can be sent.
std::vector<std::string> mistakes_in(const Invoice& invoice);

/// The UBL document, Invoice or CreditNote, UTF-8. The error lists all mistakes.
Result<std::string> to_ubl(const Invoice& invoice);

}  // namespace varde::ehf
