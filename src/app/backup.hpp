#pragma once

#include "app/data_folder.hpp"
#include "app/verify.hpp"
#include "base/result.hpp"

namespace varde::app {

/// Copies store, then journal, then steering's cases, while a server may be running: the journal's
/// copy is never behind the store's. The copy is verified. Gives the number of entries. `to` must
/// be new or empty.
Result<std::uint64_t> backup_folder(const DataFolder& from, const DataFolder& to,
                                    const Progress& progress);

/// Verifies the copy `from`, then puts it in place of what `to` holds, which must be nothing unless
/// `force`. Refused while a server uses `to`.
Result<std::uint64_t> restore_folder(const DataFolder& from, const DataFolder& to, bool force,
                                     const Progress& progress);

}  // namespace varde::app
