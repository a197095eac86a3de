#pragma once

#include <vector>

#include "engine/effect.hpp"
#include "engine/state.hpp"

namespace varde::engine {

/// One entry folded into the state: one overload per kind of entry. Made for one entry, used once.
class Fold {
 public:
  Fold(State& state, const Entry& entry, std::vector<Effect>& effects)
      : state_(state), position_(entry.position), at_(entry.time), effects_(effects) {}

  Receipt operator()(const alarm::Signal& signal);
  Receipt operator()(const alarm::Command& command);
  Receipt operator()(const SignOfLife& sign);
  Receipt operator()(const Tick&);
  Receipt operator()(const Settings& settings);
  Receipt operator()(const DevicePut& put);
  Receipt operator()(const PlanPut& put);
  Receipt operator()(const tenancy::AccessRecord& record);
  Receipt operator()(const Resumed& resumed);

 private:
  using Record = AlarmTable::Record;
  using Slot = DeviceTable::Slot;

  // fold_signal.cpp
  Receipt receive(const alarm::Signal& signal);
  std::optional<AlarmId> correlate(const alarm::Signal& signal, const Slot* slot);
  std::optional<AlarmId> withdraw_all(const alarm::Signal& signal);
  std::optional<AlarmId> mention(const alarm::Signal& signal);
  AlarmId open(const alarm::Signal& signal, const Slot* slot);
  void join(Record& record, const alarm::Signal& signal);
  void hear(Slot& slot, const alarm::Signal& signal);
  void end_silence(Slot& slot);
  void tell_device(const Slot& slot);
  // fold_command.cpp
  const Slot* device_of(const alarm::Alarm& alarm) const;
  void return_to_device(Record& record);
  bool newer_case_is_open(const alarm::Alarm& alarm);
  void seen(const ActorId& actor);
  // fold_tick.cpp
  void alarm_due(Record& record);
  void silent(Slot& slot);
  // fold_register.cpp
  void follow_device(const Slot& slot, const std::string& was);

  void emit(EffectBody body) { effects_.push_back({position_, at_, std::move(body)}); }
  /// After any change of an alarm: files it anew and tells what it is now.
  void changed(Record& record);
  void log(const alarm::Alarm& alarm, alarm::Step step, std::optional<ActorId> actor = {});
  Receipt accepted() const;
  Receipt refused() const;

  State& state_;
  const Position position_;
  const Instant at_;
  std::vector<Effect>& effects_;
};

}  // namespace varde::engine
