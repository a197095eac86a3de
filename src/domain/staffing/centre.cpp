#include "domain/staffing/centre.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "base/assert.hpp"

namespace varde::staffing {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kWeek_s = 7 * kDay_s;
constexpr std::uint32_t kPurpose = 0x40000000;  ///< of the centre's own random numbers

}  // namespace

Centre::Centre(std::span<const Kind> kinds, const WeekPlan& plan, const Reserve& reserve)
    : kinds_(kinds.begin(), kinds.end()), plan_(plan), reserve_(reserve) {
  for (auto& kind : kinds_) {
    VARDE_ASSERT(kind.priority >= 1 && kind.priority <= kPriorities);
    any_interruptible_ = any_interruptible_ || kind.interruptible;
    kind.handling.sample.clear();
  }
}

void Centre::start(std::uint32_t year) {
  now_ = -kWarmUp_s;
  year_ = year;
  waiting_ = 0;
  desks_.clear();
  for (auto& line : lines_) line = {};
  jobs_.clear();
  free_jobs_.clear();
  events_.clear();
  planned_ = 0;
  helpers_.assign(static_cast<std::size_t>(reserve_.persons), {});
  for (auto& helper : helpers_) {
    helper.seen_at = now_;
    helper.busy = random_.uniform() < reserve_.own_occupancy;
  }
  // Where in the week the year begins.
  const auto hours = hour_of_week(now_, year);
  const auto minute = static_cast<int>(hours) * 60;
  week_start_ = now_ - minute * 60.0;
  capacity_ = plan_.at(minute);
  change_ = 0;
  while (change_ < plan_.changes().size() && plan_.changes()[change_].minute <= minute) ++change_;
  next_change();
  find_next_done();
}

void Centre::next_change() {
  if (plan_.changes().size() == 1) {
    change_at_ = kNever;
    return;
  }
  if (change_ == plan_.changes().size()) {
    change_ = 0;
    week_start_ += kWeek_s;
  }
  change_at_ = week_start_ + plan_.changes()[change_].minute * 60.0;
}

void Centre::run(std::span<const Arrival> arrivals, std::uint64_t seed, std::uint32_t year,
                 YearTally& tally) {
  random_ = RandomStream(seed, year, kPurpose);
  tally_ = &tally;
  start(year);
  auto next = arrivals.begin();
  for (;;) {
    const double arrives = next == arrivals.end() ? kNever : next->at_s;
    const double happens = events_.empty() ? kNever : events_.front().at;
    const double other = std::min(std::min(done_at_, change_at_), happens);
    if (arrives < other) {
      now_ = arrives;
      admit(arrives, next->work_s, next->kind);
      ++next;
      continue;
    }
    // Shifts go on changing for ever: the year is over when nothing else is left to happen.
    if (next == arrivals.end() && desks_.empty() && waiting_ == 0 && events_.empty()) break;
    now_ = other;
    if (done_at_ == other) {
      complete();
    } else if (change_at_ == other) {
      change();
    } else {
      const auto event = events_.front();
      std::ranges::pop_heap(events_, std::greater{});
      events_.pop_back();
      happen(event);
    }
  }
}

void Centre::admit(double first_at, double work, std::uint32_t kind) {
  const Job job{first_at, work, kind};
  if (static_cast<int>(desks_.size()) < capacity_ && waiting_ == 0) return take(job);
  if (any_interruptible_ && interrupt(kind)) return take(job);
  wait(job, false);
}

/// Lays down the work that is least urgent and last begun, if it is less urgent than `kind`.
bool Centre::interrupt(std::uint32_t kind) {
  std::size_t chosen = desks_.size();
  for (std::size_t i = 0; i < desks_.size(); ++i) {
    const auto& at_desk = kinds_[desks_[i].kind];
    if (!at_desk.interruptible || at_desk.priority <= kinds_[kind].priority) continue;
    if (chosen == desks_.size() || at_desk.priority > kinds_[desks_[chosen].kind].priority ||
        (at_desk.priority == kinds_[desks_[chosen].kind].priority &&
         desks_[i].until > desks_[chosen].until)) {
      chosen = i;
    }
  }
  if (chosen == desks_.size()) return false;
  const Desk left = desks_[chosen];
  desks_[chosen] = desks_.back();
  desks_.pop_back();
  find_next_done();
  Job job{left.first_at, left.until - now_, left.kind};
  job.answered = true;
  if (left.first_at >= 0) ++tally_->kinds[left.kind].interrupted;
  wait(job, true);
  return true;
}

