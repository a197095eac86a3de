#pragma once

#include "store/statement.hpp"

namespace varde::store {

/// Counts open alarms of a device or a person, many times with one statement.
class OpenCounter {
 public:
  OpenCounter(Session& session, const std::string& column)
      : ids_{{.type = Cell::Type::text}},
        counts_{{.type = Cell::Type::number}},
        statement_(session, "SELECT count(*) FROM alarm WHERE state <> 8 AND " + column + " = :id",
                   ids_, counts_) {}

  template <class Tag>
  std::uint32_t count(const Id<Tag>& id) {
    Column<Id<Tag>>::put(ids_[0], id);
    statement_.run();
    return statement_.fetch() ? static_cast<std::uint32_t>(counts_[0].number) : 0;
  }

 private:
  std::deque<Cell> ids_;
  std::deque<Cell> counts_;
  Statement statement_;
};

}  // namespace varde::store
