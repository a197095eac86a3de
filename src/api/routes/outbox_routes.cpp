#include <fmt/format.h>

#include "api/route.hpp"
#include "api/routes/alarm_query.hpp"
#include "base/names.hpp"

namespace varde::api {

enum class OutboxState : std::uint8_t { waiting, dead };

inline std::string_view to_string(OutboxState state) {
  static constexpr auto kNames = make_names<OutboxState>("waiting", "dead");
  return kNames.of(state);
}
template <>
struct Enumeration<OutboxState> : Range<OutboxState::waiting, OutboxState::dead> {};

namespace {

struct OutboxQuery {
  std::optional<OutboxState> state;
  std::optional<std::string> cursor;
  std::optional<std::uint32_t> limit;

  static constexpr std::string_view kName = "OutboxQuery";
  static constexpr std::string_view kDoc = "Which messages.";
  static constexpr auto fields() {
    using Q = OutboxQuery;
    return std::tuple{field("state", &Q::state, "waiting unless told"),
                      field("cursor", &Q::cursor, "next_cursor of the page before"),
                      field("limit", &Q::limit, "Rows, 1 to 200; 50 unless told")};
  }
};

struct OutboxMessageView {
  std::string id;
  tenancy::Municipality municipality;
  std::string kind;
  Instant created_at{};
  int attempts = 0;
  std::optional<Instant> next_attempt_at;
  std::optional<std::string> last_error;
  OutboxState state{};

  static constexpr std::string_view kName = "OutboxMessage";
  static constexpr std::string_view kDoc = "A message that somebody outside has not got yet.";
  static constexpr auto fields() {
    using M = OutboxMessageView;
    return std::tuple{field("id", &M::id, "Of the message"),
                      field("municipality", &M::municipality, "Whose receiver"),
                      field("kind", &M::kind, "What it tells of"),
                      field("created_at", &M::created_at, "When it happened"),
                      field("attempts", &M::attempts, "Made so far"),
                      field("next_attempt_at", &M::next_attempt_at, "Null: given up"),
                      field("last_error", &M::last_error, "Of the latest attempt"),
                      field("state", &M::state, "dead: only a retry sends it")};
  }
};

void list_outbox(const CallPtr& call) {
  const auto query = call->query<OutboxQuery>();
  if (!query) return;
  const auto state = query->state.value_or(OutboxState::waiting);
  const auto page =
      call->handle().outbox(state == OutboxState::dead, page_request(query->cursor, query->limit));
  if (!page) return call->fail(page.error());
  List<OutboxMessageView> view;
  for (const auto& row : page->items) {
    OutboxMessageView message{
        std::to_string(row.id), row.municipality,    row.kind,     row.created_at,
        row.attempts,           row.next_attempt_at, std::nullopt, state};
    if (!row.last_error.empty()) message.last_error = row.last_error;
    view.items.push_back(std::move(message));
  }
  view.next_cursor = page->next_cursor;
  call->answer(view);
}

void retry_message(const CallPtr& call) {
  const auto id = call->path_value<std::uint64_t>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  call->handle().record(tenancy::Act::manage_outbox, fmt::format("retry of message {}", *id),
                        on_worker_or_fail<Done>(call, [call, id](Done) {
                          const auto done = call->handle().retry_outbox(*id, call->now());
                          if (!done) return call->fail(done.error());
                          call->reply(no_content());
                        }));
}

}  // namespace

void add_outbox_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/outbox", "Messages that wait, or have been given up",
                        Access::signed_in, Lane::worker, list_outbox}
                      .takes_query<OutboxQuery>()
                      .gives<List<OutboxMessageView>>()
                      .may_fail({ProblemKind::invalid}));
  table.push_back(Route{Method::post, "/outbox/{id}/retry", "Send it again now", Access::signed_in,
                        Lane::worker, retry_message}
                      .path_is<std::uint64_t>()
                      .gives_nothing()
                      .may_fail({ProblemKind::not_found, ProblemKind::idempotency_conflict}));
}

}  // namespace varde::api
