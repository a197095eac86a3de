#include "journal/verify.hpp"

#include <fmt/format.h>

#include "journal/walk.hpp"
#include "sqlite/wal.hpp"

namespace varde::journal {
namespace {

std::optional<std::string> attachment_fault(const engine::Entry& entry,
                                            AttachmentCursor::Found found,
                                            std::string_view attachment) {
  using Found = AttachmentCursor::Found;
  if (!entry.attachment_hash)
    return found == Found::none ? std::nullopt
                                : std::optional("has an attachment that it does not name");
  if (found == Found::none) return "has lost its attachment";
  if (found == Found::kept && sha256(attachment) != *entry.attachment_hash)
    return "has a changed attachment";
  return std::nullopt;
}

std::optional<Fault> check(sqlite::Session& session, Verification& result) {
  std::optional<Fault> of_attachment;
  auto fault = walk(
      session, 1, result.head,
      [&](const engine::Entry& entry, AttachmentCursor::Found found, std::string_view attachment) {
        if (const auto what = attachment_fault(entry, found, attachment)) {
          of_attachment = Fault{entry.position, *what};
          return false;
        }
        result.entries = entry.position;
        result.attachments += found == AttachmentCursor::Found::none ? 0 : 1;
        result.erased += found == AttachmentCursor::Found::erased ? 1 : 0;
        return true;
      });
  return of_attachment ? of_attachment : fault;
}

/// The first page at or after `from` that SQLite can read, if any.
std::optional<engine::Position> first_readable(sqlite::Session& session, engine::Position from) {
  try {
    const auto found = sqlite::number(
        session,
        fmt::format(
            "SELECT first_position FROM page WHERE first_position >= {} AND length(hash) = 32 "
            "ORDER BY first_position LIMIT 1",
            from));
    if (found > 0) return static_cast<engine::Position>(found);
  } catch (const soci::soci_error&) {
    // Nothing to say: this place cannot be read.
  }
  return std::nullopt;
}

/// How far a damaged place reaches: doubling steps, then halving them. Empty when nothing after it
/// can be read.
std::optional<engine::Position> end_of_damage(sqlite::Session& session, engine::Position bad) {
  constexpr engine::Position kFarthest = 1ULL << 40;
  engine::Position low = bad;
  engine::Position step = 1;
  while (step < kFarthest && !first_readable(session, bad + step)) {
    low = bad + step;
    step *= 2;
  }
  engine::Position high = bad + step;
  if (!first_readable(session, high)) return std::nullopt;
  while (high - low > 1) {
    const engine::Position middle = low + (high - low) / 2;
    (first_readable(session, middle) ? high : low) = middle;
  }
  return first_readable(session, high);
}

/// Structure that no entry passes through while it is walked (inner nodes, free pages) still
/// decides what is found later.
std::optional<Fault> check_structure(sqlite::Session& session, engine::Position entries) {
  std::string finding;
  try {
    session << "PRAGMA integrity_check(1)", soci::into(finding);
  } catch (const soci::soci_error& failure) {
    finding = sqlite::reason(failure);
  }
  if (finding == "ok") return std::nullopt;
  return Fault{entries,
               "is the last one read, but the database's structure is damaged: " + finding};
}

void name_hidden_range(sqlite::Session& session, Fault& fault) {
  const auto end = end_of_damage(session, fault.position);
  fault.what += end ? fmt::format("; hidden with it: entries up to {}", *end - 1)
                    : "; nothing after it can be read";
}

Verification verify_or_throw(const std::filesystem::path& path, Status& schema) {
  const bool hides = sqlite::wal_hides_commits(path);
  const auto session = sqlite::open(path, {.mode = sqlite::Mode::read});
  Verification result;
  schema = sqlite::check_schema(*session, migrations());
  if (!schema) return result;
  result.fault = check(*session, result);
  if (result.fault && result.fault->unreadable) name_hidden_range(*session, *result.fault);
  if (!result.fault) result.fault = check_structure(*session, result.entries);
  if (!result.fault && hides)
    result.fault = Fault{result.entries + 1, "is lost: " + std::string(sqlite::kHiddenCommits)};
  return result;
}

}  // namespace

Result<Verification> verify(const std::filesystem::path& path) {
  Status schema = Done{};
  auto result = sqlite::guarded(fmt::format("journal {}", path.string()),
                                [&] { return verify_or_throw(path, schema); });
  if (!schema) return Error{fmt::format("journal {}: {}", path.string(), schema.error().message)};
  return result;
}

}  // namespace varde::journal
