#include "store/row.hpp"

#include <fmt/format.h>

namespace varde::store {

std::string joined(const std::vector<std::string>& names, std::string_view prefix) {
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += ", ";
    out += prefix;
    out += name;
  }
  return out;
}

std::string to_line(const std::deque<Cell>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (cell.null) {
      line += '-';
    } else if (cell.type == Cell::Type::number) {
      line += fmt::format("{}", cell.number);
    } else if (cell.type == Cell::Type::real) {
      line += fmt::format("{}", cell.real);
    } else {
      // The length keeps a text with a bar in it apart from two texts.
      line += fmt::format("{}:{}", cell.text.size(), cell.text);
    }
    line += '|';
  }
  line += '\n';
  return line;
}

}  // namespace varde::store
