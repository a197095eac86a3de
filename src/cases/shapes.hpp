#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cases/load.hpp"

// What the readers of a case ask its TOML files for, learnt from the readers themselves, so that
// an editor can offer what a file does not have yet.
namespace varde::cases {

enum class ValueType { text, number, flag, texts, numbers };

struct KeyShape {
  std::string key;
  ValueType type = ValueType::text;
  bool required = false;
  std::vector<std::string> choices{};  ///< when only these words will do
};

struct TableShape {
  std::string file;
  std::string path;   ///< "assumptions", "alternative.*" for [[alternative]]; empty at the top
  bool open = false;  ///< keys are names that a person chooses
  std::vector<KeyShape> keys{};

  bool records() const { return path.ends_with(".*"); }
  const KeyShape* key(std::string_view name) const;
  /// What is first learnt of a key stands.
  void learn(KeyShape shape);
};

class Shapes {
 public:
  /// Made when it is new.
  TableShape& table(std::string_view file, std::string_view path);
  const TableShape* find(std::string_view file, std::string_view path) const;
  const std::vector<TableShape>& all() const { return all_; }

 private:
  std::vector<TableShape> all_;
};

/// Reads the files, and tells `shapes` what it asks for.
using LearnShapes = void (*)(const Files& files, Shapes& shapes);

/// What `read` asks for of `files`. Tables that are not there are read as if they were empty, so
/// that their keys are known too.
Shapes learnt_shapes(const Files& files, LearnShapes read);

}  // namespace varde::cases
