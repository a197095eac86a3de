#include "app/reports/invoice.hpp"

#include <fmt/format.h>

#include "app/reports/invoicing.hpp"
#include "app/reports/report.hpp"
#include "app/reports/words.hpp"
#include "domain/economy/projection.hpp"
#include "report/csv.hpp"
#include "report/workbook.hpp"

namespace varde::app {
namespace {

using economy::Money;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

/// One municipality's part of the year's cost.
struct Bill {
  const economy::Municipality* municipality = nullptr;
  bool host = false;
  ehf::Invoice invoice;
};

std::string share_of(Money part, Money total) {
  return fmt::format("Andel {} av {} kr", report::percent(economy::percent_of(part, total), 2),
                     exact(total));
}

class Billing {
 public:
  Billing(const economy::Case& input, const economy::Alternative& alternative,
          const economy::YearCost& cost, const Invoicing& invoicing, const InvoiceOptions& options)
      : input_(input),
        alternative_(alternative),
        cost_(cost),
        invoicing_(invoicing),
        options_(options) {
    for (std::size_t m = 0; m < input.municipalities.size(); ++m) bills_.push_back(bill(m));
  }

  Result<cases::Files> files() const {
    cases::Files all;
    std::string mistakes;
    for (const auto& one : bills_) {
      if (one.host || one.invoice.lines.empty()) continue;
      auto xml = ehf::to_ubl(one.invoice);
      if (xml) {
        all["faktura-" + one.invoice.number + ".xml"] = std::move(xml).value();
      } else {
        mistakes += one.municipality->name + ": " + xml.error().message + "\n";
      }
    }
    if (!mistakes.empty()) return Error{mistakes};
    all["grunnlag.csv"] = csv();
    auto book = workbook();
    if (!book) return book.error();
    all["grunnlag.xlsx"] = std::move(book).value();
    return all;
  }

 private:
  Bill bill(std::size_t m) const {
    const auto& municipality = input_.municipalities[m];
    Bill result{&municipality, municipality.number == invoicing_.host, {}};
    auto& one = result.invoice;
    one.number = fmt::format("{}{}-{}", invoicing_.prefix, options_.year, municipality.number);
    one.issued = options_.issued;
    one.due = std::chrono::sys_days(options_.issued) + std::chrono::days(invoicing_.due_days);
    one.from = year{options_.year} / month{1} / day{1};
    one.to = year{options_.year} / month{12} / day{31};
    one.note = invoicing_.note;
    one.seller = invoicing_.seller;
    one.account = invoicing_.account;
    one.vat = invoicing_.vat;
    if (const auto buyer = invoicing_.buyers.find(municipality.number);
        buyer != invoicing_.buyers.end()) {
      one.buyer = buyer->second.party;
      one.buyer_reference = buyer->second.reference;
      one.order_reference = buyer->second.order;
    }
    for (const auto& allocation : cost_.allocations) {
      if (allocation.parts[m].is_zero()) continue;
      const bool once = allocation.charge == economy::Charge::one_off;
      one.lines.push_back(
          {fmt::format("{}: {}{}", alternative_.name, describe_allocation(input_, allocation.key),
                       once ? ", engangskostnad" : ""),
           share_of(allocation.parts[m], allocation.total), allocation.parts[m]});
    }
    return result;
  }

  std::string csv() const {
    report::CsvText out;
    out.row({"Kommunenr", "Kommune", "Organisasjonsnr", "Fakturanr", "Linje", "Grunnlag",
             "Netto kr", "Mva kr", "Å betale kr"});
    ehf::Totals all;
    for (const auto& one : bills_) {
      const auto& invoice = one.invoice;
      const auto number = std::to_string(one.municipality->number);
      const auto& id =
          one.host ? invoicing_.seller.organisation_number : invoice.buyer.organisation_number;
      const auto label = one.host ? std::string("vertskommune, faktureres ikke") : invoice.number;
      for (const auto& line : invoice.lines) {
        out.row({number, one.municipality->name, id, label, line.name, line.description,
                 comma(line.net), "", ""});
      }
      const auto totals = ehf::totals_of(invoice);
      const auto vat = one.host ? Money{} : totals.vat;
      out.row({number, one.municipality->name, id, label, "Sum", "", comma(totals.net), comma(vat),
               comma(totals.net + vat)});
      all.net += totals.net;
      all.vat += vat;
    }
    out.row({"", "Sammen", "", "", "Sum", "", comma(all.net), comma(all.vat),
             comma(all.net + all.vat)});
    return out.take();
  }

  /// "1234,50" for a spreadsheet with Norwegian settings.
  static std::string comma(Money amount) {
    auto text = economy::to_string(amount);
    text[text.size() - 3] = ',';
    return text;
  }

