#include "domain/staffing/simulate.hpp"

#include <algorithm>
#include <atomic>

#include "base/assert.hpp"

namespace varde::staffing {
namespace {

constexpr std::size_t kChunks = 64;  ///< at most; each keeps histograms of its years together

/// The kinds of all sources in one row, and where each source's begin.
struct Kinds {
  std::vector<Kind> all;
  std::vector<std::uint32_t> first;

  explicit Kinds(const std::vector<Demand>& sources) {
    for (const auto& source : sources) {
      first.push_back(static_cast<std::uint32_t>(all.size()));
      all.insert(all.end(), source.kinds.begin(), source.kinds.end());
    }
  }
};

/// One group of one trial in one year.
struct YearAnswers {
  double answered = 0, waited = 0, wait_s = 0, longest_s = 0, again = 0, interrupted = 0;
  double work_hours = 0, p50_s = 0, p90_s = 0, p99_s = 0;
  std::array<double, kMostTargets> within{};
};
struct YearHour {
  double answered = 0;
  std::array<double, kMostTargets> within{};
};
struct YearOfTrial {
  std::vector<YearAnswers> groups;
  std::array<YearHour, 24> hours{};
  double work_hours = 0, reserve_hours = 0;
};
/// Histograms of all years that a chunk has run.
struct Pooled {
  std::vector<WaitHistogram> groups;
  std::array<WaitHistogram, 24> hours{};
};

class Runner {
 public:
  explicit Runner(const Experiment& experiment);

  /// One year through every trial.
  void year(std::size_t year, std::vector<YearOfTrial>& into, std::vector<Pooled>& pooled);

 private:
  void note(const YearTally& tally, YearOfTrial& into, Pooled& pooled) const;

  const Experiment& experiment_;
  Kinds kinds_;
  std::vector<std::vector<std::size_t>> groups_;  ///< kinds of each
  std::vector<ArrivalSource> sources_;
  std::vector<Centre> centres_;
  YearTally tally_;
  std::vector<std::vector<Arrival>> arrivals_;  ///< by set of sources, as trials ask for them
};

std::vector<std::vector<std::size_t>> flat(const Experiment& experiment, const Kinds& kinds) {
  std::vector<std::vector<std::size_t>> groups;
  for (const auto& group : experiment.groups) {
    auto& into = groups.emplace_back();
    for (const auto& [source, kind] : group.kinds) into.push_back(kinds.first[source] + kind);
  }
  return groups;
}

std::vector<bool> hourly(const std::vector<std::size_t>& group, std::size_t kinds) {
  std::vector<bool> result(kinds, false);
  for (const auto kind : group) result[kind] = true;
  return result;
}

Runner::Runner(const Experiment& experiment)
    : experiment_(experiment),
      kinds_(experiment.sources),
      groups_(flat(experiment, kinds_)),
      tally_(experiment.targets_s, hourly(groups_[experiment.hourly_group], kinds_.all.size())) {
  for (std::size_t s = 0; s < experiment.sources.size(); ++s) {
    sources_.emplace_back(experiment.sources[s], kinds_.first[s], static_cast<std::uint32_t>(s));
  }
  for (const auto& trial : experiment.trials) {
    centres_.emplace_back(kinds_.all, trial.plan, trial.reserve);
  }
  arrivals_.resize(experiment.trials.size());
}

void Runner::year(std::size_t year, std::vector<YearOfTrial>& into, std::vector<Pooled>& pooled) {
  const auto number = static_cast<std::uint32_t>(year);
  for (std::size_t t = 0; t < centres_.size(); ++t) {
    const auto& trial = experiment_.trials[t];
    std::size_t same = 0;
    while (experiment_.trials[same].sources != trial.sources) ++same;
    auto& arrivals = arrivals_[same];
    if (same == t) {
      arrivals.clear();
      for (const auto source : trial.sources) {
        sources_[source].add_year(experiment_.seed, number, arrivals);
      }
    }
    tally_.clear();
    centres_[t].run(arrivals, experiment_.seed, number, tally_);
    note(tally_, into[t], pooled[t]);
  }
}

void Runner::note(const YearTally& tally, YearOfTrial& into, Pooled& pooled) const {
  const auto targets = experiment_.targets_s.size();
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    YearAnswers year;
    WaitHistogram waits;
    for (const auto k : groups_[g]) {
      const auto& kind = tally.kinds[k];
      year.answered += static_cast<double>(kind.answered);
      year.waited += static_cast<double>(kind.waited);
      year.again += static_cast<double>(kind.pressed_again);
      year.interrupted += static_cast<double>(kind.interrupted);
      year.wait_s += kind.wait_s;
      year.work_hours += kind.work_s / 3'600.0;
      year.longest_s = std::max(year.longest_s, kind.longest_s);
      for (std::size_t i = 0; i < targets; ++i)
        year.within[i] += static_cast<double>(kind.within[i]);
      waits.add(tally.waits[k]);
    }
    year.p50_s = waits.quantile(0.5);
    year.p90_s = waits.quantile(0.9);
    year.p99_s = waits.quantile(0.99);
    pooled.groups[g].add(waits);
    into.groups.push_back(year);
  }
  for (std::size_t hour = 0; hour < 24; ++hour) {
    const auto& waits = tally.by_hour[hour];
    pooled.hours[hour].add(waits);
    into.hours[hour].answered = static_cast<double>(waits.count());
    for (std::size_t i = 0; i < targets; ++i) {
      into.hours[hour].within[i] =
          waits.within(experiment_.targets_s[i]) * into.hours[hour].answered;
    }
  }
  for (const auto& kind : tally.kinds) into.work_hours += kind.work_s / 3'600.0;
  into.reserve_hours = tally.reserve_work_s / 3'600.0;
}

/// What is summed over the years of one trial.
class Summary {
 public:
  Summary(const std::vector<std::vector<YearOfTrial>>& years, std::size_t trial)
      : years_(years), trial_(trial) {}

