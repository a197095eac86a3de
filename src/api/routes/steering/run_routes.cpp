#include "api/route.hpp"
#include "api/routes/steering/make.hpp"
#include "api/views/steering_requests.hpp"

namespace varde::api {

RunView make_run(const steering::Run& run) {
  return {run.id,      run.version, run.kind, run.state, run.progress, make_mistakes(run.mistakes),
          run.program, run.differs};
}

namespace {

using steering::RunId;
using steering::VersionId;

void start_run(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<RunRequest>();
  if (!request) return;
  answer_or_fail(call,
                 call->desk().start(*id, request->kind, request->parameters.value_or(TextMap{})),
                 make_run, 202);
}

void calculate(const CallPtr& call) {
  const auto request = call->body<RunRequest>();
  if (!request) return;
  const auto json = call->desk().calculated(request->kind, request->parameters.value_or(TextMap{}));
  if (!json) return call->fail(json.error());
  call->reply(json_response(200, *json));
}

void show_run(const CallPtr& call) {
  const auto id = call->path_value<RunId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().run(*id), make_run);
}

void show_result(const CallPtr& call) {
  const auto id = call->path_value<RunId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto json = call->desk().result(*id);
  if (!json) return call->fail(json.error());
  call->reply(json_response(200, *json));
}

void cancel_run(const CallPtr& call) {
  const auto id = call->path_value<RunId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto done = call->desk().cancel(*id);
  if (!done) return call->fail(done.error());
  call->reply(no_content());
}

}  // namespace

void add_run_routes(RouteTable& table) {
  table.push_back(Route{Method::post, "/versions/{id}/runs",
                        "Compute on a version; what is computed already is done at once",
                        Access::signed_in, Lane::worker, start_run}
                      .path_is<VersionId>()
                      .takes<RunRequest>()
                      .gives<RunView>(202)
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid,
                                 ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::post, "/calculations",
                        "Compute on the parameters alone, at once: staffing.erlang",
                        Access::signed_in, Lane::worker, calculate}
                      .takes<RunRequest>()
                      .may_fail({ProblemKind::invalid, ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::get, "/runs/{id}", "How far a computation has come",
                        Access::signed_in, Lane::worker, show_run}
                      .path_is<RunId>()
                      .gives<RunView>()
                      .may_fail({ProblemKind::not_found}));
  table.push_back(Route{Method::get, "/runs/{id}/result",
                        "What was computed: the JSON of the kind's own description",
                        Access::signed_in, Lane::worker, show_result}
                      .path_is<RunId>()
                      .may_fail({ProblemKind::not_found}));
  table.push_back(Route{Method::delete_, "/runs/{id}", "Stop a computation", Access::signed_in,
                        Lane::worker, cancel_run}
                      .path_is<RunId>()
                      .gives_nothing()
                      .may_fail({ProblemKind::not_found, ProblemKind::idempotency_conflict}));
}

}  // namespace varde::api
