#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "base/result.hpp"

// What every SQLite database of ours has in common: how it is opened, how a transaction runs, how a
// failure is told. Everything here throws soci::soci_error; `guarded` is the edge that turns it
// into a Result.
namespace varde::sqlite {

using Session = soci::session;

enum class Mode { read, write };

/// WAL, every commit synced, and a statement waits up to 2 s for a lock. `write` creates the file
/// when there is none and never checkpoints by itself unless `autocheckpoint_pages` > 0; `read`
/// cannot change anything and wants the file to exist.
struct OpenOptions {
  Mode mode = Mode::write;
  int autocheckpoint_pages = 0;
};
/// SOCI's name for the file.
std::string connect_string(const std::filesystem::path& path, Mode mode);
std::unique_ptr<Session> open(const std::filesystem::path& path, const OpenOptions& options);

sqlite_api::sqlite3* native(Session& session);
/// One or several statements without parameters or rows.
void execute(Session& session, const std::string& sql);
/// The one number a query gives; 0 when it gives NULL or no row.
long long number(Session& session, const std::string& sql);

/// Writes begin at once (BEGIN IMMEDIATE), reads at the first statement. Rolled back unless
/// committed.
class Transaction {
 public:
  Transaction(Session& session, Mode mode);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Session& session_;
  bool open_ = true;
};

/// What an exception says, without the values that were bound to the statement: those may be
/// personal data.
std::string reason(const std::exception& failure);

/// Runs `work` and turns what it throws into an error "<what>: <reason>".
template <class Work>
auto guarded(std::string_view what, Work&& work) -> Result<decltype(work())> {
  try {
    return std::forward<Work>(work)();
  } catch (const std::exception& failure) {
    return Error{std::string(what) + ": " + reason(failure)};
  }
}

}  // namespace varde::sqlite
