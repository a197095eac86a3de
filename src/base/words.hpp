#pragma once

#include <string>

namespace varde {

/// A text for a person, in both languages of the console.
struct Words {
  std::string nb;
  std::string en;
};

}  // namespace varde
