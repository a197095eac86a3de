#pragma once

#include <string>
#include <vector>

#include "report/coast.hpp"
#include "report/plot.hpp"

namespace varde::report {

struct MapPoint {
  std::string name;
  std::string value;  ///< stands behind the name
  Degrees at;
  double size = 0;  ///< the area of its circle goes by how far it is from 0, its colour by the sign
};

/// Circles where they lie, on the coast around them, with a scale. Nothing without points.
Html map(const PlotFrame& frame, const std::vector<MapPoint>& points);

}  // namespace varde::report
