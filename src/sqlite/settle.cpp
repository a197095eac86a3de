#include "sqlite/settle.hpp"

#include <algorithm>
#include <vector>

namespace varde::sqlite {
namespace {

/// SQLite's Unix file layer takes less than 128 KiB at once (os_unix.c, seekAndWriteFd); what is a
/// multiple of it fails as if the disk were full.
constexpr sqlite_api::sqlite3_int64 kChunk = 64 * 1024;

void check(int code) {
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error("settling the log", code);
}

}  // namespace

void settle_log(Session& session) {
  const Transaction nobody_else_writes(session, Mode::write);
  sqlite_api::sqlite3_file* log = nullptr;
  check(sqlite_api::sqlite3_file_control(native(session), "main", SQLITE_FCNTL_JOURNAL_POINTER,
                                         &log));
  if (log == nullptr || log->pMethods == nullptr) return;
  sqlite_api::sqlite3_int64 size = 0;
  check(log->pMethods->xFileSize(log, &size));
  if (size == 0) return;
  std::vector<char> bytes(static_cast<std::size_t>(std::min(size, kChunk)));
  for (sqlite_api::sqlite3_int64 at = 0; at < size; at += kChunk) {
    const int count = static_cast<int>(std::min(size - at, kChunk));
    check(log->pMethods->xRead(log, bytes.data(), count, at));
    check(log->pMethods->xWrite(log, bytes.data(), count, at));
  }
  check(log->pMethods->xSync(log, SQLITE_SYNC_FULL));
}

}  // namespace varde::sqlite