  Result<std::string> workbook() const {
    using report::cell_name;
    using report::Look;
    const auto seconds = std::chrono::sys_seconds(std::chrono::sys_days(options_.issued));
    report::Workbook book(fmt::format("Fakturagrunnlag {}", options_.year),
                          seconds.time_since_epoch().count());
    auto& sheet = book.sheet("Grunnlag");
    sheet.text(0, 0, fmt::format("{}: fakturagrunnlag for {}", alternative_.name, options_.year),
               Look::title);
    sheet.text(1, 0, "Mva-sats");
    const bool standard = invoicing_.vat.category == ehf::Vat::standard;
    sheet.number(1, 1, standard ? static_cast<double>(invoicing_.vat.basis_points) / 10'000.0 : 0.0,
                 Look::percent_input);
    std::vector<std::string> headings{"Kommune", "Fakturanr"};
    for (const auto& one : cost_.allocations) {
      headings.push_back(describe_allocation(input_, one.key) +
                         (one.charge == economy::Charge::one_off ? " (engangs)" : ""));
    }
    headings.insert(headings.end(), {"Netto, kr", "Mva, kr", "Å betale, kr"});
    sheet.headings(2, headings);
    for (std::size_t c = 0; c < headings.size(); ++c) sheet.width(static_cast<int>(c), 19);
    const int keys = static_cast<int>(cost_.allocations.size());
    const int rows = static_cast<int>(bills_.size());
    ehf::Totals all;
    for (int i = 0; i < rows; ++i) {
      const auto totals = workbook_row(sheet, i, keys);
      all.net += totals.net;
      all.vat += totals.vat;
      all.payable += totals.payable;
    }
    sheet.text(3 + rows, 0, "Sammen", Look::sum_text);
    const auto sum = [&](int column, Money value) {
      sheet.formula(3 + rows, column,
                    fmt::format("SUM({})", report::range_name(3, column, 2 + rows, column)),
                    value.in_kroner(), Look::money_sum);
    };
    for (int k = 0; k < keys; ++k) sum(2 + k, cost_.allocations[static_cast<std::size_t>(k)].total);
    sum(2 + keys, all.net);
    sum(3 + keys, all.vat);
    sum(4 + keys, all.payable);
    return book.bytes();
  }

  ehf::Totals workbook_row(report::Workbook::Sheet& sheet, int i, int keys) const {
    using report::cell_name;
    using report::Look;
    const auto m = static_cast<std::size_t>(i);
    const int row = 3 + i;
    const auto& one = bills_[m];
    auto totals = ehf::totals_of(one.invoice);
    if (one.host) totals.vat = Money{};
    totals.payable = totals.net + totals.vat;
    sheet.text(row, 0, one.municipality->name);
    sheet.text(row, 1, one.host ? "vertskommune, faktureres ikke" : one.invoice.number);
    for (int k = 0; k < keys; ++k) {
      sheet.money(row, 2 + k, cost_.allocations[static_cast<std::size_t>(k)].parts[m].in_ore(),
                  Look::money_input);
    }
    sheet.formula(row, 2 + keys, fmt::format("SUM({})", report::range_name(row, 2, row, 1 + keys)),
                  totals.net.in_kroner(), Look::money);
    sheet.formula(
        row, 3 + keys,
        one.host ? std::string("0") : fmt::format("ROUND({}*$B$2,2)", cell_name(row, 2 + keys)),
        totals.vat.in_kroner(), Look::money);
    sheet.formula(row, 4 + keys,
                  fmt::format("{}+{}", cell_name(row, 2 + keys), cell_name(row, 3 + keys)),
                  totals.payable.in_kroner(), Look::money);
    return totals;
  }

  const economy::Case& input_;
  const economy::Alternative& alternative_;
  const economy::YearCost& cost_;
  const Invoicing& invoicing_;
  const InvoiceOptions& options_;
  std::vector<Bill> bills_;
};

}  // namespace

Result<cases::Files> economy_invoices(const economy::Case& input, const cases::Files& files,
                                      const InvoiceOptions& options) {
  const auto* alternative = input.alternative(options.alternative);
  if (alternative == nullptr) {
    std::string names;
    for (const auto& one : input.alternatives) names += (names.empty() ? "" : ", ") + one.id;
    return Error{
        fmt::format("the case has no alternative '{}'; it has: {}", options.alternative, names)};
  }
  const auto& a = input.assumptions;
  if (options.year < a.first_year || options.year >= a.first_year + a.years) {
    return Error{fmt::format("the year {} is not among those of the case: {} to {}", options.year,
                             a.first_year, a.first_year + a.years - 1)};
  }
  std::vector<int> numbers;
  for (const auto& one : input.municipalities) numbers.push_back(one.number);
  const auto invoicing = read_invoicing(files, numbers);
  if (!invoicing) return Error{lines_of(invoicing.error())};
  const auto cost = economy::cost_in(input, *alternative, options.year);
  if (!cost) return cost.error();
  return Billing(input, *alternative, *cost, *invoicing, options).files();
}

Result<cases::Files> economy_invoices(const cases::Files& files, const InvoiceOptions& options) {
  const auto input = cases::parse_case(files);
  if (!input) return Error{lines_of(input.error())};
  const auto* one = std::get_if<economy::Case>(&*input);
  if (one == nullptr) return Error{"only a cooperation can be invoiced"};
  return economy_invoices(*one, files, options);
}

}  // namespace varde::app
