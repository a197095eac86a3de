#include "store/statement.hpp"

namespace varde::store {
namespace {

// use() and into() give containers of references to temporaries: they must be handed on in the same
// expression.
void bind_use(soci::statement& statement, Cell& cell, soci::indicator& indicator) {
  switch (cell.type) {
    case Cell::Type::number:
      return statement.exchange(soci::use(cell.number, indicator));
    case Cell::Type::real:
      return statement.exchange(soci::use(cell.real, indicator));
    case Cell::Type::text:
      return statement.exchange(soci::use(cell.text, indicator));
  }
}

void bind_into(soci::statement& statement, Cell& cell, soci::indicator& indicator) {
  switch (cell.type) {
    case Cell::Type::number:
      return statement.exchange(soci::into(cell.number, indicator));
    case Cell::Type::real:
      return statement.exchange(soci::into(cell.real, indicator));
    case Cell::Type::text:
      return statement.exchange(soci::into(cell.text, indicator));
  }
}

}  // namespace

Statement::Statement(Session& session, const std::string& sql, std::deque<Cell>& uses,
                     std::deque<Cell>& intos)
    : uses_(uses),
      intos_(intos),
      use_indicators_(uses.size(), soci::i_ok),
      into_indicators_(intos.size(), soci::i_ok),
      statement_(session) {
  statement_.alloc();
  statement_.prepare(sql);
  for (std::size_t i = 0; i < uses_.size(); ++i) bind_use(statement_, uses_[i], use_indicators_[i]);
  for (std::size_t i = 0; i < intos_.size(); ++i)
    bind_into(statement_, intos_[i], into_indicators_[i]);
  statement_.define_and_bind();
}

void Statement::run() {
  for (std::size_t i = 0; i < uses_.size(); ++i)
    use_indicators_[i] = uses_[i].null ? soci::i_null : soci::i_ok;
  // Without rows to fetch the statement runs to its end at once.
  statement_.execute(intos_.empty());
}

bool Statement::fetch() {
  if (!statement_.fetch()) return false;
  for (std::size_t i = 0; i < intos_.size(); ++i)
    intos_[i].null = into_indicators_[i] == soci::i_null;
  return true;
}

Where& Where::that(std::string_view condition) {
  conditions_ += conditions_.empty() ? " WHERE " : " AND ";
  conditions_ += condition;
  return *this;
}

Where& Where::in_scope(const char* column, const std::optional<access::Municipalities>& scope) {
  if (!scope) return *this;
  if (scope->empty()) return that("1 = 0");
  std::string list;
  for (const auto municipality : *scope)
    list += (list.empty() ? "" : ", ") + std::to_string(municipality.number);
  return that(std::string(column) + " IN (" + list + ")");
}

std::string Where::sql() const { return conditions_; }

void query(Session& session, const std::string& sql, std::deque<Cell>& values, std::deque<Cell> row,
           const std::function<void(const std::deque<Cell>&)>& visit) {
  Statement statement(session, sql, values, row);
  statement.run();
  while (statement.fetch()) visit(row);
}

long long count(Session& session, const std::string& from, Where where) {
  long long found = 0;
  query(session, "SELECT count(*) FROM " + from + where.sql(), where.values(), {Cell{}},
        [&](const std::deque<Cell>& row) { found = row[0].number; });
  return found;
}

}  // namespace varde::store
