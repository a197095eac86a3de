#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "exchange/ehf/ubl_order_test.hpp"

// The rules of EN 16931 (BR-*) and PEPPOL BIS Billing 3.0 (PEPPOL-EN16931-R*, NO-R-*) that concern
// invoices and credit notes without allowances, charges or prepayment. Written from the rules'
// texts, not from the writer.
namespace varde::ehf::testing {

/// Names of the rules that the document breaks.
class Rules {
 public:
  explicit Rules(const std::string& xml) {
    if (!document_.load_string(xml.c_str())) {
      broken_.insert("XML");
      return;
    }
    root_ = document_.document_element();
    credit_ = std::string(root_.name()) == "CreditNote";
    line_name_ = credit_ ? "cac:CreditNoteLine" : "cac:InvoiceLine";
    quantity_name_ = credit_ ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity";
    order();
    presence();
    parties();
    dates();
    money();
    vat();
    lines();
    no_empty(root_);
  }
  const std::set<std::string>& broken() const { return broken_; }

 private:
  void rule(const char* name, bool holds) {
    if (!holds) broken_.insert(name);
  }
  std::string text(const char* path, pugi::xml_node from) const {
    return from.select_node(path).node().text().as_string();
  }
  std::string text(const char* path) const { return text(path, root_); }
  bool has(const char* path) const { return !text(path).empty(); }

  /// Hundredths; at most two decimals (BR-DEC-*), else the rule is broken.
  std::int64_t cents(const std::string& amount) {
    const auto point = amount.find('.');
    if (point != std::string::npos && amount.size() - point - 1 > 2) broken_.insert("BR-DEC");
    std::string digits = amount.substr(0, point);
    std::string fraction = point == std::string::npos ? "" : amount.substr(point + 1);
    fraction.resize(2, '0');
    return std::strtoll((digits + fraction).c_str(), nullptr, 10);
  }
  std::int64_t cents_at(const char* path) { return cents(text(path)); }

  /// The sequence of the UBL 2.1 schemas, for the elements that PEPPOL knows.
  void order() {
    const auto& names = ubl_order(credit_);
    auto at = names.begin();
    for (const auto& child : root_.children()) {
      at = std::find(at, names.end(), child.name());
      if (at == names.end()) break;
    }
    rule("UBL-XSD", at != names.end());
    const std::string schema =
        "urn:oasis:names:specification:ubl:schema:xsd:" + std::string(root_.name()) + "-2";
    rule("UBL-XSD", schema == root_.attribute("xmlns").value());
  }

