#pragma once

#include <functional>
#include <vector>

#include "access/records.hpp"
#include "app/data_folder.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"
#include "store/sqlite_store.hpp"

// What is read from the store of a centre, beside a running server.
namespace varde::app {

/// Seconds that operators spent on an alarm: from each time somebody takes it until it is sent to a
/// responder, handed over, given back, resolved or closed. At most four hours: above that a console
/// was left open.
double handling_s(const std::vector<access::LogLine>& log);

/// The store of a data folder, to read. An error when there is none.
Result<std::unique_ptr<store::SqliteStore>> store_to_read(const DataFolder& folder);
/// That a store which was opened could not be read after all.
Error unreadable(const DataFolder& folder);

/// What `read` finds in the store of a data folder. An error when it cannot be read.
template <class T>
Result<T> with_store(const DataFolder& folder,
                     const std::function<Result<T>(const store::SqliteStore&)>& read) {
  const auto store = store_to_read(folder);
  if (!store) return store.error();
  try {
    return read(**store);
  } catch (const std::exception&) {
    return unreadable(folder);
  }
}

/// Every row of a list that comes page by page.
template <class List, class Take>
void all_pages(List list, Take take) {
  access::PageRequest request{"", limits::kPageRows};
  for (;;) {
    const auto page = list(request);
    for (const auto& row : page.items) take(row);
    if (!page.next_cursor) return;
    request.cursor = *page.next_cursor;
  }
}

}  // namespace varde::app
