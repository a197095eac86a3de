#include "app/demo/past.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <queue>
#include <vector>

#include "app/demo/accounts.hpp"
#include "app/demo/fleet_model.hpp"
#include "app/demo/message.hpp"
#include "app/demo/operators.hpp"
#include "app/demo/write_behind.hpp"
#include "base/assert.hpp"

namespace varde::app::demo {
namespace {

using namespace std::chrono_literals;
using alarm::Action;

constexpr std::size_t kItemsPerApply = 10'000;
/// An operator's console says that it is alive this often; half the shortest limit it may be held
/// to.
constexpr Duration kSignOfLife = 20s;
/// The last alarms come this long before the end, so that the longest visit is over by then.
constexpr Duration kCalmEnd = 15min;
constexpr Duration kNoCallOut = 110min;

/// The engine fed with made-up submissions at made-up times.
class Stage {
 public:
  Stage(engine::Journal& journal, engine::Projection& store)
      : journal_(journal), sequencer_(engine::Engine{}, journal_), store_(store) {}

  /// Everything that is due before `at` happens first, at its own time.
  engine::Receipt submit(Instant at, engine::Body body, std::string attachment = "") {
    tick_until(at);
    engine::Submission submission{std::move(body), std::move(attachment)};
    auto batch = sequencer_.run({&submission, 1}, at);
    VARDE_ASSERT(batch.outcomes.size() == 1);
    keep(batch);
    if (!batch.outcomes[0]) {
      failed_ = true;
      return {};
    }
    return batch.outcomes[0].value();
  }

  void tick_until(Instant at) {
    while (const auto due = engine().next_due()) {
      if (*due >= at || failed_) return;
      auto batch = sequencer_.run({}, *due);
      failed_ = failed_ || batch.upto == 0;
      keep(batch);
    }
  }

  const engine::Engine& engine() const { return sequencer_.engine(); }

  Status finish() {
    if (failed_) return Error{"the past could not be written to the journal"};
    if (auto done = journal_.flush(); !done) return done;
    if (auto done = apply(); !done) return done;
    return store_.save_snapshot(engine().position(), engine().snapshot());
  }

 private:
  void keep(engine::Sequencer::Batch& batch) {
    std::ranges::move(batch.items, std::back_inserter(items_));
    if (items_.size() >= kItemsPerApply && !apply()) failed_ = true;
  }
  Status apply() {
    auto done = store_.apply(items_, engine().position());
    items_.clear();
    return done;
  }

  WriteBehind journal_;
  engine::Sequencer sequencer_;
  engine::Projection& store_;
  std::vector<engine::Projection::Item> items_;
  bool failed_ = false;
};

/// Two operators who answer what the fleet reports.
class Shift {
 public:
  Shift(const World& world, Stage& stage, Instant end, Random random)
      : world_(world), stage_(stage), end_(end), random_(random) {
    const auto ids = operators();
    for (std::size_t i = 0; i < desks_.size(); ++i) desks_[i].operator_id = ids[i];
    for (const auto& row : world.municipalities) rows_.emplace(row.municipality, &row);
  }

  void report(const Event& event) {
    run_until(event.at);
    const auto& device = world_.fleet[event.device];
    const SignalId id{random_.id(event.at)};
    const auto receipt = stage_.submit(event.at, signal_of(event, device, id, ++signals_));
    if (!receipt.alarm || *receipt.alarm != id) return;
    const AlarmId alarm{id};
    causes_[alarm] = event.what;
    const auto* open = stage_.engine().find_alarm(alarm);
    VARDE_ASSERT(open != nullptr);
    const bool technical = open->kind == alarm::SignalKind::technical;
    at(event.at + reaction(technical, random_), [this, alarm, technical](Instant now) {
      waiting_.emplace(technical, now, alarm);
      find_work(now);
    });
  }

  void run_until(Instant until) {
    while (!plan_.empty() && plan_.top().at <= until) {
      const Step step = plan_.top();
      plan_.pop();
      step.act(step.at);
    }
  }

  /// Whatever is open still is closed at the end of the shift.
  void close_all() {
    run_until(end_ - 1s);
    for (const auto* open : stage_.engine().open_alarms()) leftovers_.push_back(open->id);
    for (const auto& id : leftovers_) {
      const auto* open = stage_.engine().find_alarm(id);
      const ActorId who = open->handler.value_or(desks_[0].operator_id);
      const auto outcome = open->kind == alarm::SignalKind::technical ? alarm::Outcome::technical
                                                                      : alarm::Outcome::advice;
      if (!open->handler) command(end_, id, who, Action::take);
      close(end_, id, who, outcome, "Avsluttet ved vaktskifte.");
    }
  }

 private:
  struct Step {
    Instant at;
    std::uint64_t order;
    std::function<void(Instant)> act;
    bool operator>(const Step& other) const {
      return at != other.at ? at > other.at : order > other.order;
    }
  };
  struct Desk {
    ActorId operator_id;
    bool busy = false;
    int held = 0;  ///< alarms that this operator is the handler of
    bool alive_planned = false;
  };

  void at(Instant when, std::function<void(Instant)> act) {
    plan_.push({when, ++steps_, std::move(act)});
  }

  engine::Receipt command(Instant now, const AlarmId& alarm, const ActorId& who, Action action,
                          std::function<void(alarm::Command&)> more = {}, std::string note = "") {
    alarm::Command command;
    command.alarm = alarm;
    command.actor = who;
    command.action = action;
    command.has_note = !note.empty();
    if (more) more(command);
    return stage_.submit(now, command, std::move(note));
  }

  void find_work(Instant now) {
    for (auto& desk : desks_) {
      if (desk.busy || waiting_.empty()) continue;
      const AlarmId alarm = std::get<AlarmId>(*waiting_.begin());
      waiting_.erase(waiting_.begin());
      begin(desk, alarm, now);
    }
  }

