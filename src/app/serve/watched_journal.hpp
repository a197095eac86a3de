#pragma once

#include <atomic>

#include "engine/ports.hpp"

namespace varde::app {

/// Passes everything on, and writes to the log why an append failed: once for each series of
/// failures.
class WatchedJournal final : public engine::Journal {
 public:
  explicit WatchedJournal(engine::Journal& journal) : journal_(journal) {}

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override;
  Status read(engine::Position from, const Visitor& visit) const override {
    return journal_.read(from, visit);
  }
  engine::Position last() const override { return journal_.last(); }
  Instant last_time() const override { return journal_.last_time(); }

 private:
  engine::Journal& journal_;
  bool failing_ = false;
};

}  // namespace varde::app
