#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/alarm/lifecycle.hpp"

namespace varde::engine {

/// Every open alarm, and those closed within the reopen window: by id, by address, by urgency, by
/// deadline and by handler. Whoever changes an alarm calls file() afterwards; until then the orders
/// still hold the alarm where it was.
class AlarmTable {
 public:
  struct Record {
    alarm::Alarm alarm;
    // What the alarm is filed under; only the table writes these.
    std::optional<Instant> due;
    std::optional<ActorId> held_by;
    std::uint8_t urgency = 0;
    bool open = false;
    bool kept = false;  ///< has a line among the closed
  };

  AlarmTable() = default;
  AlarmTable(const AlarmTable&) = delete;
  AlarmTable& operator=(const AlarmTable&) = delete;

  /// Its id is not in the table yet. `due` is when the clock next has something to do with it.
  Record& add(alarm::Alarm alarm, std::optional<Instant> due);
  /// As a snapshot had it: the closed ones in the order of closed().
  void restore(alarm::Alarm alarm, std::optional<Instant> due);
  /// Puts it where it now belongs; a closed one leaves the orders and stays for a while under its
  /// id.
  void file(Record& record, std::optional<Instant> due);
  /// Changes the address of an open one, which nobody else may.
  void set_address(Record& record, std::string_view address);
  /// Lets go of those closed so long ago that they cannot be reopened.
  void forget_closed(Instant at);

  Record* find(const AlarmId& id);
  const Record* find(const AlarmId& id) const;
  /// The open alarms of an address, oldest first.
  std::vector<Record*> at_address(std::string_view address);
  std::vector<Record*> held_by(const ActorId& actor);
  bool holds_any(const ActorId& actor) const;

  /// The one whose deadline comes first; nullptr when none has one.
  Record* next_due() const { return by_due_.empty() ? nullptr : *by_due_.begin(); }

  struct MoreUrgent {
    bool operator()(const Record* a, const Record* b) const;
  };
  using ByUrgency = std::set<Record*, MoreUrgent>;
  const ByUrgency& by_urgency() const { return by_urgency_; }
  std::size_t open_count() const { return by_urgency_.size(); }
  /// Closed ones still kept, oldest first.
  const std::deque<std::pair<Instant, AlarmId>>& closed() const { return closed_; }

 private:
  struct EarlierDue {
    bool operator()(const Record* a, const Record* b) const;
  };

  void file_open(Record& record);
  void file_closed(Record& record);
  void keep_closed(Record& record);
  void forget_address(const Record& record);
  void file_urgency(Record& record);
  void file_due(Record& record, std::optional<Instant> due);
  void file_handler(Record& record);

  std::unordered_map<AlarmId, Record> records_;
  std::unordered_multimap<std::string_view, Record*> by_address_;  // open ones
  ByUrgency by_urgency_;
  std::set<Record*, EarlierDue> by_due_;
  std::set<std::pair<ActorId, AlarmId>> by_handler_;
  std::deque<std::pair<Instant, AlarmId>> closed_;
};

}  // namespace varde::engine
