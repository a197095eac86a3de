#pragma once

#include "cases/shapes.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

/// The TOML and CSV files as values to edit, and what they can be given more. What cannot be read
/// is left out: check() of the tools tells why.
steering::Sheet sheet_of(const steering::Files& files);

/// Makes the edits in their order, each on what those before it left, and leaves all else in the
/// files as it is: comments, order, spaces.
steering::Edited edited(const steering::Files& files, const std::vector<steering::Edit>& edits);

/// `kind` of case.toml, "" when it cannot be read.
std::string kind_of(const steering::Files& files);

/// What the readers of a kind of case ask its TOML files for. Worked out once.
const cases::Shapes& shapes_of(const std::string& kind);

}  // namespace varde::editing
