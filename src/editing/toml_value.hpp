#pragma once

#include <string>
#include <string_view>

#include <toml++/toml.h>

#include "base/result.hpp"
#include "cases/shapes.hpp"

// What a person writes, as it stands in a TOML file.
namespace varde::editing {

std::string toml_quoted(std::string_view value);
/// Bare when it can be.
std::string toml_key(const std::string& key);

cases::ValueType toml_type(const toml::node& node);
/// Of what type `value` looks to be.
cases::ValueType toml_guess(const std::string& value);

/// A list may come in brackets or as parts with commas between. An error says what to write.
Result<std::string> toml_written(cases::ValueType type, const std::string& value);

}  // namespace varde::editing
