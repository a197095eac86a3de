#include <fmt/format.h>

#include "app/economy/print.hpp"
#include "app/staffing/commands.hpp"
#include "domain/staffing/erlang.hpp"

namespace varde::app {
namespace {

using staffing::Demanded;

/// What a number of operators reaches; attempts = 1 when nobody loses patience.
struct Reached {
  double waits = 0, within = 0, mean_wait_s = 0, occupancy = 0, leaves = 0, attempts = 1;
};

Result<Reached> reached(int operators, const Demanded& demanded, double patience_s) {
  if (demanded.load >= operators) {
    return Error{fmt::format(
        "arrivals are above capacity: {:.2f} erlang on {} operator{}, so the queue grows without "
        "bound; {} operators stop it",
        demanded.load, operators, operators == 1 ? "" : "s",
        staffing::operators_to_be_steady(demanded.load))};
  }
  if (patience_s <= 0) {
    const auto queue = staffing::erlang_c_queue(operators, demanded);
    return Reached{queue.waits, queue.within, queue.mean_wait_s, queue.occupancy, 0, 1};
  }
  const auto queue = staffing::erlang_a_retrial(operators, demanded, patience_s);
  if (!queue) return queue.error();
  const auto& one = queue->attempt;
  return Reached{one.waits,     one.within, one.mean_wait_s,
                 one.occupancy, one.leaves, queue->attempts};
}

Result<Demanded> demanded(const ErlangRequest& request) {
  const auto wrong = [](const char* text) { return Error{text}; };
  if (!(request.handling_s >= 1 && request.handling_s <= 86'400))
    return wrong("--aht must be from 1 to 86400 seconds");
  if ((request.load > 0) == (request.per_hour > 0))
    return wrong("give --load in erlang, or --per-hour, one of the two and above 0");
  const double load =
      request.load > 0 ? request.load : request.per_hour / 3'600 * request.handling_s;
  if (!(load > 0 && load <= staffing::kMostLoad))
    return wrong("the load must be above 0 and at most 1000 erlang");
  if (!(request.target > 0 && request.target < 1))
    return wrong("--target must be a share between 0 and 1, like 0.975");
  if (!(request.within_s >= 0 && request.within_s <= 86'400))
    return wrong("--within must be from 0 to 86400 seconds");
  if (!(request.patience_s == 0 || (request.patience_s >= 1 && request.patience_s <= 86'400)))
    return wrong("--patience must be from 1 to 86400 seconds");
  if (request.operators &&
      (*request.operators < 1 || *request.operators > staffing::kMostOperators))
    return wrong("--operators must be from 1 to 2000");
  return Demanded{load, request.handling_s, request.within_s};
}

std::string erlang_json(const ErlangRequest& request, const Demanded& demanded, int operators,
                        const Reached& reached) {
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-staffing/1");
  field(out, "kind", "erlang");
  field(out, "formula", request.patience_s > 0 ? "erlang_a_retrial" : "erlang_c");
  number(out, "load", demanded.load);
  number(out, "handling_s", demanded.handling_s);
  number(out, "within_s", demanded.within_s);
  number(out, "target", request.target);
  if (request.patience_s > 0) number(out, "patience_s", request.patience_s);
  integer(out, "operators", operators);
  number(out, "within", reached.within);
  number(out, "waits", reached.waits);
  number(out, "mean_wait_s", reached.mean_wait_s);
  number(out, "occupancy", reached.occupancy);
  number(out, "leaves", reached.leaves);
  number(out, "attempts", reached.attempts);
  out.end_object();
  return out.take() + "\n";
}

std::string erlang_text(const ErlangRequest& request, const Demanded& demanded, int operators,
                        const Reached& reached) {
  auto out = fmt::format(
      "{} operators\n  {:.2f} erlang, {:.0f} s each: {:.2f} % answered in {:.0f} s, {:.2f} % wait, "
      "{:.1f} s on average, occupancy {:.0f} %\n",
      operators, demanded.load, demanded.handling_s, reached.within * 100, demanded.within_s,
      reached.waits * 100, reached.mean_wait_s, reached.occupancy * 100);
  if (request.patience_s > 0) {
    out += fmt::format(
        "  {:.2f} % of attempts end unanswered and come back: {:.3f} attempts for "
        "each alarm\n",
        reached.leaves * 100, reached.attempts);
  }
  return out;
}

}  // namespace

Printed staffing_erlang(const ErlangRequest& request) {
  const auto failed = [](const Error& error) { return Printed{1, "", error.message + "\n"}; };
  const auto wanted = demanded(request);
  if (!wanted) return failed(wanted.error());
  int operators = request.operators.value_or(0);
  if (!request.operators) {
    const auto found = staffing::operators_for(*wanted, request.target, request.patience_s);
    if (!found) return failed(found.error());
    operators = *found;
  }
  const auto result = reached(operators, *wanted, request.patience_s);
  if (!result) return failed(result.error());
  return {0,
          request.json ? erlang_json(request, *wanted, operators, *result)
                       : erlang_text(request, *wanted, operators, *result),
          ""};
}

}  // namespace varde::app
