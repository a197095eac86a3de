#pragma once

#include <string_view>

#include <fmt/format.h>

namespace varde::log {

enum class Level { debug, info, warning, error };

/// Sets the lowest level that is written. Lines go to standard error, one JSON object a line:
/// {"time","level","event","detail"}. Never put personal data in a line: ids, codes and counts
/// only.
void start(Level lowest);
/// Whether lines of the level are written: asked before making a costly one.
bool enabled(Level level);
void write(Level level, std::string_view event, std::string_view detail);

/// `event` is a fixed dotted name a search can rely on ("journal.commit_failed"); the detail is for
/// a person.
template <class... Args>
void info(std::string_view event, fmt::format_string<Args...> text, Args&&... args) {
  write(Level::info, event, fmt::format(text, std::forward<Args>(args)...));
}
template <class... Args>
void warning(std::string_view event, fmt::format_string<Args...> text, Args&&... args) {
  write(Level::warning, event, fmt::format(text, std::forward<Args>(args)...));
}
template <class... Args>
void error(std::string_view event, fmt::format_string<Args...> text, Args&&... args) {
  write(Level::error, event, fmt::format(text, std::forward<Args>(args)...));
}

}  // namespace varde::log
