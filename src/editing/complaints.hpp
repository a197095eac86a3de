#pragma once

#include <vector>

#include "cases/complaint.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

/// What the readers of cases complain of, as steering tells it.
inline steering::Complaints complaints_of(const std::vector<cases::Complaint>& all) {
  steering::Complaints complaints;
  for (const auto& one : all) complaints.push_back({one.file, one.line, one.text});
  return complaints;
}

}  // namespace varde::editing
