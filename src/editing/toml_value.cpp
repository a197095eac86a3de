#include "editing/toml_value.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace varde::editing {
namespace {

using cases::ValueType;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

bool is_number(std::string_view value) {
  const auto digits = value.find_first_not_of("+-0123456789_.eE");
  return !value.empty() && digits == value.npos && value.find_first_of("0123456789") != value.npos;
}

/// In brackets as it is; without, its parts between commas.
Result<std::string> list(ValueType type, const std::string& value) {
  if (value.starts_with('[') && value.ends_with(']')) return value;
  std::vector<std::string> parts;
  for (std::string_view rest = value; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    const auto part = trimmed(rest.substr(0, comma));
    if (type == ValueType::numbers && !is_number(part))
      return Error{"write numbers with a comma between, such as 100, 50"};
    if (!part.empty()) parts.push_back(type == ValueType::texts ? toml_quoted(part) : part);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

}  // namespace

std::string toml_quoted(std::string_view value) {
  std::string text = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      text += c;
    }
  }
  return text + '"';
}

std::string toml_key(const std::string& key) {
  const bool bare = !key.empty() && std::ranges::all_of(key, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-';
  });
  return bare ? key : toml_quoted(key);
}

ValueType toml_type(const toml::node& node) {
  if (node.is_number()) return ValueType::number;
  if (node.is_boolean()) return ValueType::flag;
  const auto* array = node.as_array();
  if (array == nullptr) return ValueType::text;
  const bool texts = !array->empty() && array->get(0)->is_string();
  return texts ? ValueType::texts : ValueType::numbers;
}

ValueType toml_guess(const std::string& value) {
  if (is_number(value)) return ValueType::number;
  if (value == "true" || value == "false") return ValueType::flag;
  return value.starts_with('[') ? ValueType::numbers : ValueType::text;
}

Result<std::string> toml_written(ValueType type, const std::string& value) {
  if (type == ValueType::text) return toml_quoted(value);
  if (type == ValueType::texts || type == ValueType::numbers) return list(type, value);
  if (type == ValueType::number && !is_number(value))
    return Error{value.find(',') != value.npos
                     ? "write a number with a decimal point and without spaces"
                     : "write a number, such as 1250 or 0.04"};
  if (type == ValueType::flag && value != "true" && value != "false")
    return Error{"write true or false"};
  return value;
}

}  // namespace varde::editing
