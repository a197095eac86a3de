#pragma once

#include <vector>

#include "domain/alarm/signal.hpp"
#include "engine/ports.hpp"
#include "random.hpp"

namespace varde::sim {

/// Who and what a run is about: a handful of homes, their plans and the people on duty. Small, so
/// that the same devices and alarms meet again and again.
struct World {
  std::vector<care::ResponsePlan> plans;
  std::vector<care::Device> devices;
  std::vector<ActorId> operators;
  std::vector<ContactId> contacts;

  static World make(Random random);
  /// What is journalled before the first signal.
  std::vector<engine::Submission> setup() const;
};

/// Sunday 22 November 2026, 08:00 UTC.
Instant start_of_time();
Ulid random_id(Random& random, Instant at);

}  // namespace varde::sim
