#pragma once

#include <deque>
#include <vector>

#include "engine/engine.hpp"
#include "engine/ports.hpp"
#include "random.hpp"
#include "world.hpp"

namespace varde::sim {

/// What devices and people do in a run. Devices repeat what was not acknowledged, and now and then
/// what was; networks hand their messages over late and twice; operators work, disappear and try
/// what is not allowed. Every seed weighs these differently, some of them with nothing at all, so
/// that the seeds are not all the same mixture.
class Workload {
 public:
  Workload(Random random, const World& world);

  /// Made once, given in again until it is acknowledged.
  struct Message {
    alarm::Signal signal;
    std::string words;
    bool acknowledged = false;
  };
  /// One submission of a group, and the message it came from (none for commands and the like).
  struct Given {
    engine::Submission submission;
    std::optional<std::size_t> message;
  };

  /// The next group, seen from an operator's screen that shows what `engine` has.
  std::vector<Given> next(const engine::Engine& engine, Instant now);
  /// All messages nobody has acknowledged, for the end of a run.
  std::vector<Given> unacknowledged(Instant now);
  void answered(const Given& given, const engine::Inbox::Outcome& outcome);

  const std::vector<Message>& messages() const { return messages_; }

 private:
  enum Kind : std::size_t {
    fresh_alarm,
    fresh_other,
    repeat_open,
    repeat_any,
    other_content,
    unknown_device,
    not_understood,
    command,
    wild_command,
    sign_of_life,
    register_change,
    look,
    kinds
  };

  std::optional<Given> make(Kind kind, const engine::Engine& engine, Instant now);
  Given give(std::size_t message, Instant now);
  Given message(alarm::Signal signal, std::string words, Instant now);
  alarm::Signal signal_of(const std::string& address, Instant now);
  Given technical_or_quiet(Instant now);
  Given reworded(Instant now);
  std::optional<Given> sensible_command(const engine::Engine& engine);
  std::optional<Given> wild(const engine::Engine& engine, Instant now);
  Given register_entry();
  Given look_entry();
  bool on_duty(const ActorId& actor) const;

  Random random_;
  World world_;
  std::vector<std::uint64_t> weights_;
  std::vector<Message> messages_;
  std::deque<AlarmId> seen_alarms_;  ///< closed ones too, for late and foolish commands
  std::uint64_t duty_ = 0;           ///< bit n: operator n is at the console
  std::uint64_t ref_ = 0;
};

}  // namespace varde::sim
