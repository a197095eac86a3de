#pragma once

#include <memory>

#include "app/data_folder.hpp"
#include "steering/desk.hpp"
#include "steering/runs.hpp"
#include "versions/sqlite_cases.hpp"

namespace varde::app {

/// The steering half of the running server: cases, what can be done with them, and the queue of
/// computations.
class SteeringSide {
 public:
  static Result<std::unique_ptr<SteeringSide>> open(const DataFolder& folder);

  /// Makes a case of each example, unless there are cases already.
  Status install_examples(const ActorId& author, Instant now);
  const steering::Office& office() const { return office_; }

 private:
  SteeringSide(std::unique_ptr<versions::SqliteCases> cases, const DataFolder& folder);

  std::unique_ptr<versions::SqliteCases> cases_;
  steering::Tools tools_;
  steering::Runs runs_;
  steering::Office office_;
};

}  // namespace varde::app
