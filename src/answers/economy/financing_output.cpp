#include <fmt/format.h>

#include "answers/economy/national.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using economy::to_grouped_kroner;

Money per_inhabitant(Money amount, std::int64_t people) {
  return people == 0 ? Money{} : economy::scale(amount, 1, people);
}

Money sum(const std::vector<Money>& amounts) {
  Money total;
  for (const auto amount : amounts) total += amount;
  return total;
}

void write_solution(JsonWriter& out, const economy::NationalSolution& solution,
                    const economy::SolutionFinancing& result, int first_year) {
  out.begin_object();
  field(out, "id", solution.id);
  field(out, "name", solution.name);
  out.key("foundation").boolean(solution.foundation);
  field(out, "payment", economy::kPayments[static_cast<std::size_t>(solution.payment)]);
  out.key("discontinued").boolean(result.discontinued);
  if (result.unit_price) field(out, "unit_price", *result.unit_price);
  out.key("years").begin_array();
  for (std::size_t t = 0; t < result.years.size(); ++t) {
    const auto& year = result.years[t];
    out.begin_object();
    integer(out, "year", first_year + static_cast<std::int64_t>(t));
    field(out, "instalments", year.instalments);
    field(out, "contributions", year.contributions);
    field(out, "running", year.running);
    field(out, "state", year.state);
    for (std::size_t g = 0; g < economy::kGroups.size(); ++g) {
      field(out, economy::kGroups[g], year.groups[g]);
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_payer(JsonWriter& out, const economy::Payer& payer, const std::vector<Money>& payments,
                 int first_year) {
  out.begin_object();
  field(out, "payer", payer.id);
  field(out, "name", payer.name);
  field(out, "group", economy::kGroups[static_cast<std::size_t>(payer.group)]);
  integer(out, "inhabitants", payer.inhabitants);
  out.key("years").begin_array();
  for (std::size_t t = 0; t < payments.size(); ++t) {
    out.begin_object();
    integer(out, "year", first_year + static_cast<std::int64_t>(t));
    field(out, "payment", payments[t]);
    if (payer.group != economy::Group::private_actor) {
      field(out, "per_inhabitant", per_inhabitant(payments[t], payer.inhabitants));
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_amount(JsonWriter& out, std::string_view solution, std::string_view name, int year,
                  const economy::Amount& amount) {
  out.begin_object();
  field(out, "solution", solution);
  field(out, "name", name);
  integer(out, "year", year);
  field(out, "amount", amount.value);
  write_origin(out, amount.origin);
  out.end_object();
}

/// What the case is fed with, so that each figure can be traced.
void write_amounts(JsonWriter& out, const economy::FinancingCase& input) {
  out.key("amounts").begin_array();
  for (const auto& one : input.projects) {
    write_amount(out, one.solution, one.name, one.year, one.cost);
  }
  for (const auto& one : input.running) {
    write_amount(out, one.solution, one.name, one.from, one.amount);
  }
  out.end_array();
}

}  // namespace

std::string financing_json(const economy::FinancingCase& input, const economy::Financing& result) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-economy/1");
  field(out, "kind", "financing");
  field(out, "name", input.name);
  field(out, "description", input.description);
  out.key("solutions").begin_array();
  for (std::size_t s = 0; s < input.solutions.size(); ++s) {
    write_solution(out, input.solutions[s], result.solutions[s], input.first_year);
  }
  out.end_array();
  out.key("payers").begin_array();
  for (std::size_t p = 0; p < input.payers.size(); ++p) {
    write_payer(out, input.payers[p], result.payments[p], input.first_year);
  }
  out.end_array();
  out.key("liquidity").begin_array();
  for (std::size_t t = 0; t < result.liquidity.size(); ++t) {
    const auto& year = result.liquidity[t];
    out.begin_object();
    integer(out, "year", input.first_year + static_cast<std::int64_t>(t));
    field(out, "spent", year.spent);
    field(out, "from_state", year.from_state);
    field(out, "from_payers", year.from_payers);
    field(out, "balance", year.balance);
    out.end_object();
  }
  out.end_array();
  field(out, "capital_need", result.capital_need);
  write_amounts(out, input);
  write_contradictions(out, input.contradictions);
  out.end_object();
  return out.take() + "\n";
}

std::string financing_text(const economy::FinancingCase& input, const economy::Financing& result) {
  std::string out =
      fmt::format("{}\n{}\n\nSolutions, all years together\n", input.name, input.description);
  TextTable solutions({"solution", ">instalments", ">contributions", ">operation", ">state",
                       ">RHFs", ">municipalities", ">private", ""});
  for (std::size_t s = 0; s < input.solutions.size(); ++s) {
    economy::SolutionYear all;
    for (const auto& year : result.solutions[s].years) {
      all.instalments += year.instalments;
      all.contributions += year.contributions;
      all.running += year.running;
      all.state += year.state;
      for (std::size_t g = 0; g < all.groups.size(); ++g) all.groups[g] += year.groups[g];
    }
    const auto& one = result.solutions[s];
    const std::string remark = one.discontinued ? "discontinued: use cannot carry the cost"
                               : one.unit_price ? to_grouped(*one.unit_price) + " kr a unit"
                                                : "";
    solutions.row({input.solutions[s].name, to_grouped_kroner(all.instalments),
                   to_grouped_kroner(all.contributions), to_grouped_kroner(all.running),
                   to_grouped_kroner(all.state), to_grouped_kroner(all.groups[0]),
                   to_grouped_kroner(all.groups[1]), to_grouped_kroner(all.groups[2]), remark});
  }
  out += solutions.text() + "\nPayers\n";
  const auto last = static_cast<std::size_t>(input.years - 1);
  TextTable payers({"payer", ">inhabitants", fmt::format(">{}", input.first_year),
                    fmt::format(">{}", input.first_year + input.years / 2),
                    fmt::format(">{}", input.first_year + input.years - 1), ">per inh.",
                    ">all years"});
  for (std::size_t p = 0; p < input.payers.size(); ++p) {
    const auto& payments = result.payments[p];
    const bool is_private = input.payers[p].group == economy::Group::private_actor;
    payers.row(
        {input.payers[p].name, is_private ? "" : std::to_string(input.payers[p].inhabitants),
         to_grouped_kroner(payments[0]), to_grouped_kroner(payments[payments.size() / 2]),
         to_grouped_kroner(payments[last]),
         is_private ? "" : to_grouped(per_inhabitant(payments[last], input.payers[p].inhabitants)),
         to_grouped_kroner(sum(payments))});
  }
  out += payers.text() + "\nLiquidity of the supplier\n";
  TextTable liquidity({"year", ">spent", ">from the state", ">from payers", ">balance"});
  for (std::size_t t = 0; t < result.liquidity.size(); ++t) {
    const auto& year = result.liquidity[t];
    liquidity.row({std::to_string(input.first_year + static_cast<int>(t)),
                   to_grouped_kroner(year.spent), to_grouped_kroner(year.from_state),
                   to_grouped_kroner(year.from_payers), to_grouped_kroner(year.balance)});
  }
  return out + liquidity.text() +
         fmt::format("  capital need: {} kr\n", to_grouped_kroner(result.capital_need)) +
         contradictions_text(input.contradictions);
}

}  // namespace varde::answers
