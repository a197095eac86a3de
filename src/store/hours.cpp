#include "store/hours.hpp"

#include <algorithm>

namespace varde::store {

std::vector<access::KeyFigures::Hour> empty_hours(Instant from, Instant to, Instant now) {
  using std::chrono::hours;
  constexpr hours kLongest{31 * 24};
  std::vector<access::KeyFigures::Hour> found;
  const Instant end = std::min(to, now + Duration{1});
  if (end <= from) return found;
  const auto last = std::chrono::floor<hours>(end - Duration{1});
  for (auto hour = std::max(std::chrono::floor<hours>(from), last - kLongest + hours{1});
       hour <= last; hour += hours{1})
    found.push_back({hour, 0, 0});
  return found;
}

}  // namespace varde::store
