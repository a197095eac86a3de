#pragma once

#include <string>
#include <vector>

#include "engine/ports.hpp"

namespace varde::journal {

/// A journal that lasts as long as the process: for tests and for what-if runs.
class MemoryJournal : public engine::Journal {
 public:
  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override;
  Status read(engine::Position from, const Visitor& visit) const override;
  engine::Position last() const override { return entries_.size(); }
  Instant last_time() const override;

  /// The words of the entry are gone; the entry stays.
  Status erase_attachment(engine::Position position);

 private:
  std::vector<engine::Entry> entries_;
  std::vector<std::string> attachments_;
};

}  // namespace varde::journal
