#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "access/records.hpp"
#include "store/cursor.hpp"

namespace varde::store {

/// Whether a municipality is in a scope: unset = all.
inline bool in_scope(tenancy::Municipality municipality,
                     const std::optional<access::Municipalities>& scope) {
  return !scope || std::ranges::find(*scope, municipality) != scope->end();
}

/// The page of `sorted` that starts after the item whose name the request's cursor is; from the
/// start when it is nobody's.
template <class T, class Name>
access::Page<T> page_after(const std::vector<T>& sorted, const access::PageRequest& request,
                           Name&& name) {
  auto start =
      std::ranges::find_if(sorted, [&](const T& item) { return name(item) == request.cursor; });
  start = start == sorted.end() ? sorted.begin() : start + 1;
  const auto limit = page_limit(request.limit);
  const auto wanted =
      std::min<std::size_t>(limit + 1, static_cast<std::size_t>(sorted.end() - start));
  return page_of(std::vector<T>(start, start + static_cast<std::ptrdiff_t>(wanted)), limit, name);
}

}  // namespace varde::store
