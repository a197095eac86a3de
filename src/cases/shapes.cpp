#include "cases/shapes.hpp"

#include <algorithm>

namespace varde::cases {
namespace {

/// An absent table may hold tables, which may hold tables.
constexpr int kDepth = 3;

/// "[[plan]]\n[[plan.shift]]\n" for "plan.*.shift.*".
std::string empty_table(std::string_view path) {
  std::string text, name;
  while (!path.empty()) {
    const auto dot = path.find('.');
    name += (name.empty() ? "" : ".") + std::string(path.substr(0, dot));
    path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
    const bool record = path == "*" || path.starts_with("*.");
    if (record) path.remove_prefix(std::min<std::size_t>(2, path.size()));
    if (record || path.empty()) text += record ? "[[" + name + "]]\n" : "[" + name + "]\n";
  }
  return text;
}

}  // namespace

const KeyShape* TableShape::key(std::string_view name) const {
  const auto found = std::ranges::find(keys, name, &KeyShape::key);
  return found == keys.end() ? nullptr : &*found;
}

void TableShape::learn(KeyShape shape) {
  if (key(shape.key) == nullptr) keys.push_back(std::move(shape));
}

TableShape& Shapes::table(std::string_view file, std::string_view path) {
  const auto found = std::ranges::find_if(
      all_, [&](const TableShape& one) { return one.path == path && one.file == file; });
  if (found != all_.end()) return *found;
  return all_.emplace_back(TableShape{std::string(file), std::string(path)});
}

const TableShape* Shapes::find(std::string_view file, std::string_view path) const {
  const auto found = std::ranges::find_if(
      all_, [&](const TableShape& one) { return one.path == path && one.file == file; });
  return found == all_.end() ? nullptr : &*found;
}

Shapes learnt_shapes(const Files& files, LearnShapes read) {
  Shapes shapes;
  read(files, shapes);
  for (int depth = 0; depth < kDepth; ++depth) {
    const auto known = shapes.all();
    for (const auto& one : known) {
      const auto found = files.find(one.file);
      if (!one.keys.empty() || one.open || one.path.empty() || found == files.end()) continue;
      // The text is one that nobody keeps: what it breaks otherwise does not matter.
      auto probe = files;
      probe[one.file] = found->second + "\n" + empty_table(one.path);
      read(probe, shapes);
    }
  }
  return shapes;
}

}  // namespace varde::cases
