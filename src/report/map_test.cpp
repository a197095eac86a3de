#include "report/map.hpp"

#include <gmock/gmock.h>
#include <pugixml.hpp>

namespace varde::report {
namespace {

using ::testing::HasSubstr;

const std::vector<MapPoint> kTwo{{"Træna", "−12 000 kr", {12.0906, 66.5014}, -12'000},
                                 {"Rana", "", {14.16667, 66.31667}, 3'000'000}};

pugi::xml_document drawn(const std::vector<MapPoint>& points) {
  pugi::xml_document document;
  const auto html = map({.title = "Kart"}, points).markup();
  EXPECT_TRUE(document.load_string(html.c_str())) << html;
  return document;
}

TEST(Coast, IsNorwayAndWhatLiesAround) {
  ASSERT_GT(coast().size(), 50);
  std::size_t points = 0;
  for (const auto& ring : coast()) {
    ASSERT_GE(ring.size(), 3);
    points += ring.size();
    for (const auto& at : ring) {
      EXPECT_GE(at.longitude, 4);
      EXPECT_LE(at.longitude, 32);
      EXPECT_GE(at.latitude, 57.5);
      EXPECT_LE(at.latitude, 71.6);
    }
  }
  EXPECT_GT(points, 5'000);
}

/// How often a ray to the west crosses a shore: an odd number on land.
bool on_land(Degrees at) {
  bool land = false;
  for (const auto& ring : coast()) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const auto& a = ring[i];
      const auto& b = ring[(i + 1) % ring.size()];
      if ((a.latitude > at.latitude) == (b.latitude > at.latitude)) continue;
      const double part = (at.latitude - a.latitude) / (b.latitude - a.latitude);
      if (at.longitude > a.longitude + part * (b.longitude - a.longitude)) land = !land;
    }
  }
  return land;
}

TEST(Coast, TellsLandFromSea) {
  for (const Degrees land : {Degrees{13.3, 65.8}, {10.8, 60.0}, {25, 69.7}, {7.5, 59}}) {
    EXPECT_TRUE(on_land(land)) << land.longitude << " " << land.latitude;
  }
  for (const Degrees sea : {Degrees{6, 66.5}, {9, 58.2}, {28, 71.4}, {11.5, 65.5}}) {
    EXPECT_FALSE(on_land(sea)) << sea.longitude << " " << sea.latitude;
  }
}

TEST(Map, PutsPointsWhereTheyLie) {
  const auto document = drawn(kTwo);
  std::vector<pugi::xml_node> circles;
  for (const auto& found : document.select_nodes("//circle[@fill!='#ffffff']"))
    circles.push_back(found.node());
  ASSERT_EQ(circles.size(), 2);
  const auto &rana = circles[0], &traena = circles[1];  // the largest first
  EXPECT_GT(rana.attribute("r").as_double(), traena.attribute("r").as_double());
  EXPECT_GT(rana.attribute("cx").as_double(), traena.attribute("cx").as_double()) << "east";
  EXPECT_GT(rana.attribute("cy").as_double(), traena.attribute("cy").as_double()) << "south";
  EXPECT_STRNE(rana.attribute("fill").value(), traena.attribute("fill").value());
  EXPECT_FALSE(document.select_nodes("//polygon").empty()) << "there is land";
  const auto html = map({.title = "Kart"}, kTwo).markup();
  EXPECT_THAT(html, HasSubstr(">Træna −12 000 kr<"));
  EXPECT_THAT(html, HasSubstr(" km<"));
}

TEST(Map, StaysOnThePaperWhateverThePointsAre) {
  EXPECT_TRUE(map({.title = "Kart"}, {}).empty());
  for (const auto& points :
       {std::vector<MapPoint>{kTwo[0]},
        std::vector<MapPoint>{{"a", "", {10, 59}, 0}, {"b", "", {10, 59}, 0}},
        std::vector<MapPoint>{{"Oslo", "", {10.75, 59.91}, 1}, {"Vardø", "", {31.1, 70.37}, 2}}}) {
    const auto document = drawn(points);
    const double height = document.select_node("//svg").node().attribute("height").as_double();
    EXPECT_GE(height, 300);
    EXPECT_LE(height, 600);
    for (const auto& found : document.select_nodes("//circle")) {
      const auto node = found.node();
      EXPECT_GT(node.attribute("cx").as_double(), 0);
      EXPECT_LT(node.attribute("cx").as_double(), 680);
      EXPECT_GT(node.attribute("cy").as_double(), 0);
      EXPECT_LT(node.attribute("cy").as_double(), height);
    }
  }
}

}  // namespace
}  // namespace varde::report
