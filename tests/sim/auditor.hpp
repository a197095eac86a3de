#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace varde::sim {

/// A promise that was not kept.
struct Violation : std::runtime_error {
  using std::runtime_error::runtime_error;
};
inline void require(bool kept, const std::string& promise) {
  if (!kept) throw Violation(promise);
}

/// The independent model: what must be true of the centre after each entry of the journal, worked
/// out from the promises in other words than the engine's. It predicts which alarm a signal belongs
/// to, who holds what, what a command may do and when time must have done something, and throws a
/// Violation at the first answer that differs. Where the rules leave the program a choice it takes
/// over what was chosen.
class Auditor {
 public:
  /// The next entry, what the engine answered and did.
  void entry(const engine::Entry& entry, const engine::Receipt& receipt,
             const std::vector<engine::Effect>& effects);
  /// An answer without an entry: a repeat the sequencer knew.
  void repeat(const alarm::Signal& signal, const engine::Receipt& receipt, Instant now);
  /// Everything that must be visible in an engine that has folded the same entries.
  void look(const engine::Engine& engine);

  /// Who has an open alarm.
  std::set<Ulid> handlers() const;
  std::size_t cases() const { return cases_.size(); }
  std::size_t open_cases() const;

 private:
  struct Case {
    AlarmId id;
    alarm::SignalKind kind{};
    std::string address;
    std::optional<DeviceId> device;
    std::optional<UserId> user;
    alarm::AlertCode code;
    alarm::Condition condition{};
    bool understood = true;
    std::uint32_t signals = 1;
    bool open = true;
    std::optional<ActorId> handler;
    Instant life_at_least{};  ///< last sign of life that certainly counts
    Instant life_at_most{};   ///< last one that may count
    bool noted = false;
    bool has_outcome = false;
    bool reset = false;
    std::optional<Instant> closed_at;
    // As last seen in the engine, to notice what time did.
    std::optional<Instant> deadline;
    std::uint32_t escalations = 0;
    std::uint32_t version = 0;
  };
  struct Key {
    std::uint64_t content = 0;
    SignalId signal;
    std::optional<AlarmId> alarm;
    Instant at{};
    alarm::Protocol protocol{};
  };
  struct Supervised {
    care::Device device;
    Instant heard_at_least{};
    Instant heard_at_most{};
    bool lost = false;
    bool again = false;  ///< registered anew since: its silence may be noticed once more
  };
  enum class Memory : std::uint8_t { fresh, same, other, either };

  Memory remembers(const alarm::Signal& signal, Instant at) const;
  bool calls_again(const alarm::Signal& signal, const Key& first, Instant at) const;
  void check_repeat(const alarm::Signal& signal, const engine::Receipt& receipt,
                    Memory memory) const;
  void signal(const alarm::Signal& signal, const engine::Receipt& receipt, Instant at);
  void opens_or_joins(const alarm::Signal& signal, const engine::Receipt& receipt, Instant at);
  void resets(const alarm::Signal& signal);
  void heard(const std::string& address, Instant at);
  void resumed(Duration pause, Instant at);
  void command(const alarm::Command& command, const engine::Receipt& receipt, Instant at);
  static bool must_refuse(const Case* c, const alarm::Command& command, Instant at);
  static bool must_accept(const Case* c, const alarm::Command& command);
  void carried_out(Case& c, const alarm::Command& command, Instant at);
  void catches_up(Case& c, Instant at);
  void life(const ActorId& actor, Instant at);
  void tick(const std::vector<engine::Effect>& effects, Instant at);
  void silence(const engine::SignalLogged& noticed, Instant at);
  void device(const care::Device& device, Instant at);
  void look_at(Case& c, const alarm::Alarm& alarm, const engine::Engine& engine);
  void look_at_supervision(const engine::Engine& engine) const;
  void add_case(const alarm::Signal& signal, alarm::SignalKind kind, Instant at);
  bool belongs(const Case& c, const alarm::Signal& signal, Instant at) const;
  std::optional<UserId> served(const std::string& address, Instant at) const;

  std::map<Ulid, Case> cases_;
  std::map<std::string, Key> keys_;
  std::map<std::string, Supervised> devices_;  ///< by address
  engine::Settings settings_;
  engine::Position position_ = 0;
  Instant now_{};
  bool ticked_ = false;
};

}  // namespace varde::sim
