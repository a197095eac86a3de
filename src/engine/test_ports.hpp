#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ports.hpp"

// For tests of what stands on the ports: a journal and a projection in memory that fail when told
// to.
namespace varde::engine::testing {

class TestJournal : public Journal {
 public:
  bool broken = false;
  std::vector<Entry> entries;
  std::vector<std::string> attachments;
  std::size_t commits = 0;

  Status append(std::span<const Entry> added, std::span<const std::string_view> words) override {
    if (broken) return Error{"the disk is full"};
    ++commits;
    for (std::size_t i = 0; i < added.size(); ++i) {
      VARDE_ASSERT(added[i].position == last() + 1);
      VARDE_ASSERT(added[i].time >= last_time());
      entries.push_back(added[i]);
      attachments.emplace_back(words[i]);
    }
    return Done{};
  }
  Status read(Position from, const Visitor& visit) const override {
    for (std::size_t i = from - 1; i < entries.size(); ++i) {
      if (!visit(entries[i], attachments[i])) break;
    }
    return Done{};
  }
  Position last() const override { return entries.size(); }
  Instant last_time() const override { return entries.empty() ? Instant{} : entries.back().time; }
};

class TestProjection : public Projection {
 public:
  bool broken = false;
  std::vector<Item> items;
  std::vector<std::size_t> groups;  ///< items in each apply()
  Position at = 0;
  std::optional<Snapshot> kept;

  Status apply(std::span<const Item> added, Position upto) override {
    if (broken) return Error{"the store is locked"};
    groups.push_back(added.size());
    for (const Item& item : added) {
      VARDE_ASSERT(item.effect.position > at && item.effect.position <= upto);
      items.push_back(item);
    }
    at = upto;
    return Done{};
  }
  Position position() const override { return at; }
  Status save_snapshot(Position position, std::string_view bytes) override {
    kept = Snapshot{position, std::string(bytes)};
    return Done{};
  }
  std::optional<Snapshot> load_snapshot() const override { return kept; }
};

}  // namespace varde::engine::testing