  template <class Get>
  std::vector<double> each(Get get) const {
    std::vector<double> values;
    for (const auto& year : years_) values.push_back(get(year[trial_]));
    return values;
  }
  Answers answers(std::size_t group, const WaitHistogram& waits, std::size_t targets) const {
    const auto column = [&](auto member) {
      return each([&](const YearOfTrial& year) { return year.groups[group].*member; });
    };
    const auto answered = column(&YearAnswers::answered);
    Answers result;
    result.yearly = mean_of(answered);
    for (std::size_t i = 0; i < targets; ++i) {
      result.within.push_back(ratio_of(
          each([&](const YearOfTrial& year) { return year.groups[group].within[i]; }), answered));
    }
    result.waits = ratio_of(column(&YearAnswers::waited), answered);
    result.mean_s = ratio_of(column(&YearAnswers::wait_s), answered);
    result.p50_s = around(waits.quantile(0.5), column(&YearAnswers::p50_s));
    result.p90_s = around(waits.quantile(0.9), column(&YearAnswers::p90_s));
    result.p99_s = around(waits.quantile(0.99), column(&YearAnswers::p99_s));
    result.longest_s = mean_of(column(&YearAnswers::longest_s));
    result.pressed_again = ratio_of(column(&YearAnswers::again), answered);
    result.interrupted = ratio_of(column(&YearAnswers::interrupted), answered);
    result.work_hours = mean_of(column(&YearAnswers::work_hours));
    return result;
  }
  HourAnswers hour(std::size_t hour, const WaitHistogram& waits, std::size_t targets) const {
    const auto answered = each([&](const YearOfTrial& year) { return year.hours[hour].answered; });
    HourAnswers result;
    result.yearly = mean_of(answered).value;
    for (std::size_t i = 0; i < targets; ++i) {
      result.within.push_back(ratio_of(
          each([&](const YearOfTrial& year) { return year.hours[hour].within[i]; }), answered));
    }
    result.p50_s = waits.quantile(0.5);
    result.p90_s = waits.quantile(0.9);
    result.p99_s = waits.quantile(0.99);
    return result;
  }

 private:
  const std::vector<std::vector<YearOfTrial>>& years_;
  std::size_t trial_;
};

bool serves(const Trial& trial, const Group& group) {
  return std::ranges::any_of(group.kinds, [&](const auto& kind) {
    return std::ranges::find(trial.sources, kind.first) != trial.sources.end();
  });
}

TrialResult summed(const Experiment& experiment, std::size_t t,
                   const std::vector<std::vector<YearOfTrial>>& years, const Pooled& pooled) {
  const Summary summary(years, t);
  const auto& trial = experiment.trials[t];
  const auto targets = experiment.targets_s.size();
  TrialResult result;
  result.name = trial.name;
  for (std::size_t g = 0; g < experiment.groups.size(); ++g) {
    if (!serves(trial, experiment.groups[g])) continue;
    result.groups.push_back(summary.answers(g, pooled.groups[g], targets));
    result.groups.back().group = experiment.groups[g].name;
  }
  for (std::size_t hour = 0; hour < 24; ++hour) {
    result.hours[hour] = summary.hour(hour, pooled.hours[hour], targets);
  }
  const double on_duty = trial.plan.operator_hours() * 365.0 / 7.0;
  result.occupancy = mean_of(summary.each(
      [&](const YearOfTrial& year) { return (year.work_hours - year.reserve_hours) / on_duty; }));
  result.reserve_hours =
      mean_of(summary.each([](const YearOfTrial& year) { return year.reserve_hours; }));
  return result;
}

}  // namespace

std::optional<std::vector<TrialResult>> simulate(const Experiment& experiment,
                                                 const Parallel& parallel, const Watch& watch) {
  VARDE_ASSERT(experiment.years >= 2 && !experiment.trials.empty());
  const auto trials = experiment.trials.size();
  const Pooled none{std::vector<WaitHistogram>(experiment.groups.size()), {}};
  const auto chunks = std::min(kChunks, experiment.years);
  std::vector<std::vector<YearOfTrial>> years(experiment.years, std::vector<YearOfTrial>(trials));
  std::vector<std::vector<Pooled>> pooled(chunks, std::vector<Pooled>(trials, none));
  std::atomic<std::size_t> done{0};
  std::atomic<bool> stop{false};
  parallel(chunks, [&](std::size_t chunk) {
    Runner runner(experiment);
    for (auto y = chunk; y < experiment.years && !stop; y += chunks) {
      if (watch.cancelled && watch.cancelled()) stop = true;
      if (stop) return;
      runner.year(y, years[y], pooled[chunk]);
      const auto so_far = ++done;
      if (watch.progress) watch.progress(so_far, experiment.years);
    }
  });
  if (stop) return {};
  std::vector<TrialResult> results;
  for (std::size_t t = 0; t < trials; ++t) {
    Pooled all = none;
    for (const auto& chunk : pooled) {
      for (std::size_t g = 0; g < all.groups.size(); ++g) all.groups[g].add(chunk[t].groups[g]);
      for (std::size_t hour = 0; hour < 24; ++hour) all.hours[hour].add(chunk[t].hours[hour]);
    }
    results.push_back(summed(experiment, t, years, all));
  }
  return results;
}

}  // namespace varde::staffing
