#pragma once

#include <vector>

#include "steering/tools.hpp"

namespace varde::app {

/// A case as a report to take out, by its kind and the format, and its invoices.
std::vector<steering::Exporter> all_exporters();

/// The invoices of a cooperation with invoice.toml: basis, EHF invoices and credit notes in a ZIP.
/// Parameters: alternative, year, and issued (a day; today unless told).
steering::Exporter invoices_exporter();

}  // namespace varde::app
