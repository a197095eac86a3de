#include "store/effect_writer.hpp"

#include "store/assignment.hpp"
#include "store/fold.hpp"
#include "store/messages.hpp"
#include "store/queries.hpp"

namespace varde::store {

EffectWriter::EffectWriter(Session& session)
    : session_(session),
      alarms_(session),
      log_(session),
      signals_(session),
      devices_(session),
      assignments_(session),
      plans_(session),
      plan_steps_(session),
      accesses_(session),
      messages_(session),
      heard_cells_{Cell{}, Cell{}, Cell{}, Cell{}, Cell{.type = Cell::Type::text}},
      heard_(session,
             "UPDATE device SET heard_at = coalesce(:at, heard_at), battery = :battery, mains = "
             ":mains, "
             "contact_lost = :lost WHERE id = :id",
             heard_cells_, none_) {}

void EffectWriter::write(std::span<const Item> items,
                         const std::set<tenancy::Municipality>& routes) {
  pending_alarms_.clear();
  pending_devices_.clear();
  pending_heard_.clear();
  lines_.clear();
  for (const auto& item : items) {
    if (item.effect.position != position_) tell(routes);
    position_ = item.effect.position;
    std::visit([&](const auto& body) { on(item, body); }, item.effect.body);
  }
  tell(routes);
  write_pending();
}

void EffectWriter::on(const Item&, const engine::AlarmChanged& changed) {
  pending_alarms_[changed.alarm.id] = &changed.alarm;
}

void EffectWriter::on(const Item& item, const engine::AlarmLogged& logged) {
  const Line line{&item.effect, &logged, static_cast<std::uint32_t>(lines_.size())};
  lines_.push_back(line);
  log_.write({logged.alarm,
              line.number,
              {item.effect.position, item.effect.time, logged.step, logged.actor, logged.to,
               logged.responder, logged.plan_step, item.attachment}});
}

void EffectWriter::on(const Item& item, const engine::SignalLogged& logged) {
  signals_.write(
      {{item.effect.position, item.effect.time, logged.signal, logged.alarm, item.attachment},
       logged.device});
}

void EffectWriter::on(const Item&, const engine::DeviceHeard& heard) {
  auto& pending = pending_heard_[heard.device];
  const auto earlier = pending.heard_at;
  pending = heard;
  if (!pending.heard_at) pending.heard_at = earlier;
}

void EffectWriter::on(const Item& item, const engine::DeviceChanged& changed) {
  pending_devices_[changed.device.id] = &changed.device;
  write_assignment(changed.device, item.effect.time);
}

void EffectWriter::on(const Item&, const engine::PlanChanged& changed) {
  const auto& plan = changed.plan;
  sqlite::execute(session_, "DELETE FROM plan_step WHERE plan = '" + to_string(plan.id) + "'");
  plans_.write({plan.id, plan.priority_shift});
  std::uint32_t number = 0;
  for (const auto& step : plan.steps) plan_steps_.write({plan.id, number++, step});
}

void EffectWriter::on(const Item& item, const engine::AccessLogged& logged) {
  accesses_.write({item.effect.position, {item.effect.time, logged.record, item.attachment}});
}

void EffectWriter::write_assignment(const care::Device& device, Instant at) {
  auto where = std::move(Where().equal("device", device.id));
  const auto latest =
      select<AssignmentRow>(session_, std::move(where), "ORDER BY from_at DESC LIMIT 1");
  const auto changes = assignment_changes(
      latest.empty() ? std::nullopt : std::optional(latest.front().assignment), device, at);
  for (const auto& assignment : changes) assignments_.write({device.id, assignment});
}

void EffectWriter::write_pending() {
  for (const auto& [id, alarm] : pending_alarms_) alarms_.write(*alarm);
  for (const auto& [id, device] : pending_devices_)
    devices_.write({*device, fold(device->address) + '\n' + fold(device->model)});
  for (const auto& [id, heard] : pending_heard_) {
    Column<std::optional<Instant>>::put(heard_cells_[0], heard.heard_at);
    Column<alarm::Condition>::put(heard_cells_[1], heard.battery);
    Column<alarm::Condition>::put(heard_cells_[2], heard.mains);
    Column<bool>::put(heard_cells_[3], heard.contact_lost);
    Column<DeviceId>::put(heard_cells_[4], id);
    heard_.run();
  }
}

/// At the end of an entry: its lines, with the alarms as they are now.
void EffectWriter::tell(const std::set<tenancy::Municipality>& routes) {
  for (const auto& line : lines_) {
    if (routes.empty()) break;
    const auto pending = pending_alarms_.find(line.logged->alarm);
    const auto kept =
        pending == pending_alarms_.end() ? sql::alarm(session_, line.logged->alarm) : std::nullopt;
    const auto* alarm = kept                               ? &*kept
                        : pending != pending_alarms_.end() ? pending->second
                                                           : nullptr;
    if (alarm != nullptr && routes.contains(alarm->municipality))
      messages_.write({alarm_message(*line.effect, *line.logged, line.number, *alarm)});
  }
  lines_.clear();
}

}  // namespace varde::store
