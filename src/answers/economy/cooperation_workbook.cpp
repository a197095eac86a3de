#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "answers/economy/split_sheet.hpp"
#include "answers/economy/words.hpp"
#include "answers/economy/workbooks.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::cell_name;
using report::in_sheet;
using report::Look;
using report::range_name;

/// Sheet by sheet; later ones point to earlier ones.
class CooperationWorkbook {
 public:
  CooperationWorkbook(const CooperationView& view, std::int64_t made)
      : view_(view), book_(view.input().name, made) {}

  Result<std::string> write() {
    introduction();
    assumptions();
    municipalities();
    as_is();
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      costs(a);
      split(a);
    }
    overview();
    for (std::size_t a = 0; a < view_.alternatives(); ++a) years(a);
    return book_.bytes();
  }

 private:
  using Sheet = report::Workbook::Sheet;
  int rows() const { return static_cast<int>(view_.municipalities()); }

  void introduction() {
    auto& sheet = book_.sheet("Les meg");
    sheet.width(0, 110);
    sheet.text(0, 0, view_.input().name, Look::title);
    const std::vector<std::string> lines{
        view_.input().description,
        "Grå celler er tall inn. Andre tall er formler på dem og regnes ut på nytt når du endrer.",
        ("Fordelingen er på øret: hver del rundes ned, og øre som blir til overs, går til de "
         "største restene."),
        "Nøkler med minstebeløp eller tak, priser per enhet og tall per år er skrevet som tall.",
        ("Kvalitet: rapportert, målt, anslått, forutsatt eller illustrativt (står ikke i noen "
         "kilde)."),
        "Usikkerhet (trekninger) står i PDF- og HTML-rapporten, ikke her."};
    int row = 1;
    for (const auto& line : lines) sheet.text(row++, 0, line);
    if (view_.all_by_stated_total()) {
      sheet.text(++row, 0,
                 "Dagens kostnad for den enkelte kommune er ikke kjent: kildens sum er delt etter "
                 "innbyggertall.",
                 Look::warning);
    }
    for (const auto& one : view_.input().contradictions) {
      sheet.text(++row, 0,
                 fmt::format("Kilden sier to ting om {}: {}; {}. Lest her som: {}. ({})", one.topic,
                             one.says, one.also_says, one.reading, one.source),
                 Look::note);
    }
  }

  void assumption(Sheet& sheet, int row, const std::string& name, double value, Look look,
                  const std::string& key) {
    sheet.text(row, 0, name);
    sheet.number(row, 1, value, look);
    const auto origin = view_.input().assumptions.origins.find(key);
    if (origin == view_.input().assumptions.origins.end()) return;
    sheet.text(row, 2, word(origin->second.quality));
    sheet.text(row, 3, origin->second.source, Look::note);
  }

  void assumptions() {
    auto& sheet = book_.sheet("Forutsetninger");
    assumptions_ = sheet.name();
    const auto& a = view_.input().assumptions;
    sheet.width(0, 34);
    sheet.width(1, 14);
    sheet.width(3, 70);
    sheet.headings(0, {"Forutsetning", "Verdi", "Kvalitet", "Kilde"});
    assumption(sheet, 1, "Prisår", a.price_year, Look::decimal_input, "price_year");
    assumption(sheet, 2, "Vanlig år (sammenligning)", a.comparison_year, Look::decimal_input,
               "comparison_year");
    assumption(sheet, 3, "Kalkulasjonsrente", a.discount_rate, Look::percent_input,
               "discount_rate");
    assumption(sheet, 4, "Kostnad for et årsverk", a.person_year_cost.in_kroner(),
               Look::money_input, "person_year_cost");
    assumption(sheet, 5, "Timer i et årsverk", a.person_year.in_hours(), Look::decimal_input,
               "person_year_hours");
    int row = 6;
    for (const auto& [name, rate] : a.indices) {
      index_rows_[name] = row;
      assumption(sheet, row++, "Indeks: " + name, rate, Look::percent_input, name);
    }
  }

  std::string assumed(int row) const { return in_sheet(assumptions_, cell_name(row, 1, true)); }

  void municipalities() {
    auto& sheet = book_.sheet("Kommuner");
    basis_.name = sheet.name();
    basis_.first = 1;
    basis_.last = rows();
    std::vector<std::string> headings{"Nr", "Kommune", "Innbyggere", "67 år +", "80 år +"};
    rows_basis_ = economy::basis_of(view_.input(), view_.input().assumptions.comparison_year);
    const auto& basis = rows_basis_;
    basis_.basis = &rows_basis_;
    for (const auto& [metric, values] : basis.usage) {
      basis_.metrics.push_back(metric);
      headings.push_back("Bruk: " + metric);
    }
    sheet.headings(0, headings);
    sheet.width(1, 22);
    sheet.freeze(1, 2);
    for (int i = 0; i < rows(); ++i) {
      const auto m = static_cast<std::size_t>(i);
      sheet.number(i + 1, 0, basis.municipalities[m], Look::decimal);
      sheet.text(i + 1, 1, view_.input().municipalities[m].name);
      sheet.number(i + 1, 2, static_cast<double>(basis.inhabitants[m]), Look::whole_input);
      sheet.number(i + 1, 3, static_cast<double>(basis.inhabitants_67[m]), Look::whole_input);
      sheet.number(i + 1, 4, static_cast<double>(basis.inhabitants_80[m]), Look::whole_input);
      int column = 5;
      for (const auto& [metric, values] : basis.usage) {
        sheet.number(i + 1, column++, static_cast<double>(values[m]) / 1'000.0,
                     Look::decimal_input);
      }
    }
    sheet.text(rows() + 1, 1, "Sammen", Look::sum_text);
    const std::array<const std::vector<std::int64_t>*, 3> ages{
        &basis.inhabitants, &basis.inhabitants_67, &basis.inhabitants_80};
    for (int column = 2; column <= 4; ++column) {
      const auto& people = *ages[static_cast<std::size_t>(column - 2)];
      sheet.formula(
          rows() + 1, column, fmt::format("SUM({})", range_name(1, column, rows(), column)),
          static_cast<double>(std::accumulate(people.begin(), people.end(), std::int64_t{0})),
          Look::whole_sum);
    }
  }

  /// One row for each answer, or what stands in for it.
  void as_is() {
    auto& sheet = book_.sheet("I dag");
    as_is_ = sheet.name();
    sheet.headings(
        0, {"Kommune", "Område", "Kostnad", "Timer", "Kr", "Sammenlignes", "Kvalitet", "Kilde"});
    sheet.width(0, 18);
    sheet.width(1, 38);
    sheet.width(2, 20);
    sheet.width(4, 16);
    sheet.width(7, 60);
    sheet.freeze(1, 1);
    int row = 1;
    for (const auto& line : view_.run->as_is.lines) {
      sheet.text(row, 0, view_.input().municipalities[line.municipality].name);
      sheet.text(row, 1, word(line.area));
      sheet.text(row, 2, word(line.category));
      const bool worked = line.category == economy::Category::hours;
      if (worked) sheet.number(row, 3, line.hours.in_hours(), Look::decimal_input);
      const bool follows =
          worked && economy::cost_of(line.hours, view_.input().assumptions) == line.amount;
      if (follows) {
        sheet.formula(row, 4,
                      fmt::format("ROUND({}*{}/{},2)", cell_name(row, 3), assumed(4), assumed(5)),
                      line.amount.in_kroner(), Look::money);
      } else {
        sheet.money(row, 4, line.amount.in_ore(), Look::money_input);
      }
      sheet.text(row, 5, view_.compared(line.area) ? "ja" : "nei");
      sheet.text(row, 6, line.filled ? "anslått" : word(line.origin.quality));
      sheet.text(row, 7, line.filled ? word(line.how) : line.origin.source, Look::note);
      ++row;
    }
    as_is_last_ = std::max(row - 1, 1);
  }

  std::string index_factor(const std::string& index, int price_year) const {
    if (index.empty()) return "1";
    const auto from = price_year == 0 ? assumed(1) : std::to_string(price_year);
    return fmt::format("(1+{})^({}-{})", assumed(index_rows_.at(index)), assumed(2), from);
  }

  /// One shared cost as a row: what it is in the ordinary year.
  struct CostRow {
    std::string name, key;
    bool yearly = true;
    int from = 0, to = 0;
    std::string index;
    Money amount;
    const economy::Origin* origin = nullptr;
  };

  std::vector<CostRow> cost_rows(const economy::Alternative& alternative) const {
    std::vector<CostRow> all;
    for (const auto& item : alternative.items) {
      if (!item.per.empty()) continue;
      all.push_back({item.name, item.key, item.charge == economy::Charge::yearly, item.from,
                     item.to, item.index, item.amount.value, &item.amount.origin});
    }
    for (const auto& row : alternative.staffing) {
      all.push_back({row.name, row.key, true, row.from, row.to, row.index,
                     economy::yearly_cost(row, view_.input().assumptions), &row.origin});
    }
    return all;
  }

  void costs(std::size_t a) {
    auto& sheet = book_.sheet(fmt::format("Kostnader {}", a + 1));
    cost_sheets_.push_back(sheet.name());
    sheet.text(0, 0, view_.alternative_name(a), Look::title);
    sheet.headings(1, {"Kostnad", "Nøkkel", "Når", "Fra", "Til", "Beløp", "Indeksfaktor",
                       "Vanlig år, kr", "Kvalitet", "Kilde"});
    sheet.width(0, 36);
    sheet.width(1, 18);
    sheet.width(5, 16);
    sheet.width(7, 16);
    sheet.width(9, 70);
    int row = 2;
    const int year = view_.input().assumptions.comparison_year;
    for (const auto& one : cost_rows(view_.input().alternatives[a])) {
      sheet.text(row, 0, one.name);
      sheet.text(row, 1, one.key);
      sheet.text(row, 2, one.yearly ? "årlig" : "én gang");
      sheet.number(row, 3, one.from, Look::decimal_input);
      sheet.number(row, 4, one.to, Look::decimal_input);
      sheet.money(row, 5, one.amount.in_ore(), Look::money_input);
      const double factor =
          economy::index_factor(view_.input().assumptions, one.index, one.origin->price_year, year);
      sheet.formula(row, 6, index_factor(one.index, one.origin->price_year), factor, Look::decimal);
      const bool runs = one.yearly && one.from <= year && year <= one.to;
      sheet.formula(row, 7,
                    fmt::format("IF(AND({}=\"årlig\",{}<={},{}>={}),ROUND({}*{},2),0)",
                                cell_name(row, 2), cell_name(row, 3), assumed(2), cell_name(row, 4),
                                assumed(2), cell_name(row, 5), cell_name(row, 6)),
                    runs ? economy::scale(one.amount, factor).in_kroner() : 0, Look::money);
      sheet.text(
          row, 8, word(one.origin->quality),
          one.origin->quality == economy::Quality::illustrative ? Look::warning : Look::text);
      sheet.text(row, 9, one.origin->source, Look::note);
      ++row;
    }
    cost_last_.push_back(std::max(row - 1, 2));
  }

  void names(Sheet& sheet, int top) {
    sheet.width(0, 20);
    for (int i = 0; i < rows(); ++i) {
      sheet.text(top + i, 0, view_.input().municipalities[static_cast<std::size_t>(i)].name);
    }
    sheet.text(top + rows(), 0, "Sammen", Look::sum_text);
  }

  void split(std::size_t a) {
    auto& sheet = book_.sheet(fmt::format("Fordeling {}", a + 1));
    split_sheets_.push_back(sheet.name());
    sheet.text(0, 0, view_.alternative_name(a), Look::title);
    names(sheet, 4);
    sheet.freeze(4, 1);
    int column = 1;
    std::vector<int> parts;
    for (const auto& allocation : view_.comparison(a).cost.allocations) {
      const auto key = view_.input().keys.find(allocation.key);
      const bool shared = key != view_.input().keys.end();
      const auto& from = cost_sheets_[a];
      const int last = cost_last_[a];
      const auto total =
          shared
              ? fmt::format("SUMIFS({},{},\"{}\")", in_sheet(from, range_name(2, 7, last, 7, true)),
                            in_sheet(from, range_name(2, 1, last, 1, true)), quoted(allocation.key))
              : fmt::format("{:.2f}", allocation.total.in_kroner());
      const auto columns =
          write_split(sheet, 1, column, allocation, shared ? &key->second : nullptr, total, basis_);
      parts.push_back(columns.parts);
      column = columns.next;
    }
    sheet.text(3, column, "Betaler, kr", Look::heading);
    sheet.width(column, 16);
    for (int row = 4; row < 4 + rows(); ++row) {
      std::string formula = "0";
      for (const int part : parts) formula += "+" + cell_name(row, part);
      const auto m = static_cast<std::size_t>(row - 4);
      sheet.formula(row, column, formula, view_.comparison(a).cost.part(m).in_kroner(),
                    Look::money);
    }
    sheet.formula(4 + rows(), column,
                  fmt::format("SUM({})", range_name(4, column, 3 + rows(), column)),
                  view_.comparison(a).cost_total.in_kroner(), Look::money_sum);
    pays_columns_.push_back(column);
  }

  /// Text inside a formula's quotes.
  static std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) {
      out += c;
      if (c == '"') out += c;
    }
    return out;
  }

  void overview() {
    auto& sheet = book_.sheet("Oversikt");
    sheet.text(0, 0, "Et vanlig år", Look::title);
    std::vector<std::string> headings{"Kommune", "Innbyggere", "I dag, kr", "Per innb., kr"};
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      for (const char* name : {"Betaler", "Per innb.", "Sparer", "Sparer, andel"}) {
        headings.push_back(fmt::format("Alt. {}: {}", a + 1, name));
      }
    }
    sheet.headings(1, headings);
    sheet.freeze(2, 1);
    names(sheet, 2);
    for (int c = 1; c < static_cast<int>(headings.size()); ++c) sheet.width(c, 15);
    for (int i = 0; i <= rows(); ++i) overview_row(sheet, i);
  }

  void overview_row(Sheet& sheet, int i) {
    const int row = i + 2;
    const bool sum = i == rows();
    const auto m = static_cast<std::size_t>(i);
    const auto& today = view_.comparison(0);
    const Look money = sum ? Look::money_sum : Look::money;
    const double today_value = sum ? today.as_is_total.in_kroner() : today.as_is[m].in_kroner();
    const auto& people = rows_basis_.inhabitants;
    const auto count = static_cast<double>(
        sum ? std::accumulate(people.begin(), people.end(), std::int64_t{0}) : people[m]);
    const auto per = [&](double kroner) { return std::round(kroner / count * 100) / 100; };
    sheet.formula(row, 1, in_sheet(basis_.name, cell_name(i + 1, 2)), count,
                  sum ? Look::whole_sum : Look::whole);
    const auto today_formula =
        sum ? fmt::format("SUM({})", range_name(2, 2, row - 1, 2))
            : fmt::format("SUMIFS({},{},{},{},\"ja\")",
                          in_sheet(as_is_, range_name(1, 4, as_is_last_, 4, true)),
                          in_sheet(as_is_, range_name(1, 0, as_is_last_, 0, true)),
                          cell_name(row, 0),
                          in_sheet(as_is_, range_name(1, 5, as_is_last_, 5, true)));
    // An index moves today's cost in years other than the price year: then it comes as a number.
    const auto lines = view_.run->as_is.amount([&](const economy::AsIsLine& line) {
      return line.municipality == m && view_.compared(line.area);
    });
    if (sum || lines == today.as_is[m]) {
      sheet.formula(row, 2, today_formula, today_value, money);
    } else {
      sheet.number(row, 2, today_value, Look::money_input);
    }
    sheet.formula(row, 3, fmt::format("ROUND({}/{},2)", cell_name(row, 2), cell_name(row, 1)),
                  per(today_value), money);
    for (std::size_t a = 0; a < view_.alternatives(); ++a) {
      const int column = 4 + static_cast<int>(a) * 4;
      const auto& one = view_.comparison(a);
      const double pays = sum ? one.cost_total.in_kroner() : one.cost.part(m).in_kroner();
      sheet.formula(row, column, in_sheet(split_sheets_[a], cell_name(4 + i, pays_columns_[a])),
                    pays, money);
      sheet.formula(row, column + 1,
                    fmt::format("ROUND({}/{},2)", cell_name(row, column), cell_name(row, 1)),
                    per(pays), money);
      sheet.formula(row, column + 2,
                    fmt::format("{}-{}", cell_name(row, 2), cell_name(row, column)),
                    today_value - pays, money);
      sheet.formula(
          row, column + 3,
          fmt::format("IF({0}=0,0,{1}/{0})", cell_name(row, 2), cell_name(row, column + 2)),
          today_value == 0 ? 0 : (today_value - pays) / today_value, Look::percent);
    }
  }

  void years(std::size_t a) {
    auto& sheet = book_.sheet(fmt::format("År {}", a + 1));
    sheet.text(0, 0, view_.alternative_name(a), Look::title);
    sheet.headings(1, {"År", "I dag, kr", "Årlig, kr", "Engangs, kr", "Parallelt, kr", "Sparer, kr",
                       "Diskontert, kr", "Løpende sum, kr"});
    for (int c = 1; c < 8; ++c) sheet.width(c, 17);
    int row = 2;
    double running = 0;
    const auto& projection = view_.run->projections[a];
    const auto sum = [](const std::vector<Money>& parts) {
      Money total;
      for (const auto part : parts) total += part;
      return total.in_ore();
    };
    for (const auto& year : projection.years) {
      sheet.number(row, 0, year.year, Look::decimal);
      sheet.money(row, 1, sum(year.as_is), Look::money_input);
      sheet.money(row, 2, sum(year.yearly), Look::money_input);
      sheet.money(row, 3, sum(year.one_off), Look::money_input);
      sheet.money(row, 4, sum(year.parallel), Look::money_input);
      sheet.formula(row, 5,
                    fmt::format("{}-{}-{}-{}", cell_name(row, 1), cell_name(row, 2),
                                cell_name(row, 3), cell_name(row, 4)),
                    year.saving().in_kroner(), Look::money);
      running += year.saving().in_kroner();
      const double discounted = year.saving().in_kroner() *
                                economy::compound(view_.input().assumptions.discount_rate, 2 - row);
      sheet.formula(row, 6, fmt::format("{}/(1+{})^{}", cell_name(row, 5), assumed(3), row - 2),
                    discounted, Look::money);
      sheet.formula(row, 7, fmt::format("SUM({})", range_name(2, 5, row, 5)), running, Look::money);
      ++row;
    }
    sheet.text(row, 0, "Nåverdi", Look::sum_text);
    sheet.formula(row, 6, fmt::format("SUM({})", range_name(2, 6, row - 1, 6)),
                  projection.value.net_present.in_kroner(), Look::money_sum);
  }

  const CooperationView& view_;
  report::Workbook book_;
  BasisSheet basis_;
  economy::Basis rows_basis_;
  std::string assumptions_, as_is_;
  int as_is_last_ = 1;
  std::map<std::string, int> index_rows_;
  std::vector<std::string> cost_sheets_, split_sheets_;
  std::vector<int> cost_last_, pays_columns_;
};

}  // namespace

Result<std::string> cooperation_workbook(const CooperationView& view, std::int64_t made) {
  return CooperationWorkbook(view, made).write();
}

}  // namespace varde::answers
