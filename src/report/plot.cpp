#include "report/plot.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "report/drawing.hpp"

namespace varde::report {
namespace {

constexpr double kAxisLeft = 52;
constexpr double kRight = 56;  ///< room for figures beside bars

std::vector<std::string> names_of(const std::vector<Series>& series) {
  std::vector<std::string> names;
  for (const auto& one : series) names.push_back(one.name);
  return names;
}

struct Bounds {
  double low = 0, high = 0;
  void take(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

double at(const Series& series, std::size_t index) {
  const double value = index < series.values.size() ? series.values[index] : 0;
  return std::isfinite(value) ? value : 0;
}

/// A picture with names on the left and values along the width.
class Lying {
 public:
  Lying(const PlotFrame& frame, Axis axis, double row_height, std::size_t rows,
        const std::vector<std::string>& legend)
      : frame_(frame),
        axis_(std::move(axis)),
        row_(row_height),
        top_(legend.empty() ? 6 : Drawing::legend_height(frame.label_width, legend)),
        bottom_(top_ + row_height * static_cast<double>(rows)) {
    drawing.legend(frame.label_width, 10, legend);
    for (const double tick : axis_.ticks) {
      drawing.line(x(tick), top_, x(tick), bottom_ + 3, kFaint);
      drawing.label(x(tick), bottom_ + 15, axis_.label(tick), Anchor::middle, kGrey, 9.5);
    }
    drawing.label(kPlotWidth, bottom_ + 28, frame.unit, Anchor::end, kGrey, 9.5);
  }

  double x(double value) const {
    return frame_.label_width + axis_.place(value) * (kPlotWidth - kRight - frame_.label_width);
  }
  double y(std::size_t row) const { return top_ + row_ * static_cast<double>(row); }
  void name(std::size_t row, const std::string& words) {
    drawing.label(frame_.label_width - 6, y(row) + row_ / 2 + 3.6, words, Anchor::end);
  }
  /// A figure just outside the end of a bar.
  void figure(double value, double middle) {
    if (frame_.decimals < 0) return;
    drawing.label(x(value) + (value < 0 ? -4 : 4), middle + 3.4, decimal(value, frame_.decimals),
                  value < 0 ? Anchor::end : Anchor::start, kInk, 9.5);
  }
  void upright(double value) { drawing.line(x(value), top_, x(value), bottom_, kInk, 1); }
  Html finish() { return drawing.finish(frame_, bottom_ + 32); }

  Drawing drawing;

 private:
  const PlotFrame& frame_;
  Axis axis_;
  double row_, top_, bottom_;
};

/// A picture with labels below and values along the height.
class Standing {
 public:
  Standing(const PlotFrame& frame, Axis axis, const std::vector<std::string>& labels,
           const std::vector<std::string>& legend)
      : frame_(frame),
        axis_(std::move(axis)),
        count_(std::max<std::size_t>(labels.size(), 1)),
        top_(Drawing::legend_height(kAxisLeft, legend) + 4),
        bottom_(top_ + 184) {
    drawing.legend(kAxisLeft, 10, legend);
    for (const double tick : axis_.ticks) {
      drawing.line(kAxisLeft, y(tick), kPlotWidth, y(tick), kFaint);
      drawing.label(kAxisLeft - 6, y(tick) + 3.4, axis_.label(tick), Anchor::end, kGrey, 9.5);
    }
    drawing.line(kAxisLeft, y(axis_.low < 0 ? 0 : axis_.low), kPlotWidth,
                 y(axis_.low < 0 ? 0 : axis_.low), kInk, 1);
    const auto every = labels.size() / 16 + 1;
    for (std::size_t i = 0; i < labels.size(); i += every) {
      drawing.label(x(i), bottom_ + 15, labels[i], Anchor::middle, kGrey, 9.5);
    }
    drawing.label(kPlotWidth, bottom_ + 29, frame.unit, Anchor::end, kGrey, 9.5);
  }

  double width() const { return (kPlotWidth - kAxisLeft) / static_cast<double>(count_); }
  double x(std::size_t index) const {
    return kAxisLeft + width() * (static_cast<double>(index) + 0.5);
  }
  double y(double value) const { return bottom_ - axis_.place(value) * (bottom_ - top_); }
  Html finish() { return drawing.finish(frame_, bottom_ + 33); }

  Drawing drawing;

 private:
  const PlotFrame& frame_;
  Axis axis_;
  std::size_t count_;
  double top_, bottom_;
};

/// Ends of stacked bars, above and below zero.
Bounds stacked_bounds(std::size_t count, const std::vector<Series>& series) {
  Bounds bounds;
  for (std::size_t i = 0; i < count; ++i) {
    double above = 0, below = 0;
    for (const auto& one : series) (at(one, i) < 0 ? below : above) += at(one, i);
    bounds.take(above);
    bounds.take(below);
  }
  return bounds;
}

std::string point(double x, double y) { return fmt::format("{:.1f},{:.1f} ", x, y); }

}  // namespace

Html bars(const PlotFrame& frame, const std::vector<std::string>& labels,
          const std::vector<Series>& series) {
  Bounds bounds;
  for (const auto& one : series) {
    for (const double value : one.values) bounds.take(value);
  }
  const double thick = series.size() > 1 ? 8 : 12;
  const double row = thick * static_cast<double>(series.size()) + 7;
  Lying plot(frame, axis_of(bounds.low, bounds.high), row, labels.size(),
             series.size() > 1 ? names_of(series) : std::vector<std::string>{});
  for (std::size_t i = 0; i < labels.size(); ++i) {
    plot.name(i, labels[i]);
    for (std::size_t s = 0; s < series.size(); ++s) {
      const double y = plot.y(i) + 3.5 + thick * static_cast<double>(s);
      const double value = at(series[s], i);
      plot.drawing.rect(plot.x(0), y, plot.x(value) - plot.x(0), thick - 1, colour(s));
      plot.figure(value, y + thick / 2 - 0.5);
    }
  }
  plot.upright(0);
  return plot.finish();
}

Html stacked_bars(const PlotFrame& frame, const std::vector<std::string>& labels,
                  const std::vector<Series>& series) {
  const auto bounds = stacked_bounds(labels.size(), series);
  Lying plot(frame, axis_of(bounds.low, bounds.high), 20, labels.size(), names_of(series));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    plot.name(i, labels[i]);
    double above = 0, below = 0;
    for (std::size_t s = 0; s < series.size(); ++s) {
      const double value = at(series[s], i);
      double& from = value < 0 ? below : above;
      plot.drawing.rect(plot.x(from), plot.y(i) + 3, plot.x(from + value) - plot.x(from), 14,
                        colour(s));
      from += value;
    }
    plot.figure(below < 0 && above == 0 ? below : above + below, plot.y(i) + 10);
  }
  plot.upright(0);
  return plot.finish();
}

Html columns(const PlotFrame& frame, const std::vector<std::string>& labels,
             const std::vector<Series>& series) {
  const auto bounds = stacked_bounds(labels.size(), series);
  Standing plot(frame, axis_of(bounds.low, bounds.high), labels, names_of(series));
  const double width = std::min(plot.width() * 0.68, 46.0);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    double above = 0, below = 0;
    for (std::size_t s = 0; s < series.size(); ++s) {
      const double value = at(series[s], i);
      double& from = value < 0 ? below : above;
      plot.drawing.rect(plot.x(i) - width / 2, plot.y(from), width,
                        plot.y(from + value) - plot.y(from), colour(s));
      from += value;
    }
  }
  return plot.finish();
}

Html lines(const PlotFrame& frame, const std::vector<std::string>& labels,
           const std::vector<Series>& series, const std::optional<Band>& band) {
  Bounds bounds;
  for (const auto& one : series) {
    for (const double value : one.values) bounds.take(value);
  }
  if (band) {
    for (const double value : band->low) bounds.take(value);
    for (const double value : band->high) bounds.take(value);
  }
  auto names = names_of(series);
  if (band && !band->name.empty() && !names.empty()) names[0] += ", " + band->name;
  Standing plot(frame, axis_of(bounds.low, bounds.high), labels, names);
  if (band) {
    std::string outline;
    const auto count = std::min(band->low.size(), band->high.size());
    for (std::size_t i = 0; i < count; ++i) outline += point(plot.x(i), plot.y(band->high[i]));
    for (std::size_t i = count; i-- > 0;) outline += point(plot.x(i), plot.y(band->low[i]));
    plot.drawing.polygon(outline, kColours[0]);
  }
  for (std::size_t s = 0; s < series.size(); ++s) {
    std::string points;
    for (std::size_t i = 0; i < series[s].values.size(); ++i) {
      const double value = series[s].values[i];
      if (std::isfinite(value)) {
        points += point(plot.x(i), plot.y(value));
        plot.drawing.dot(plot.x(i), plot.y(value), 2.4, colour(s));
      } else if (!points.empty()) {
        plot.drawing.polyline(points, colour(s));
        points.clear();
      }
    }
    if (!points.empty()) plot.drawing.polyline(points, colour(s));
  }
  return plot.finish();
}

Html tornado(const PlotFrame& frame, double middle, const std::vector<TornadoRow>& rows,
             const std::string& low_name, const std::string& high_name) {
  double low = middle, high = middle;
  for (const auto& row : rows) {
    low = std::min({low, row.at_low, row.at_high});
    high = std::max({high, row.at_low, row.at_high});
  }
  Lying plot(frame, axis_of(low, high), 22, rows.size(), {low_name, high_name});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    plot.name(i, rows[i].name);
    const std::array<double, 2> ends{rows[i].at_low, rows[i].at_high};
    for (std::size_t e = 0; e < ends.size(); ++e) {
      const double x = plot.x(ends[e]);
      plot.drawing.rect(plot.x(middle), plot.y(i) + 3, x - plot.x(middle), 16, colour(e));
      if (frame.decimals < 0) continue;
      const bool left = ends[e] < middle || (ends[e] == middle && e == 0);
      plot.drawing.label(x + (left ? -4 : 4), plot.y(i) + 14.5, decimal(ends[e], frame.decimals),
                         left ? Anchor::end : Anchor::start, kInk, 9.5);
    }
  }
  plot.upright(middle);
  return plot.finish();
}

