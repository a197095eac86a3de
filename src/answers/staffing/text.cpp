#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "answers/print.hpp"
#include "answers/staffing/run.hpp"

namespace varde::answers {
namespace {

using staffing::Answers;
using staffing::Estimate;
using staffing::Figures;

std::string share(const Estimate& one) {
  return fmt::format("{:.2f} % ({:.2f}-{:.2f})", one.value * 100, one.low * 100, one.high * 100);
}

std::string time(double seconds) {
  if (seconds < 120) return fmt::format("{:.0f} s", seconds);
  return fmt::format("{:.0f} min", seconds / 60);
}

const Answers& alarms(const Figures& figures) { return figures.simulated.groups.front(); }

void cost_table(const StaffingRun& run, std::string& out) {
  out += "\nPeople and cost a year\n";
  TextTable table({"alternative", ">on duty", ">person-years", ">range", ">kroner", ">range",
                   ">hours below minimum", ">occupancy"});
  for (const auto& one : run.evaluation.alternatives) {
    const auto& plan = one.plan;
    table.row({run.input.alternatives[one.alternative].id,
               plan.fewest() == plan.most() ? fmt::format("{}", plan.most())
                                            : fmt::format("{}-{}", plan.fewest(), plan.most()),
               decimals(one.person_years, 1),
               fmt::format("{:.1f}-{:.1f}", one.person_years_low, one.person_years_high),
               economy::to_grouped_kroner(one.total.value),
               fmt::format("{}-{}", economy::to_grouped_kroner(one.total.low),
                           economy::to_grouped_kroner(one.total.high)),
               decimals(one.hours_below_minimum, 0),
               fmt::format("{:.0f} %", one.simulated.occupancy.value * 100)});
  }
  out += table.text();
}

void answer_table(const StaffingRun& run, std::string& out) {
  out += "\nPersons' alarms answered, from the first press (95 % confidence interval)\n";
  std::vector<std::string> headings{"alternative"};
  for (const auto& target : run.input.targets) {
    headings.push_back(
        fmt::format(">in {:.0f} s (aim {} %)", target.answer.within_s, target.answer.share * 100));
  }
  for (const char* name : {">median", ">p90", ">p99", ">longest in a year"}) {
    headings.emplace_back(name);
  }
  TextTable table(std::move(headings));
  for (const auto& one : run.evaluation.alternatives) {
    const auto& answers = alarms(one);
    std::vector<std::string> row{run.input.alternatives[one.alternative].id};
    for (const auto& within : answers.within) row.push_back(share(within));
    for (const auto& wait : {answers.p50_s, answers.p90_s, answers.p99_s, answers.longest_s}) {
      row.push_back(time(wait.value));
    }
    table.row(std::move(row));
  }
  out += table.text();
}

/// The first target with all uncertain work low, and all high.
void range_table(const StaffingRun& run, std::string& out) {
  if (!run.evaluation.at_low || !run.evaluation.at_high) return;
  out += fmt::format(
      "\nWith all uncertain numbers low, and all high ({} simulated years): {:.0f} and {:.0f} "
      "hours of work\n",
      run.evaluation.at_low->years, run.evaluation.at_low->work_hours,
      run.evaluation.at_high->work_hours);
  TextTable table({"alternative",
                   fmt::format(">in {:.0f} s, low", run.input.targets.front().answer.within_s),
                   ">middle", ">high", ">occupancy, low", ">middle", ">high"});
  const auto part = [](double value) { return fmt::format("{:.1f} %", value * 100); };
  const auto at = [&](const std::optional<staffing::AtBound>& bound) -> std::array<std::string, 2> {
    if (!bound || bound->fault) return {"queue grows", "-"};
    return {part(bound->answers.within.front().value), part(bound->occupancy.value)};
  };
  for (const auto& one : run.evaluation.alternatives) {
    const auto low = at(one.at_low), high = at(one.at_high);
    table.row({run.input.alternatives[one.alternative].id, low[0],
               part(alarms(one).within.front().value), high[0], low[1],
               part(one.simulated.occupancy.value), high[1]});
  }
  out += table.text();
}

/// What leaders ask of each alternative, in a sentence or two.
void notes(const StaffingRun& run, std::string& out) {
  const auto& evaluation = run.evaluation;
  for (const auto& one : evaluation.alternatives) {
    const auto& input = run.input.alternatives[one.alternative];
    out += fmt::format("\n{}: {}\n", input.id, input.name);
    if (input.stated_person_years) {
      out +=
          fmt::format("  The economy case reckons with {} person-years and {} kr here.\n",
                      *input.stated_person_years, economy::to_grouped_kroner(*input.stated_cost));
    }
    if (one.hours_below_minimum > 0) {
      out += fmt::format(
          "  Risk: {:.0f} hours a year with fewer than {} on duty, which the "
          "directorate holds is not justifiable;\n  {:.1f} % of alarms come when "
          "nobody is free.\n",
          one.hours_below_minimum, run.input.minimum, alarms(one).waits.value * 100);
    }
    if (one.simulated.reserve_hours.value > 0) {
      out += fmt::format("  The reserve answers for {:.0f} hours a year, reckoned at {} kr.\n",
                         one.simulated.reserve_hours.value,
                         economy::to_grouped_kroner(one.reserve.value));
    }
    if (evaluation.reference && &one != &evaluation.alternatives[*evaluation.reference]) {
      const auto& reference = evaluation.alternatives[*evaluation.reference];
      const auto less = reference.total.value - one.total.value;
      out += fmt::format("  {} kr {} than {} ({:+.1f} person-years).\n",
                         economy::to_grouped_kroner(less < economy::Money{} ? -less : less),
                         less < economy::Money{} ? "more" : "less",
                         run.input.alternatives[reference.alternative].id,
                         one.person_years - reference.person_years);
    }
    if (!one.connection) continue;
    const auto& connection = *one.connection;
    out += fmt::format(
        "  {:.1f} % of the host's work would be ours. Its own alarms in {:.0f} s: {} without us, "
        "{} with us.\n  To hold its aim it lacks {:.0f} operator hours a week without us and "
        "{:.0f} "
        "with us: {:.1f} person-years, {} kr.\n",
        connection.share.value * 100, run.input.targets.front().answer.within_s,
        share(connection.alone.within.front()), share(connection.together.within.front()),
        connection.lacks_alone_hours, connection.lacks_together_hours,
        connection.extra.person_years, economy::to_grouped_kroner(connection.extra.pay));
  }
}

void origins(const StaffingRun& run, std::string& out) {
  out += "\nNumbers that no report holds\n";
  TextTable table({"number", ">value", "quality", "source"});
  for (const auto& one : run.input.numbers) {
    const auto quality = one.origin.quality;
    if (quality != economy::Quality::assumed && quality != economy::Quality::illustrative) continue;
    table.row({one.name, one.name.starts_with("profile.") ? "" : fmt::format("{:g}", one.value),
               std::string(to_string(quality)), one.origin.source});
  }
  out += table.empty() ? "  none\n" : table.text();
}

}  // namespace

std::string staffing_text(const StaffingRun& run) {
  const auto& evaluation = run.evaluation;
  std::string out = fmt::format("{}\n{} simulated years, seed {}\n", run.input.name,
                                evaluation.run.years, evaluation.run.seed);
  out += fmt::format(
      "\nWork: {:.0f} hours a year, {:.2f} operators busy on average. A seat round the clock takes "
      "{:.2f} person-years\n({:.0f} desk hours each).\n",
      evaluation.work_hours, evaluation.work_hours / 8'760,
      staffing::person_years_per_seat(run.input.roster), staffing::desk_hours(run.input.roster));
  for (const auto& one : evaluation.bought) {
    out += fmt::format(
        "{:g} person-years buy {} on duty round the clock, and one more for {:.1f} hours a week.\n",
        one.person_years, one.whole_seats, one.hours_left_a_week);
  }
  const auto& target = run.input.targets.front().answer;
  out += fmt::format(
      "Sized by the hour for {} % in {:.0f} s and {} on duty at least (Erlang C): {} to {} on "
      "duty, "
      "{:.1f} person-years, {} kr.\n",
      target.share * 100, target.within_s, run.input.minimum,
      *std::ranges::min_element(evaluation.needed), *std::ranges::max_element(evaluation.needed),
      evaluation.needed_cost.person_years, economy::to_grouped_kroner(evaluation.needed_cost.pay));
  cost_table(run, out);
  answer_table(run, out);
  range_table(run, out);
  notes(run, out);
  origins(run, out);
  return out;
}

}  // namespace varde::answers
