#include "journal/append_check.hpp"

#include <fmt/format.h>

namespace varde::journal {

void check_append(std::span<const engine::Entry> entries,
                  std::span<const std::string_view> attachments, engine::Position last,
                  Instant last_time) {
  VARDE_ASSERT(!entries.empty());
  VARDE_ASSERT(entries.size() == attachments.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    VARDE_ASSERT(entries[i].position == last + 1 + i);
    VARDE_ASSERT(entries[i].time >= last_time);
    VARDE_ASSERT(entries[i].attachment_hash.has_value() == !attachments[i].empty());
    last_time = entries[i].time;
  }
}

Error no_attachment(engine::Position position) {
  return Error{fmt::format("entry {} has no attachment to erase", position)};
}

}  // namespace varde::journal
