#include "journal/page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "engine/codec.hpp"

namespace varde::journal {
namespace {

std::string_view as_text(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

std::string to_string(const Fault& fault) {
  return fmt::format("entry {}: {}", fault.position, fault.what);
}

Page make_page(std::span<const engine::Entry> entries, const Sha256& before) {
  VARDE_ASSERT(!entries.empty());
  ByteWriter out;
  ByteWriter entry_bytes;
  Sha256 hash = before;
  for (const auto& entry : entries) {
    entry_bytes.clear();
    engine::encode(entry, entry_bytes);
    hash = sha256(as_text(hash), entry_bytes.bytes());
    out.string(entry_bytes.bytes());
    out.raw(as_text(hash));
  }
  return {entries.front().position, entries.size(), out.take(), hash};
}

Result<std::vector<engine::Entry>, Fault> read_page(const Page& page, const Sha256& before) {
  std::vector<engine::Entry> entries;
  ByteReader in(page.bytes);
  Sha256 hash = before;
  for (std::uint64_t i = 0; i < page.count; ++i) {
    const engine::Position position = page.first + i;
    const std::string_view bytes = in.string();
    const std::string_view kept_hash = in.raw(hash.size());
    if (!in.ok()) return Fault{position, "is cut off"};
    hash = sha256(as_text(hash), bytes);
    if (as_text(hash) != kept_hash) return Fault{position, "does not fit the hash chain"};
    auto entry = engine::decode(bytes);
    if (!entry) return Fault{position, "is not an entry this program can read"};
    entry->position = position;
    entries.push_back(*std::move(entry));
  }
  const engine::Position end = page.first + page.count - 1;
  if (page.count == 0) return Fault{page.first, "is on an empty page"};
  if (!in.at_end()) return Fault{end, "has bytes after it that belong to no entry"};
  if (hash != page.hash) return Fault{end, "does not end at the hash its page names"};
  return entries;
}

}  // namespace varde::journal
