#pragma once

#include <set>
#include <span>
#include <unordered_map>

#include "engine/ports.hpp"
#include "store/outbox_tables.hpp"
#include "store/statement.hpp"
#include "store/tables.hpp"

namespace varde::store {

/// Writes effects into the read models and the outbox, with statements prepared once. Within one
/// group only the last state of an alarm or a device is written. Runs inside the caller's
/// transaction.
class EffectWriter {
 public:
  explicit EffectWriter(Session& session);

  void write(std::span<const engine::Projection::Item> items,
             const std::set<tenancy::Municipality>& routes);

 private:
  using Item = engine::Projection::Item;
  void on(const Item& item, const engine::AlarmChanged& changed);
  void on(const Item& item, const engine::AlarmLogged& logged);
  void on(const Item& item, const engine::SignalLogged& logged);
  void on(const Item& item, const engine::DeviceHeard& heard);
  void on(const Item& item, const engine::DeviceChanged& changed);
  void on(const Item& item, const engine::PlanChanged& changed);
  void on(const Item& item, const engine::AccessLogged& logged);
  void write_assignment(const care::Device& device, Instant at);
  void write_pending();
  void tell(const std::set<tenancy::Municipality>& routes);

  /// A line of an alarm's log in the entry at hand: told once the whole entry is known.
  struct Line {
    const engine::Effect* effect;
    const engine::AlarmLogged* logged;
    std::uint32_t number;
  };

  Session& session_;
  Upsert<alarm::Alarm> alarms_;
  Upsert<LogRow> log_;
  Upsert<KeptSignal> signals_;
  Upsert<KeptDevice> devices_;
  Upsert<AssignmentRow> assignments_;
  Upsert<PlanRow> plans_;
  Upsert<PlanStepRow> plan_steps_;
  Upsert<AccessEntry> accesses_;
  Upsert<NewMessage> messages_;
  std::deque<Cell> heard_cells_;
  std::deque<Cell> none_;
  Statement heard_;

  std::unordered_map<AlarmId, const alarm::Alarm*> pending_alarms_;
  std::unordered_map<DeviceId, const care::Device*> pending_devices_;
  std::unordered_map<DeviceId, engine::DeviceHeard> pending_heard_;
  std::vector<Line> lines_;
  engine::Position position_ = 0;
};

}  // namespace varde::store
