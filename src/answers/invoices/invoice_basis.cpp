#include "answers/invoices/invoice_basis.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/economy/words.hpp"
#include "report/csv.hpp"
#include "report/workbook.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::cell_name;
using report::Look;

constexpr const char* kNotInvoiced = "vertskommune, faktureres ikke";
constexpr int kRates = 1;     ///< row of the VAT rates
constexpr int kFirst = 3;     ///< row of the first municipality
constexpr int kFirstKey = 2;  ///< column of the first key

/// "1234,50" for a spreadsheet with Norwegian settings.
std::string comma(Money amount) {
  auto text = economy::to_string(amount);
  text[text.size() - 3] = ',';
  return text;
}

class Csv {
 public:
  explicit Csv(const BilledYear& year) : year_(year) {
    out_.row({"Kommunenr", "Kommune", "Organisasjonsnr", "Fakturanr", "Linje", "Grunnlag",
              "Netto kr", "Mva-sats %", "Mva kr", "Å betale kr"});
    for (const auto& one : year.bills) bill(one);
    out_.row({"", "Sammen", "", "", "Sum", "", comma(all_.net), "", comma(all_.vat),
              comma(all_.payable)});
  }
  std::string take() { return out_.take(); }

 private:
  void bill(const Bill& one) {
    const auto& id = one.host ? year_.invoicing.seller.organisation_number
                              : one.invoice.buyer.organisation_number;
    document(one, id, one.host ? kNotInvoiced : one.invoice.number, one.invoice, 1, one.totals());
    for (const auto& credit : one.credits) {
      document(one, id, credit.number, credit, -1, ehf::totals_of(credit));
    }
  }

  /// `sign`: -1 for a credit note, whose amounts are taken off.
  void document(const Bill& bill, const std::string& id, const std::string& label,
                const ehf::Invoice& invoice, int sign, ehf::Totals totals) {
    const auto number = std::to_string(bill.municipality->number);
    const auto signed_of = [&](Money amount) { return sign < 0 ? -amount : amount; };
    for (const auto& line : invoice.lines) {
      const auto rate = bill.host ? 0.0 : static_cast<double>(line.vat.rate()) / 100.0;
      out_.row({number, bill.municipality->name, id, label, line.name, line.description,
                comma(signed_of(line.net)), report::decimal(rate, 2), "", ""});
    }
    out_.row({number, bill.municipality->name, id, label, "Sum", "", comma(signed_of(totals.net)),
              "", comma(signed_of(totals.vat)), comma(signed_of(totals.payable))});
    all_.net += signed_of(totals.net);
    all_.vat += signed_of(totals.vat);
    all_.payable += signed_of(totals.payable);
  }

  const BilledYear& year_;
  report::CsvText out_;
  ehf::Totals all_;
};

class Split {
 public:
  Split(const BilledYear& year, report::Workbook::Sheet& sheet)
      : year_(year), sheet_(sheet), keys_(static_cast<int>(year.cost.allocations.size())) {}

  void write() {
    head();
    const int rows = static_cast<int>(year_.bills.size());
    for (int i = 0; i < rows; ++i) row(i);
    sheet_.text(kFirst + rows, 0, "Sammen", Look::sum_text);
    const auto sum = [&](int column, Money value) {
      const auto range = report::range_name(kFirst, column, kFirst + rows - 1, column);
      sheet_.formula(kFirst + rows, column, fmt::format("SUM({})", range), value.in_kroner(),
                     Look::money_sum);
    };
    for (int k = 0; k < keys_; ++k) sum(kFirstKey + k, allocation(k).total);
    sum(net(), all_.net);
    sum(net() + 1, all_.vat);
    sum(net() + 2, all_.payable);
  }

 private:
  const economy::Allocation& allocation(int k) const {
    return year_.cost.allocations[static_cast<std::size_t>(k)];
  }
  std::int64_t rate(int k) const { return year_.invoicing.vat_for(allocation(k).key).rate(); }
  int net() const { return kFirstKey + keys_; }

  void head() {
    sheet_.text(
        0, 0, fmt::format("{}: fakturagrunnlag for {}", year_.alternative.name, year_.options.year),
        Look::title);
    sheet_.text(kRates, 0, "Mva-sats");
    std::vector<std::string> headings{"Kommune", "Fakturanr"};
    for (int k = 0; k < keys_; ++k) {
      const auto& one = allocation(k);
      sheet_.number(kRates, kFirstKey + k, static_cast<double>(rate(k)) / 10'000.0,
                    Look::percent_input);
      headings.push_back(describe_allocation(year_.input, one.key) +
                         (one.charge == economy::Charge::one_off ? " (engangs)" : ""));
    }
    headings.insert(headings.end(), {"Netto, kr", "Mva, kr", "Å betale, kr"});
    sheet_.headings(kRates + 1, headings);
    for (std::size_t c = 0; c < headings.size(); ++c) sheet_.width(static_cast<int>(c), 19);
  }

