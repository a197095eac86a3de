#pragma once

#include "app/config/config.hpp"
#include "app/data_folder.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace varde::app {

/// Fills a new folder with the demo's world and, unless `history` is false, a made-up past. A
/// folder that was begun and not finished is begun anew; one that is ready is left as it is; one
/// with data that is not the demo's is an error.
Status prepare_demo(const DataFolder& folder, const Config& config, bool history, Instant now);

}  // namespace varde::app
