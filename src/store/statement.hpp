#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/records.hpp"
#include "sqlite/database.hpp"
#include "store/row.hpp"

// The thin layer between rows and SOCI. Throws soci::soci_error.
namespace varde::store {

using sqlite::Session;

/// A prepared statement bound to cells: what is in `uses` when it runs goes in, each fetched row
/// comes out in `intos`. Both must outlive it.
class Statement {
 public:
  Statement(Session& session, const std::string& sql, std::deque<Cell>& uses,
            std::deque<Cell>& intos);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void run();
  bool fetch();

 private:
  std::deque<Cell>& uses_;
  std::deque<Cell>& intos_;
  std::deque<soci::indicator> use_indicators_;
  std::deque<soci::indicator> into_indicators_;
  soci::statement statement_;
};

/// Inserts a T, or replaces the columns of the row with its key.
template <class T>
class Upsert {
 public:
  explicit Upsert(Session& session) : statement_(session, sql(row_.names()), row_.cells(), none_) {}

  void write(const T& value) {
    row_.put(value);
    statement_.run();
  }

 private:
  static std::string sql(const std::vector<std::string>& names) {
    std::string out = std::string("INSERT INTO ") + Table<T>::kName + "(" + joined(names) +
                      ") VALUES(" + joined(names, ":") + ") ON CONFLICT(" + Table<T>::kKey +
                      ") DO UPDATE SET ";
    for (const auto& name : names)
      out += (&name == &names.front() ? "" : ", ") + name + " = excluded." + name;
    return out;
  }

  Row<T> row_;
  std::deque<Cell> none_;
  Statement statement_;
};

/// Conditions of a query and the values they are bound to.
class Where {
 public:
  /// A condition without values.
  Where& that(std::string_view condition);
  /// `before` :value `after`
  template <class V>
  Where& with(std::string_view before, const V& value, std::string_view after = {}) {
    const std::string parameter = add(value);
    return that(std::string(before) + parameter + std::string(after));
  }
  template <class V>
  Where& equal(const char* column, const V& value) {
    return with(std::string(column) + " = ", value);
  }
  template <class V>
  Where& equal_if(const char* column, const std::optional<V>& value) {
    return value ? equal(column, *value) : *this;
  }
  Where& in_scope(const char* column, const std::optional<access::Municipalities>& scope);

  /// Keeps a value and gives the name it is bound to, for conditions with several.
  template <class V>
  std::string add(const V& value) {
    Cell& cell = values_.emplace_back(Cell{.type = Column<V>::kType});
    Column<V>::put(cell, value);
    return ":v" + std::to_string(values_.size());
  }

  /// " WHERE a AND b", or nothing.
  std::string sql() const;
  std::deque<Cell>& values() { return values_; }

 private:
  std::string conditions_;
  std::deque<Cell> values_;
};

/// All rows of T's table that fit, with `tail` (ORDER BY, LIMIT) after the conditions.
template <class T>
std::vector<T> select(Session& session, Where where, const std::string& tail = {}) {
  Row<T> row;
  Statement statement(
      session,
      "SELECT " + joined(row.names()) + " FROM " + Table<T>::kName + where.sql() + " " + tail,
      where.values(), row.cells());
  statement.run();
  std::vector<T> found;
  while (statement.fetch()) found.push_back(row.get());
  return found;
}
template <class T>
std::optional<T> select_one(Session& session, Where where) {
  auto found = select<T>(session, std::move(where), "LIMIT 1");
  return found.empty() ? std::nullopt : std::optional<T>(std::move(found.front()));
}

/// Runs a query of plain columns and gives each row's cells to `visit`.
void query(Session& session, const std::string& sql, std::deque<Cell>& values, std::deque<Cell> row,
           const std::function<void(const std::deque<Cell>&)>& visit);
long long count(Session& session, const std::string& from, Where where);

}  // namespace varde::store
