#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "journal/cursor.hpp"

namespace varde::journal {

/// False stops the walk.
using WalkVisitor = std::function<bool(const engine::Entry& entry, AttachmentCursor::Found found,
                                       std::string_view attachment)>;

/// Visits every entry from `from` on, chain checked and none left out; gives the first thing that
/// is wrong. `head` is the chain's hash after the last page that was good.
std::optional<Fault> walk(sqlite::Session& session, engine::Position from, Sha256& head,
                          const WalkVisitor& visit);

}  // namespace varde::journal
