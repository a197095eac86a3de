#pragma once

#include <utility>
#include <vector>

#include "domain/economy/model.hpp"

// For tests and benches only: the cooperation on Helgeland as examples/helgeland-2025 has it.
namespace varde::economy::sample {

/// The 18 municipalities from Bindal to Rødøy with their inhabitants on 1 January 2025.
inline std::vector<Municipality> helgeland() {
  const std::vector<std::pair<int, std::int64_t>> people{
      {1811, 1374}, {1812, 1979}, {1813, 7838},  {1815, 1207}, {1816, 470},  {1818, 1888},
      {1820, 7465}, {1822, 2354}, {1824, 13475}, {1825, 1430}, {1826, 1274}, {1827, 1447},
      {1828, 1770}, {1832, 4485}, {1833, 25927}, {1834, 1948}, {1835, 463},  {1836, 1160}};
  std::vector<Municipality> result;
  for (const auto& [number, inhabitants] : people) {
    result.push_back({number, std::to_string(number), {{2025, {inhabitants, {}, {}}}}});
  }
  return result;
}

inline CostItem shared(std::string name, std::string key, Money amount) {
  return {std::move(name),     std::move(key), "", Charge::yearly, 2025, 2040, "",
          {amount, {}, {}, {}}};
}

/// Samarbeid for fremtidens e-helse på Helgeland (2025): totals as the report states them.
inline Case helgeland_case() {
  Case input;
  input.name = "Helgeland";
  input.municipalities = helgeland();
  input.keys["vtp"] = {
      "vtp", {{Measure::flat, "", 4'000}, {Measure::inhabitants, "", 6'000}}, {}, {}};
  input.keys["response"] = {
      "response", {{Measure::flat, "", 2'000}, {Measure::inhabitants, "", 8'000}}, {}, {}};
  input.keys["inhabitants"] = {"inhabitants", {{Measure::inhabitants, "", 10'000}}, {}, {}};
  input.keys["flat"] = {"flat", {{Measure::flat, "", 10'000}}, {}, {}};
  auto& as_is = input.as_is;
  as_is.compared = {Area::vtp, Area::manual_follow_up};
  as_is.rules[Area::vtp] = {Fill::stated_total, {}, ""};
  as_is.rules[Area::manual_follow_up] = {Fill::stated_total, {}, ""};
  as_is.stated = StatedTotal{
      as_is.compared, Money::kroner(26'500'000),       Hours::whole(29'500), Area::manual_follow_up,
      83'109,         {Quality::reported, "report", 0}};
  Staffing staffing{"staffing", "response", 6'000, {}, Money::kroner(7'000'000), 2025, 2040,
                    "",         {},         {},    {}};
  input.alternatives.push_back({"establish", "Establish", {}, {staffing}, {}});
  input.alternatives.push_back({"connect", "Connect", {}, {staffing}, {}});
  for (auto& alternative : input.alternatives) {
    alternative.items.push_back(shared("platform", "vtp", Money::kroner(5'500'000)));
  }
  input.alternatives[0].items.push_back(shared("centre", "response", Money::kroner(4'500'000)));
  input.alternatives[1].items.push_back(shared("connection", "response", Money::kroner(2'000'000)));
  auto& assumptions = input.assumptions;
  assumptions.price_year = assumptions.first_year = assumptions.comparison_year = 2025;
  assumptions.years = 15;
  assumptions.discount_rate = 0.04;
  assumptions.person_year_cost = Money::kroner(805'000);
  assumptions.person_year = Hours::whole(1'950);
  return input;
}

}  // namespace varde::economy::sample
