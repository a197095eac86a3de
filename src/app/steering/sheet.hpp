#pragma once

#include "steering/tools.hpp"

namespace varde::app {

/// case.toml and the CSV files as values to edit. What cannot be read is left out: check() of the
/// tools tells why.
steering::Sheet sheet_of(const steering::Files& files);

/// Makes the edits in their order, and leaves all else in the files as it is: comments, order,
/// spaces. Lines of `key` are those of the files before the first edit.
steering::Checked<steering::Files> edited(const steering::Files& files,
                                          const std::vector<steering::Edit>& edits);

}  // namespace varde::app
