#include "versions/sqlite_cases.hpp"

#include <mutex>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "sqlite/migration.hpp"
#include "sqlite/settle.hpp"
#include "sqlite/wal.hpp"
#include "versions/rows.hpp"

namespace varde::versions {

using steering::Case;
using steering::CaseId;
using steering::DecidedResult;
using steering::Decision;
using steering::Files;
using steering::Share;
using steering::ShareId;
using steering::Version;
using steering::VersionId;
using Kind = steering::Cases::Refusal::Kind;

std::span<const sqlite::Migration> migrations();

namespace {

constexpr int kCheckpointPages = 1'000;
constexpr const char* kNewestFirst = "WHERE v.case_id = :key ORDER BY v.number DESC";

steering::Cases::Refusal refusal(Kind kind, std::string message) {
  return {kind, std::move(message), {}};
}

template <class T>
std::optional<T> only(std::vector<T> rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

struct CaseRow {
  std::string id, kind, name;
};

std::vector<CaseRow> case_rows(sqlite::Session& session, const std::string& where) {
  std::vector<CaseRow> found;
  const soci::rowset<soci::row> rows =
      (session.prepare << "SELECT id, kind, name FROM case_row " + where);
  for (const auto& row : rows)
    found.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
  return found;
}

Case case_of(sqlite::Session& session, const CaseRow& row) {
  Case found;
  found.id = CaseId{*parse_ulid(row.id)};
  found.kind = row.kind;
  found.name = row.name;
  found.latest = rows::versions(session, std::string{kNewestFirst} + " LIMIT 1", row.id).at(0);
  found.decided = static_cast<int>(rows::count(
      session,
      "SELECT count(*) FROM decision d JOIN version v ON v.id = d.version WHERE v.case_id = :c",
      row.id));
  return found;
}

}  // namespace

struct SqliteCases::Impl {
  std::filesystem::path path;
  std::unique_ptr<sqlite::Session> session;
  std::mutex mutex;

