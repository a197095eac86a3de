#include <cmath>

#include "domain/staffing/centre.hpp"

// The shared reserve: people of the emergency clinic who answer when the operators have not.
namespace varde::staffing {

/// Whether a helper is free now. Own work and pauses are exponential, so it is enough to look when
/// it matters: the chance of the other state after a time is that of a two-state Markov chain.
bool Centre::helper_free(Helper& helper) {
  if (helper.serving || helper.called) return false;
  const double occupancy = reserve_.own_occupancy;
  if (occupancy <= 0) return true;
  const double turnover = 1.0 / (reserve_.own_task_s * (1.0 - occupancy));
  const double forgotten = -std::expm1(-turnover * (now_ - helper.seen_at));
  const double busy = helper.busy ? 1.0 - (1.0 - occupancy) * forgotten : occupancy * forgotten;
  helper.busy = random_.uniform() < busy;
  helper.seen_at = now_;
  return !helper.busy;
}

void Centre::ask_reserve(std::uint32_t place) {
  jobs_[place].reserve_asked = true;
  for (std::uint32_t who = 0; who < helpers_.size(); ++who) {
    if (helper_free(helpers_[who])) return help(who, place);
  }
  for (std::uint32_t who = 0; who < helpers_.size(); ++who) {
    auto& helper = helpers_[who];
    if (helper.serving || helper.called) continue;
    helper.called = true;
    plan(now_ + reserve_.own_task_s * random_.exponential(), What::reserve_free, who, 0);
  }
}

void Centre::helper_takes_next(std::uint32_t who) {
  for (auto& line : lines_) {
    for (std::size_t i = line.head; i < line.jobs.size(); ++i) {
      const auto& job = jobs_[line.jobs[i]];
      if (!job.gone && job.reserve_asked) return help(who, line.jobs[i]);
    }
  }
}

void Centre::help(std::uint32_t who, std::uint32_t place) {
  const Job job = jobs_[place];
  answer(job);
  leave_line(place);
  if (job.first_at >= 0 && job.first_at < kYear_s) tally_->reserve_work_s += job.work;
  helpers_[who].serving = true;
  plan(now_ + job.work, What::reserve_free, who, 0);
}

}  // namespace varde::staffing
