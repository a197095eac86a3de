#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "exchange/ehf/invoice.hpp"

namespace varde::ehf {
namespace {

using economy::Money;

constexpr const char* kCustomization =
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
constexpr const char* kProfile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
constexpr const char* kCreditTerms =
    "Beløpet trekkes fra ved neste betaling, eller betales tilbake.";
/// Enhetsregisteret in the list of electronic address schemes.
constexpr const char* kScheme = "0192";

std::string date(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

/// "25", "12.5"
std::string percent(std::int64_t basis_points) {
  auto text = fmt::format("{}.{:02}", basis_points / 100, basis_points % 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

pugi::xml_node group(pugi::xml_node& parent, const char* name) { return parent.append_child(name); }

/// An element with text; an empty one is left out (PEPPOL-EN16931-R008).
pugi::xml_node put(pugi::xml_node parent, const char* name, const std::string& text) {
  if (text.empty()) return {};
  auto node = parent.append_child(name);
  node.text().set(text.c_str());
  return node;
}

void put_amount(pugi::xml_node parent, const char* name, Money amount) {
  put(parent, name, economy::to_string(amount)).append_attribute("currencyID") = "NOK";
}

/// Writes one invoice or credit note; the order of elements is that of the UBL schema, in which the
/// two differ in names and in how they say when to pay.
class Ubl {
 public:
  explicit Ubl(const Invoice& invoice)
      : invoice_(invoice), credit_(invoice.corrects.has_value()), totals_(totals_of(invoice)) {}

  std::string write() {
    auto declaration = document_.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    root_ = document_.append_child(credit_ ? "CreditNote" : "Invoice");
    root_.append_attribute("xmlns") =
        credit_ ? "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
                : "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    root_.append_attribute("xmlns:cac") =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    root_.append_attribute("xmlns:cbc") =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    head();
    party("cac:AccountingSupplierParty", invoice_.seller, true);
    party("cac:AccountingCustomerParty", invoice_.buyer, false);
    payment();
    tax();
    sums();
    for (std::size_t i = 0; i < invoice_.lines.size(); ++i) line(i);
    std::ostringstream out;
    document_.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
  }

 private:
  void head() {
    put(root_, "cbc:CustomizationID", kCustomization);
    put(root_, "cbc:ProfileID", kProfile);
    put(root_, "cbc:ID", invoice_.number);
    put(root_, "cbc:IssueDate", date(invoice_.issued));
    if (!credit_) put(root_, "cbc:DueDate", date(invoice_.due));
    put(root_, credit_ ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode", credit_ ? "381" : "380");
    put(root_, "cbc:Note", invoice_.note);
    put(root_, "cbc:DocumentCurrencyCode", "NOK");
    put(root_, "cbc:BuyerReference", invoice_.buyer_reference);
    if (!credit_) {  // the period of a credit note is that of the invoice it names
      auto period = group(root_, "cac:InvoicePeriod");
      put(period, "cbc:StartDate", date(invoice_.from));
      put(period, "cbc:EndDate", date(invoice_.to));
    }
    if (!invoice_.order_reference.empty()) {
      auto order = group(root_, "cac:OrderReference");
      put(order, "cbc:ID", invoice_.order_reference);
    }
    if (!credit_) return;
    auto earlier = group(root_, "cac:BillingReference");
    auto reference = group(earlier, "cac:InvoiceDocumentReference");
    put(reference, "cbc:ID", invoice_.corrects->number);
    put(reference, "cbc:IssueDate", date(invoice_.corrects->issued));
  }

  void party(const char* role, const Party& party, bool seller) {
    auto outer = group(root_, role);
    auto node = group(outer, "cac:Party");
    put(node, "cbc:EndpointID", party.organisation_number).append_attribute("schemeID") = kScheme;
    auto name = group(node, "cac:PartyName");
    put(name, "cbc:Name", party.name);
    auto address = group(node, "cac:PostalAddress");
    put(address, "cbc:StreetName", party.street);
    put(address, "cbc:CityName", party.city);
    put(address, "cbc:PostalZone", party.postal_code);
    auto country = group(address, "cac:Country");
    put(country, "cbc:IdentificationCode", "NO");
    if (seller && party.vat_registered) {
      auto scheme = group(node, "cac:PartyTaxScheme");
      put(scheme, "cbc:CompanyID", "NO" + party.organisation_number + "MVA");
      tax_scheme(scheme);
    }
    auto legal = group(node, "cac:PartyLegalEntity");
    put(legal, "cbc:RegistrationName", party.name);
    put(legal, "cbc:CompanyID", party.organisation_number).append_attribute("schemeID") = kScheme;
  }

  static void tax_scheme(pugi::xml_node parent) {
    put(parent.append_child("cac:TaxScheme"), "cbc:ID", "VAT");
  }

  void payment() {
    if (credit_) {  // nothing to pay; BR-CO-25 asks for terms where there is no due date
      auto terms = group(root_, "cac:PaymentTerms");
      put(terms, "cbc:Note", kCreditTerms);
      return;
    }
    auto means = group(root_, "cac:PaymentMeans");
    put(means, "cbc:PaymentMeansCode", "30").append_attribute("name") = "Credit transfer";
    put(means, "cbc:PaymentID", invoice_.payment_id);
    auto account = group(means, "cac:PayeeFinancialAccount");
    put(account, "cbc:ID", invoice_.account);
  }

  /// `reason`: where the document says why there is no VAT.
  static void category(pugi::xml_node parent, const char* name, const VatTreatment& vat,
                       bool reason) {
    constexpr std::array<const char*, 4> codes{"S", "Z", "E", "O"};
    auto node = parent.append_child(name);
    put(node, "cbc:ID", codes[static_cast<std::size_t>(vat.category)]);
    if (vat.category != Vat::outside) put(node, "cbc:Percent", percent(vat.rate()));
    if (reason && (vat.category == Vat::exempt || vat.category == Vat::outside)) {
      put(node, "cbc:TaxExemptionReason", vat.reason);
    }
    tax_scheme(node);
  }

  void tax() {
    auto total = group(root_, "cac:TaxTotal");
    put_amount(total, "cbc:TaxAmount", totals_.vat);
    for (const auto& one : vat_groups(invoice_)) {
      auto subtotal = group(total, "cac:TaxSubtotal");
      put_amount(subtotal, "cbc:TaxableAmount", one.net);
      put_amount(subtotal, "cbc:TaxAmount", one.tax);
      category(subtotal, "cac:TaxCategory", one.vat, true);
    }
  }

  void sums() {
    auto total = group(root_, "cac:LegalMonetaryTotal");
    put_amount(total, "cbc:LineExtensionAmount", totals_.net);
    put_amount(total, "cbc:TaxExclusiveAmount", totals_.net);
    put_amount(total, "cbc:TaxInclusiveAmount", totals_.payable);
    put_amount(total, "cbc:PayableAmount", totals_.payable);
  }

  void line(std::size_t index) {
    const auto& one = invoice_.lines[index];
    auto node = group(root_, credit_ ? "cac:CreditNoteLine" : "cac:InvoiceLine");
    put(node, "cbc:ID", std::to_string(index + 1));
    put(node, credit_ ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", "1")
        .append_attribute("unitCode") = "C62";
    put_amount(node, "cbc:LineExtensionAmount", one.net);
    auto item = group(node, "cac:Item");
    put(item, "cbc:Description", one.description);
    put(item, "cbc:Name", one.name);
    category(item, "cac:ClassifiedTaxCategory", one.vat, false);
    auto price = group(node, "cac:Price");
    put_amount(price, "cbc:PriceAmount", one.net);
  }

  const Invoice& invoice_;
  bool credit_;
  Totals totals_;
  pugi::xml_document document_;
  pugi::xml_node root_;
};

}  // namespace

Result<std::string> to_ubl(const Invoice& invoice) {
  const auto mistakes = mistakes_in(invoice);
  if (mistakes.empty()) return Ubl(invoice).write();
  std::string all;
  for (const auto& one : mistakes) all += (all.empty() ? "" : "\n") + one;
  return Error{all};
}

}  // namespace varde::ehf
