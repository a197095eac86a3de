#include "store/cursor.hpp"
#include "store/fold.hpp"
#include "store/open_counter.hpp"
#include "store/queries.hpp"
#include "store/statement.hpp"
#include "store/tables.hpp"

namespace varde::store::sql {
namespace {

using access::DeviceFilter;
using access::DeviceRow;

static_assert(static_cast<int>(alarm::Condition::battery_low) == 1,
              "the SQL and its indexes say 1");
static_assert(static_cast<int>(alarm::Condition::mains_failed) == 3,
              "the SQL and its indexes say 3");

Where conditions(const DeviceFilter& filter) {
  using Condition = DeviceFilter::Condition;
  Where where;
  switch (filter.condition) {
    case Condition::any:
      break;
    case Condition::lost:
      where.that("contact_lost = 1");
      break;
    case Condition::battery:
      where.that("battery = 1");
      break;
    case Condition::mains:
      where.that("mains = 3");
      break;
    case Condition::well:
      where.that("contact_lost = 0 AND battery <> 1 AND mains <> 3");
      break;
  }
  where.equal_if("person", filter.user).in_scope("municipality", filter.municipalities);
  if (const auto text = fold(filter.text); !text.empty())
    where.with("search LIKE '%' || ", text, " || '%'");
  return where;
}

}  // namespace

Page<DeviceRow> devices(Session& session, const DeviceFilter& filter, const PageRequest& page) {
  const std::size_t limit = page_limit(page.limit);
  Where where = conditions(filter);
  if (const auto last = parse_ulid(page.cursor)) {
    if (const auto row = device(session, DeviceId(*last))) {
      const auto address = where.add(row->device.address);
      where.that("(address, id) > (" + address + ", " + where.add(row->device.id) + ")");
    }
  }
  auto found = select<DeviceRow>(session, std::move(where),
                                 "ORDER BY address, id LIMIT " + std::to_string(limit + 1));
  auto result = page_of(std::move(found), limit,
                        [](const DeviceRow& row) { return to_string(row.device.id); });
  OpenCounter counter(session, "device");
  for (auto& row : result.items) row.open_alarms = counter.count(row.device.id);
  return result;
}

std::optional<DeviceRow> device(Session& session, const DeviceId& id) {
  auto row = select_one<DeviceRow>(session, std::move(Where().equal("id", id)));
  if (row) row->open_alarms = OpenCounter(session, "device").count(id);
  return row;
}

std::vector<access::Assignment> assignments(Session& session, const DeviceId& id) {
  std::vector<access::Assignment> found;
  for (auto& row : select<AssignmentRow>(session, std::move(Where().equal("device", id)),
                                         "ORDER BY from_at DESC"))
    found.push_back(row.assignment);
  return found;
}

std::vector<access::SignalRow> signals(Session& session, const DeviceId& id, std::size_t limit) {
  std::vector<access::SignalRow> found;
  for (auto& kept :
       select<KeptSignal>(session, std::move(Where().equal("device", id)),
                          "ORDER BY position DESC LIMIT " + std::to_string(page_limit(limit))))
    found.push_back(std::move(kept.row));
  return found;
}

std::optional<care::ResponsePlan> plan(Session& session, const PlanId& id) {
  const auto row = select_one<PlanRow>(session, std::move(Where().equal("id", id)));
  if (!row) return std::nullopt;
  care::ResponsePlan plan{.id = row->id, .steps = {}, .priority_shift = row->priority_shift};
  for (const auto& step :
       select<PlanStepRow>(session, std::move(Where().equal("plan", id)), "ORDER BY number"))
    plan.steps.push_back(step.step);
  return plan;
}

}  // namespace varde::store::sql
