#include "app/reports/invoicing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cases/csv.hpp"
#include "cases/reading.hpp"
#include "cases/section.hpp"
#include "exchange/ehf/organisation.hpp"

namespace varde::app {
namespace {

constexpr const char* kFile = "invoice.toml";

void read_seller(cases::Section section, Invoicing& into) {
  auto& seller = into.seller;
  seller.name = section.text("name", true);
  seller.organisation_number = section.text("organisation_number", true);
  seller.street = section.text("street");
  seller.postal_code = section.text("postal_code", true);
  seller.city = section.text("city", true);
  seller.vat_registered = section.flag("vat_registered");
  into.host = static_cast<int>(section.integer("municipality", 0, 9'999).value_or(0));
  into.account = section.text("account", true);
  if (!seller.organisation_number.empty() &&
      !ehf::is_organisation_number(seller.organisation_number)) {
    section.complain("organisation_number",
                     "is not nine digits of which the last is a check digit; look it up in "
                     "Enhetsregisteret");
  }
  if (!into.account.empty() && !ehf::is_account_number(into.account)) {
    section.complain("account", "is not eleven digits of which the last is a check digit");
  }
  section.finish();
}

void read_terms(cases::Section section, Invoicing& into) {
  into.due_days = static_cast<int>(section.integer("due_days", 0, 365).value_or(30));
  into.prefix = section.text("number_prefix");
  into.note = section.text("note");
  section.finish();
}

void read_vat(cases::Section section, Invoicing& into) {
  const auto category = section.word("category", ehf::kVats);
  if (category) into.vat.category = static_cast<ehf::Vat>(*category);
  const auto rate = section.percent("percent");
  into.vat.basis_points = rate.value_or(2'500);
  into.vat.reason = section.text("reason");
  const bool none = into.vat.category != ehf::Vat::standard;
  if (none && into.vat.category != ehf::Vat::zero && into.vat.reason.empty()) {
    section.complain("reason", "is missing; say why no VAT is charged");
  }
  if (none == into.seller.vat_registered && into.vat.category == ehf::Vat::outside) {
    section.complain("category", "is outside VAT; then seller.vat_registered must be false");
  }
  if (into.vat.category != ehf::Vat::outside && !into.seller.vat_registered) {
    section.complain("category", "needs a seller with vat_registered = true, or must be 'outside'");
  }
  section.finish();
}

void read_buyer(const cases::Row& row, Invoicing& into) {
  const auto number = row.integer("municipality", 1, 9'999);
  if (!number) return;
  Invoicing::Buyer buyer;
  buyer.party.name = row.required("name").value_or("");
  buyer.party.organisation_number = row.required("organisation_number").value_or("");
  buyer.party.street = row.field("street");
  buyer.party.postal_code = row.required("postal_code").value_or("");
  buyer.party.city = row.required("city").value_or("");
  buyer.reference = row.field("buyer_reference");
  buyer.order = row.field("order_reference");
  if (!buyer.party.organisation_number.empty() &&
      !ehf::is_organisation_number(buyer.party.organisation_number)) {
    row.complain(
        fmt::format("organisation_number '{}' is not nine digits of which the last is a "
                    "check digit; look it up in Enhetsregisteret",
                    buyer.party.organisation_number));
  }
  if (buyer.reference.empty() && buyer.order.empty()) {
    row.complain("neither buyer_reference nor order_reference is given; the buyer demands one");
  }
  if (!into.buyers.try_emplace(static_cast<int>(*number), std::move(buyer)).second) {
    row.complain(fmt::format("municipality {} stands twice; remove one", *number));
  }
}

void read_buyers(const cases::Files& files, Invoicing& into, cases::Complaints& complaints) {
  const auto text = files.find("buyers.csv");
  if (text == files.end()) {
    complaints.add("buyers.csv", 0, "the file is missing; it says who is invoiced");
    return;
  }
  const cases::Table table(text->second, "buyers.csv",
                           {{"municipality"},
                            {"name"},
                            {"organisation_number"},
                            {"street", false},
                            {"postal_code"},
                            {"city"},
                            {"buyer_reference"},
                            {"order_reference", false},
                            {"source", false}},
                           complaints);
  for (std::size_t i = 0; i < table.records().size(); ++i) read_buyer(table.row(i), into);
}

}  // namespace

Result<Invoicing, std::vector<cases::Complaint>> read_invoicing(
    const cases::Files& files, const std::vector<int>& municipalities) {
  cases::Complaints complaints;
  Invoicing result;
  const auto text = files.find(kFile);
  if (text == files.end()) {
    complaints.add(kFile, 0, "the file is missing; it says who invoices (docs/guide/okonomi.md)");
    return complaints.take();
  }
  const auto toml = cases::parse_toml(text->second, kFile, complaints);
  if (!toml) return complaints.take();
  cases::Section root(&*toml, "", complaints, kFile);
  read_seller(root.table("seller"), result);
  read_terms(root.table("terms"), result);
  read_vat(root.table("vat"), result);
  root.finish();
  read_buyers(files, result, complaints);
  for (const int number : municipalities) {
    if (number == result.host || result.buyers.contains(number)) continue;
    complaints.add("buyers.csv", 0, fmt::format("has no row for municipality {}; add it", number));
  }
  if (!complaints.empty()) return complaints.take();
  return result;
}

}  // namespace varde::app