  void presence() {
    rule("BR-01", has("cbc:CustomizationID"));
    rule("PEPPOL-EN16931-R004",
         text("cbc:CustomizationID")
             .starts_with(
                 "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"));
    rule("PEPPOL-EN16931-R001", has("cbc:ProfileID"));
    rule("PEPPOL-EN16931-R007",
         text("cbc:ProfileID") == "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    rule("BR-02", has("cbc:ID"));
    rule("BR-03", has("cbc:IssueDate"));
    rule("PEPPOL-EN16931-P0100", credit_ || text("cbc:InvoiceTypeCode") == "380");
    rule("PEPPOL-EN16931-P0101", !credit_ || text("cbc:CreditNoteTypeCode") == "381");
    rule("BR-55", !credit_ || has("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"));
    rule("BR-05", text("cbc:DocumentCurrencyCode") == "NOK");
    rule("PEPPOL-EN16931-R003", has("cbc:BuyerReference") || has("cac:OrderReference/cbc:ID"));
    rule("BR-16", !root_.child(line_name_).empty());
    const bool means = !root_.child("cac:PaymentMeans").empty();
    rule("BR-49", credit_ || has("cac:PaymentMeans/cbc:PaymentMeansCode"));
    rule("BR-50", !means || has("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"));
    rule("BR-61", text("cac:PaymentMeans/cbc:PaymentMeansCode") != "30" ||
                      has("cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"));
    for (const auto& found : root_.select_nodes("//@currencyID")) {
      rule("PEPPOL-EN16931-R051", std::string(found.attribute().value()) == "NOK");
    }
  }

  void parties() {
    rule("BR-06",
         has("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName"));
    rule("BR-07",
         has("cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName"));
    rule("BR-08", !root_.select_node("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress")
                       .node()
                       .empty());
    rule("BR-09", has("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/"
                      "cbc:IdentificationCode"));
    rule("BR-10", !root_.select_node("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress")
                       .node()
                       .empty());
    rule("BR-11", has("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/"
                      "cbc:IdentificationCode"));
    rule("PEPPOL-EN16931-R020", has("cac:AccountingSupplierParty/cac:Party/cbc:EndpointID"));
    rule("PEPPOL-EN16931-R010", has("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID"));
    for (const auto& found : root_.select_nodes("//cbc:EndpointID")) {
      rule("BR-62/63", std::string(found.node().attribute("schemeID").value()) == "0192");
      rule("PEPPOL-COMMON-R041", mod11(found.node().text().as_string()));
    }
    for (const auto& found :
         root_.select_nodes("//cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0192']")) {
      rule("PEPPOL-COMMON-R041", mod11(found.node().text().as_string()));
    }
    const auto vat_number = seller_vat();
    rule("BR-CO-26",
         has("cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID") ||
             !vat_number.empty());
    rule("BR-CO-09", vat_number.empty() || vat_number.starts_with("NO"));
    rule("NO-R-001",
         vat_number.empty() || (vat_number.size() == 14 && vat_number.ends_with("MVA") &&
                                mod11(vat_number.substr(2, 9))));
  }

  std::string seller_vat() const {
    return text(
        "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/"
        "cbc:CompanyID");
  }

  static bool mod11(const std::string& digits) {
    if (digits.size() != 9) return false;
    const std::vector<int> weights{3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += weights[i] * (digits[i] - '0');
    return sum % 11 == 0;  // the check digit included: the whole sum divides
  }

  void dates() {
    const auto is_date = [](const std::string& one) {
      return one.size() == 10 && one[4] == '-' && one[7] == '-';
    };
    for (const auto& found :
         root_.select_nodes("//cbc:IssueDate | //cbc:DueDate | //cbc:StartDate | //cbc:EndDate")) {
      rule("PEPPOL-EN16931-F001", is_date(found.node().text().as_string()));
    }
    rule("BR-29", text("cac:InvoicePeriod/cbc:StartDate") <= text("cac:InvoicePeriod/cbc:EndDate"));
    rule("BR-CO-19", root_.child("cac:InvoicePeriod").empty() ||
                         has("cac:InvoicePeriod/cbc:StartDate") ||
                         has("cac:InvoicePeriod/cbc:EndDate"));
    rule("BR-CO-25", cents_at("cac:LegalMonetaryTotal/cbc:PayableAmount") <= 0 ||
                         has("cbc:DueDate") || has("cac:PaymentTerms/cbc:Note"));
  }

  void money() {
    std::int64_t sum = 0;
    for (const auto& line : root_.children(line_name_)) {
      sum += cents(text("cbc:LineExtensionAmount", line));
    }
    const std::string total = "cac:LegalMonetaryTotal/";
    const auto net = cents_at("cac:LegalMonetaryTotal/cbc:LineExtensionAmount");
    const auto exclusive = cents_at("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount");
    const auto inclusive = cents_at("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount");
    rule("BR-12", has("cac:LegalMonetaryTotal/cbc:LineExtensionAmount"));
    rule("BR-13", has("cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"));
    rule("BR-14", has("cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"));
    rule("BR-15", has("cac:LegalMonetaryTotal/cbc:PayableAmount"));
    rule("BR-CO-10", net == sum);
    rule("BR-CO-13", exclusive == net);
    rule("BR-CO-15", inclusive == exclusive + cents_at("cac:TaxTotal/cbc:TaxAmount"));
    rule("BR-CO-16", cents_at("cac:LegalMonetaryTotal/cbc:PayableAmount") == inclusive);
  }

  using Category = std::pair<std::string, std::string>;  ///< code and rate

  void vat() {
    rule("PEPPOL-EN16931-R053", root_.select_nodes("cac:TaxTotal[cac:TaxSubtotal]").size() == 1);
    rule("BR-CO-18", !root_.select_node("cac:TaxTotal/cac:TaxSubtotal").node().empty());
    std::map<Category, std::int64_t> nets;
    for (const auto& line : root_.children(line_name_)) {
      const auto code = text("cac:Item/cac:ClassifiedTaxCategory/cbc:ID", line);
      const auto percent = text("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent", line);
      rule("BR-S-05", code != "S" || cents(percent) > 0);
      rule("BR-Z-05", code != "Z" || percent == "0");
      rule("BR-E-05", code != "E" || percent == "0");
      rule("BR-O-05", code != "O" || percent.empty());
      nets[{code, percent}] += cents(text("cbc:LineExtensionAmount", line));
    }
    std::int64_t sum = 0;
    std::map<std::string, int> breakdowns;
    for (const auto& found : root_.select_nodes("cac:TaxTotal/cac:TaxSubtotal")) {
      sum += breakdown(found.node(), nets);
      ++breakdowns[text("cac:TaxCategory/cbc:ID", found.node())];
    }
    // BR-S-01, BR-Z-01, BR-E-01, BR-O-01: each category of a line is broken down, those without
    // VAT exactly once.
    for (const auto& [category, net] : nets) {
      const auto& code = category.first;
      rule(("BR-" + code + "-01").c_str(),
           code == "S" ? breakdowns[code] > 0 : breakdowns[code] == 1);
    }
    rule("BR-O-11", !breakdowns.contains("O") || breakdowns.size() == 1);
    rule("BR-CO-14", cents_at("cac:TaxTotal/cbc:TaxAmount") == sum);
  }

  /// One group of the VAT breakdown; gives its tax.
  std::int64_t breakdown(pugi::xml_node node, std::map<Category, std::int64_t>& nets) {
    const auto code = text("cac:TaxCategory/cbc:ID", node);
    const auto taxable = cents(text("cbc:TaxableAmount", node));
    const auto tax = cents(text("cbc:TaxAmount", node));
    const auto percent = text("cac:TaxCategory/cbc:Percent", node);
    const bool reason = !text("cac:TaxCategory/cbc:TaxExemptionReason", node).empty();
    const bool listed = code == "S" || code == "Z" || code == "E" || code == "O";
    const auto named = [&](const char* number) { return "BR-" + code + number; };
    rule("BR-45", !text("cbc:TaxableAmount", node).empty());
    rule("BR-46", !text("cbc:TaxAmount", node).empty());
    rule("BR-47", listed);
    rule("BR-48", !percent.empty() || code == "O");
    rule(named("-08").c_str(), taxable == nets[{code, percent}]);
    // BR-CO-17, in ten thousandths of an øre so that nothing is lost before it is rounded.
    const auto exact = taxable * cents(percent);
    rule("BR-CO-17", percent.empty() || tax == (exact + 5'000) / 10'000);
    rule(named("-09").c_str(), code == "S" || tax == 0);
    rule(named("-10").c_str(), reason == (code == "E" || code == "O"));
    rule(named("-02").c_str(), seller_vat().empty() == (code == "O"));
    return tax;
  }

  void lines() {
    std::set<std::string> ids;
    for (const auto& line : root_.children(line_name_)) {
      rule("BR-21", !text("cbc:ID", line).empty() && ids.insert(text("cbc:ID", line)).second);
      rule("BR-22", !text(quantity_name_, line).empty());
      rule("BR-23", !line.child(quantity_name_).attribute("unitCode").empty());
      rule("BR-24", !text("cbc:LineExtensionAmount", line).empty());
      rule("BR-25", !text("cac:Item/cbc:Name", line).empty());
      rule("BR-26", !text("cac:Price/cbc:PriceAmount", line).empty());
      const auto price = cents(text("cac:Price/cbc:PriceAmount", line));
      rule("BR-27", price >= 0);
      rule("BR-CO-04", !text("cac:Item/cac:ClassifiedTaxCategory/cbc:ID", line).empty());
      const auto quantity = std::strtoll(text(quantity_name_, line).c_str(), nullptr, 10);
      rule("PEPPOL-EN16931-R120", cents(text("cbc:LineExtensionAmount", line)) == quantity * price);
    }
  }

  void no_empty(pugi::xml_node node) {
    if (node.type() != pugi::node_element) return;
    rule("PEPPOL-EN16931-R008", !node.first_child().empty());
    for (const auto& child : node.children()) no_empty(child);
  }

  pugi::xml_document document_;
  pugi::xml_node root_;
  bool credit_ = false;
  const char* line_name_ = "";
  const char* quantity_name_ = "";
  std::set<std::string> broken_;
};

}  // namespace varde::ehf::testing
