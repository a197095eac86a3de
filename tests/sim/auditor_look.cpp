// The model's half that compares: what an engine shows must be what the promises demand.
#include <algorithm>

#include "auditor.hpp"

namespace varde::sim {

void Auditor::look(const engine::Engine& engine) {
  require(engine.position() == position_, "the engine has folded every entry and no other");
  const auto open = engine.open_alarms();
  require(open.size() == engine.open_alarm_count(), "the count of open alarms is that of the list");
  require(open.size() == open_cases(),
          "as many open alarms as there must be: " + std::to_string(open.size()) + " of " +
              std::to_string(open_cases()));
  const auto more_urgent = [](const alarm::Alarm* a, const alarm::Alarm* b) {
    return std::tie(a->priority, a->received_at, a->id) <
           std::tie(b->priority, b->received_at, b->id);
  };
  require(std::is_sorted(open.begin(), open.end(), more_urgent), "the most urgent comes first");
  for (auto& [id, c] : cases_) {
    if (!c.open) continue;
    const alarm::Alarm* shown = engine.find_alarm(c.id);
    require(shown != nullptr && shown->open(), "an open alarm never vanishes: " + to_string(id));
    look_at(c, *shown, engine);
  }
  const auto due = engine.next_due();
  require(!ticked_ || !due || *due > engine.now(), "what is due is done by the tick");
  if (ticked_) look_at_supervision(engine);
}

void Auditor::look_at(Case& c, const alarm::Alarm& shown, const engine::Engine& engine) {
  const std::string id = " " + to_string(c.id);
  const auto due = engine.next_due();
  if (c.handler && !shown.handler && ticked_ &&
      c.life_at_least + settings_.handler_timeout <= now_) {
    c.handler.reset();  // a sign of life that need not count did not
  }
  require(shown.handler == c.handler, "one handler, the one who took it:" + id);
  require(shown.repeats + 1 == c.signals, "every signal is counted once:" + id);
  require(shown.kind == c.kind && shown.address == c.address, "an alarm stays what it was:" + id);
  require(shown.priority >= 1 && shown.priority <= 5, "a priority is 1 to 5:" + id);
  require(c.kind == alarm::SignalKind::alarm || shown.priority >= 3,
          "technical work never overtakes a person:" + id);
  require(!c.reset || shown.reset_at, "a reset is shown:" + id);
  require(shown.version >= c.version, "a version never goes back:" + id);
  require(due.has_value(), "an open alarm always has something due:" + id);
  if (c.handler) {
    require(shown.state != alarm::State::waiting && shown.state != alarm::State::received,
            "a taken alarm is not waiting:" + id);
    require(*due <= shown.handler_seen_at + settings_.handler_timeout,
            "a handler's silence is timed:" + id);
    require(shown.handler_seen_at >= c.life_at_least && shown.handler_seen_at <= c.life_at_most,
            "a handler's last sign of life is known:" + id);
  } else {
    require(shown.state == alarm::State::waiting, "what nobody holds is waiting:" + id);
    require(shown.step_deadline.has_value() && *due <= *shown.step_deadline,
            "what waits has a deadline that is timed:" + id);
  }
  if (ticked_ && c.deadline && *c.deadline <= now_ && !c.handler) {
    require(shown.escalations > c.escalations || shown.version > c.version,
            "a deadline that runs out escalates:" + id);
  }
  c.deadline = shown.state == alarm::State::waiting ? shown.step_deadline : std::nullopt;
  c.escalations = shown.escalations;
  c.version = shown.version;
}

void Auditor::look_at_supervision(const engine::Engine& engine) const {
  for (const auto& [address, known] : devices_) {
    const bool watched = known.device.silence_limit && known.device.serves_at(engine.now());
    const bool overdue =
        watched && known.heard_at_most + *known.device.silence_limit <= engine.now();
    require(!overdue || known.lost, "silence beyond the limit is noticed: " + address);
  }
}

}  // namespace varde::sim
