#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace varde::report {

/// A PDF of a document made by page(). WeasyPrint does it, in a process of its own that loads
/// nothing from the network or from files. An error when it is not installed (and then says what to
/// install), fails, or takes longer than `limit`.
Result<std::string> pdf_of(std::string_view html,
                           std::chrono::milliseconds limit = std::chrono::seconds(120));

}  // namespace varde::report
