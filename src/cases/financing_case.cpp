#include <algorithm>

#include <fmt/format.h>

#include "cases/reading.hpp"

namespace varde::cases {
namespace {

using economy::FinancingCase;

class FinancingReader {
 public:
  FinancingReader(const Reading& reading, FinancingCase& into) : reading_(reading), case_(into) {}

  void toml(Section& root) {
    case_.first_year = static_cast<int>(
        root.integer("first_year", kFirstYear, kLastYear, true).value_or(kFirstYear));
    case_.years = static_cast<int>(root.integer("years", 1, 60, true).value_or(1));
    auto phase_in = root.table("phase_in");
    case_.phase_in_from = case_.first_year;
    if (phase_in) {
      case_.phase_in_from = static_cast<int>(
          phase_in.integer("from", kFirstYear, kLastYear, true).value_or(case_.first_year));
      case_.phase_in_years = static_cast<int>(phase_in.integer("years", 1, 30).value_or(5));
      phase_in.finish();
    }
    for (auto& section : root.tables("solution")) solution(section);
    read_contradictions(root, case_.contradictions);
  }

  void tables() {
    refuse_other_files(reading_, {"payers.csv", "projects.csv", "running.csv", "uses.csv"});
    case_.payers = read_payers(reading_);
    for (const auto& one : case_.solutions) solutions_.push_back(one.id);
    for (const auto& one : case_.payers) payers_.push_back(one.id);
    each("projects.csv",
         {{"solution"},
          {"project"},
          {"size"},
          {"year"},
          {"amount"},
          {"lifetime"},
          {"rate_percent"},
          {"state_percent"},
          {"low", false},
          {"high", false},
          {"quality", false},
          {"source", false}},
         false, &FinancingReader::project);
    each("running.csv",
         {{"solution"},
          {"name"},
          {"from"},
          {"to"},
          {"amount"},
          {"low", false},
          {"high", false},
          {"quality", false},
          {"source", false}},
         false, &FinancingReader::running);
    each("uses.csv", {{"solution"}, {"payer"}, {"from"}, {"units"}, {"source", false}}, false,
         &FinancingReader::use);
    refuse_out_of_range(reading_, kroner_, case_.years);
  }

 private:
  void solution(Section& section) {
    economy::NationalSolution one;
    one.id = section.text("id", true);
    one.name = section.text("name");
    if (one.name.empty()) one.name = one.id;
    one.foundation = section.flag("foundation");
    one.groups = group_parts(section);
    if (const auto payment = section.word("payment", economy::kPayments, 0)) {
      one.payment = static_cast<economy::Payment>(*payment);
    }
    one.deadline = static_cast<int>(section.integer("deadline", kFirstYear, kLastYear).value_or(0));
    one.highest_price = section.money("highest_price");
    section.finish();
    if (one.id.empty()) return;
    if (std::ranges::find(case_.solutions, one.id, &economy::NationalSolution::id) !=
        case_.solutions.end()) {
      section.complain("id", fmt::format("'{}' stands twice; give one another id", one.id));
      return;
    }
    case_.solutions.push_back(std::move(one));
  }

  void each(const std::string& file, const std::vector<Column>& columns, bool required,
            void (FinancingReader::*take)(const Row&)) {
    const auto table = open_table(reading_, file, columns, required);
    for (std::size_t i = 0; table && i < table->records().size(); ++i) (this->*take)(table->row(i));
  }

  /// An amount that is there and not negative.
  std::optional<economy::Amount> cost(const Row& row) {
    if (row.empty("amount")) row.complain("amount is empty; fill it in");
    auto amount = amount_of(row);
    if (amount && amount->value < economy::Money{}) {
      row.complain(fmt::format("amount {} is negative; a cost is 0 or more", row.field("amount")));
      return {};
    }
    if (amount) kroner_ += amount->value.in_kroner();
    return amount;
  }

  void project(const Row& row) {
    const bool good = check_name(row, "solution", "solution", solutions_);
    const auto size = row.word("size", economy::kSizes);
    const auto year = year_of(row, "year");
    const auto amount = cost(row);
    const auto lifetime = row.integer("lifetime", 1, 60);
    const auto rate = row.decimal("rate_percent", 4, 0, 200'000);
    const auto state = row.decimal("state_percent", 2, 0, 10'000);
    const bool large = size == std::size_t{0};
    if (large && row.empty("lifetime")) {
      row.complain("lifetime is empty; a large project needs the years of its instalments");
    }
    if (!good || !size || !year || !amount || (large && !lifetime)) return;
    case_.projects.push_back({row.field("solution"), row.field("project"),
                              static_cast<economy::Size>(*size), *year, *amount,
                              static_cast<int>(lifetime.value_or(1)),
                              static_cast<double>(rate.value_or(0)) / 1e6, state.value_or(0)});
  }

  void running(const Row& row) {
    // Without a solution it is an authority task.
    const bool good = row.empty("solution") || check_name(row, "solution", "solution", solutions_);
    const auto from = year_of(row, "from");
    const auto to =
        row.empty("to") ? std::optional(static_cast<int>(kLastYear)) : year_of(row, "to");
    const auto amount = cost(row);
    if (from && to && *from > *to) {
      row.complain(fmt::format("from {} is after to {}; swap them", *from, *to));
    }
    if (!good || !from || !to || !amount) return;
    case_.running.push_back({row.field("solution"), row.field("name"), *from, *to, *amount});
  }

  void use(const Row& row) {
    const bool good = check_name(row, "solution", "solution", solutions_);
    const bool paid = check_name(row, "payer", "payer", payers_);
    const auto from = year_of(row, "from");
    const auto units = row.integer("units", 0, 100'000'000);
    if (!good || !paid || !from) return;
    case_.uses.push_back({row.field("solution"), row.field("payer"), *from, units.value_or(1)});
  }

  const Reading& reading_;
  FinancingCase& case_;
  std::vector<std::string> solutions_, payers_;
  double kroner_ = 0;
};

}  // namespace

void read_financing(Section& root, const Reading& reading, economy::FinancingCase& into) {
  FinancingReader reader(reading, into);
  reader.toml(root);
  reader.tables();
}

}  // namespace varde::cases
