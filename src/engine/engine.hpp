#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/effect.hpp"
#include "engine/entry.hpp"

namespace varde::engine {

struct State;

/// Folds entries into the state of operation and tells what each one did. Pure: no clock, no
/// randomness, no I/O, no thread; the same entries give the same state, effects and receipts. One
/// thread at a time.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Takes the next entry. Its position must be position() + 1 and its time not before now().
  /// Effects are appended.
  Receipt apply(const Entry& entry, std::vector<Effect>& effects);

  /// The earliest time at which a Tick would do something; nullopt when nothing is timed.
  std::optional<Instant> next_due() const;

  /// Whether the signal repeats a key that is remembered at `at`: then its receipt, without an
  /// entry. For the sequencer, so that a device that sends the same message a thousand times costs
  /// one entry. Heartbeats are never remembered: each proves life, and some devices use one
  /// reference for all of them.
  std::optional<Receipt> remembered(const alarm::Signal& signal, Instant at) const;
  std::optional<Receipt> remembered(const alarm::Signal& signal) const {
    return remembered(signal, now());
  }
  /// Whether a sign of life of this actor would change anything: they hold an open alarm.
  bool holds_alarm(const ActorId& actor) const;

  Position position() const;
  Instant now() const;  ///< time of the last entry
  const Settings& settings() const;

  // Looking in. Pointers are good until the next apply().
  /// Open, or closed within the reopen window.
  const alarm::Alarm* find_alarm(const AlarmId& id) const;
  const care::Device* find_device(const DeviceId& id) const;
  const care::Device* find_device(std::string_view address) const;
  const care::ResponsePlan* find_plan(const PlanId& id) const;
  /// Open alarms, most urgent first (priority, then received_at, then id); at most `limit`.
  std::vector<const alarm::Alarm*> open_alarms(
      std::size_t limit = std::numeric_limits<std::size_t>::max()) const;
  std::size_t open_alarm_count() const;
  std::size_t device_count() const;

  /// The whole state as bytes, and back. A snapshot of another format or one that is damaged gives
  /// nullopt: replay instead.
  std::string snapshot() const;
  static std::optional<Engine> from_snapshot(std::string_view bytes);

 private:
  std::unique_ptr<State> state_;
};

}  // namespace varde::engine
