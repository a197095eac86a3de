#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/axis.hpp"
#include "report/format.hpp"
#include "report/html.hpp"
#include "report/plot.hpp"

namespace varde::report {

constexpr double kPlotWidth = 680;
constexpr std::string_view kInk = "#1a2430";
constexpr std::string_view kFaint = "#c9d1d9";
constexpr std::string_view kGrey = "#52606d";
/// Blue, ochre, green, rust, violet, grey (after Okabe and Ito, darker for print).
constexpr std::array<std::string_view, 6> kColours{"#1f5a8c", "#d99a1c", "#2f8f6f",
                                                   "#b5532f", "#7a5aa6", "#8a949e"};
inline std::string_view colour(std::size_t index) { return kColours[index % kColours.size()]; }

enum class Anchor { start, middle, end };

/// SVG as it is drawn. Coordinates are pixels of a picture 680 wide.
class Drawing {
 public:
  void rect(double x, double y, double width, double height, std::string_view fill) {
    if (width < 0) {
      x += width;
      width = -width;
    }
    if (height < 0) {
      y += height;
      height = -height;
    }
    out_ += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n", x, y,
        width, height, fill);
  }
  void line(double x1, double y1, double x2, double y2, std::string_view stroke,
            double width = 0.7) {
    out_ += fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
        "stroke-width=\"{}\"/>\n",
        x1, y1, x2, y2, stroke, width);
  }
  void dot(double x, double y, double radius, std::string_view fill) {
    out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\"/>\n", x, y,
                        radius, fill);
  }
  /// `points`: "x,y x,y".
  void polyline(const std::string& points, std::string_view stroke) {
    out_ +=
        fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                    points, stroke);
  }
  void polygon(const std::string& points, std::string_view fill) {
    out_ +=
        fmt::format("<polygon points=\"{}\" fill=\"{}\" fill-opacity=\"0.18\"/>\n", points, fill);
  }
  void shape(const std::string& points, std::string_view fill, std::string_view stroke) {
    out_ += fmt::format("<polygon points=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"0.6\"/>\n",
                        points, fill, stroke);
  }
  void label(double x, double y, std::string_view words, Anchor anchor = Anchor::start,
             std::string_view fill = kInk, double size = 10.5) {
    constexpr std::array<std::string_view, 3> anchors{"start", "middle", "end"};
    out_ += fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" "
        "fill=\"{}\">{}</text>\n",
        x, y, anchors[static_cast<std::size_t>(anchor)], size, fill, escape(words));
  }
  /// Names of series with their colours, from x on in as many rows as they need.
  void legend(double x, double y, const std::vector<std::string>& names) {
    const double left = x;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const double width = legend_width(names[i]);
      if (x > left && x + width > kPlotWidth) {
        x = left;
        y += kLegendRow;
      }
      rect(x, y - 8, 10, 10, colour(i));
      label(x + 14, y + 1, names[i]);
      x += width;
    }
  }
  /// How high that is.
  static double legend_height(double left, const std::vector<std::string>& names) {
    double x = left, rows = 1;
    for (const auto& name : names) {
      if (x > left && x + legend_width(name) > kPlotWidth) {
        x = left;
        ++rows;
      }
      x += legend_width(name);
    }
    return rows * kLegendRow + 6;
  }
  Html finish(const PlotFrame& frame, double height) const {
    return Html::trusted(fmt::format(
        "<div class=\"plot\"><div class=\"caption\">{0}</div>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {1} {2:.0f}\" width=\"{1}\" "
        "height=\"{2:.0f}\" role=\"img\" aria-label=\"{0}\" "
        "font-family=\"Open Sans, Segoe UI, DejaVu Sans, sans-serif\">\n{3}</svg></div>\n",
        escape(frame.title), kPlotWidth, height, out_));
  }

 private:
  static constexpr double kLegendRow = 16;
  static double legend_width(const std::string& name) {
    const auto characters = std::ranges::count_if(
        name, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return 30 + 5.6 * static_cast<double>(characters);
  }

  std::string out_;
};

}  // namespace varde::report
