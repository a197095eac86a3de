#pragma once

#include "sqlite/database.hpp"

namespace varde::sqlite {

/// Writes what the write-ahead log holds once more and syncs it, so that what is read is also on
/// the disk. To be called after opening for writing and before anything is built on what was found.
///
/// When a sync fails, the kernel may forget the bytes it could not write while reads still show
/// them (Rebello et al., "Can Applications Recover from fsync Failures?", 2020). A program that
/// starts again in between finds a commit in the log that no disk has, adds to it, and loses all of
/// that to the next power cut.
void settle_log(Session& session);

}  // namespace varde::sqlite
