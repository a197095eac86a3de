#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/staffing/arrivals.hpp"
#include "domain/staffing/random_stream.hpp"
#include "domain/staffing/shift_plan.hpp"
#include "domain/staffing/tally.hpp"

namespace varde::staffing {

/// People with work of their own (the emergency clinic's nurses) who answer when the operators have
/// not. Each alternates between own work and none, both exponential, so that a share
/// `own_occupancy` of the time goes to own work; they finish what they do before they answer.
struct Reserve {
  int persons = 0;
  double own_occupancy = 0.5;  ///< 0 <= and < 1
  double own_task_s = 600;     ///< mean
  double after_s = 30;         ///< how long an alarm has waited before they are asked
  bool technical = false;      ///< answers technical alarms too
};

/// A response centre: operators by shift, one line for each priority, first come first served
/// within it. An operator whose shift ends finishes what is begun.
class Centre {
 public:
  Centre(std::span<const Kind> kinds, const WeekPlan& plan, const Reserve& reserve);

  /// Serves a year's arrivals, which are in time order, and goes on until the last is answered or
  /// lost. Alarms that came before 0 or in the last moments after kYear_s are served and not
  /// counted. `tally` is added to.
  void run(std::span<const Arrival> arrivals, std::uint64_t seed, std::uint32_t year,
           YearTally& tally);

 private:
  /// An alarm that is not being handled.
  struct Job {
    double first_at = 0;
    double work = 0;  ///< left
    std::uint32_t kind = 0;
    std::uint32_t turn = 0;  ///< how often this place has been used: old events are for old jobs
    bool answered = false;   ///< by somebody who was then called away
    bool gone = false;       ///< left the line; its place in it is still there
    bool reserve_asked = false;
  };
  struct Desk {
    double until = 0;
    double first_at = 0;
    std::uint32_t kind = 0;
  };
  enum class What : std::uint8_t { loses_patience, tries_again, asks_reserve, reserve_free };
  struct Event {
    double at = 0;
    std::uint64_t order = 0;  ///< of equal times, the one planned first
    What what{};
    std::uint32_t who = 0;
    std::uint32_t turn = 0;
    friend bool operator>(const Event& a, const Event& b) {
      return a.at > b.at || (a.at == b.at && a.order > b.order);
    }
  };
  struct Line {
    std::vector<std::uint32_t> jobs;
    std::size_t head = 0;
  };
  struct Helper {
    double seen_at = 0;
    bool busy = false;     ///< with own work, when last looked at
    bool serving = false;  ///< an alarm
    bool called = false;   ///< will come when own work is done
  };

  void start(std::uint32_t year);
  void arrive(const Arrival& arrival);
  void admit(double first_at, double work, std::uint32_t kind);
  bool interrupt(std::uint32_t kind);
  void wait(const Job& job, bool in_front);
  void take(const Job& job);
  void pass_gone(Line& line);
  void take_next();
  void complete();
  void change();
  void happen(const Event& event);
  void lose_patience(std::uint32_t place);
  bool helper_free(Helper& helper);
  void ask_reserve(std::uint32_t place);
  void helper_takes_next(std::uint32_t who);
  void help(std::uint32_t who, std::uint32_t place);
  void answer(const Job& job);
  void leave_line(std::uint32_t place);
  void plan(double at, What what, std::uint32_t who, std::uint32_t turn);
  void find_next_done();
  void next_change();
  bool reserve_answers(std::uint32_t kind) const {
    return !helpers_.empty() && (reserve_.technical || !kinds_[kind].technical);
  }

  std::vector<Kind> kinds_;
  WeekPlan plan_;
  Reserve reserve_;
  bool any_interruptible_ = false;

  double now_ = 0;
  std::uint32_t year_ = 0;
  int capacity_ = 0;
  int waiting_ = 0;
  std::vector<Desk> desks_;  ///< those at work
  double done_at_ = 0;       ///< when the first of them is done
  std::size_t done_ = 0;
  double change_at_ = 0;
  double week_start_ = 0;
  std::size_t change_ = 0;
  std::array<Line, kPriorities> lines_;
  std::vector<Job> jobs_;
  std::vector<std::uint32_t> free_jobs_;
  std::vector<Event> events_;  ///< heap
  std::uint64_t planned_ = 0;
  std::vector<Helper> helpers_;
  RandomStream random_{0, 0, 0};
  YearTally* tally_ = nullptr;
};

}  // namespace varde::staffing