  std::string named(std::string_view what) const {
    return fmt::format("cases {}: {}", path.string(), what);
  }
  template <class Query>
  auto read(Query query) {
    const std::lock_guard lock{mutex};
    return query(*session);
  }
  /// One transaction; kept only when `change` gives a value.
  template <class T>
  Answer<T> write(std::string_view what, const std::function<Answer<T>(sqlite::Session&)>& change) {
    const std::lock_guard lock{mutex};
    auto done = sqlite::guarded(named(what), [&] {
      sqlite::Transaction transaction(*session, sqlite::Mode::write);
      auto answer = change(*session);
      if (answer) transaction.commit();
      return answer;
    });
    if (!done) return refusal(Kind::failed, done.error().message);
    return std::move(done).value();
  }
};

SqliteCases::SqliteCases(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SqliteCases::~SqliteCases() = default;

Result<std::unique_ptr<SqliteCases>> SqliteCases::open(const std::filesystem::path& path) {
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  auto opened = sqlite::guarded(impl->named("open"), [&]() -> Status {
    if (sqlite::wal_hides_commits(path)) return Error{std::string(sqlite::kHiddenCommits)};
    impl->session =
        sqlite::open(path, {.mode = sqlite::Mode::write, .autocheckpoint_pages = kCheckpointPages});
    sqlite::settle_log(*impl->session);
    return sqlite::migrate(*impl->session, migrations());
  });
  if (!opened) return opened.error();
  if (!*opened) return Error{impl->named(opened->error().message)};
  return std::unique_ptr<SqliteCases>(new SqliteCases(std::move(impl)));
}

SqliteCases::Answer<Version> SqliteCases::add(const std::string& kind, const std::string& name,
                                              Version first, const Files& files) {
  first.number = 1;
  first.parent.reset();
  return impl_->write<Version>("new case", [&](sqlite::Session& s) -> Answer<Version> {
    if (sqlite::number(s, "SELECT count(*) FROM case_row") >=
        static_cast<long long>(limits::kCases))
      return refusal(Kind::full, "there is no room for more cases");
    const auto id = to_string(first.of);
    s << "INSERT INTO case_row(id, kind, name) VALUES(:i, :k, :n)", soci::use(id), soci::use(kind),
        soci::use(name);
    rows::put_version(s, first, files);
    return first;
  });
}

SqliteCases::Answer<Version> SqliteCases::append(const std::string& name, Version version,
                                                 const Files& files, bool branch) {
  return impl_->write<Version>("new version", [&](sqlite::Session& s) -> Answer<Version> {
    const auto of = to_string(version.of);
    const auto latest = only(rows::versions(s, std::string{kNewestFirst} + " LIMIT 1", of));
    if (!latest) return refusal(Kind::not_found, "no such case");
    const auto parent =
        version.parent ? only(rows::versions(s, "WHERE v.id = :key", to_string(*version.parent)))
                       : std::nullopt;
    if (!parent || parent->of != version.of)
      return refusal(Kind::not_found, "no such version to start from");
    if (!branch && latest->id != parent->id)
      return Refusal{Kind::stale, "a newer version was saved", latest};
    if (latest->number >= static_cast<int>(limits::kCaseVersions))
      return refusal(Kind::full, "there is no room for more versions");
    version.number = latest->number + 1;
    rows::put_version(s, version, files);
    s << "UPDATE case_row SET name = :n WHERE id = :i", soci::use(name), soci::use(of);
    return version;
  });
}

SqliteCases::Answer<Version> SqliteCases::decide(const VersionId& id, const Decision& decision) {
  return impl_->write<Version>("decision", [&](sqlite::Session& s) -> Answer<Version> {
    auto version = only(rows::versions(s, "WHERE v.id = :key", to_string(id)));
    if (!version) return refusal(Kind::not_found, "no such version");
    if (version->decision) return Refusal{Kind::decided, "the version has a decision", version};
    rows::put_decision(s, to_string(id), decision);
    version->decision = decision;
    return *version;
  });
}

std::vector<Case> SqliteCases::cases() const {
  return impl_->read([](sqlite::Session& s) {
    std::vector<Case> found;
    const auto newest_first =
        "ORDER BY (SELECT v.at FROM version v WHERE v.case_id = case_row.id "
        "ORDER BY v.number DESC LIMIT 1) DESC, id DESC";
    for (const auto& row : case_rows(s, newest_first)) found.push_back(case_of(s, row));
    return found;
  });
}

std::optional<Case> SqliteCases::find(const CaseId& id) const {
  return impl_->read([&](sqlite::Session& s) -> std::optional<Case> {
    // An id's text has letters and digits only.
    const auto row = only(case_rows(s, "WHERE id = '" + to_string(id) + "'"));
    if (!row) return std::nullopt;
    return case_of(s, *row);
  });
}

std::vector<Version> SqliteCases::versions(const CaseId& id) const {
  return impl_->read(
      [&](sqlite::Session& s) { return rows::versions(s, kNewestFirst, to_string(id)); });
}

std::optional<Version> SqliteCases::version(const VersionId& id) const {
  return impl_->read([&](sqlite::Session& s) {
    return only(rows::versions(s, "WHERE v.id = :key", to_string(id)));
  });
}

Files SqliteCases::files(const VersionId& id) const {
  return impl_->read([&](sqlite::Session& s) { return rows::files(s, to_string(id)); });
}

SqliteCases::Answer<Done> SqliteCases::add_share(const Share& share) {
  return impl_->write<Done>("link", [&](sqlite::Session& s) -> Answer<Done> {
    const auto version = to_string(share.version);
    if (rows::versions(s, "WHERE v.id = :key", version).empty())
      return refusal(Kind::not_found, "no such version");
    if (rows::count(s, "SELECT count(*) FROM share WHERE version = :v", version) >=
        static_cast<long long>(limits::kShares))
      return refusal(Kind::full, "the version has too many links");
    rows::put_share(s, share);
    return Done{};
  });
}

std::vector<Share> SqliteCases::shares(const VersionId& id) const {
  return impl_->read([&](sqlite::Session& s) {
    return rows::shares(s, "WHERE version = :key ORDER BY at DESC, id DESC", to_string(id));
  });
}

std::optional<Share> SqliteCases::share_by(std::string_view token_hash) const {
  return impl_->read([&](sqlite::Session& s) {
    return only(rows::shares(s, "WHERE token_hash = :key", std::string{token_hash}));
  });
}

SqliteCases::Answer<Done> SqliteCases::revoke(const ShareId& id, Instant now) {
  return impl_->write<Done>("revoke", [&](sqlite::Session& s) -> Answer<Done> {
    const auto key = to_string(id);
    const auto at = rows::stored(now);
    if (rows::count(s, "SELECT count(*) FROM share WHERE id = :i", key) == 0)
      return refusal(Kind::not_found, "no such link");
    s << "UPDATE share SET revoked = :a WHERE id = :i AND revoked IS NULL", soci::use(at),
        soci::use(key);
    return Done{};
  });
}

Status SqliteCases::keep_result(const std::string& key, Instant at, const std::string& json) {
  const auto done = impl_->write<Done>("result", [&](sqlite::Session& s) -> Answer<Done> {
    const auto ms = rows::stored(at);
    s << "DELETE FROM result WHERE key = :k", soci::use(key);
    s << "INSERT INTO result(key, at, json) VALUES(:k, :a, :j)", soci::use(key), soci::use(ms),
        soci::use(json);
    s << "DELETE FROM result WHERE number <= (SELECT max(number) FROM result) AND number NOT IN "
         "(SELECT number FROM result ORDER BY number DESC LIMIT " +
             std::to_string(limits::kKeptResults) + ")";
    return Done{};
  });
  if (!done) return Error{done.error().message};
  return Done{};
}

std::optional<std::string> SqliteCases::result(const std::string& key) const {
  return impl_->read([&](sqlite::Session& s) -> std::optional<std::string> {
    std::string json;
    s << "SELECT json FROM result WHERE key = :k", soci::use(key), soci::into(json);
    if (!s.got_data()) return std::nullopt;
    return json;
  });
}

Status SqliteCases::keep_decided(const VersionId& id, const std::string& run, Instant at,
                                 const DecidedResult& result) {
  const auto done = impl_->write<Done>("decided result", [&](sqlite::Session& s) -> Answer<Done> {
    const auto version = to_string(id);
    if (rows::count(s, "SELECT count(*) FROM decision WHERE version = :v", version) == 0)
      return refusal(Kind::not_found, "the version has no decision");
    const auto ms = rows::stored(at);
    s << "INSERT INTO decided_result(version, run, program, at, json) "
         "VALUES(:v, :r, :p, :a, :j) ON CONFLICT(version, run) DO NOTHING",
        soci::use(version), soci::use(run), soci::use(result.program), soci::use(ms),
        soci::use(result.json);
    return Done{};
  });
  if (!done) return Error{done.error().message};
  return Done{};
}

std::optional<DecidedResult> SqliteCases::decided_result(const VersionId& id,
                                                         const std::string& run) const {
  return impl_->read([&](sqlite::Session& s) -> std::optional<DecidedResult> {
    const auto version = to_string(id);
    DecidedResult found;
    s << "SELECT program, json FROM decided_result WHERE version = :v AND run = :r",
        soci::use(version), soci::use(run), soci::into(found.program), soci::into(found.json);
    if (!s.got_data()) return std::nullopt;
    return found;
  });
}

}  // namespace varde::versions
