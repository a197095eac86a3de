#include "sqlite/migration.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/digest.hpp"

namespace varde::sqlite {
namespace {

/// Numbers the migrations that ran here, after checking that each is known and unchanged.
Result<int> version(Session& session, std::span<const Migration> known) {
  std::vector<std::string> checksums;
  if (number(session, "SELECT count(*) FROM sqlite_master WHERE name='migration'") > 0) {
    const soci::rowset<std::string> rows =
        (session.prepare << "SELECT checksum FROM migration ORDER BY number");
    checksums.assign(rows.begin(), rows.end());
  }
  if (checksums.size() > known.size())
    return Error{fmt::format(
        "the database has schema version {}, this program knows up to {}: use a newer program",
        checksums.size(), known.size())};
  for (std::size_t i = 0; i < checksums.size(); ++i) {
    if (checksums[i] != to_hex(sha256(known[i].sql)))
      return Error{
          fmt::format("migration {} is not the one that ran on this database: restore its text, "
                      "and put changes into a new migration",
                      known[i].name)};
  }
  return static_cast<int>(checksums.size());
}

void run(Session& session, const Migration& migration) {
  execute(session, std::string(migration.sql));
  const std::string name(migration.name);
  const std::string checksum = to_hex(sha256(migration.sql));
  session << "INSERT INTO migration(number, name, checksum) VALUES(:number, :name, :checksum)",
      soci::use(migration.number), soci::use(name), soci::use(checksum);
}

Status migrate_or_throw(Session& session, std::span<const Migration> known) {
  Transaction transaction(session, Mode::write);
  const auto at = version(session, known);
  if (!at) return at.error();
  execute(session,
          "CREATE TABLE IF NOT EXISTS migration(number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
          "checksum TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)");
  for (const auto& migration : known.subspan(static_cast<std::size_t>(*at)))
    run(session, migration);
  transaction.commit();
  return Done{};
}

Status flattened(Result<Status> outcome) {
  if (!outcome) return outcome.error();
  return std::move(outcome).value();
}

}  // namespace

Status migrate(Session& session, std::span<const Migration> known) {
  return flattened(guarded("schema", [&] { return migrate_or_throw(session, known); }));
}

Status check_schema(Session& session, std::span<const Migration> known) {
  return flattened(guarded("schema", [&]() -> Status {
    const auto at = version(session, known);
    if (!at) return at.error();
    if (static_cast<std::size_t>(*at) == known.size()) return Done{};
    return Error{
        fmt::format("the database has schema version {}, this program needs {}: let `varde serve` "
                    "bring it up first",
                    *at, known.size())};
  }));
}

}  // namespace varde::sqlite
