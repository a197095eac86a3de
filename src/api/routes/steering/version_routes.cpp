#include "api/route.hpp"
#include "api/routes/steering/make.hpp"
#include "api/views/sheet_view.hpp"
#include "api/views/steering_requests.hpp"

namespace varde::api {
namespace {

using steering::VersionId;
using tenancy::Act;

std::vector<SheetFieldView> make_fields(const std::vector<steering::Sheet::Field>& fields) {
  std::vector<SheetFieldView> views;
  for (const auto& f : fields)
    views.push_back({f.key, f.value, f.type, f.note, f.line, f.choices, f.required});
  return views;
}

void fill_sheet(const steering::Sheet& sheet, SheetView& view) {
  for (const auto& one : sheet.sections)
    view.sections.push_back(
        {one.file, one.name, make_fields(one.fields), make_fields(one.absent), one.open});
  for (const auto& one : sheet.groups)
    view.groups.push_back({one.file, one.name, make_fields(one.columns)});
  for (const auto& one : sheet.offers)
    view.offers.push_back({one.file, {one.title.nb, one.title.en}});
  for (const auto& table : sheet.tables) {
    SheetTableView one{table.file, table.columns, {}};
    for (const auto& row : table.rows) one.rows.push_back({row.line, row.cells});
    view.tables.push_back(std::move(one));
  }
}

void show_version(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto desk = call->desk();
  const auto version = desk.version(*id);
  if (!version) return call->fail(version.error());
  const auto owner = desk.find(version->of);
  const auto files = desk.files(*id);
  if (!owner || !files) return call->fail(access::Handle::Failure::not_found);
  const auto& tools = call->services().steering.tools;
  VersionDetail view;
  static_cast<VersionView&>(view) =
      make_version(*version, *call->services().lookups.directory(call->now()));
  view.kind = owner->kind;
  view.name = owner->name;
  if (const auto readable = tools.check(*files)) {
    view.name = readable->name;
    view.description = readable->description;
  }
  view.newest = owner->latest.id == *id;
  view.formats = tools.formats(owner->kind, *files);
  fill_sheet(tools.sheet(*files), view);
  call->answer(view);
}

void show_files(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().files(*id), [](const auto& files) { return FilesView{files}; });
}

struct ChangeQuery {
  std::optional<VersionId> from;

  static constexpr std::string_view kName = "ChangeQuery";
  static constexpr std::string_view kDoc = "Against which version.";
  static constexpr auto fields() {
    return std::tuple{
        field("from", &ChangeQuery::from, "A version of the same case; its parent unless told")};
  }
};

void show_changes(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  const auto query = call->query<ChangeQuery>();
  if (!query) return;
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().changes(*id, query->from), [](const auto& changes) {
    Whole<ChangeView> view;
    for (const auto& one : changes)
      view.items.push_back({one.file, one.line_before, one.line_after, one.before, one.after});
    return view;
  });
}

void check_draft(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<FilesAndEdits>();
  if (!request) return;
  const auto draft =
      call->desk().drafted(*id, request->files.value_or(TextMap{}), edits_of(request->edits));
  answer_or_fail(call, draft, [](const steering::Drafted& drafted) {
    DraftView view;
    view.mistakes = make_mistakes(drafted.mistakes);
    fill_sheet(drafted.sheet, view);
    return view;
  });
}

void preview_import(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  answer_or_fail(call, call->desk().preview_import(*id, call->request().body),
                 [](const steering::ImportPreview& preview) {
                   ImportView view{{}, preview.mistakes, preview.files};
                   for (const auto& row : preview.rows)
                     view.rows.push_back(
                         {row.line, row.status, row.what, row.before, row.after, row.mistakes});
                   return view;
                 });
}

struct ExportQuery {
  std::optional<std::string> format;
  std::optional<std::string> alternative;
  std::optional<int> year;
  std::optional<std::string> issued;

  static constexpr std::string_view kName = "ExportQuery";
  static constexpr std::string_view kDoc = "As what.";
  static constexpr auto fields() {
    using Q = ExportQuery;
    return std::tuple{
        field("format", &Q::format, "One of the version's formats"),
        field("alternative", &Q::alternative, "Of invoices (zip): whose cost is invoiced"),
        field("year", &Q::year, "Of invoices (zip): what is paid for"),
        field("issued", &Q::issued, "Of invoices (zip): their day, 2026-01-15; today unless told")};
  }
};

