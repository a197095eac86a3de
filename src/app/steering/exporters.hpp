#pragma once

#include <vector>

#include "steering/tools.hpp"

namespace varde::app {

/// A case as a report to take out, by its kind and the format. Invoices are not among them: they
/// need an alternative and a year, and come of `varde economy invoice`.
std::vector<steering::Exporter> all_exporters();

}  // namespace varde::app
