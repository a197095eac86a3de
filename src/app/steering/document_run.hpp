#pragma once

#include <string>
#include <string_view>

#include "answers/economy/report.hpp"
#include "steering/tools.hpp"

// Documents of a computation. They are runs themselves, so that a long simulation waits in the
// queue of computations, tells how far it is and can be stopped.
namespace varde::app {

/// The format that is asked for, one of kReportFormats.
steering::Checked<std::string> format_of(const steering::Parameters& parameters);
std::string media_type(std::string_view format);

/// {"format": "pdf", "media_type": "application/pdf", "base64": "..."}
std::string document_json(std::string_view format, std::string_view bytes);

}  // namespace varde::app
