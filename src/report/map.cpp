#include "report/map.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

#include "report/drawing.hpp"

namespace varde::report {
namespace {

constexpr double kMargin = 70;
constexpr double kLeastHeight = 300, kMostHeight = 600;
constexpr double kSmallest = 4, kLargest = 22;  ///< radius
constexpr double kText = 9.5;
constexpr double kEarthKm = 6'371;
constexpr std::string_view kSea = "#e6eef4";
constexpr std::string_view kLand = "#f6f3ec";
constexpr std::string_view kShore = "#b9b2a3";

struct Place {
  double x = 0, y = 0;
};
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// Mercator, which keeps angles: the picture is the shape that people know from maps.
Place projected(Degrees at) {
  const double radians = std::numbers::pi / 180;
  return {at.longitude * radians,
          -std::log(std::tan(std::numbers::pi / 4 + at.latitude * radians / 2))};
}

/// What lies on one side of an edge, by Sutherland and Hodgman. `inward`: how far inside it is.
template <class Inward>
std::vector<Place> cut(const std::vector<Place>& ring, const Inward& inward) {
  std::vector<Place> out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto& a = ring[(i + ring.size() - 1) % ring.size()];
    const auto& b = ring[i];
    const double was = inward(a), is = inward(b);
    if ((was >= 0) != (is >= 0)) {
      const double part = was / (was - is);
      out.push_back({a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)});
    }
    if (is >= 0) out.push_back(b);
  }
  return out;
}

class Map {
 public:
  explicit Map(const std::vector<MapPoint>& points) : points_(points) {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (const auto& point : points) {
      const auto at = projected(point.at);
      box = {std::min(box.left, at.x), std::min(box.top, at.y), std::max(box.right, at.x),
             std::max(box.bottom, at.y)};
      most_ = std::max(most_, std::abs(point.size));
    }
    // A single point, or all in a row, is shown with some country around.
    constexpr double kLeastSpan = 0.004;
    const double width = std::max(box.right - box.left, kLeastSpan);
    const double height = std::max(box.bottom - box.top, kLeastSpan);
    scale_ = std::min((kPlotWidth - 2 * kMargin) / width, (kMostHeight - 2 * kMargin) / height);
    height_ = std::clamp(height * scale_ + 2 * kMargin, kLeastHeight, kMostHeight);
    middle_ = {(box.left + box.right) / 2, (box.top + box.bottom) / 2};
  }

  Html draw(const PlotFrame& frame) {
    drawing_.rect(0, 0, kPlotWidth, height_, kSea);
    for (const auto& ring : coast()) land(ring);
    // The largest first, so that none is hidden.
    std::vector<std::size_t> order(points_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](auto i) { return radius(points_[i]); });
    for (const auto i : order) circle(points_[i]);
    for (const auto i : order) name(points_[i]);
    ruler();
    return drawing_.finish(frame, height_);
  }

 private:
  Place on_paper(Degrees at) const {
    const auto place = projected(at);
    return {(place.x - middle_.x) * scale_ + kPlotWidth / 2,
            (place.y - middle_.y) * scale_ + height_ / 2};
  }

  double radius(const MapPoint& point) const {
    const double part = most_ > 0 ? std::abs(point.size) / most_ : 0;
    return kSmallest + (kLargest - kSmallest) * std::sqrt(part);
  }

  void land(const std::vector<Degrees>& ring) {
    std::vector<Place> places;
    for (const auto& at : ring) places.push_back(on_paper(at));
    // A little outside the paper, so that no shore is drawn along its edge.
    places = cut(places, [](const Place& p) { return p.x + 2; });
    places = cut(places, [](const Place& p) { return kPlotWidth + 2 - p.x; });
    places = cut(places, [](const Place& p) { return p.y + 2; });
    places = cut(places, [this](const Place& p) { return height_ + 2 - p.y; });
    if (places.size() < 3) return;
    std::string text;
    for (const auto& place : places) text += fmt::format("{:.1f},{:.1f} ", place.x, place.y);
    drawing_.shape(text, kLand, kShore);
  }

  void circle(const MapPoint& point) {
    const auto at = on_paper(point.at);
    const double r = radius(point);
    drawing_.dot(at.x, at.y, r + 1, "#ffffff");
    drawing_.dot(at.x, at.y, r, point.size >= 0 ? colour(2) : colour(3));
    taken_.push_back({at.x - r, at.y - r, at.x + r, at.y + r});
  }

  /// Beside its circle, on the first side where there is room.
  void name(const MapPoint& point) {
    const auto at = on_paper(point.at);
    const double r = radius(point) + 3;
    const auto text = point.value.empty() ? point.name : point.name + " " + point.value;
    const double width = 5.1 * static_cast<double>(characters(text));
    const Box right{at.x + r, at.y - 6, at.x + r + width, at.y + 5};
    const Box left{at.x - r - width, at.y - 6, at.x - r, at.y + 5};
    const Box above{at.x - width / 2, at.y - r - 11, at.x + width / 2, at.y - r};
    const Box below{at.x - width / 2, at.y + r, at.x + width / 2, at.y + r + 11};
    const std::array<Box, 4> sides{right, left, above, below};
    const Box paper{0, 0, kPlotWidth, height_};
    const auto free = [&](const Box& side) {
      return side.left >= paper.left && side.right <= paper.right && side.top >= paper.top &&
             side.bottom <= paper.bottom &&
             std::ranges::none_of(taken_, [&](const Box& one) { return one.meets(side); });
    };
    const auto found = std::ranges::find_if(sides, free);
    const Box& side = found == sides.end() ? right : *found;
    taken_.push_back(side);
    drawing_.label(side.left, side.bottom - 2, text, Anchor::start, kInk, kText);
  }

  static std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  /// A length of 1, 2 or 5 times a power of ten kilometres, at the latitude of the middle.
  void ruler() {
    const double latitude = 2 * std::atan(std::exp(-middle_.y)) - std::numbers::pi / 2;
    const double pixels_per_km = scale_ / (kEarthKm * std::cos(latitude));
    double km = 1;
    for (int step = 0; km * pixels_per_km < 60; ++step) km *= step % 3 == 1 ? 2.5 : 2;
    const double width = km * pixels_per_km;
    const double x = kPlotWidth - width - 14, y = height_ - 14;
    drawing_.line(x, y, x + width, y, kInk, 1.2);
    drawing_.line(x, y - 4, x, y, kInk, 1.2);
    drawing_.line(x + width, y - 4, x + width, y, kInk, 1.2);
    drawing_.label(x + width / 2, y - 5, fmt::format("{:.0f} km", km), Anchor::middle, kInk, kText);
  }

  const std::vector<MapPoint>& points_;
  double most_ = 0, scale_ = 1, height_ = 0;
  Place middle_;
  std::vector<Box> taken_;  ///< by circles and names
  Drawing drawing_;
};

}  // namespace

Html map(const PlotFrame& frame, const std::vector<MapPoint>& points) {
  if (points.empty()) return {};
  return Map(points).draw(frame);
}

}  // namespace varde::report
