#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cases/shapes.hpp"

// TOML files as text that is changed in one place and stays as it is everywhere else: comments,
// order, spaces. Keys are dotted paths: "assumptions.years", "alternative.0.name". A text that
// comes out can be read; an error says what to write instead.
namespace varde::editing {

/// With the value at `key`. One that is not there is added to its table, and the table too if need
/// be; `shape` says of what type, else it is guessed. An empty value takes away what is no
/// free text.
/// Of a plain number, "key.quality", "key.source", "key.low" and "key.high" can be set too.
Result<std::string> with_value(const std::string& text, const std::string& key,
                               const std::string& value, const cases::KeyShape* shape = nullptr);

/// With one record more: behind the record "alternative.1", or the last of "alternative". It has
/// the `lines`, such as "id = \"c\"".
Result<std::string> with_record(const std::string& text, const std::string& key,
                                const std::vector<std::string>& lines);

/// Without the record or value at `key`. Comments above it stay.
Result<std::string> without(const std::string& text, const std::string& key);

/// With another name, `now`, for the value at `key`.
Result<std::string> with_key(const std::string& text, const std::string& key,
                             const std::string& now);
/// With the record at `key` one place up (-1) or down (1) among its like.
Result<std::string> with_moved(const std::string& text, const std::string& key, int by);

}  // namespace varde::editing