  void begin(Desk& desk, const AlarmId& alarm, Instant now) {
    const auto receipt = command(now, alarm, desk.operator_id, Action::take);
    if (receipt.status != engine::Receipt::Status::accepted) return;
    desk.busy = true;
    ++desk.held;
    stay_alive(desk, now);
    const alarm::Alarm taken = *stage_.engine().find_alarm(alarm);
    look_at_person(desk, taken, now);
    const What cause = causes_.at(alarm);
    Handling handling =
        handle_cause(cause, alarm::note_required(taken, alarm::Outcome::advice), random_);
    if (handling.sends() && now > end_ - kNoCallOut) handling.outcome = alarm::Outcome::advice;
    auto next = now + handling.call;
    if (handling.call > 0ms)
      at(next,
         [=, this, &desk](Instant t) { command(t, alarm, desk.operator_id, Action::calling); });
    next += handling.talk;
    at(next, [=, this, &desk](Instant t) { settle(desk, taken, handling, t); });
  }

  void look_at_person(const Desk& desk, const alarm::Alarm& alarm, Instant now) {
    if (!alarm.user) return;
    tenancy::AccessRecord record;
    record.actor = desk.operator_id;
    record.role = tenancy::Role::operator_;
    record.act = tenancy::Act::view_person;
    record.municipality = alarm.municipality;
    record.person = alarm.user;
    record.alarm = alarm.id;
    record.basis = tenancy::Basis::open_alarm;
    record.refusal = tenancy::Refusal::none;
    stage_.submit(now, record);
  }

  void settle(Desk& desk, const alarm::Alarm& alarm, const Handling& handling, Instant now) {
    desk.busy = false;
    if (handling.sends()) {
      send(desk, alarm, handling, now);
    } else {
      close(now, alarm.id, desk.operator_id, handling.outcome, handling.note);
      --desk.held;
    }
    find_work(now);
  }

  void send(Desk& desk, const alarm::Alarm& alarm, const Handling& handling, Instant now) {
    const auto id = alarm.id;
    const alarm::Responder team{care::Target::home_care_team,
                                rows_.at(alarm.municipality)->teams.front().id};
    command(now, id, desk.operator_id, Action::send_to,
            [&](alarm::Command& c) { c.responder = team; });
    const Instant accepted = now + handling.accept;
    const Instant there = accepted + handling.arrive;
    at(accepted,
       [=, this, &desk](Instant t) { command(t, id, desk.operator_id, Action::accepted); });
    at(there, [=, this, &desk](Instant t) { command(t, id, desk.operator_id, Action::on_site); });
    at(there + handling.help, [=, this, &desk](Instant t) {
      close(t, id, desk.operator_id, handling.outcome, handling.note);
      --desk.held;
    });
  }

  void close(Instant now, const AlarmId& alarm, const ActorId& who, alarm::Outcome outcome,
             const std::string& note) {
    command(
        now, alarm, who, Action::close, [&](alarm::Command& c) { c.outcome = outcome; }, note);
  }

  void stay_alive(Desk& desk, Instant now) {
    if (desk.alive_planned) return;
    desk.alive_planned = true;
    at(now + kSignOfLife, [this, &desk](Instant t) {
      desk.alive_planned = false;
      if (desk.held == 0) return;
      stage_.submit(t, engine::SignOfLife{desk.operator_id});
      stay_alive(desk, t);
    });
  }

  const World& world_;
  Stage& stage_;
  Instant end_;
  Random random_;
  std::array<Desk, 2> desks_;
  std::map<tenancy::Municipality, const access::MunicipalityRow*> rows_;
  std::map<AlarmId, What> causes_;
  std::vector<AlarmId> leftovers_;
  /// Persons before equipment, then the longest wait.
  std::set<std::tuple<bool, Instant, AlarmId>> waiting_;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> plan_;
  std::uint64_t steps_ = 0;
  std::uint64_t signals_ = 0;
};

void put_register(Stage& stage, const World& world, const engine::Settings& settings, Instant at) {
  stage.submit(at, settings);
  for (const auto& plan : world.plans) stage.submit(at, engine::PlanPut{plan});
  for (const auto& one : world.fleet) {
    care::Device device = one.device;
    device.silence_limit.reset();
    const auto receipt = stage.submit(at, engine::DevicePut{device});
    VARDE_ASSERT(receipt.status == engine::Receipt::Status::accepted);
  }
}

/// From now on their silence counts.
void supervise(Stage& stage, const World& world, Instant at) {
  for (const auto& one : world.fleet)
    if (one.device.silence_limit) stage.submit(at, engine::DevicePut{one.device});
}

void make_past(Stage& stage, const World& world, const Opening& opening, Instant start) {
  const Random random = Random{opening.seed}.part(4);
  FleetModel model{world.fleet, opening.seed + 1, start};
  // One evening the mains failed in Vefsn.
  model.add_outage({{1824}, opening.now - std::chrono::days{5} - 4h, 75min});
  Shift shift{world, stage, opening.now, random};
  for (const auto& event : model.advance(opening.now - kCalmEnd))
    if (event.what != What::heartbeat) shift.report(event);
  shift.close_all();
  supervise(stage, world, opening.now);
}

}  // namespace

Status open_centre(const World& world, const Opening& opening, engine::Journal& journal,
                   engine::Projection& store) {
  VARDE_ASSERT(journal.last() == 0 && store.position() == 0);
  Stage stage{journal, store};
  const Instant start = opening.now - std::chrono::days{opening.days};
  put_register(stage, world, opening.settings, start);
  if (opening.days > 0) make_past(stage, world, opening, start);
  return stage.finish();
}

}  // namespace varde::app::demo
