#pragma once

#include <string>

#include <toml++/toml.h>

#include "base/result.hpp"
#include "steering/tools.hpp"

namespace varde::app {

/// The values of case.toml, in the file's order.
std::vector<steering::Sheet::Section> toml_sections(const std::string& text);

/// The text with the value at `key` ("assumptions.years", "alternative.0.name") replaced, and
/// nothing else. `value` is what a person writes. Of a plain number, "key.quality", "key.source",
/// "key.low" and "key.high" can be set too. An error says what to write instead.
Result<std::string> with_toml_value(const std::string& text, const std::string& key,
                                    const std::string& value);

}  // namespace varde::app
