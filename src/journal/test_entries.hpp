#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/codec.hpp"
#include "engine/ports.hpp"

// For tests and benchmarks of journals.
namespace varde::journal::testing {

/// Entries with their attachments, ready for Journal::append.
struct Group {
  std::vector<engine::Entry> entries;
  std::vector<std::string> attachments;

  void add(engine::Position position, std::string_view attachment = {}) {
    alarm::Signal signal;
    signal.id = SignalId(Ulid{position, ~position});
    signal.address = "scaip:9000" + std::to_string(position);
    signal.key = signal.address + "/17";
    signal.raw_code = "dty=0003 stc=0010";
    engine::Entry entry{
        .position = position,
        .time = Instant{Duration{static_cast<std::int64_t>(1'700'000'000'000 + position)}},
        .body = signal,
        .attachment_hash = std::nullopt};
    if (!attachment.empty()) entry.attachment_hash = sha256(attachment);
    entries.push_back(entry);
    attachments.emplace_back(attachment);
  }

  Status append_to(engine::Journal& journal) const {
    const std::vector<std::string_view> views(attachments.begin(), attachments.end());
    return journal.append(entries, views);
  }
};

/// `count` entries that follow the journal's last; every third with an attachment that names it.
inline Group next_group(const engine::Journal& journal, std::size_t count) {
  Group group;
  for (std::size_t i = 1; i <= count; ++i) {
    const auto position = journal.last() + i;
    group.add(position, position % 3 == 0 ? "words of " + std::to_string(position) : "");
  }
  return group;
}

inline std::string bytes_of(const engine::Entry& entry) {
  ByteWriter out;
  engine::encode(entry, out);
  return out.take();
}

/// An entry as read: position, its bytes, its attachment.
struct Seen {
  engine::Position position = 0;
  std::string bytes;
  std::string attachment;
  friend bool operator==(const Seen&, const Seen&) = default;
};
inline std::vector<Seen> seen_in(const Group& group) {
  std::vector<Seen> seen;
  for (std::size_t i = 0; i < group.entries.size(); ++i)
    seen.push_back({group.entries[i].position, bytes_of(group.entries[i]), group.attachments[i]});
  return seen;
}
inline std::vector<Seen> read_all(const engine::Journal& journal, engine::Position from = 1) {
  std::vector<Seen> seen;
  const auto done =
      journal.read(from, [&](const engine::Entry& entry, std::string_view attachment) {
        seen.push_back({entry.position, bytes_of(entry), std::string(attachment)});
        return true;
      });
  if (!done) seen.push_back({0, done.error().message, ""});
  return seen;
}

}  // namespace varde::journal::testing
