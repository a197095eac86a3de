#include "engine/fold.hpp"

#include "base/assert.hpp"

namespace varde::engine {

void Fold::changed(Record& record) {
  VARDE_ASSERT(alarm::holds(record.alarm));
  VARDE_ASSERT(alarm::clock_runs(record.alarm.state) == record.alarm.step_deadline.has_value());
  VARDE_ASSERT(record.alarm.changed_at == at_);
  state_.alarms.file(record, state_.due(record.alarm));
  emit(AlarmChanged{record.alarm});
}

void Fold::log(const alarm::Alarm& alarm, alarm::Step step, std::optional<ActorId> actor) {
  emit(AlarmLogged{alarm.id, step, actor, std::nullopt, std::nullopt, alarm.step});
}

Receipt Fold::accepted() const {
  Receipt receipt;
  receipt.position = position_;
  return receipt;
}

Receipt Fold::refused() const {
  Receipt receipt = accepted();
  receipt.status = Receipt::Status::refused;
  return receipt;
}

}  // namespace varde::engine
