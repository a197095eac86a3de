#pragma once

#include <vector>

#include "cases/shapes.hpp"
#include "steering/tools.hpp"

// Files of their own beside case.toml, that tools on a cooperation read: how groups cost
// (cooperation.toml), who answers (staffing.toml), who invoices whom (invoice.toml).
namespace varde::editing {

struct Beside {
  std::string file;
  Words title;
  /// What must be put right in the file of a case that is otherwise well; `shapes` may be nullptr.
  steering::Complaints (*mistakes)(const steering::Files& files, cases::Shapes* shapes);
  /// The file for a case that does not have it, well as it is and commented, with what it needs
  /// beside it. Numbers in it are illustrative. Of a case that cannot be read: nothing.
  steering::Files (*made)(const steering::Files& files);
};

/// Those of a kind of case.
const std::vector<Beside>& beside(std::string_view kind);

}  // namespace varde::editing
