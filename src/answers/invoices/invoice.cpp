#include "answers/invoices/invoice.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/economy/report.hpp"
#include "answers/economy/words.hpp"
#include "answers/invoices/invoice_basis.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using Wrong = std::vector<cases::Complaint>;

std::string share_of(Money part, Money total) {
  return fmt::format("Andel {} av {} kr", report::percent(economy::percent_of(part, total), 2),
                     exact(total));
}

/// What an invoice and a credit note to a municipality have in common.
ehf::Invoice addressed(const BilledYear& billed, int municipality) {
  const auto& invoicing = billed.invoicing;
  ehf::Invoice one;
  one.issued = billed.options.issued;
  one.due = std::chrono::sys_days(one.issued) + std::chrono::days(invoicing.due_days);
  one.from = year{billed.options.year} / month{1} / day{1};
  one.to = year{billed.options.year} / month{12} / day{31};
  one.note = invoicing.note;
  one.seller = invoicing.seller;
  one.account = invoicing.account;
  if (const auto buyer = invoicing.buyers.find(municipality); buyer != invoicing.buyers.end()) {
    one.buyer = buyer->second.party;
    one.buyer_reference = buyer->second.reference;
    one.order_reference = buyer->second.order;
  }
  return one;
}

/// Credit notes are numbered as the invoices, with a running number: "KV2026-1811-1".
std::vector<ehf::Invoice> credits(const BilledYear& billed, int municipality) {
  std::vector<ehf::Invoice> all;
  for (const auto& one : billed.invoicing.corrections) {
    if (one.municipality != municipality || one.year != billed.options.year) continue;
    auto note = addressed(billed, municipality);
    note.number = fmt::format("K{}{}-{}-{}", billed.invoicing.prefix, billed.options.year,
                              municipality, all.size() + 1);
    note.corrects = one.invoice;
    note.lines.push_back({"Retting av faktura " + one.invoice.number, one.reason, one.amount,
                          billed.invoicing.vat_for(one.key)});
    all.push_back(std::move(note));
  }
  return all;
}

Bill bill(const BilledYear& billed, std::size_t m) {
  const auto& municipality = billed.input.municipalities[m];
  Bill result{&municipality, municipality.number == billed.invoicing.host,
              addressed(billed, municipality.number), credits(billed, municipality.number)};
  auto& one = result.invoice;
  one.number =
      fmt::format("{}{}-{}", billed.invoicing.prefix, billed.options.year, municipality.number);
  for (const auto& allocation : billed.cost.allocations) {
    if (allocation.parts[m].is_zero()) continue;
    const bool once = allocation.charge == economy::Charge::one_off;
    one.lines.push_back({fmt::format("{}: {}{}", billed.alternative.name,
                                     describe_allocation(billed.input, allocation.key),
                                     once ? ", engangskostnad" : ""),
                         share_of(allocation.parts[m], allocation.total), allocation.parts[m],
                         billed.invoicing.vat_for(allocation.key)});
  }
  return result;
}

Result<cases::Files, Wrong> files_of(const BilledYear& billed) {
  cases::Files all;
  Wrong wrong;
  const auto put = [&](const Bill& bill, const std::string& prefix, const ehf::Invoice& one) {
    auto xml = ehf::to_ubl(one);
    if (xml) {
      all[prefix + one.number + ".xml"] = std::move(xml).value();
    } else {
      wrong.push_back({"invoice.toml", 0, bill.municipality->name + ": " + xml.error().message});
    }
  };
  for (const auto& one : billed.bills) {
    if (one.host) continue;
    if (!one.invoice.lines.empty()) put(one, "faktura-", one.invoice);
    for (const auto& credit : one.credits) put(one, "kreditnota-", credit);
  }
  if (!wrong.empty()) return wrong;
  all["grunnlag.csv"] = basis_csv(billed);
  auto book = basis_workbook(billed);
  if (!book) return Wrong{{"case.toml", 0, book.error().message}};
  all["grunnlag.xlsx"] = std::move(book).value();
  return all;
}

/// What the invoices ask for and the case does not have.
Wrong missing(const economy::Case& input, const InvoiceOptions& options) {
  if (input.alternative(options.alternative) == nullptr) {
    std::string names;
    for (const auto& one : input.alternatives) names += (names.empty() ? "" : ", ") + one.id;
    return {
        {"case.toml", 0,
         fmt::format("the case has no alternative '{}'; it has: {}", options.alternative, names)}};
  }
  const auto& a = input.assumptions;
  if (options.year < a.first_year || options.year >= a.first_year + a.years) {
    return {{"case.toml", 0,
             fmt::format("the year {} is not among those of the case: {} to {}", options.year,
                         a.first_year, a.first_year + a.years - 1)}};
  }
  return {};
}

/// Keys and municipalities that the invoicing names and the case does not have.
Wrong unknown_names(const economy::Case& input, const economy::YearCost& cost,
                    const Invoicing& invoicing) {
  cases::Complaints wrong;
  std::vector<std::string> keys;
  for (const auto& [name, key] : input.keys) keys.push_back(name);
  for (const auto& one : cost.allocations) {
    if (std::ranges::find(keys, one.key) == keys.end()) keys.push_back(one.key);
  }
  const auto known = [&](const std::string& key) {
    return std::ranges::find(keys, key) != keys.end();
  };
  for (const auto& [key, one] : invoicing.vat_of_key) {
    if (known(key)) continue;
    wrong.add("invoice.toml", one.line,
              fmt::format("vat.key.{} is not a known key; {}", key, cases::suggestion(key, keys)));
  }
  for (const auto& one : invoicing.corrections) {
    if (!one.key.empty() && !known(one.key)) {
      wrong.add("corrections.csv", one.line,
                fmt::format("key '{}' is not a known key; {}", one.key,
                            cases::suggestion(one.key, keys)));
    }
    const auto there =
        std::ranges::find(input.municipalities, one.municipality, &economy::Municipality::number);
    if (there == input.municipalities.end() || one.municipality == invoicing.host) {
      wrong.add("corrections.csv", one.line,
                fmt::format("municipality {} is not one that is invoiced", one.municipality));
    }
  }
  return wrong.take();
}

}  // namespace

Result<cases::Files, Wrong> economy_invoices(const economy::Case& input, const cases::Files& files,
                                             const InvoiceOptions& options) {
  if (auto wrong = missing(input, options); !wrong.empty()) return wrong;
  std::vector<int> numbers;
  for (const auto& one : input.municipalities) numbers.push_back(one.number);
  const auto invoicing = read_invoicing(files, numbers);
  if (!invoicing) return invoicing.error();
  const auto& alternative = *input.alternative(options.alternative);
  const auto cost = economy::cost_in(input, alternative, options.year);
  if (!cost) return Wrong{{"case.toml", 0, cost.error().message}};
  if (auto wrong = unknown_names(input, *cost, *invoicing); !wrong.empty()) return wrong;
  BilledYear billed{input, alternative, *cost, *invoicing, options};
  for (std::size_t m = 0; m < input.municipalities.size(); ++m) {
    billed.bills.push_back(bill(billed, m));
  }
  return files_of(billed);
}

Result<cases::Files, Wrong> economy_invoices(const cases::Files& files,
                                             const InvoiceOptions& options) {
  const auto input = cases::parse_case(files);
  if (!input) return input.error();
  const auto* one = std::get_if<economy::Case>(&*input);
  if (one == nullptr) return Wrong{{"case.toml", 0, "only a cooperation can be invoiced"}};
  return economy_invoices(*one, files, options);
}

}  // namespace varde::answers
