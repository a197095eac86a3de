#pragma once

#include <vector>

namespace varde::report {

/// Degrees east and north (WGS 84).
struct Degrees {
  double longitude = 0, latitude = 0;
};

/// Land in and around Norway, as rings whose last point is not the first again. Natural Earth, made
/// for 1:10 million (tools/make-coast).
const std::vector<std::vector<Degrees>>& coast();

}  // namespace varde::report
