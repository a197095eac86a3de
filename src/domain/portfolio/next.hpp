#pragma once

#include "domain/portfolio/status.hpp"

namespace varde::portfolio {

enum class Act : std::uint8_t {
  take_in_use,     ///< it is made available already
  make_available,  ///< it is known not to be
  clarify,         ///< nobody has said where the municipality stands
  wait,            ///< something it needs comes first
};
constexpr std::array<std::string_view, 4> kActs{"take_in_use", "make_available", "clarify", "wait"};

/// Why a step stands where it does.
struct Reason {
  enum class Kind : std::uint8_t {
    builds_on,  ///< on `solutions`, which are not known to be in use here
    available,  ///< made available here already
    unsaid,     ///< nobody has said where the municipality stands
    statutory,
    overdue,   ///< the municipality's own plan was to have it by `by`
    planned,   ///< by `by`
    priority,  ///< it is number `number` in the sector's order
    unlocks,   ///< `solutions`, which wait for it
  };
  Kind kind = Kind::unsaid;
  std::vector<std::size_t> solutions{};
  std::string by{};
  int number = 0;
};
constexpr std::array<std::string_view, 8> kReasons{
    "builds_on", "available", "unsaid", "statutory", "overdue", "planned", "priority", "unlocks"};

/// One thing a municipality can do next.
struct Step {
  std::size_t solution = 0;
  Act act = Act::clarify;
  std::vector<std::size_t> first;      ///< what must be in use before, and is not known to be
  std::vector<std::size_t> unlocks;    ///< what waits for this one, directly or not
  const Activity* activity = nullptr;  ///< the card that speaks of it
  const Plan* plan = nullptr;          ///< the municipality's own, the earliest
  bool overdue = false;
  std::vector<Reason> reasons;
};

/// What is not in use, in the order a municipality should take it: what can begin now before what
/// must wait; then what the law demands, own plans that are overdue, the sector's priority, what
/// most other things wait for. The order is that list and nothing else.
std::vector<Step> next_for(const Portfolio& portfolio, std::size_t municipality);

/// Experiences in which every word of `query` occurs, small and capital letters alike; those with
/// the words in the title first, then the newest. An empty query gives all.
std::vector<const Experience*> search(const Portfolio& portfolio, std::string_view query);

}  // namespace varde::portfolio
