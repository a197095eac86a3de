#pragma once

#include "cases/shapes.hpp"
#include "steering/tools.hpp"

namespace varde::editing {

/// Adds the tables of a TOML file to `sheet`, in the file's order, with what `shapes` says that
/// they can have more. A text that cannot be read adds nothing.
void add_toml(const std::string& file, const std::string& text, const cases::Shapes& shapes,
              steering::Sheet& sheet);

/// "alternative.*.id" for "alternative.3.id": how shapes call it.
std::string shape_path(std::string_view key);
/// The shape of the value at a key; nullptr when no reader asks for it.
const cases::KeyShape* shape_of(const cases::Shapes& shapes, std::string_view file,
                                std::string_view key);

}  // namespace varde::editing
