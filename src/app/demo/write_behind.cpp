#include "app/demo/write_behind.hpp"

#include "base/assert.hpp"

namespace varde::app::demo {
namespace {

constexpr std::size_t kGroup = 4'096;

}  // namespace

WriteBehind::WriteBehind(engine::Journal& journal)
    : journal_(journal), last_(journal.last()), last_time_(journal.last_time()) {}

Status WriteBehind::append(std::span<const engine::Entry> entries,
                           std::span<const std::string_view> attachments) {
  VARDE_ASSERT(entries.size() == attachments.size());
  entries_.insert(entries_.end(), entries.begin(), entries.end());
  attachments_.insert(attachments_.end(), attachments.begin(), attachments.end());
  if (!entries.empty()) {
    last_ = entries.back().position;
    last_time_ = entries.back().time;
  }
  return entries_.size() >= kGroup ? flush() : Status{Done{}};
}

Status WriteBehind::flush() {
  if (entries_.empty()) return Done{};
  const std::vector<std::string_view> words{attachments_.begin(), attachments_.end()};
  auto done = journal_.append(entries_, words);
  entries_.clear();
  attachments_.clear();
  return done;
}

/// What is still gathered is not given.
Status WriteBehind::read(engine::Position from, const Visitor& visit) const {
  return journal_.read(from, visit);
}

}  // namespace varde::app::demo
