#include "store/read_models.hpp"

#include "store/statement.hpp"
#include "store/tables.hpp"

namespace varde::store {
namespace {

template <class T>
TableSum sum_of(Session& session) {
  TableSum sum{.table = Table<T>::kName, .rows = 0, .sum = {}};
  Row<T> row;
  std::deque<Cell> none;
  Statement statement(
      session,
      "SELECT " + joined(row.names()) + " FROM " + Table<T>::kName + " ORDER BY " + Table<T>::kKey,
      none, row.cells());
  statement.run();
  while (statement.fetch()) sum.add(to_line(row.cells()));
  return sum;
}

}  // namespace

engine::Position applied_position(Session& session) {
  return static_cast<engine::Position>(
      sqlite::number(session, "SELECT number FROM meta WHERE name = 'position'"));
}

void put_applied_position(Session& session, engine::Position position) {
  sqlite::execute(session, "INSERT INTO meta(name, number) VALUES('position', " +
                               std::to_string(position) +
                               ") ON CONFLICT(name) DO UPDATE SET number = excluded.number");
}

std::optional<engine::Projection::Snapshot> newest_snapshot(Session& session) {
  long long position = 0;
  soci::blob bytes(session);
  session << "SELECT position, bytes FROM snapshot ORDER BY position DESC LIMIT 1",
      soci::into(position), soci::into(bytes);
  if (!session.got_data()) return std::nullopt;
  engine::Projection::Snapshot snapshot{static_cast<engine::Position>(position),
                                        std::string(bytes.get_len(), '\0')};
  if (!snapshot.bytes.empty()) bytes.read(0, snapshot.bytes.data(), snapshot.bytes.size());
  return snapshot;
}

void put_snapshot(Session& session, const engine::Projection::Snapshot& snapshot) {
  const auto position = static_cast<long long>(snapshot.position);
  soci::blob bytes(session);
  bytes.write(0, snapshot.bytes.data(), snapshot.bytes.size());
  sqlite::execute(session, "DELETE FROM snapshot");
  session << "INSERT INTO snapshot(position, bytes) VALUES(:position, :bytes)", soci::use(position),
      soci::use(bytes);
}

void erase_words_of(Session& session, engine::Position position) {
  const auto at = " WHERE position = " + std::to_string(position);
  sqlite::execute(session, "UPDATE alarm_log SET note = ''" + at);
  sqlite::execute(session, "UPDATE signal SET text = ''" + at);
  sqlite::execute(session, "UPDATE access SET reason = ''" + at);
}

std::vector<TableSum> sum_read_models(Session& session) {
  return {sum_of<alarm::Alarm>(session),  sum_of<LogRow>(session),
          sum_of<KeptSignal>(session),    sum_of<access::DeviceRow>(session),
          sum_of<AssignmentRow>(session), sum_of<PlanRow>(session),
          sum_of<PlanStepRow>(session),   sum_of<AccessEntry>(session)};
}

}  // namespace varde::store
