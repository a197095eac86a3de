#include "exchange/ehf/invoice.hpp"

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

void check_vat(const VatTreatment& vat, const Party& seller, std::vector<std::string>& mistakes) {
  const bool standard = vat.category == Vat::standard;
  if (standard && (vat.basis_points <= 0 || vat.basis_points >= 10'000)) {
    mistakes.emplace_back("the VAT rate must be above 0 and below 100 per cent");
  }
  if ((vat.category == Vat::exempt || vat.category == Vat::outside) && vat.reason.empty()) {
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

}  // namespace

Totals totals_of(const Invoice& invoice) {
  Totals totals;
  for (const auto& line : invoice.lines) totals.net += line.net;
  if (invoice.vat.category == Vat::standard) {
    totals.vat = economy::scale(totals.net, invoice.vat.basis_points, 10'000);
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
  check_vat(invoice.vat, invoice.seller, mistakes);
  if (invoice.buyer_reference.empty() && invoice.order_reference.empty()) {
    mistakes.emplace_back("there is neither a buyer reference nor an order reference");
  }
  if (!is_account_number(invoice.account)) {
    mistakes.push_back("'" + invoice.account +
                       "' is not an account number (eleven digits, the last a check digit)");
  }
  if (!invoice.issued.ok() || !invoice.due.ok() || !invoice.from.ok() || !invoice.to.ok()) {
    mistakes.emplace_back("a date is not in the calendar");
  } else if (invoice.due < invoice.issued || invoice.to < invoice.from) {
    mistakes.emplace_back("the due date or the end of the period lies before its start");
  }
  if (invoice.lines.empty()) mistakes.emplace_back("the invoice has no line");
  for (const auto& line : invoice.lines) {
    if (line.name.empty()) mistakes.emplace_back("a line has no name");
    if (line.net < economy::Money{}) mistakes.push_back("the line '" + line.name + "' is negative");
  }
  return mistakes;
}

}  // namespace varde::ehf
