#include "api/routes/alarm_query.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace varde::api {
namespace {

using access::AlarmFilter;

bool read_state(const std::string& word, AlarmFilter& filter) {
  if (word == "all") return true;
  if (word == "open" || word == "closed") {
    filter.which = word == "open" ? AlarmFilter::Which::open : AlarmFilter::Which::closed;
    return true;
  }
  alarm::State state{};
  if (!parse_text(word, state)) return false;
  filter.state = state;
  if (state != alarm::State::closed) filter.which = AlarmFilter::Which::open;
  return true;
}

}  // namespace

std::optional<AlarmFilter> alarm_filter(const CallPtr& call, const AlarmQuery& query) {
  AlarmFilter filter;
  std::vector<Problem::Item> errors;
  if (query.state && !read_state(*query.state, filter))
    errors.push_back({"/query/state", "must be open, closed, all or a state"});
  if (query.code) {
    filter.code = alarm::parse_alert_code(*query.code);
    if (!filter.code) errors.push_back({"/query/code", "must be like 3 or 4.1"});
  }
  if (query.municipality) filter.municipalities = access::Municipalities{*query.municipality};
  filter.kind = query.kind;
  filter.outcome = query.outcome;
  filter.from = query.from;
  filter.to = query.to;
  filter.handler = query.handler;
  filter.device = query.device;
  filter.user = query.service_user;
  if (errors.empty()) return filter;
  call->fail({ProblemKind::invalid, "Query parameters are wrong.", std::move(errors), {}});
  return std::nullopt;
}

access::PageRequest page_request(const std::optional<std::string>& cursor,
                                 const std::optional<std::uint32_t>& limit) {
  access::PageRequest page;
  page.cursor = cursor.value_or("");
  if (limit) page.limit = std::clamp<std::size_t>(*limit, 1, limits::kPageRows);
  return page;
}

}  // namespace varde::api
