#pragma once

#include <string>
#include <vector>

#include "engine/ports.hpp"

namespace varde::app::demo {

/// A journal that gathers entries and hands them on in large groups. Only for data that can be made
/// again: what it has gathered is lost with the process.
class WriteBehind final : public engine::Journal {
 public:
  explicit WriteBehind(engine::Journal& journal);

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override;
  Status read(engine::Position from, const Visitor& visit) const override;
  engine::Position last() const override { return last_; }
  Instant last_time() const override { return last_time_; }

  Status flush();

 private:
  engine::Journal& journal_;
  std::vector<engine::Entry> entries_;
  std::vector<std::string> attachments_;
  engine::Position last_;
  Instant last_time_;
};

}  // namespace varde::app::demo
