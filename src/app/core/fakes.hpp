#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/ports.hpp"

// Journal and store in memory, for tests of the threads between them.
namespace varde::app::fakes {

inline Instant wall_clock() {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

class MemoryJournal final : public engine::Journal {
 public:
  std::atomic<bool> full{false};

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> /*attachments*/) override {
    if (full) return Error{"no space left on device"};
    const std::lock_guard lock{mutex_};
    entries_.insert(entries_.end(), entries.begin(), entries.end());
    return Done{};
  }
  Status read(engine::Position from, const Visitor& visit) const override {
    const std::lock_guard lock{mutex_};
    for (const auto& entry : entries_)
      if (entry.position >= from && !visit(entry, {})) break;
    return Done{};
  }
  engine::Position last() const override {
    const std::lock_guard lock{mutex_};
    return entries_.empty() ? 0 : entries_.back().position;
  }
  Instant last_time() const override {
    const std::lock_guard lock{mutex_};
    return entries_.empty() ? Instant{} : entries_.back().time;
  }
  std::size_t signals() const {
    const std::lock_guard lock{mutex_};
    return static_cast<std::size_t>(std::ranges::count_if(entries_, [](const auto& entry) {
      return std::holds_alternative<alarm::Signal>(entry.body);
    }));
  }

 private:
  mutable std::mutex mutex_;
  std::vector<engine::Entry> entries_;
};

class MemoryStore final : public engine::Projection {
 public:
  std::atomic<int> failures{0};  ///< how many of the next writes fail

  Status apply(std::span<const Item> items, engine::Position upto) override {
    if (failures > 0) {
      --failures;
      return Error{"store is broken"};
    }
    for (const auto& item : items) {
      const auto* line = std::get_if<engine::AlarmLogged>(&item.effect.body);
      if (line != nullptr && line->step == alarm::Step::escalated) ++escalations_;
    }
    position_ = upto;
    return Done{};
  }
  engine::Position position() const override { return position_; }

  Status save_snapshot(engine::Position position, std::string_view bytes) override {
    VARDE_ASSERT(position <= position_);
    const std::lock_guard lock{mutex_};
    snapshot_ = Snapshot{position, std::string{bytes}};
    return Done{};
  }
  std::optional<Snapshot> load_snapshot() const override {
    const std::lock_guard lock{mutex_};
    return snapshot_;
  }
  std::size_t escalations() const { return escalations_; }

 private:
  std::atomic<engine::Position> position_{0};
  std::atomic<std::size_t> escalations_{0};
  mutable std::mutex mutex_;
  std::optional<Snapshot> snapshot_;
};

}  // namespace varde::app::fakes
