#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/result.hpp"

namespace varde::report {

/// The files by name, at least one, in one ZIP archive. The same files give the same bytes.
Result<std::string> zip_of(const std::map<std::string, std::string, std::less<>>& files);

}  // namespace varde::report
