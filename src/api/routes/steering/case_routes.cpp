#include <algorithm>

#include "api/route.hpp"
#include "api/routes/steering/make.hpp"
#include "api/views/share_view.hpp"
#include "api/views/steering_requests.hpp"

namespace varde::api {

std::vector<MistakeView> make_mistakes(const steering::Complaints& mistakes) {
  std::vector<MistakeView> views;
  for (const auto& one : mistakes) views.push_back({one.file, one.line, one.text});
  return views;
}

VersionView make_version(const steering::Version& version, const Lookups::Directory& directory) {
  VersionView view;
  view.id = version.id;
  view.case_id = version.of;
  view.number = version.number;
  view.parent = version.parent;
  view.author = {version.author, directory.actor_name(version.author)};
  view.at = version.at;
  view.comment = version.comment;
  if (const auto& made = version.decision)
    view.decision = DecisionView{made->reference, made->date, made->body,
                                 ActorRef{made->by, directory.actor_name(made->by)}, made->at};
  return view;
}

CaseView make_case(const Call& call, const steering::Case& row,
                   const Lookups::Directory& directory) {
  CaseView view;
  view.id = row.id;
  view.kind = row.kind;
  view.title = {row.kind, row.kind};
  if (const auto* kind = call.services().steering.tools.kind(row.kind))
    view.title = {kind->title.nb, kind->title.en};
  view.name = row.name;
  view.latest = make_version(row.latest, directory);
  view.decided = row.decided;
  return view;
}

namespace {

using tenancy::Act;

DirectoryPtr directory_of(const CallPtr& call) {
  return call->services().lookups.directory(call->now());
}

void show_steering(const CallPtr& call) {
  if (!call->handle().may(Act::view_cases)) return call->fail(access::Handle::Failure::forbidden);
  const auto& tools = call->services().steering.tools;
  SteeringView view;
  for (const auto& kind : tools.kinds) {
    CaseKindView one{kind.name, {kind.title.nb, kind.title.en}, kind.can_be_new, {}, {}};
    for (const auto& shown : kind.shown) one.shown.push_back({shown.kind, shown.parameters});
    for (const auto& exporter : tools.exporters)
      if (std::ranges::find(exporter.kinds, kind.name) != exporter.kinds.end())
        one.formats.push_back(exporter.format);
    view.kinds.push_back(std::move(one));
  }
  for (const auto& example : tools.examples)
    view.examples.push_back({example.name, example.kind, example.title});
  call->answer(view);
}

void list_cases(const CallPtr& call) {
  answer_or_fail(call, call->desk().cases(), [&](const auto& rows) {
    const auto directory = directory_of(call);
    Whole<CaseView> view;
    for (const auto& row : rows) view.items.push_back(make_case(*call, row, *directory));
    return view;
  });
}

void show_case(const CallPtr& call) {
  const auto id = call->path_value<steering::CaseId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().find(*id), [&](const steering::Case& row) {
    const auto directory = directory_of(call);
    CaseDetail view;
    static_cast<CaseView&>(view) = make_case(*call, row, *directory);
    const auto versions = call->desk().versions(*id);
    if (versions)
      for (const auto& one : *versions) view.versions.push_back(make_version(one, *directory));
    return view;
  });
}

/// The files a new case starts with; when there are none the call is answered.
std::optional<steering::Files> first_files(const CallPtr& call, const NewCaseRequest& request) {
  const auto& tools = call->services().steering.tools;
  const int ways =
      request.example.has_value() + request.kind.has_value() + request.files.has_value();
  if (ways != 1) {
    call->fail(ProblemKind::invalid, "Give one of example, kind and files.");
    return std::nullopt;
  }
  if (request.files) return *request.files;
  if (request.example) {
    for (const auto& one : tools.examples)
      if (one.name == *request.example) return one.files;
    call->fail({ProblemKind::invalid,
                "There is no such example.",
                {{"/example", "GET /steering lists them"}},
                {}});
    return std::nullopt;
  }
  const auto* kind = tools.kind(*request.kind);
  if (kind == nullptr || !kind->can_be_new) {
    call->fail({ProblemKind::invalid,
                "No new case of this kind can be made.",
                {{"/kind", "GET /steering lists those that can"}},
                {}});
    return std::nullopt;
  }
  auto made = tools.new_case(*request.kind, request.municipalities.value_or(""));
  if (made) return std::move(made).value();
  call->fail(steering::problem_of(made.error()));
  return std::nullopt;
}

void create_case(const CallPtr& call) {
  const auto request = call->body<NewCaseRequest>();
  if (!request) return;
  auto files = first_files(call, *request);
  if (!files) return;
  recorded(call, Act::edit_case, "new case",
           [call, request, files = std::move(*files)](const steering::Desk::Permit& permit) {
             const auto made = call->desk().create(permit, request->kind.value_or(""), files,
                                                   request->comment, call->now());
             answer_or_fail(
                 call, made,
                 [&](const auto& version) { return make_version(version, *directory_of(call)); },
                 201);
           });
}

steering::Draft draft_of(DraftRequest request) {
  steering::Draft draft;
  draft.base = request.base;
  draft.branch = request.branch.value_or(false);
  draft.comment = std::move(request.comment);
  draft.files = request.files.value_or(TextMap{});
  draft.edits = edits_of(request.edits);
  return draft;
}

void save_version(const CallPtr& call) {
  const auto id = call->path_value<steering::CaseId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  auto request = call->body<DraftRequest>();
  if (!request) return;
  recorded(call, Act::edit_case, "new version of case " + to_string(*id),
           [call, id, draft = draft_of(std::move(*request))](const auto& permit) {
             answer_or_fail(
                 call, call->desk().save(permit, *id, draft, call->now()),
                 [&](const auto& version) { return make_version(version, *directory_of(call)); },
                 201);
           });
}

}  // namespace

void add_case_routes(RouteTable& table) {
  table.push_back(Route{Method::get, "/steering", "Kinds of case, what they compute, examples",
                        Access::signed_in, Lane::worker, show_steering}
                      .gives<SteeringView>());
  table.push_back(Route{Method::get, "/cases", "The cases, the latest changed first",
                        Access::signed_in, Lane::worker, list_cases}
                      .gives<Whole<CaseView>>());
  table.push_back(Route{Method::post, "/cases", "A new case; gives its first version",
                        Access::signed_in, Lane::worker, create_case}
                      .takes<NewCaseRequest>()
                      .gives<VersionView>(201)
                      .may_fail({ProblemKind::invalid, ProblemKind::too_many,
                                 ProblemKind::idempotency_conflict}));
  table.push_back(Route{Method::get, "/cases/{id}", "A case and its versions", Access::signed_in,
                        Lane::worker, show_case}
                      .path_is<steering::CaseId>()
                      .gives<CaseDetail>()
                      .may_fail({ProblemKind::not_found}));
  table.push_back(
      Route{Method::post, "/cases/{id}/versions",
            "Save the next version; a base that is not the newest is refused unless it branches",
            Access::signed_in, Lane::worker, save_version}
          .path_is<steering::CaseId>()
          .takes<DraftRequest>()
          .gives<VersionView>(201)
          .may_fail({ProblemKind::not_found, ProblemKind::invalid, ProblemKind::stale_version,
                     ProblemKind::too_many, ProblemKind::idempotency_conflict}));
}

}  // namespace varde::api