  /// VAT as the invoice has it: of the sum of the keys with one rate, rounded once.
  std::string vat_formula(int row) const {
    std::string formula;
    for (int k = 0; k < keys_; ++k) {
      int first = 0;
      while (rate(first) != rate(k)) ++first;
      if (first != k || rate(k) == 0) continue;
      std::string same;
      for (int other = k; other < keys_; ++other) {
        if (rate(other) != rate(k)) continue;
        same += (same.empty() ? "" : "+") + cell_name(row, kFirstKey + other);
      }
      formula += fmt::format("{}ROUND(({})*{},2)", formula.empty() ? "" : "+", same,
                             cell_name(kRates, kFirstKey + k, true));
    }
    return formula.empty() ? "0" : formula;
  }

  void row(int i) {
    const int row = kFirst + i;
    const auto& one = year_.bills[static_cast<std::size_t>(i)];
    const auto totals = one.totals();
    sheet_.text(row, 0, one.municipality->name);
    sheet_.text(row, 1, one.host ? kNotInvoiced : one.invoice.number);
    for (int k = 0; k < keys_; ++k) {
      sheet_.money(row, kFirstKey + k, allocation(k).parts[static_cast<std::size_t>(i)].in_ore(),
                   Look::money_input);
    }
    sheet_.formula(row, net(),
                   fmt::format("SUM({})", report::range_name(row, kFirstKey, row, net() - 1)),
                   totals.net.in_kroner(), Look::money);
    sheet_.formula(row, net() + 1, one.host ? "0" : vat_formula(row), totals.vat.in_kroner(),
                   Look::money);
    sheet_.formula(row, net() + 2,
                   fmt::format("{}+{}", cell_name(row, net()), cell_name(row, net() + 1)),
                   totals.payable.in_kroner(), Look::money);
    all_.net += totals.net;
    all_.vat += totals.vat;
    all_.payable += totals.payable;
  }

  const BilledYear& year_;
  report::Workbook::Sheet& sheet_;
  int keys_;
  ehf::Totals all_;
};

void write_credits(const BilledYear& year, report::Workbook::Sheet& sheet) {
  const std::vector<std::string> headings{"Kommune",   "Kreditnota", "Faktura som rettes", "Grunn",
                                          "Netto, kr", "Mva, kr",    "Til gode, kr"};
  sheet.headings(0, headings);
  for (std::size_t c = 0; c < headings.size(); ++c) sheet.width(static_cast<int>(c), 24);
  int row = 1;
  for (const auto& bill : year.bills) {
    for (const auto& credit : bill.credits) {
      const auto totals = ehf::totals_of(credit);
      sheet.text(row, 0, bill.municipality->name);
      sheet.text(row, 1, credit.number);
      sheet.text(row, 2, credit.corrects->number);
      sheet.text(row, 3, credit.lines.front().description);
      sheet.money(row, 4, totals.net.in_ore(), Look::money_input);
      sheet.money(row, 5, totals.vat.in_ore(), Look::money_input);
      sheet.formula(row, 6, fmt::format("{}+{}", cell_name(row, 4), cell_name(row, 5)),
                    totals.payable.in_kroner(), Look::money);
      ++row;
    }
  }
}

}  // namespace

ehf::Totals Bill::totals() const {
  auto totals = ehf::totals_of(invoice);
  if (host) totals.vat = Money{};
  totals.payable = totals.net + totals.vat;
  return totals;
}

std::string basis_csv(const BilledYear& year) { return Csv(year).take(); }

Result<std::string> basis_workbook(const BilledYear& year) {
  const auto made = std::chrono::sys_seconds(std::chrono::sys_days(year.options.issued));
  report::Workbook book(fmt::format("Fakturagrunnlag {}", year.options.year),
                        made.time_since_epoch().count());
  Split(year, book.sheet("Grunnlag")).write();
  const bool any =
      std::ranges::any_of(year.bills, [](const Bill& one) { return !one.credits.empty(); });
  if (any) write_credits(year, book.sheet("Kreditnotaer"));
  return book.bytes();
}

}  // namespace varde::answers
