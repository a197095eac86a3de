#pragma once

#include <filesystem>
#include <optional>

#include "app/data_folder.hpp"
#include "steering/tools.hpp"

namespace varde::app {

/// Everything that steering can do in this program. `examples`: a folder of case folders; those
/// that cannot be read are left out with a line in the log. `centre`: the data folder that runs can
/// measure in.
steering::Tools make_tools(const std::filesystem::path& examples,
                           const std::optional<DataFolder>& centre = {});

/// Where the examples stand: beside the program's own build folder, in the working folder, or as
/// they are installed.
std::filesystem::path examples_folder();

}  // namespace varde::app
