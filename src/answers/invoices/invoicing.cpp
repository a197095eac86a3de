#include "answers/invoices/invoicing.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/time.hpp"
#include "cases/csv.hpp"
#include "cases/reading.hpp"
#include "cases/section.hpp"
#include "exchange/ehf/organisation.hpp"

namespace varde::answers {
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

/// One treatment; the section is left open for what else stands in it.
ehf::VatTreatment read_treatment(cases::Section& section, const ehf::Party& seller) {
  ehf::VatTreatment vat;
  const auto category = section.word("category", ehf::kVats);
  if (category) vat.category = static_cast<ehf::Vat>(*category);
  vat.basis_points = section.percent("percent").value_or(2'500);
  vat.reason = section.text("reason");
  if (!category) return vat;
  const bool outside = vat.category == ehf::Vat::outside;
  if ((outside || vat.category == ehf::Vat::exempt) && vat.reason.empty()) {
    section.complain("reason", "is missing; say why no VAT is charged");
  }
  if (vat.category == ehf::Vat::standard && vat.basis_points == 0) {
    section.complain("percent", "is 0; then the category is zero, exempt or outside");
  }
  if (outside && seller.vat_registered) {
    section.complain("category", "is outside VAT; then seller.vat_registered must be false");
  }
  if (!outside && !seller.vat_registered) {
    section.complain("category", "needs a seller with vat_registered = true, or must be 'outside'");
  }
  return vat;
}

void read_vat(cases::Section section, Invoicing& into) {
  into.vat = read_treatment(section, into.seller);
  auto keys = section.table("key");
  for (const auto& name : keys.keys()) {
    auto one = keys.table(name);
    into.vat_of_key[name] = {read_treatment(one, into.seller), one.line()};
    one.finish();
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

std::optional<std::chrono::year_month_day> day_of(const cases::Row& row, std::string_view column) {
  const auto text = row.required(column);
  if (!text) return {};
  const auto instant = parse_rfc3339(*text + "T00:00:00Z");
  if (!instant) {
    row.complain(fmt::format("{} '{}' is not a day; write it like 2026-01-15", column, *text));
    return {};
  }
  return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*instant));
}

void read_correction(const cases::Row& row, Invoicing& into) {
  const auto number = row.integer("municipality", 1, 9'999);
  const auto year = cases::year_of(row, "year");
  const auto invoice = row.required("invoice");
  const auto issued = day_of(row, "issued");
  const auto reason = row.required("reason");
  auto amount = row.money("amount");
  if (row.field("amount").empty()) row.complain("amount is empty; fill it in");
  if (amount && *amount <= economy::Money{}) {
    row.complain("amount must be above 0: it is what was invoiced too much, without VAT");
    amount.reset();
  }
  if (row.field("municipality").empty()) row.complain("municipality is empty; fill it in");
  if (!number || !year || !invoice || !issued || !reason || !amount) return;
  into.corrections.push_back({static_cast<int>(*number),
                              *year,
                              {*invoice, *issued},
                              row.field("key"),
                              *amount,
                              *reason,
                              row.line()});
}

void read_corrections(const cases::Files& files, Invoicing& into, cases::Complaints& complaints) {
  const auto table = cases::open_table({files, complaints}, "corrections.csv",
                                       {{"municipality"},
                                        {"year"},
                                        {"invoice"},
                                        {"issued"},
                                        {"key", false},
                                        {"amount"},
                                        {"reason"},
                                        {"source", false}},
                                       false);
  if (!table) return;
  for (std::size_t i = 0; i < table->records().size(); ++i) read_correction(table->row(i), into);
}

}  // namespace

const ehf::VatTreatment& Invoicing::vat_for(std::string_view key) const {
  const auto found = vat_of_key.find(key);
  return found == vat_of_key.end() ? vat : found->second.vat;
}

Result<Invoicing, std::vector<cases::Complaint>> read_invoicing(
    const cases::Files& files, const std::vector<int>& municipalities, cases::Shapes* shapes) {
  cases::Complaints complaints(shapes);
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
  read_corrections(files, result, complaints);
  for (const int number : municipalities) {
    if (number == result.host || result.buyers.contains(number)) continue;
    complaints.add("buyers.csv", 0, fmt::format("has no row for municipality {}; add it", number));
  }
  if (!complaints.empty()) return complaints.take();
  return result;
}

}  // namespace varde::answers
