#include "store/cursor.hpp"
#include "store/queries.hpp"
#include "store/statement.hpp"
#include "store/tables.hpp"

namespace varde::store::sql {
namespace {

using access::AlarmFilter;

Where conditions(const AlarmFilter& filter) {
  Where where;
  // Written out, because an index that covers open alarms only is not used for a bound value.
  if (filter.which == AlarmFilter::Which::open) where.that("state <> 8");
  if (filter.which == AlarmFilter::Which::closed) where.that("state = 8");
  where.equal_if("device", filter.device)
      .equal_if("person", filter.user)
      .equal_if("home", filter.home);
  where.equal_if("state", filter.state).equal_if("kind", filter.kind).equal_if("code", filter.code);
  where.equal_if("outcome", filter.outcome).equal_if("handler", filter.handler);
  if (filter.from) where.with("received_at >= ", *filter.from);
  if (filter.to) where.with("received_at < ", *filter.to);
  return std::move(where.in_scope("municipality", filter.municipalities));
}

void start_after(Where& where, const AlarmCursor& cursor, bool most_urgent_first) {
  const auto priority = most_urgent_first ? where.add(cursor.priority) + ", " : std::string();
  const auto received = where.add(cursor.received_at);
  const auto id = where.add(cursor.id);
  where.that((most_urgent_first ? "(priority, received_at, id) > (" : "(received_at, id) < (") +
             priority + received + ", " + id + ")");
}

}  // namespace

static_assert(static_cast<int>(alarm::State::closed) == 8, "the SQL and its indexes say 8");

Page<alarm::Alarm> alarms(Session& session, const AlarmFilter& filter, const PageRequest& page) {
  const bool most_urgent_first = filter.which == AlarmFilter::Which::open;
  const std::size_t limit = page_limit(page.limit);
  Where where = conditions(filter);
  if (const auto cursor = parse_alarm_cursor(page.cursor))
    start_after(where, *cursor, most_urgent_first);
  const std::string order =
      most_urgent_first ? "priority, received_at, id" : "received_at DESC, id DESC";
  auto found = select<alarm::Alarm>(session, std::move(where),
                                    "ORDER BY " + order + " LIMIT " + std::to_string(limit + 1));
  return page_of(std::move(found), limit, [](const alarm::Alarm& last) { return to_cursor(last); });
}

std::optional<alarm::Alarm> alarm(Session& session, const AlarmId& id) {
  return select_one<alarm::Alarm>(session, std::move(Where().equal("id", id)));
}

std::vector<access::LogLine> alarm_log(Session& session, const AlarmId& id) {
  std::vector<access::LogLine> lines;
  for (auto& row :
       select<LogRow>(session, std::move(Where().equal("alarm", id)), "ORDER BY position, number"))
    lines.push_back(std::move(row.line));
  return lines;
}

}  // namespace varde::store::sql
