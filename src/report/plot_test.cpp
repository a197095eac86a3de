#include "report/plot.hpp"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <pugixml.hpp>
#include <rapidcheck/gtest.h>

#include "report/axis.hpp"

namespace varde::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

RC_GTEST_PROP(Axis, CoversItsBoundsWithFewTicks, (int first, int second)) {
  const double a = first / 100.0, b = second * 1e3;
  const auto axis = axis_of(a, b);
  RC_ASSERT(axis.low <= std::min(a, b) + 1e-6 * std::abs(a - b));
  RC_ASSERT(axis.high >= std::max(a, b) - 1e-6 * std::abs(a - b));
  RC_ASSERT(axis.ticks.size() >= 2 && axis.ticks.size() <= 9);
}

TEST(Axis, TicksAreRound) {
  const auto axis = axis_of(0, 26.5);
  EXPECT_EQ(axis.ticks, (std::vector<double>{0, 5, 10, 15, 20, 25, 30}));
  EXPECT_EQ(axis_of(0, 0.4).label(0.1), "0,1");
}

/// The picture as XML: it must be well-formed.
pugi::xml_document parsed(const Html& plot) {
  pugi::xml_document document;
  const auto result = document.load_string(plot.markup().c_str());
  EXPECT_TRUE(result) << result.description() << "\n" << plot.markup();
  return document;
}

TEST(Plot, BarsAreAsLongAsTheirValues) {
  const auto document = parsed(bars({.title = "a"}, {"x", "y"}, {{"s", {10, 30}}}));
  const auto rects = document.select_nodes("//rect");
  ASSERT_EQ(rects.size(), 2U);
  EXPECT_NEAR(rects[1].node().attribute("width").as_double(),
              3 * rects[0].node().attribute("width").as_double(), 0.3);
}

TEST(Plot, EveryPlotIsSoundWithHostileInput) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double inf = std::numeric_limits<double>::infinity();
  const PlotFrame frame{.title = "<t> & \"q\"", .unit = "<kr>", .decimals = 1};
  const std::vector<std::string> labels{"<a>", "b & c", ""};
  const std::vector<Series> series{{"<s>", {1, nan, -2}}, {"short", {inf}}};
  for (const auto& plot :
       {bars(frame, labels, series), stacked_bars(frame, labels, series),
        columns(frame, labels, series),
        lines(frame, labels, series, Band{{0, -1, 2}, {1, 1, 3}, "<b>"}),
        tornado(frame, 0, {{"<x>", -1, 2}}, "<lav>", "<høy>"),
        ranges(frame, {{"<r>", -1, 0, 4, "<n>"}}), tiles(frame, {{"<t>", "<v>", 1, 1, nan}}),
        bars(frame, {}, {}), lines(frame, {}, {})}) {
    parsed(plot);
    EXPECT_THAT(plot.markup(), Not(HasSubstr("nan")));
    EXPECT_THAT(plot.markup(), Not(HasSubstr("inf\"")));
  }
}

}  // namespace
}  // namespace varde::report
