#include "versions/rows.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"

namespace varde::versions::rows {
namespace {

template <class IdType>
IdType id_of(const std::string& text) {
  const auto id = parse_ulid(text);
  if (!id) throw std::runtime_error("an id cannot be read");
  return IdType{*id};
}

std::string date_text(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::chrono::year_month_day date_of(const std::string& text) {
  const auto midnight = parse_rfc3339(text + "T00:00:00Z");
  if (!midnight) throw std::runtime_error("a date cannot be read");
  return std::chrono::floor<std::chrono::days>(*midnight);
}

std::string text(const soci::row& row, std::size_t column) {
  return row.get<std::string>(column, "");
}

steering::Version version_of(const soci::row& row) {
  steering::Version v;
  v.id = id_of<steering::VersionId>(text(row, 0));
  v.of = id_of<steering::CaseId>(text(row, 1));
  v.number = std::stoi(text(row, 2));
  if (const auto parent = text(row, 3); !parent.empty())
    v.parent = id_of<steering::VersionId>(parent);
  v.author = id_of<ActorId>(text(row, 4));
  v.at = instant(std::stoll(text(row, 5)));
  v.comment = text(row, 6);
  if (const auto date = text(row, 8); !date.empty())
    v.decision =
        steering::Decision{text(row, 7), date_of(date), text(row, 9), id_of<ActorId>(text(row, 10)),
                           instant(std::stoll(text(row, 11)))};
  return v;
}

steering::Share share_of(const soci::row& row) {
  steering::Share s;
  s.id = id_of<steering::ShareId>(text(row, 0));
  s.version = id_of<steering::VersionId>(text(row, 1));
  s.token_hash = text(row, 2);
  s.by = id_of<ActorId>(text(row, 3));
  s.at = instant(std::stoll(text(row, 4)));
  s.until = instant(std::stoll(text(row, 5)));
  if (const auto revoked = text(row, 6); !revoked.empty()) s.revoked = instant(std::stoll(revoked));
  return s;
}

template <class Row, class Make>
std::vector<Row> select(Session& session, const std::string& query, const std::string& key,
                        Make make) {
  soci::row row;
  soci::statement statement(session);
  if (query.find(":key") != query.npos) statement.exchange(soci::use(key, "key"));
  statement.exchange(soci::into(row));
  statement.alloc();
  statement.prepare(query);
  statement.define_and_bind();
  std::vector<Row> found;
  statement.execute();
  while (statement.fetch()) found.push_back(make(row));
  return found;
}

}  // namespace

std::vector<steering::Version> versions(Session& session, const std::string& tail,
                                        const std::string& key) {
  // Numbers as text: SOCI tells a column's type by its first row only.
  return select<steering::Version>(
      session,
      "SELECT v.id, v.case_id, CAST(v.number AS TEXT), v.parent, v.author, CAST(v.at AS TEXT), "
      "v.comment, d.reference, d.date, d.body, d.by, CAST(d.at AS TEXT) FROM version v "
      "LEFT JOIN decision d ON d.version = v.id " +
          tail,
      key, version_of);
}

std::vector<steering::Share> shares(Session& session, const std::string& tail,
                                    const std::string& key) {
  return select<steering::Share>(session,
                                 "SELECT id, version, token_hash, by, CAST(at AS TEXT), "
                                 "CAST(until AS TEXT), CAST(revoked AS TEXT) FROM share " +
                                     tail,
                                 key, share_of);
}

Files files(Session& session, const std::string& version) {
  Files found;
  const auto rows = select<std::pair<std::string, std::string>>(
      session,
      "SELECT vf.name, f.content FROM version_file vf JOIN file f ON f.hash = vf.hash "
      "WHERE vf.version = :key",
      version, [](const soci::row& row) {
        return std::pair{text(row, 0), text(row, 1)};
      });
  for (const auto& [name, content] : rows) found.emplace(name, content);
  return found;
}

void put_version(Session& session, const steering::Version& version, const Files& files) {
  const auto id = to_string(version.id);
  const auto of = to_string(version.of);
  const auto parent = version.parent ? to_string(*version.parent) : std::string{};
  auto has_parent = version.parent ? soci::i_ok : soci::i_null;
  const auto author = to_string(version.author);
  const auto at = stored(version.at);
  session << "INSERT INTO version(id, case_id, number, parent, author, at, comment) "
             "VALUES(:id, :of, :number, :parent, :author, :at, :comment)",
      soci::use(id), soci::use(of), soci::use(version.number), soci::use(parent, has_parent),
      soci::use(author), soci::use(at), soci::use(version.comment);
  for (const auto& [name, content] : files) {
    const auto hash = to_hex(sha256(content));
    session << "INSERT INTO file(hash, content) VALUES(:h, :c) ON CONFLICT DO NOTHING",
        soci::use(hash), soci::use(content);
    session << "INSERT INTO version_file(version, name, hash) VALUES(:v, :n, :h)", soci::use(id),
        soci::use(name), soci::use(hash);
  }
}

void put_decision(Session& session, const std::string& version,
                  const steering::Decision& decision) {
  const auto date = date_text(decision.date);
  const auto by = to_string(decision.by);
  const auto at = stored(decision.at);
  session << "INSERT INTO decision(version, reference, date, body, by, at) "
             "VALUES(:v, :r, :d, :b, :by, :at)",
      soci::use(version), soci::use(decision.reference), soci::use(date), soci::use(decision.body),
      soci::use(by), soci::use(at);
}

void put_share(Session& session, const steering::Share& share) {
  const auto id = to_string(share.id);
  const auto version = to_string(share.version);
  const auto by = to_string(share.by);
  const auto at = stored(share.at);
  const auto until = stored(share.until);
  session << "INSERT INTO share(id, version, token_hash, by, at, until) "
             "VALUES(:i, :v, :t, :b, :a, :u)",
      soci::use(id), soci::use(version), soci::use(share.token_hash), soci::use(by), soci::use(at),
      soci::use(until);
}

long long count(Session& session, const std::string& query, const std::string& key) {
  long long found = 0;
  session << query, soci::use(key), soci::into(found);
  return found;
}

}  // namespace varde::versions::rows
