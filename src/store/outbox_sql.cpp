#include <charconv>
#include <span>

#include "store/cursor.hpp"
#include "store/outbox_tables.hpp"
#include "store/queries.hpp"
#include "store/statement.hpp"

namespace varde::store::sql {
namespace {

bool changed_one(Session& session, const std::string& change, Where where) {
  std::deque<Cell> none;
  Statement(session, change + where.sql(), where.values(), none).run();
  return sqlite_api::sqlite3_changes(sqlite::native(session)) == 1;
}

}  // namespace

Page<access::OutboxRow> outbox(Session& session, bool dead,
                               const std::optional<Municipalities>& scope,
                               const PageRequest& page) {
  const std::size_t limit = page_limit(page.limit);
  Where where;
  where.in_scope("municipality", scope);
  where.that(dead ? "next_attempt_at IS NULL" : "next_attempt_at IS NOT NULL");
  std::uint64_t last = 0;
  const auto parsed =
      std::from_chars(page.cursor.data(), page.cursor.data() + page.cursor.size(), last);
  if (parsed.ec == std::errc{}) where.with("id > ", last);
  auto found = select<access::OutboxRow>(session, std::move(where),
                                         "ORDER BY id LIMIT " + std::to_string(limit + 1));
  return page_of(std::move(found), limit,
                 [](const access::OutboxRow& row) { return std::to_string(row.id); });
}

std::vector<access::OutboxMessage> due(Session& session, Instant now, std::size_t limit,
                                       std::span<const tenancy::Municipality> except) {
  Where where;
  where.with("next_attempt_at <= ", now);
  std::string list;
  for (const auto municipality : except)
    list += (list.empty() ? "" : ", ") + std::to_string(municipality.number);
  if (!list.empty()) where.that("municipality NOT IN (" + list + ")");
  return select<access::OutboxMessage>(
      session, std::move(where), "ORDER BY next_attempt_at, id LIMIT " + std::to_string(limit));
}

std::optional<Instant> next_due(Session& session) {
  std::optional<Instant> found;
  std::deque<Cell> none;
  query(session, "SELECT min(next_attempt_at) FROM outbox WHERE next_attempt_at IS NOT NULL", none,
        {Cell{}},
        [&](const std::deque<Cell>& row) { Column<std::optional<Instant>>::get(row[0], found); });
  return found;
}

bool retry(Session& session, std::uint64_t id, const std::optional<Municipalities>& scope,
           Instant now) {
  Where where;
  const auto at = where.add(now);
  where.equal("id", id).in_scope("municipality", scope);
  return changed_one(session, "UPDATE outbox SET next_attempt_at = " + at, std::move(where));
}

bool delivered(Session& session, std::uint64_t id) {
  return changed_one(session, "DELETE FROM outbox", std::move(Where().equal("id", id)));
}

bool failed(Session& session, std::uint64_t id, std::string_view error,
            std::optional<Instant> next_attempt) {
  Where where;
  const auto at = where.add(next_attempt);
  const auto text = where.add(std::string(error));
  where.equal("id", id);
  return changed_one(session,
                     "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = " + at +
                         ", last_error = " + text,
                     std::move(where));
}

}  // namespace varde::store::sql
