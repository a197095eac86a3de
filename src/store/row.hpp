#pragma once

#include <deque>
#include <string>
#include <vector>

#include "store/cell.hpp"

namespace varde::store {

/// What a table holds and of what: `kName`, the columns of its primary key (`kKey`), and
/// columns(value, visit), which calls visit(name, member) for each column. Written once per type
/// (tables.hpp) and used for writing, reading and comparing.
template <class T>
struct Table;

/// The cells of one row of a T. They stay where they are, so that a statement can be bound to them.
template <class T>
class Row {
 public:
  Row() {
    T empty{};
    Table<T>::columns(empty, [this]<class Value>(const char* name, const Value&) {
      names_.emplace_back(name);
      cells_.push_back({.type = Column<Value>::kType});
    });
  }

  void put(const T& value) {
    auto cell = cells_.begin();
    Table<T>::columns(value, [&cell]<class Value>(const char*, const Value& member) {
      cell->null = false;
      Column<Value>::put(*cell++, member);
    });
  }

  T get() const {
    T value{};
    auto cell = cells_.begin();
    Table<T>::columns(value, [&cell]<class Value>(const char*, Value&& member) {
      Column<std::remove_cvref_t<Value>>::get(*cell++, member);
    });
    return value;
  }

  const std::vector<std::string>& names() const { return names_; }
  std::deque<Cell>& cells() { return cells_; }
  const std::deque<Cell>& cells() const { return cells_; }

 private:
  std::vector<std::string> names_;
  std::deque<Cell> cells_;
};

/// "id, kind, ..."; each with `prefix` before it.
std::string joined(const std::vector<std::string>& names, std::string_view prefix = {});
/// One line that differs when any cell does.
std::string to_line(const std::deque<Cell>& cells);

}  // namespace varde::store