Html ranges(const PlotFrame& frame, const std::vector<RangeRow>& rows) {
  Bounds bounds;
  for (const auto& row : rows) {
    bounds.take(row.low);
    bounds.take(row.middle);
    bounds.take(row.high);
  }
  constexpr double kHeight = 15;
  Lying plot(frame, axis_of(bounds.low, bounds.high), kHeight, rows.size(), {});
  plot.upright(0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const double y = plot.y(i) + kHeight / 2;
    plot.name(i, row.name);
    plot.drawing.line(plot.x(row.low), y, plot.x(row.high), y, kColours[0], 5);
    plot.drawing.dot(plot.x(row.middle), y, 4.2, kInk);
    plot.drawing.label(kPlotWidth, y + 3.6, row.note, Anchor::end);
  }
  return plot.finish();
}

Html tiles(const PlotFrame& frame, const std::vector<Tile>& all) {
  constexpr double kSide = 74;
  Drawing drawing;
  double rows = 0;
  for (const auto& tile : all) {
    rows = std::max(rows, tile.row + 1);
    const double x = tile.column * (kSide + 3), y = tile.row * (kSide * 0.7 + 3);
    const double shade = std::clamp(std::isfinite(tile.shade) ? tile.shade : 0.0, -1.0, 1.0);
    // From white to green or rust; text stays dark on both.
    const auto mix = [&](int full) {
      return static_cast<int>(std::lround(255 - std::abs(shade) * (255 - full)));
    };
    drawing.rect(x, y, kSide, kSide * 0.7,
                 shade >= 0 ? fmt::format("rgb({},{},{})", mix(120), mix(190), mix(160))
                            : fmt::format("rgb({},{},{})", mix(226), mix(150), mix(120)));
    drawing.label(x + kSide / 2, y + 22, tile.name, Anchor::middle, kInk, 9.5);
    drawing.label(x + kSide / 2, y + 39, tile.value, Anchor::middle, kInk, 11);
  }
  return drawing.finish(frame, rows * (kSide * 0.7 + 3) + 2);
}

}  // namespace varde::report
