#pragma once

#include <filesystem>
#include <string_view>

namespace varde::sqlite {

/// Whether the write-ahead log of the database at `path` holds commits that SQLite would pass over
/// without a word, because something before them in the log is damaged. Certain when true: a commit
/// is on the disk before the next one is written, so a sound one that follows an unsound one shows
/// that the unsound one was whole once. False also for damage in the very last commit, which looks
/// like one that a power cut interrupted, and when there is no log.
///
/// To be asked before the database is opened; a writer may have it open already. File format:
/// sqlite.org/fileformat2.html section 4.
inline constexpr std::string_view kHiddenCommits =
    "its write-ahead log is damaged, with commits behind the damage that would be lost: keep the "
    "files, and restore the last backup";
bool wal_hides_commits(const std::filesystem::path& path);

}  // namespace varde::sqlite
