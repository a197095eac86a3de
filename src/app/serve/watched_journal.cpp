#include "app/serve/watched_journal.hpp"

#include "base/log.hpp"

namespace varde::app {

Status WatchedJournal::append(std::span<const engine::Entry> entries,
                              std::span<const std::string_view> attachments) {
  auto done = journal_.append(entries, attachments);
  if (!done && !failing_)
    log::error("journal.append_failed", "{} entries: {}", entries.size(), done.error().message);
  failing_ = !done.ok();
  return done;
}

}  // namespace varde::app
