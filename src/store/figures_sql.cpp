#include <algorithm>
#include <cmath>

#include "store/hours.hpp"
#include "store/queries.hpp"
#include "store/statement.hpp"

namespace varde::store::sql {
namespace {

using access::KeyFigures;

static_assert(static_cast<int>(alarm::SignalKind::alarm) == 0, "the SQL says 0");

struct Period {
  Instant from;
  Instant to;
  const std::optional<Municipalities>& scope;

  Where where() const {
    Where where;
    where.with("received_at >= ", from).with("received_at < ", to).in_scope("municipality", scope);
    return where;
  }
};

std::uint32_t small(const Cell& cell) { return static_cast<std::uint32_t>(cell.number); }

void count_kinds(Session& session, const Period& period, KeyFigures& figures) {
  Where where = period.where();
  query(session,
        "SELECT kind = 0, code, municipality, CASE WHEN state = 8 THEN outcome ELSE -1 END AS "
        "closed_as, count(*) "
        "FROM alarm" +
            where.sql() + " GROUP BY 1, 2, 3, 4",
        where.values(), std::deque<Cell>(5), [&](const std::deque<Cell>& row) {
          const auto counted = small(row[4]);
          const bool person = row[0].number != 0;
          alarm::AlertCode code;
          Column<alarm::AlertCode>::get(row[1], code);
          (person ? figures.alarms : figures.technical) += counted;
          figures.by_code[code] += counted;
          auto& place = figures.by_municipality[{static_cast<std::uint16_t>(row[2].number)}];
          (person ? place.first : place.second) += counted;
          if (row[3].number >= 0)
            figures.by_outcome[static_cast<alarm::Outcome>(row[3].number)] += counted;
        });
}

void count_hours(Session& session, const Period& period, Instant now, KeyFigures& figures) {
  figures.by_hour = empty_hours(period.from, period.to, now);
  if (figures.by_hour.empty()) return;
  const Instant first = figures.by_hour.front().hour;
  Where where = Period{std::max(period.from, first), period.to, period.scope}.where();
  query(session,
        "SELECT received_at / 3600000, sum(kind = 0), sum(kind <> 0) FROM alarm" + where.sql() +
            " GROUP BY 1",
        where.values(), std::deque<Cell>(3), [&](const std::deque<Cell>& row) {
          const auto index = row[0].number - first.time_since_epoch() / std::chrono::hours{1};
          if (index < 0 || index >= static_cast<long long>(figures.by_hour.size())) return;
          auto& hour = figures.by_hour[static_cast<std::size_t>(index)];
          hour.alarms = small(row[1]);
          hour.technical = small(row[2]);
        });
}

/// `span` is an expression in milliseconds, NULL for an alarm that does not count.
std::pair<KeyFigures::Times, std::uint32_t> times(Session& session, const Period& period,
                                                  const std::string& span) {
  std::vector<long long> spans;
  Where where = period.where();
  where.that("kind = 0").that(span + " IS NOT NULL");
  query(session, "SELECT " + span + " FROM alarm" + where.sql(), where.values(), {Cell{}},
        [&](const std::deque<Cell>& row) { spans.push_back(row[0].number); });
  std::ranges::sort(spans);
  KeyFigures::Times result;
  if (spans.empty()) return {result, 0};
  const auto count = static_cast<double>(spans.size());
  const auto percentile = [&](double share) {
    const auto rank = static_cast<std::size_t>(std::ceil(share * count));
    return static_cast<double>(spans[std::max<std::size_t>(rank, 1) - 1]) / 1'000;
  };
  const auto share_within = [&](long long limit_ms) {
    return static_cast<double>(std::ranges::upper_bound(spans, limit_ms) - spans.begin()) / count;
  };
  result = {percentile(0.50), percentile(0.90), percentile(0.99), share_within(60'000),
            share_within(180'000)};
  return {result, static_cast<std::uint32_t>(spans.size())};
}

}  // namespace

KeyFigures key_figures(Session& session, Instant from, Instant to, Instant now,
                       const std::optional<Municipalities>& scope) {
  const Period period{from, to, scope};
  KeyFigures figures;
  count_kinds(session, period, figures);
  count_hours(session, period, now, figures);
  std::tie(figures.answer, figures.answered) =
      times(session, period, "first_taken_at - received_at");
  figures.handling =
      times(session, period, "CASE WHEN state = 8 THEN closed_at - first_taken_at END").first;
  Where open;
  open.that("state <> 8").in_scope("municipality", scope);
  figures.open_now = static_cast<std::uint32_t>(count(session, "alarm", std::move(open)));
  return figures;
}

}  // namespace varde::store::sql
