#include <algorithm>

#include "api/route.hpp"
#include "api/views/figure_view.hpp"
#include "api/views/texts.hpp"

namespace varde::api {
namespace {

using std::chrono::hours;

constexpr auto kShift = hours{24};
constexpr auto kLongest = hours{24 * 366};

struct FigureQuery {
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<tenancy::Municipality> municipality;

  static constexpr std::string_view kName = "FigureQuery";
  static constexpr std::string_view kDoc = "Which period.";
  static constexpr auto fields() {
    using Q = FigureQuery;
    return std::tuple{field("from", &Q::from, "24 hours before `to` unless told"),
                      field("to", &Q::to, "Now unless told; at most 366 days after `from`"),
                      field("municipality", &Q::municipality, "Only of this one")};
  }
};

std::vector<CodeCount> by_code(const access::KeyFigures& figures) {
  std::vector<CodeCount> counts;
  for (const auto& [code, count] : figures.by_code)
    counts.push_back({to_string(code), code_text(code), count});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return counts;
}

std::vector<MunicipalityCount> by_municipality(const access::KeyFigures& figures,
                                               const Lookups::Directory& directory) {
  std::vector<MunicipalityCount> counts;
  for (const auto& [m, count] : figures.by_municipality) {
    MunicipalityCount view{m, directory.municipality_name(m), count.first, count.second, 0};
    const auto it = directory.municipalities.find(m);
    if (it != directory.municipalities.end() && it->second.users > 0)
      view.per_1000_users = 1000.0 * count.first / it->second.users;
    counts.push_back(std::move(view));
  }
  return counts;
}

KeyFigureView make_view(const access::KeyFigures& f, const Lookups::Directory& directory) {
  KeyFigureView view;
  view.alarms = f.alarms;
  view.technical = f.technical;
  view.open_now = f.open_now;
  view.answered = f.answered;
  view.answer_time_s = {f.answer.p50, f.answer.p90, f.answer.p99, f.answer.within_60_share,
                        f.answer.within_180_share};
  view.handling_time_s = {f.handling.p50, f.handling.p90};
  for (const auto& hour : f.by_hour)
    view.by_hour.push_back({hour.hour, hour.alarms, hour.technical});
  view.by_code = by_code(f);
  view.by_municipality = by_municipality(f, directory);
  for (const auto& [outcome, count] : f.by_outcome)
    if (outcome != alarm::Outcome::none) view.by_outcome.push_back({outcome, count});
  return view;
}

void show_figures(const CallPtr& call) {
  const auto query = call->query<FigureQuery>();
  if (!query) return;
  const Instant to = query->to.value_or(call->now());
  const Instant from = query->from.value_or(to - kShift);
  if (from >= to || to - from > kLongest)
    return call->fail({ProblemKind::invalid,
                       "The period must be of at most 366 days.",
                       {{"/query/from", "must be before `to`, by at most 366 days"}},
                       {}});
  const auto figures = call->handle().key_figures(from, to, call->now(), query->municipality);
  if (!figures) return call->fail(figures.error());
  auto view = make_view(*figures, *call->services().lookups.directory(call->now()));
  view.from = from;
  view.to = to;
  call->answer(view);
}

}  // namespace

void add_figure_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/key-figures",
                        "Counts and times of a period, without persons", Access::signed_in,
                        Lane::worker, show_figures}
                      .takes_query<FigureQuery>()
                      .gives<KeyFigureView>()
                      .may_fail({ProblemKind::invalid, ProblemKind::not_found}));
}

}  // namespace varde::api
