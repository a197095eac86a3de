#include "journal/memory_journal.hpp"

#include <algorithm>

#include "journal/append_check.hpp"

namespace varde::journal {

Status MemoryJournal::append(std::span<const engine::Entry> entries,
                             std::span<const std::string_view> attachments) {
  check_append(entries, attachments, last(), last_time());
  entries_.insert(entries_.end(), entries.begin(), entries.end());
  attachments_.insert(attachments_.end(), attachments.begin(), attachments.end());
  return Done{};
}

Status MemoryJournal::read(engine::Position from, const Visitor& visit) const {
  for (std::size_t i = std::max<engine::Position>(from, 1) - 1; i < entries_.size(); ++i) {
    if (!visit(entries_[i], attachments_[i])) break;
  }
  return Done{};
}

Instant MemoryJournal::last_time() const {
  return entries_.empty() ? Instant{} : entries_.back().time;
}

Status MemoryJournal::erase_attachment(engine::Position position) {
  if (position == 0 || position > last() || attachments_[position - 1].empty())
    return no_attachment(position);
  attachments_[position - 1].clear();
  return Done{};
}

}  // namespace varde::journal
