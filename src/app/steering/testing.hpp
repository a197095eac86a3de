#pragma once

#include <stdexcept>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/steering/make_tools.hpp"

// What the tests of this folder share: the program's tools on the repository's examples.
namespace varde::app {

inline const steering::Tools& tools() {
  static const auto made = make_tools(VARDE_EXAMPLES);
  return made;
}

inline const steering::Files& example(std::string_view name) {
  for (const auto& one : tools().examples)
    if (one.name == name) return one.files;
  throw std::logic_error("no example " + std::string(name));
}

/// What a run gives; a failure of the test when it refuses.
inline nlohmann::json run(const steering::Files& files, std::string_view kind,
                          const steering::Parameters& parameters = {}) {
  const auto text = tools().run(kind)->run(files, parameters, {});
  EXPECT_TRUE(text) << text.error().front().text;
  return text ? nlohmann::json::parse(*text) : nlohmann::json{};
}

}  // namespace varde::app