void Centre::wait(const Job& job, bool in_front) {
  std::uint32_t place = static_cast<std::uint32_t>(jobs_.size());
  std::uint32_t turn = 0;
  if (free_jobs_.empty()) {
    jobs_.push_back(job);
  } else {
    place = free_jobs_.back();
    free_jobs_.pop_back();
    turn = jobs_[place].turn + 1;
    jobs_[place] = job;
  }
  jobs_[place].turn = turn;
  ++waiting_;
  const auto& kind = kinds_[job.kind];
  auto& line = lines_[static_cast<std::size_t>(kind.priority - 1)];
  if (!in_front) {
    pass_gone(line);
    line.jobs.push_back(place);
  } else if (line.head > 0) {
    line.jobs[--line.head] = place;
  } else {
    line.jobs.insert(line.jobs.begin(), place);
  }
  if (job.answered) return;
  if (kind.patience_s > 0) {
    plan(now_ + kind.patience_s * random_.exponential(), What::loses_patience, place, turn);
  }
  if (reserve_answers(job.kind)) {
    plan(std::max(now_, job.first_at + reserve_.after_s), What::asks_reserve, place, turn);
  }
}

/// Counts the answer, at the first of an operator's or a helper's.
void Centre::answer(const Job& job) {
  if (job.answered || job.first_at < 0 || job.first_at >= kYear_s) return;
  tally_->answered(job.kind, hour_of_week(job.first_at, 0) % 24, now_ - job.first_at, job.work);
}

void Centre::take(const Job& job) {
  answer(job);
  desks_.push_back({now_ + job.work, job.first_at, job.kind});
  if (desks_.back().until < done_at_) {
    done_at_ = desks_.back().until;
    done_ = desks_.size() - 1;
  }
}

/// Takes the job out of the line it is in; its place is free when the line has passed it.
void Centre::leave_line(std::uint32_t place) {
  jobs_[place].gone = true;
  ++jobs_[place].turn;
  --waiting_;
}

/// Frees the places of those at the head of the line who have left it.
void Centre::pass_gone(Line& line) {
  while (line.head < line.jobs.size() && jobs_[line.jobs[line.head]].gone) {
    free_jobs_.push_back(line.jobs[line.head++]);
  }
  if (line.head < line.jobs.size()) return;
  line.jobs.clear();
  line.head = 0;
}

void Centre::take_next() {
  for (auto& line : lines_) {
    pass_gone(line);
    if (line.jobs.empty()) continue;
    const auto place = line.jobs[line.head];
    leave_line(place);
    pass_gone(line);
    return take(Job{jobs_[place]});
  }
}

void Centre::complete() {
  desks_[done_] = desks_.back();
  desks_.pop_back();
  find_next_done();
  if (waiting_ > 0 && static_cast<int>(desks_.size()) < capacity_) take_next();
}

void Centre::change() {
  capacity_ = plan_.changes()[change_++].operators;
  next_change();
  while (waiting_ > 0 && static_cast<int>(desks_.size()) < capacity_) take_next();
}

void Centre::find_next_done() {
  done_at_ = kNever;
  for (std::size_t i = 0; i < desks_.size(); ++i) {
    if (desks_[i].until < done_at_) {
      done_at_ = desks_[i].until;
      done_ = i;
    }
  }
}

void Centre::plan(double at, What what, std::uint32_t who, std::uint32_t turn) {
  events_.push_back({at, planned_++, what, who, turn});
  std::ranges::push_heap(events_, std::greater{});
}

void Centre::happen(const Event& event) {
  const bool about_job = event.what != What::reserve_free;
  if (about_job && jobs_[event.who].turn != event.turn) return;
  switch (event.what) {
    case What::loses_patience:
      return lose_patience(event.who);
    case What::tries_again: {
      const Job job = jobs_[event.who];
      ++jobs_[event.who].turn;
      free_jobs_.push_back(event.who);
      return admit(job.first_at, job.work, job.kind);
    }
    case What::asks_reserve:
      return ask_reserve(event.who);
    case What::reserve_free:
      helpers_[event.who] = {now_, false, false, false};
      return helper_takes_next(event.who);
  }
}

void Centre::lose_patience(std::uint32_t place) {
  const Job job = jobs_[place];
  const bool counts = job.first_at >= 0 && job.first_at < kYear_s;
  auto& tally = tally_->kinds[job.kind];
  leave_line(place);
  if (kinds_[job.kind].retry_s <= 0) {
    tally.lost += counts;
    return;
  }
  tally.pressed_again += counts;
  // Kept beside the line until it comes back.
  std::uint32_t kept = static_cast<std::uint32_t>(jobs_.size());
  if (free_jobs_.empty()) {
    jobs_.push_back({});
  } else {
    kept = free_jobs_.back();
    free_jobs_.pop_back();
  }
  const auto turn = jobs_[kept].turn + 1;
  jobs_[kept] = {job.first_at, job.work, job.kind};
  jobs_[kept].turn = turn;
  plan(now_ + kinds_[job.kind].retry_s * random_.exponential(), What::tries_again, kept, turn);
}

}  // namespace varde::staffing
