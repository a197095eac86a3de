#pragma once

#include <string>
#include <vector>

namespace varde::ehf::testing {

/// The elements of a document that PEPPOL knows, in the order of the UBL 2.1 schemas.
inline const std::vector<std::string>& ubl_order(bool credit_note) {
  static const std::vector<std::string> kInvoice{"cbc:CustomizationID",
                                                 "cbc:ProfileID",
                                                 "cbc:ID",
                                                 "cbc:IssueDate",
                                                 "cbc:DueDate",
                                                 "cbc:InvoiceTypeCode",
                                                 "cbc:Note",
                                                 "cbc:TaxPointDate",
                                                 "cbc:DocumentCurrencyCode",
                                                 "cbc:TaxCurrencyCode",
                                                 "cbc:AccountingCost",
                                                 "cbc:BuyerReference",
                                                 "cac:InvoicePeriod",
                                                 "cac:OrderReference",
                                                 "cac:BillingReference",
                                                 "cac:DespatchDocumentReference",
                                                 "cac:ReceiptDocumentReference",
                                                 "cac:OriginatorDocumentReference",
                                                 "cac:ContractDocumentReference",
                                                 "cac:AdditionalDocumentReference",
                                                 "cac:ProjectReference",
                                                 "cac:AccountingSupplierParty",
                                                 "cac:AccountingCustomerParty",
                                                 "cac:PayeeParty",
                                                 "cac:TaxRepresentativeParty",
                                                 "cac:Delivery",
                                                 "cac:PaymentMeans",
                                                 "cac:PaymentTerms",
                                                 "cac:AllowanceCharge",
                                                 "cac:TaxTotal",
                                                 "cac:LegalMonetaryTotal",
                                                 "cac:InvoiceLine"};
  static const std::vector<std::string> kCreditNote{"cbc:CustomizationID",
                                                    "cbc:ProfileID",
                                                    "cbc:ID",
                                                    "cbc:IssueDate",
                                                    "cbc:TaxPointDate",
                                                    "cbc:CreditNoteTypeCode",
                                                    "cbc:Note",
                                                    "cbc:DocumentCurrencyCode",
                                                    "cbc:TaxCurrencyCode",
                                                    "cbc:AccountingCost",
                                                    "cbc:BuyerReference",
                                                    "cac:InvoicePeriod",
                                                    "cac:OrderReference",
                                                    "cac:BillingReference",
                                                    "cac:DespatchDocumentReference",
                                                    "cac:ReceiptDocumentReference",
                                                    "cac:ContractDocumentReference",
                                                    "cac:AdditionalDocumentReference",
                                                    "cac:OriginatorDocumentReference",
                                                    "cac:AccountingSupplierParty",
                                                    "cac:AccountingCustomerParty",
                                                    "cac:PayeeParty",
                                                    "cac:TaxRepresentativeParty",
                                                    "cac:Delivery",
                                                    "cac:PaymentMeans",
                                                    "cac:PaymentTerms",
                                                    "cac:AllowanceCharge",
                                                    "cac:TaxTotal",
                                                    "cac:LegalMonetaryTotal",
                                                    "cac:CreditNoteLine"};
  return credit_note ? kCreditNote : kInvoice;
}

}  // namespace varde::ehf::testing
