#include "domain/alarm/lifecycle.hpp"

#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "base/limits.hpp"

namespace varde::alarm {
namespace {

using namespace std::chrono_literals;

const ActorId kAnne{{1, 1}};
const ActorId kBo{{1, 2}};
constexpr Instant kNow{Duration{1'795'000'000'000}};

constexpr std::array kStates = {
    State::received, State::waiting,           State::taken,
    State::calling,  State::sent_to_responder, State::accepted_by_responder,
    State::on_site,  State::resolved,          State::closed};
constexpr std::array kActions = {Action::take,    Action::give_back, Action::hand_over,
                                 Action::calling, Action::send_to,   Action::accepted,
                                 Action::on_site, Action::note,      Action::resolve,
                                 Action::close,   Action::reopen};

/// An alarm as it is in a state, in Anne's hands where somebody has it.
Alarm in(State state) {
  Alarm alarm;
  alarm.id = AlarmId{{1, 9}};
  alarm.code = kSocialAlarm;
  alarm.state = state;
  alarm.changed_at = kNow;
  if (state == State::received || state == State::waiting) return alarm;
  alarm.handler = kAnne;
  alarm.seen_by_person = true;
  alarm.first_taken_at = kNow;
  if (state == State::resolved || state == State::closed) alarm.outcome = Outcome::advice;
  if (state == State::closed) alarm.closed_at = kNow;
  return alarm;
}

/// A command that says everything any action could need.
Command full(Action action, ActorId actor) {
  Command c;
  c.alarm = AlarmId{{1, 9}};
  c.actor = actor;
  c.action = action;
  c.to = kBo;
  c.responder = Responder{};
  c.outcome = Outcome::false_alarm;
  c.has_note = true;
  return c;
}

CommandRefusal run(Alarm& alarm, const Command& command, Instant at = kNow) {
  Step step{};
  return apply(alarm, command, at, step);
}

// Where every action leads from every state when its handler gives it; "-" = not allowed there. By
// hand from the rules: waiting can only be taken, closed only be reopened; help that is on its way
// stays so while the handler calls.
const std::map<State, const char*> kTable = {
    // clang-format off
    //                             take give hand call send acc  site note res  close reopen
    {State::received,              "-    -    -    -    -    -    -    -    -    -    -"},
    {State::waiting,               "take -    -    -    -    -    -    -    -    -    -"},
    {State::taken,                 "take wait take call sent acpt site take done shut -"},
    {State::calling,               "call wait take call sent acpt site call done shut -"},
    {State::sent_to_responder,     "sent wait take sent sent acpt site sent done shut -"},
    {State::accepted_by_responder, "acpt wait take acpt sent acpt site acpt done shut -"},
    {State::on_site,               "site wait take site sent -    site site done shut -"},
    {State::resolved,              "done wait take call sent -    -    done done shut -"},
    {State::closed,                "-    -    -    -    -    -    -    -    -    -    take"},
    // clang-format on
};
const std::map<std::string, State> kWords = {
    {"wait", State::waiting},  {"take", State::taken},
    {"call", State::calling},  {"sent", State::sent_to_responder},
    {"site", State::on_site},  {"acpt", State::accepted_by_responder},
    {"done", State::resolved}, {"shut", State::closed},
};

TEST(Lifecycle, EveryStateAndActionByItsHandler) {
  for (const State state : kStates) {
    std::istringstream words(kTable.at(state));
    for (const Action action : kActions) {
      std::string word;
      words >> word;
      const bool allowed = word != "-";
      Alarm alarm = in(state);
      const auto refusal = run(alarm, full(action, kAnne));
      const std::string name =
          std::string(to_string(state)) + " + " + std::string(to_string(action));
      EXPECT_EQ(refusal, allowed ? CommandRefusal::none : CommandRefusal::wrong_state) << name;
      EXPECT_EQ(alarm.state, allowed ? kWords.at(word) : state) << name;
      EXPECT_TRUE(holds(alarm)) << name;
    }
  }
}

TEST(Lifecycle, NothingButReopenIsDoneByAnyoneElse) {
  for (const State state : kStates) {
    for (const Action action : kActions) {
      Alarm alarm = in(state);
      if (!alarm.handler) continue;
      Command command = full(action, kBo);
      command.to = kAnne;
      const auto refusal = run(alarm, command);
      const std::string name =
          std::string(to_string(state)) + " + " + std::string(to_string(action));
      if (!next_state(state, action)) {
        EXPECT_EQ(refusal, CommandRefusal::wrong_state) << name;
      } else if (action == Action::reopen) {
        EXPECT_EQ(refusal, CommandRefusal::none);
        EXPECT_EQ(alarm.handler, kBo);
      } else {
        EXPECT_EQ(refusal, action == Action::take ? CommandRefusal::taken_by_other
                                                  : CommandRefusal::not_handler)
            << name;
        EXPECT_EQ(alarm.handler, kAnne) << name;
        EXPECT_EQ(alarm.version, 0U) << name << ": unchanged";
      }
    }
  }
}

TEST(Lifecycle, TakingSeesAndStamps) {
  Alarm alarm = in(State::waiting);
  EXPECT_EQ(run(alarm, full(Action::take, kAnne), kNow + 5s), CommandRefusal::none);
  EXPECT_EQ(alarm.handler, kAnne);
  EXPECT_TRUE(alarm.seen_by_person);
  EXPECT_EQ(alarm.first_taken_at, kNow + 5s);
  EXPECT_EQ(alarm.changed_at, kNow + 5s);
  EXPECT_EQ(alarm.version, 1U);
  run(alarm, full(Action::give_back, kAnne), kNow + 6s);
  run(alarm, full(Action::take, kBo), kNow + 7s);
  EXPECT_EQ(alarm.first_taken_at, kNow + 5s) << "the first one counts";
}

TEST(Lifecycle, TakingWhatOneHasIsOnlyASignOfLife) {
  Alarm alarm = in(State::on_site);
  EXPECT_EQ(run(alarm, full(Action::take, kAnne), kNow + 5s), CommandRefusal::none);
  EXPECT_EQ(alarm.state, State::on_site);
  EXPECT_EQ(alarm.version, 0U);
  EXPECT_EQ(alarm.handler_seen_at, kNow + 5s);
}

TEST(Lifecycle, HandingOverNeedsAnotherPerson) {
  Alarm alarm = in(State::calling);
  Command command = full(Action::hand_over, kAnne);
  command.to.reset();
  EXPECT_EQ(run(alarm, command), CommandRefusal::receiver_required);
  command.to = kAnne;
  EXPECT_EQ(run(alarm, command), CommandRefusal::receiver_required);
  command.to = kBo;
  EXPECT_EQ(run(alarm, command, kNow + 1s), CommandRefusal::none);
  EXPECT_EQ(alarm.handler, kBo);
  EXPECT_EQ(alarm.handler_seen_at, kNow + 1s) << "gets the whole time to show up";
}

TEST(Lifecycle, SendingNeedsAResponder) {
  Alarm alarm = in(State::taken);
  Command command = full(Action::send_to, kAnne);
  command.responder.reset();
  EXPECT_EQ(run(alarm, command), CommandRefusal::responder_required);
  command.responder = Responder{care::Target::on_call, ContactId{{3, 3}}};
  EXPECT_EQ(run(alarm, command), CommandRefusal::none);
  EXPECT_EQ(alarm.responder, command.responder);
}

TEST(Lifecycle, ANoteNeedsWords) {
  Alarm alarm = in(State::taken);
  Command command = full(Action::note, kAnne);
  command.has_note = false;
  EXPECT_EQ(run(alarm, command), CommandRefusal::note_required);
  EXPECT_FALSE(alarm.has_note);
}

TEST(Lifecycle, ClosingNeedsAnOutcomeFromSomewhere) {
  Alarm alarm = in(State::taken);
  Command close = full(Action::close, kAnne);
  close.outcome = Outcome::none;
  EXPECT_EQ(run(alarm, close), CommandRefusal::outcome_required);
  Command resolve = full(Action::resolve, kAnne);
  resolve.outcome = Outcome::none;
  EXPECT_EQ(run(alarm, resolve), CommandRefusal::outcome_required);
  resolve.outcome = Outcome::real_help;
  EXPECT_EQ(run(alarm, resolve), CommandRefusal::none);
  EXPECT_EQ(run(alarm, close, kNow + 1s), CommandRefusal::none);
  EXPECT_EQ(alarm.outcome, Outcome::real_help);
  EXPECT_EQ(alarm.closed_at, kNow + 1s);
  EXPECT_EQ(alarm.handler, kAnne) << "who closed it";
}

TEST(Lifecycle, ClosingNeedsANoteWhenTheCaseDemandsOne) {
  const struct {
    AlertCode code;
    SignalKind kind;
    bool understood;
    Outcome outcome;
    bool required;
  } kRows[] = {
      {kSocialAlarm, SignalKind::alarm, true, Outcome::advice, false},
      {kSocialAlarm, SignalKind::alarm, true, Outcome::other, true},
      {kSocialAlarm, SignalKind::alarm, true, Outcome::call_out, true},
      {kSocialAlarm, SignalKind::alarm, false, Outcome::advice, true},
      {kFall, SignalKind::alarm, true, Outcome::false_alarm, true},
      {{4, 11, 0}, SignalKind::alarm, true, Outcome::test, true},
      {{200, 1, 0}, SignalKind::alarm, true, Outcome::advice, false},
      {kSocialAlarm, SignalKind::technical, true, Outcome::technical, false},
      {{2, 0, 0}, SignalKind::technical, true, Outcome::technical, false},
      {{1, 22, 0}, SignalKind::technical, true, Outcome::technical, true},
  };
  for (const auto& row : kRows) {
    Alarm alarm = in(State::taken);
    alarm.code = row.code;
    alarm.kind = row.kind;
    alarm.understood = row.understood;
    Command close = full(Action::close, kAnne);
    close.outcome = row.outcome;
    close.has_note = false;
    const std::string name = to_string(row.code) + " " + std::string(to_string(row.outcome));
    EXPECT_EQ(note_required(alarm, row.outcome), row.required) << name;
    EXPECT_EQ(run(alarm, close),
              row.required ? CommandRefusal::note_required : CommandRefusal::none)
        << name;
    if (!row.required) continue;
    alarm.has_note = true;
    EXPECT_EQ(run(alarm, close), CommandRefusal::none) << name << ": an earlier note will do";
  }
}

TEST(Lifecycle, ReopeningIsForAWhile) {
  Alarm late = in(State::closed);
  EXPECT_EQ(run(late, full(Action::reopen, kBo), kNow + limits::kReopenWindow + 1ms),
            CommandRefusal::too_late);
  Alarm alarm = in(State::closed);
  EXPECT_EQ(run(alarm, full(Action::reopen, kBo), kNow + limits::kReopenWindow),
            CommandRefusal::none);
  EXPECT_EQ(alarm.state, State::taken);
  EXPECT_EQ(alarm.outcome, Outcome::none);
  EXPECT_FALSE(alarm.closed_at);
}

TEST(Lifecycle, LeavingResolvedForgetsTheOutcome) {
  for (const Action action :
       {Action::give_back, Action::hand_over, Action::calling, Action::send_to}) {
    Alarm alarm = in(State::resolved);
    ASSERT_EQ(run(alarm, full(action, kAnne)), CommandRefusal::none);
    EXPECT_EQ(alarm.outcome, Outcome::none) << to_string(action);
  }
}

TEST(Lifecycle, ImpossibleAlarmsAreSeen) {
  Alarm alarm = in(State::taken);
  alarm.handler.reset();
  EXPECT_FALSE(holds(alarm));
  alarm = in(State::waiting);
  alarm.handler = kAnne;
  EXPECT_FALSE(holds(alarm));
  alarm = in(State::closed);
  alarm.outcome = Outcome::none;
  EXPECT_FALSE(holds(alarm));
  alarm = in(State::closed);
  alarm.seen_by_person = false;
  EXPECT_FALSE(holds(alarm));
}

TEST(Lifecycle, StepsHaveTheirCodeInTheNationalList) {
  const std::map<Step, int> kCodes = {
      {Step::received, 0},
      {Step::repeat, 0},
      {Step::reset, 0},
      {Step::waiting, 0},
      {Step::taken, 3},
      {Step::calling, 8},
      {Step::sent_to_responder, 4},
      {Step::accepted_by_responder, 5},
      {Step::on_site, 1},
      {Step::note, 1},
      {Step::handed_over, 9},
      {Step::given_back, 9},
      {Step::handler_lost, 9},
      {Step::escalated, 10},
      {Step::resolved, 6},
      {Step::closed, 7},
      {Step::reopened, 1},
  };
  EXPECT_EQ(kCodes.size(), 17U);
  for (const auto& [step, code] : kCodes) EXPECT_EQ(vkp_event(step), code) << to_string(step);
}

TEST(Lifecycle, EveryNameIsReadBackAndStandsOnce) {
  std::set<std::string_view> names;
  for (const State state : kStates) {
    EXPECT_EQ(parse_state(to_string(state)), state);
    EXPECT_TRUE(names.insert(to_string(state)).second);
  }
  for (const Action action : kActions) EXPECT_EQ(parse_action(to_string(action)), action);
  for (int i = 0; i <= static_cast<int>(Outcome::other); ++i)
    EXPECT_EQ(parse_outcome(to_string(static_cast<Outcome>(i))), static_cast<Outcome>(i));
  EXPECT_FALSE(parse_state("open") || parse_action("open") || parse_outcome("open"));
  EXPECT_EQ(to_string(CommandRefusal::too_late), "too_late");
}

}  // namespace
}  // namespace varde::alarm
