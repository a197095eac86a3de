#include "sqlite/database.hpp"

#include <cctype>

#include <fmt/format.h>

namespace varde::sqlite {
namespace {

/// As the path of a file: URI, so that a blank or a question mark in a folder's name is no option.
std::string uri_path(const std::filesystem::path& path) {
  std::string out;
  for (const char c : std::filesystem::absolute(path).string()) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                       std::string_view("/-_.~").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string connect_string(const std::filesystem::path& path, Mode mode) {
  return fmt::format("db=file:{}?mode={} timeout=2", uri_path(path),
                     mode == Mode::write ? "rwc" : "ro");
}

std::unique_ptr<Session> open(const std::filesystem::path& path, const OpenOptions& options) {
  auto session = std::make_unique<Session>(soci::sqlite3, connect_string(path, options.mode));
  if (options.mode == Mode::write) {
    execute(*session, "PRAGMA journal_mode=WAL");
    execute(*session, "PRAGMA synchronous=FULL");
    execute(*session, fmt::format("PRAGMA wal_autocheckpoint={}", options.autocheckpoint_pages));
    execute(*session, "PRAGMA foreign_keys=ON");
  }
  // Opening is lazy: the first read says whether this is a database at all.
  number(*session, "SELECT count(*) FROM sqlite_master");
  return session;
}

sqlite_api::sqlite3* native(Session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

void execute(Session& session, const std::string& sql) {
  auto* database = native(session);
  const int code = sqlite_api::sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(database), code);
}

long long number(Session& session, const std::string& sql) {
  long long value = 0;
  soci::indicator indicator = soci::i_null;
  session << sql, soci::into(value, indicator);
  return session.got_data() && indicator == soci::i_ok ? value : 0;
}

Transaction::Transaction(Session& session, Mode mode) : session_(session) {
  execute(session_, mode == Mode::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // SQLite has already rolled back by itself after some failures: then there is nothing to do.
  if (open_ && sqlite_api::sqlite3_get_autocommit(native(session_)) == 0)
    sqlite_api::sqlite3_exec(native(session_), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  execute(session_, "COMMIT");
  open_ = false;
}

std::string reason(const std::exception& failure) {
  const auto* soci_failure = dynamic_cast<const soci::soci_error*>(&failure);
  return soci_failure == nullptr ? failure.what() : soci_failure->get_error_message();
}

}  // namespace varde::sqlite
