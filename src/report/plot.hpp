#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/html.hpp"

// Plots as SVG inside the page. Every plot carries its title as text for screen readers, and
// colours stay apart for the colour-blind and in grey.
namespace varde::report {

struct PlotFrame {
  std::string title;
  std::string unit{};        ///< stands at the axis of values: "mill. kr"
  double label_width = 110;  ///< room for names on the left, of 680
  int decimals = -1;         ///< of figures beside bars; -1: none are written
};

struct Series {
  std::string name;
  std::vector<double> values;  ///< one for each label
};

/// Lying bars: one group of bars for each label, one bar in it for each series.
Html bars(const PlotFrame& frame, const std::vector<std::string>& labels,
          const std::vector<Series>& series);
/// Lying bars in which the series follow each other; values below zero go to the left.
Html stacked_bars(const PlotFrame& frame, const std::vector<std::string>& labels,
                  const std::vector<Series>& series);
/// Standing stacked bars, for years.
Html columns(const PlotFrame& frame, const std::vector<std::string>& labels,
             const std::vector<Series>& series);

struct Band {
  std::vector<double> low, high;  ///< drawn as an area behind the lines
  std::string name{};
};
/// Lines over labels that stand at equal distance. A value that is not finite breaks the line.
Html lines(const PlotFrame& frame, const std::vector<std::string>& labels,
           const std::vector<Series>& series, const std::optional<Band>& band = {});

struct TornadoRow {
  std::string name;
  double at_low = 0, at_high = 0;  ///< the result with the input low and high
};
/// What moves a result, the first row on top; bars from both results to the common middle.
Html tornado(const PlotFrame& frame, double middle, const std::vector<TornadoRow>& rows,
             const std::string& low_name, const std::string& high_name);

struct RangeRow {
  std::string name;
  double low = 0, middle = 0, high = 0;
  std::string note{};  ///< to the right: "87 %"
};
/// A line from low to high with a dot at the middle, for P10, P50 and P90.
Html ranges(const PlotFrame& frame, const std::vector<RangeRow>& rows);

struct Tile {
  std::string name, value;
  double column = 0, row = 0;  ///< place in the grid, from the top left
  double shade = 0;            ///< -1 (worst) to 1 (best): the colour
};
/// A map of squares of equal size, one for each municipality, near where it lies.
Html tiles(const PlotFrame& frame, const std::vector<Tile>& all);

}  // namespace varde::report
