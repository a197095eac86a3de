#include "exchange/ehf/invoice.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "exchange/ehf/organisation.hpp"

namespace varde::ehf {
namespace {

void check_party(const Party& party, const std::string& who, std::vector<std::string>& mistakes) {
  if (party.name.empty()) mistakes.push_back(who + " has no name");
  if (!is_organisation_number(party.organisation_number)) {
    mistakes.push_back(who + ": '" + party.organisation_number +
                       "' is not an organisation number (nine digits, the last a check digit)");
  }
  if (party.city.empty() || party.postal_code.empty()) {
    mistakes.push_back(who + " has no postal code and city");
  }
}

bool needs_reason(Vat category) { return category == Vat::exempt || category == Vat::outside; }

void check_vat(const VatTreatment& vat, const Party& seller, std::vector<std::string>& mistakes) {
  const bool standard = vat.category == Vat::standard;
  if (standard && (vat.basis_points <= 0 || vat.basis_points >= 10'000)) {
    mistakes.emplace_back("the VAT rate must be above 0 and below 100 per cent");
  }
  if (needs_reason(vat.category) && vat.reason.empty()) {
    mistakes.emplace_back("no VAT is charged and no reason is given");
  }
  if (vat.category == Vat::outside && seller.vat_registered) {
    mistakes.emplace_back(
        "a sale outside VAT must not carry the seller's VAT number; set vat_registered to false");
  }
  if (vat.category != Vat::outside && !seller.vat_registered) {
    mistakes.emplace_back(
        "the seller must be VAT registered unless the sale is outside VAT; set vat_registered, or "
        "category to outside");
  }
}

/// The treatment of each group, and what EN 16931 asks of them together.
void check_groups(const Invoice& invoice, std::vector<std::string>& mistakes) {
  const auto groups = vat_groups(invoice);
  for (const auto& group : groups) check_vat(group.vat, invoice.seller, mistakes);
  const bool outside =
      std::ranges::any_of(groups, [](const auto& one) { return one.vat.category == Vat::outside; });
  if (outside && groups.size() > 1) {
    mistakes.emplace_back(
        "lines outside VAT stand beside lines within it; EN 16931 wants an invoice for each "
        "(BR-O-11)");
  }
  for (const auto& line : invoice.lines) {
    const auto differs = [&](const VatGroup& group) {
      return needs_reason(line.vat.category) && group.vat.category == line.vat.category &&
             group.vat.reason != line.vat.reason;
    };
    if (std::ranges::any_of(groups, differs)) {
      mistakes.push_back("the line '" + line.name +
                         "' has another reason for no VAT than one before it; an invoice gives one "
                         "reason for each category");
    }
  }
}

void check_dates(const Invoice& invoice, std::vector<std::string>& mistakes) {
  const bool credit = invoice.corrects.has_value();
  const bool real =
      invoice.issued.ok() && (credit || (invoice.due.ok() && invoice.from.ok() && invoice.to.ok()));
  if (!real) {
    mistakes.emplace_back("a date is not in the calendar");
  } else if (!credit && (invoice.due < invoice.issued || invoice.to < invoice.from)) {
    mistakes.emplace_back("the due date or the end of the period lies before its start");
  }
  if (!credit) return;
  if (invoice.corrects->number.empty()) {
    mistakes.emplace_back("the credit note does not name the invoice it corrects");
  }
  if (!invoice.corrects->issued.ok() || invoice.corrects->issued > invoice.issued) {
    mistakes.emplace_back("the invoice to correct is not dated before the credit note");
  }
}

}  // namespace

std::vector<VatGroup> vat_groups(const Invoice& invoice) {
  std::map<std::pair<Vat, std::int64_t>, VatGroup> groups;
  for (const auto& line : invoice.lines) {
    const std::pair key{line.vat.category, line.vat.rate()};
    groups.try_emplace(key, VatGroup{line.vat, {}, {}}).first->second.net += line.net;
  }
  std::vector<VatGroup> result;
  for (auto& [key, group] : groups) {
    group.tax = economy::scale(group.net, key.second, 10'000);
    result.push_back(std::move(group));
  }
  return result;
}

Totals totals_of(const Invoice& invoice) {
  Totals totals;
  for (const auto& group : vat_groups(invoice)) {
    totals.net += group.net;
    totals.vat += group.tax;
  }
  totals.payable = totals.net + totals.vat;
  return totals;
}

std::vector<std::string> mistakes_in(const Invoice& invoice) {
  std::vector<std::string> mistakes;
  if (invoice.number.empty()) mistakes.emplace_back("the invoice has no number");
  check_party(invoice.seller, "the seller", mistakes);
  check_party(invoice.buyer, "the buyer", mistakes);
  if (invoice.seller.organisation_number == invoice.buyer.organisation_number) {
    mistakes.emplace_back("the seller and the buyer are the same organisation");
  }
  check_groups(invoice, mistakes);
  if (invoice.buyer_reference.empty() && invoice.order_reference.empty()) {
    mistakes.emplace_back("there is neither a buyer reference nor an order reference");
  }
  if (!is_account_number(invoice.account)) {
    mistakes.push_back("'" + invoice.account +
                       "' is not an account number (eleven digits, the last a check digit)");
  }
  check_dates(invoice, mistakes);
  if (invoice.lines.empty()) mistakes.emplace_back("the invoice has no line");
  for (const auto& line : invoice.lines) {
    if (line.name.empty()) mistakes.emplace_back("a line has no name");
    if (line.net < economy::Money{}) mistakes.push_back("the line '" + line.name + "' is negative");
  }
  return mistakes;
}

}  // namespace varde::ehf