steering::Parameters parameters_of(const ExportQuery& query) {
  steering::Parameters parameters;
  if (query.alternative) parameters["alternative"] = *query.alternative;
  if (query.year) parameters["year"] = std::to_string(*query.year);
  if (query.issued) parameters["issued"] = *query.issued;
  return parameters;
}

void export_version(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  const auto query = call->query<ExportQuery>();
  if (!query) return;
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto desk = call->desk();
  const auto version = desk.version(*id);
  if (!version) return call->fail(version.error());
  const auto owner = desk.find(version->of);
  if (!owner) return call->fail(owner.error());
  const auto* found =
      call->services().steering.tools.exporter(owner->kind, query->format.value_or(""));
  if (found == nullptr)
    return call->fail({ProblemKind::invalid,
                       "The case cannot be had in this format.",
                       {{"/query/format", "GET /versions/{id} lists its formats"}},
                       {}});
  const auto bytes = desk.exported(*id, *found, parameters_of(*query));
  if (!bytes) return call->fail(bytes.error());
  call->reply({200,
               found->media_type,
               *bytes,
               {{"Content-Disposition",
                 "attachment; filename=\"varde-" + to_string(*id) + "." + found->format + "\""},
                {"Cache-Control", "no-store"}}});
}

void decide(const CallPtr& call) {
  const auto id = call->path_value<VersionId>();
  if (!id) return call->fail(access::Handle::Failure::not_found);
  const auto request = call->body<DecisionRequest>();
  if (!request) return;
  recorded(call, Act::decide_case, "decision on version " + to_string(*id),
           [call, id, request](const auto& permit) {
             const auto decided = call->desk().decide(
                 permit, *id, {request->reference, request->date, request->body, {}, {}},
                 call->now());
             answer_or_fail(
                 call, decided,
                 [&](const auto& version) {
                   return make_version(version, *call->services().lookups.directory(call->now()));
                 },
                 201);
           });
}

}  // namespace

void add_version_routes(RouteTable& table) {
  const auto on_version = [&](Method method, std::string_view path, std::string_view summary,
                              void (*handler)(const CallPtr&)) -> Route {
    return Route{method, path, summary, Access::signed_in, Lane::worker, handler}
        .path_is<VersionId>()
        .may_fail({ProblemKind::not_found});
  };
  table.push_back(
      on_version(Method::get, "/versions/{id}", "A version and its numbers", show_version)
          .gives<VersionDetail>());
  table.push_back(
      on_version(Method::get, "/versions/{id}/files", "Its files as they are", show_files)
          .gives<FilesView>());
  table.push_back(on_version(Method::get, "/versions/{id}/changes",
                             "What makes it of its parent, line by line", show_changes)
                      .takes_query<ChangeQuery>()
                      .gives<Whole<ChangeView>>()
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid}));
  table.push_back(
      on_version(
          Method::post, "/versions/{id}/check",
          "A draft from it: what it would be refused for, what to edit then; nothing is saved",
          check_draft)
          .takes<FilesAndEdits>()
          .gives<DraftView>()
          .may_fail({ProblemKind::not_found, ProblemKind::invalid}));
  table.push_back(on_version(Method::post, "/versions/{id}/import",
                             "What a file (CSV or XLSX) would change; nothing is saved",
                             preview_import)
                      .takes_bytes()
                      .gives<ImportView>());
  table.push_back(on_version(Method::get, "/versions/{id}/export", "A report of it", export_version)
                      .in_lane(Lane::report)
                      .takes_query<ExportQuery>()
                      .gives_bytes()
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid}));
  table.push_back(on_version(Method::post, "/versions/{id}/decision",
                             "Enter the decision that was made on it, which freezes it", decide)
                      .takes<DecisionRequest>()
                      .gives<VersionView>(201)
                      .may_fail({ProblemKind::not_found, ProblemKind::invalid,
                                 ProblemKind::already_decided, ProblemKind::idempotency_conflict}));
}

}  // namespace varde::api
