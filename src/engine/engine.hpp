#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/effect.hpp"
#include "engine/entry.hpp"

namespace varde::engine {

/// Folds entries into the state of operation and tells what each one did. Pure: no clock, no randomness, no I/O, no thread;
/// the same entries give the same state, effects and receipts. One thread at a time.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Takes the next entry. Its position must be position() + 1 and its time not before now(). Effects are appended.
  Receipt apply(const Entry& entry, std::vector<Effect>& effects);

  /// The earliest time at which a Tick would do something; nullopt when nothing is timed.
  std::optional<Instant> next_due() const;

  /// Whether the signal repeats a key that is remembered: then its receipt, without an entry. For the sequencer, so that a
  /// device that sends the same message a thousand times costs one entry.
  std::optional<Receipt> remembered(const alarm::Signal& signal) const;

  Position position() const;
  Instant now() const;  ///< time of the last entry
  const Settings& settings() const;

  // Looking in. Pointers are good until the next apply().
  const alarm::Alarm* find_alarm(const AlarmId& id) const;  ///< open, or closed within the reopen window
  const care::Device* find_device(const DeviceId& id) const;
  const care::Device* find_device(std::string_view address) const;
  const care::ResponsePlan* find_plan(const PlanId& id) const;
  /// Open alarms, most urgent first (priority, then received_at, then id).
  std::vector<const alarm::Alarm*> open_alarms() const;
  std::size_t open_alarm_count() const;
  std::size_t device_count() const;

  /// The whole state as bytes, and back. A snapshot of another format or one that is damaged gives nullopt: replay instead.
  std::string snapshot() const;
  static std::optional<Engine> from_snapshot(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace varde::engine
