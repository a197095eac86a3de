#include "answers/staffing/erlang.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/print.hpp"

namespace varde::answers {
namespace {

using staffing::Demanded;

constexpr int kBeyond = 4;  ///< operators more than needed in the curve
constexpr int kMostPoints = 40;

Result<ErlangPoint> reached(int operators, const Demanded& demanded, double patience_s) {
  ErlangPoint point{.operators = operators, .steady = demanded.load < operators};
  if (!point.steady) return point;
  if (patience_s <= 0) {
    const auto queue = staffing::erlang_c_queue(operators, demanded);
    point.waits = queue.waits;
    point.within = queue.within;
    point.mean_wait_s = queue.mean_wait_s;
    point.occupancy = queue.occupancy;
    return point;
  }
  const auto queue = staffing::erlang_a_retrial(operators, demanded, patience_s);
  if (!queue) return queue.error();
  const auto& one = queue->attempt;
  point.waits = one.waits;
  point.within = one.within;
  point.mean_wait_s = one.mean_wait_s;
  point.occupancy = one.occupancy;
  point.leaves = one.leaves;
  point.attempts = queue->attempts;
  return point;
}

Result<Demanded> demanded_by(const ErlangQuestion& question) {
  const auto wrong = [](const char* text) { return Error{text}; };
  if (!(question.handling_s >= 1 && question.handling_s <= 86'400))
    return wrong("the handling time must be from 1 to 86400 seconds");
  if ((question.load > 0) == (question.per_hour > 0))
    return wrong("give the load in erlang, or alarms per hour, one of the two and above 0");
  const double load =
      question.load > 0 ? question.load : question.per_hour / 3'600 * question.handling_s;
  if (!(load > 0 && load <= staffing::kMostLoad))
    return wrong("the load must be above 0 and at most 1000 erlang");
  if (!(question.target > 0 && question.target < 1))
    return wrong("the target must be a share between 0 and 1, like 0.975");
  if (!(question.within_s >= 0 && question.within_s <= 86'400))
    return wrong("within must be from 0 to 86400 seconds");
  if (!(question.patience_s == 0 || (question.patience_s >= 1 && question.patience_s <= 86'400)))
    return wrong("the patience must be from 1 to 86400 seconds");
  if (question.operators &&
      (*question.operators < 1 || *question.operators > staffing::kMostOperators))
    return wrong("the operators must be from 1 to 2000");
  return Demanded{load, question.handling_s, question.within_s};
}

Status add_curve(ErlangAnswer& into) {
  const int first = std::max(1, into.to_be_steady - 1);
  const int last = std::max(into.needed, into.point.operators) + kBeyond;
  const int step = 1 + (last - first) / kMostPoints;
  for (int operators = first; operators <= last; operators += step) {
    const auto point = reached(operators, into.demanded, into.question.patience_s);
    if (!point) return point.error();
    into.curve.push_back(*point);
  }
  return Done{};
}

void write_point(JsonWriter& out, const ErlangPoint& point) {
  integer(out, "operators", point.operators);
  out.key("steady").boolean(point.steady);
  if (!point.steady) return;
  number(out, "within", point.within);
  number(out, "waits", point.waits);
  number(out, "mean_wait_s", point.mean_wait_s);
  number(out, "occupancy", point.occupancy);
  number(out, "leaves", point.leaves);
  number(out, "attempts", point.attempts);
}

}  // namespace

Result<ErlangAnswer> erlang_answer(const ErlangQuestion& question) {
  const auto demanded = demanded_by(question);
  if (!demanded) return demanded.error();
  const auto needed = staffing::operators_for(*demanded, question.target, question.patience_s);
  if (!needed) return needed.error();
  ErlangAnswer answer{question, *demanded, staffing::operators_to_be_steady(demanded->load),
                      *needed,  {},        {}};
  const auto point = reached(question.operators.value_or(*needed), *demanded, question.patience_s);
  if (!point) return point.error();
  answer.point = *point;
  if (const auto status = add_curve(answer); !status) return status.error();
  return answer;
}

std::string erlang_json(const ErlangAnswer& answer) {
  const auto& question = answer.question;
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-staffing/1");
  field(out, "kind", "erlang");
  field(out, "formula", question.patience_s > 0 ? "erlang_a_retrial" : "erlang_c");
  number(out, "load", answer.demanded.load);
  number(out, "handling_s", question.handling_s);
  number(out, "within_s", question.within_s);
  number(out, "target", question.target);
  if (question.patience_s > 0) number(out, "patience_s", question.patience_s);
  integer(out, "to_be_steady", answer.to_be_steady);
  integer(out, "needed", answer.needed);
  write_point(out, answer.point);
  list(out, "curve", answer.curve, [&](const auto& point) { write_point(out, point); });
  out.end_object();
  return out.take() + "\n";
}

std::string erlang_text(const ErlangAnswer& answer) {
  const auto& point = answer.point;
  const auto& question = answer.question;
  auto out = fmt::format(
      "{} operators\n  {:.2f} erlang, {:.0f} s each: {:.2f} % answered in {:.0f} s, {:.2f} % wait, "
      "{:.1f} s on average, occupancy {:.0f} %\n",
      point.operators, answer.demanded.load, question.handling_s, point.within * 100,
      question.within_s, point.waits * 100, point.mean_wait_s, point.occupancy * 100);
  if (question.patience_s > 0) {
    out += fmt::format(
        "  {:.2f} % of attempts end unanswered and come back: {:.3f} attempts for "
        "each alarm\n",
        point.leaves * 100, point.attempts);
  }
  return out;
}

}  // namespace varde::answers
