#include <charconv>
#include <cmath>
#include <memory>

#include <fmt/format.h>

#include "answers/staffing/document.hpp"
#include "answers/staffing/erlang.hpp"
#include "app/clock.hpp"
#include "app/measured/arrivals.hpp"
#include "app/steering/document_run.hpp"
#include "app/steering/kinds.hpp"
#include "editing/into_economy.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using steering::Parameters;
using steering::Watch;

constexpr const char* kFile = "staffing.toml";
constexpr std::uint64_t kUsualYears = 100;
constexpr std::uint64_t kMostYears = 2'000;  ///< minutes of this machine
constexpr std::uint64_t kMostMonths = 24;

Checked<answers::StaffingRequest> request_of(const Parameters& parameters) {
  answers::StaffingRequest request;
  const auto years = whole(parameters, "years", kUsualYears, 2, kMostYears);
  const auto seed = whole(parameters, "seed", 1, 0, kAnySeed);
  if (!years) return years.error();
  if (!seed) return seed.error();
  request.run = {*years, *seed};
  const auto it = parameters.find("alternative");
  if (it != parameters.end() && !it->second.empty()) request.alternatives = {it->second};
  return request;
}

/// The months before a day, when the run is asked to measure: measured_months, and measured_until,
/// which makes the same parameters give the same result whenever they are asked.
Checked<std::optional<MeasuredPeriod>> period_of(const Parameters& parameters) {
  const auto months = whole(parameters, "measured_months", 0, 1, kMostMonths);
  if (!months) return months.error();
  if (*months == 0) return std::optional<MeasuredPeriod>{};
  const auto it = parameters.find("measured_until");
  const auto until =
      it == parameters.end() ? std::nullopt : parse_rfc3339(it->second + "T00:00:00Z");
  if (!until || *until > wall_clock())
    return Complaints{{"", 0, "measured_until must be a day like 2026-11-22, not in the future"}};
  using namespace std::chrono;
  const year_month_day last{floor<days>(*until)};
  auto first = last - std::chrono::months{static_cast<int>(*months)};
  if (!first.ok()) first = first.year() / first.month() / std::chrono::last;
  return std::optional(MeasuredPeriod{Instant{sys_days{first}}, *until});
}

/// The runs on staffing.toml, beside a centre.
class Simulations {
 public:
  explicit Simulations(std::optional<DataFolder> centre) : centre_(std::move(centre)) {}

  Checked<std::string> simulate(const Files& files, const Parameters& parameters,
                                const Watch& watch) const {
    const auto run = simulated(files, parameters, watch);
    if (!run) return run.error();
    return answers::staffing_json(*run);
  }

  /// The simulation as a document. The day on its front page is that of the first time it was asked
  /// for.
  Checked<std::string> document(const Files& files, const Parameters& parameters,
                                const Watch& watch) const {
    const auto format = format_of(parameters);
    if (!format) return format.error();
    const auto run = simulated(files, parameters, watch);
    if (!run) return run.error();
    const auto bytes = answers::staffing_document(*run, *format, wall_clock());
    if (!bytes) return Complaints{{kFile, 0, bytes.error().message}};
    return document_json(*format, *bytes);
  }

  Checked<std::string> economy(const Files& files, const Parameters& parameters,
                               const Watch& watch) const {
    const auto it = parameters.find("alternative");
    if (it == parameters.end() || it->second.empty())
      return Complaints{{"", 0, "alternative must be given: one of staffing.toml's"}};
    const auto run = simulated(files, parameters, watch);
    if (!run) return run.error();
    const auto change = editing::into_economy(files, *run, it->second);
    if (!change) return change.error();
    return editing::into_economy_json(*change, run->evaluation.run);
  }

 private:
  Checked<std::optional<answers::Measured>> measured(const Parameters& parameters) const {
    const auto period = period_of(parameters);
    if (!period) return period.error();
    if (!period->has_value()) return std::optional<answers::Measured>{};
    if (!centre_) return Complaints{{"", 0, "there is no centre here to measure in"}};
    auto read = read_measured(*centre_, **period);
    if (!read) return Complaints{{"", 0, read.error().message}};
    return std::optional(std::move(read).value());
  }

  Checked<answers::StaffingRun> simulated(const Files& files, const Parameters& parameters,
                                          const Watch& watch) const {
    auto request = request_of(parameters);
    if (!request) return request.error();
    if (!files.contains(kFile)) {
      return Complaints{{kFile, 0,
                         "the case does not have this file, which says what arrives and who "
                         "answers; add it among "
                         "the assumptions, and replace its numbers"}};
    }
    auto found = measured(parameters);
    if (!found) return found.error();
    request->measured = std::move(found).value();
    staffing::Watch watching;
    watching.cancelled = watch.cancelled;
    watching.progress = [&](std::size_t done, std::size_t total) {
      watch.progress(static_cast<double>(done) / static_cast<double>(total));
    };
    auto run = answers::run_staffing(files, *request, watching);
    if (run) return std::move(run).value();
    if (run.error().cancelled) return Complaints{{kFile, 0, "stopped before it was done"}};
    return complaints_of(run.error().mistakes);
  }

  std::optional<DataFolder> centre_;
};

/// A decimal among the parameters; `otherwise` when it is not there.
Checked<double> decimal(const Parameters& parameters, std::string_view name, double otherwise) {
  const auto it = parameters.find(name);
  if (it == parameters.end() || it->second.empty()) return otherwise;
  double value = 0;
  const char* end = it->second.data() + it->second.size();
  const auto read = std::from_chars(it->second.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value))
    return Complaints{{"", 0, fmt::format("{} must be a number, like 73.5", name)}};
  return value;
}

Checked<std::string> compute_erlang(const Parameters& parameters) {
  answers::ErlangQuestion question;
  for (const auto& [name, into] : {std::pair{"per_hour", &question.per_hour},
                                   {"handling_s", &question.handling_s},
                                   {"target", &question.target},
                                   {"within_s", &question.within_s},
                                   {"patience_s", &question.patience_s}}) {
    const auto value = decimal(parameters, name, *into);
    if (!value) return value.error();
    *into = *value;
  }
  const auto operators =
      whole(parameters, "operators", 0, 1, static_cast<std::uint64_t>(staffing::kMostOperators));
  if (!operators) return operators.error();
  if (*operators > 0) question.operators = static_cast<int>(*operators);
  const auto answer = answers::erlang_answer(question);
  if (!answer) return Complaints{{"", 0, answer.error().message}};
  return answers::erlang_json(*answer);
}

}  // namespace

void add_staffing(Kinds& kinds, const std::optional<DataFolder>& centre) {
  const auto runs = std::make_shared<const Simulations>(centre);
  const auto add = [&](const char* name, auto method, std::vector<std::string> more = {}) {
    more.insert(more.end(), {"alternative", "years", "seed", "measured_months", "measured_until"});
    kinds.runs.push_back(
        {name, std::move(more),
         [runs, method](const Files& files, const Parameters& parameters, const Watch& watch) {
           return (*runs.*method)(files, parameters, watch);
         }});
  };
  add("staffing.simulate", &Simulations::simulate);
  add("staffing.document", &Simulations::document, {"format"});
  add("staffing.into_economy", &Simulations::economy);
  kinds.calculators.push_back(
      {"staffing.erlang",
       {"per_hour", "handling_s", "target", "within_s", "patience_s", "operators"},
       compute_erlang});
}

}  // namespace varde::app
