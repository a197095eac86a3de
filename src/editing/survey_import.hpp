#pragma once

#include "steering/tools.hpp"

namespace varde::editing {

/// What a survey file (CSV or XLSX; the columns of survey.csv, in any order; municipality, area and
/// category must be there) would change in the case's survey, row by row. A row answers for its
/// municipality, area and category; what the file does not have stays as it is. The result can be
/// saved when no row is wrong.
steering::ImportPreview preview_survey(const steering::Files& files, std::string_view bytes);

}  // namespace varde::editing
