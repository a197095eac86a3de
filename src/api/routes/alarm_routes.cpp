#include "api/csv.hpp"
#include "api/route.hpp"
#include "api/routes/alarm_detail.hpp"
#include "api/routes/alarm_query.hpp"
#include "api/views/make.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

void list_alarms(const CallPtr& call) {
  const auto query = call->query<AlarmQuery>();
  if (!query) return;
  const auto filter = alarm_filter(call, *query);
  if (!filter) return;
  AlarmPage view;
  // Before the rows: they may hold more than the position says, never less.
  view.position = live_end(call->services().gate.position());
  const auto page = call->handle().alarms(*filter, page_request(query->cursor, query->limit));
  if (!page) return call->fail(page.error());
  view.items = make_alarm_views(page->items, call->services().lookups, call->now());
  view.next_cursor = page->next_cursor;
  call->answer(view);
}

void export_alarms(const CallPtr& call) {
  const auto query = call->query<AlarmQuery>();
  if (!query) return;
  const auto filter = alarm_filter(call, *query);
  if (!filter) return;
  CsvWriter csv;
  write_alarm_heading(csv);
  access::PageRequest request{{}, limits::kPageRows};
  for (std::size_t rows = 0; rows < limits::kCsvRows;) {
    const auto page = call->handle().export_alarms(*filter, request);
    if (!page) return call->fail(page.error());
    for (const auto& alarm : page->items)
      write_alarm_row(csv, make_alarm_view(alarm, call->services().lookups, call->now()));
    rows += page->items.size();
    if (!page->next_cursor) break;
    request.cursor = *page->next_cursor;
  }
  call->reply({200,
               "text/csv; charset=utf-8",
               csv.take(),
               {{"Cache-Control", "no-store"},
                {"Content-Disposition", "attachment; filename=\"alarmer.csv\""}}});
}

void show_alarm(const CallPtr& call) {
  const auto id = call->path_value<AlarmId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto alarm = call->handle().alarm(*id, call->services().feed.latest(*id));
  if (!alarm) return call->fail(alarm.error());
  answer_with_detail(call, *alarm);
}

}  // namespace

void add_alarm_routes(RouteTable& table) {
  table.push_back(
      Route{Method::get, "/alarms", "List alarms", Access::signed_in, Lane::worker, list_alarms}
          .takes_query<AlarmQuery>()
          .gives<AlarmPage>()
          .may_fail({ProblemKind::invalid}));
  Route csv{
      Method::get,       "/alarms.csv", "Alarms as a file for a spreadsheet (at most 100,000 rows)",
      Access::signed_in, Lane::worker,  export_alarms};
  csv.takes_query<AlarmQuery>().may_fail({ProblemKind::invalid});
  csv.response_type = "text/csv";
  table.push_back(csv);
  table.push_back(
      Route{Method::get, "/alarms/{id}",
            "An alarm and all that helps to handle it; looking at the person is recorded",
            Access::signed_in, Lane::worker, show_alarm}
          .path_is<AlarmId>()
          .gives<AlarmDetail>()
          .may_fail({ProblemKind::not_found}));
}

}  // namespace varde::api
