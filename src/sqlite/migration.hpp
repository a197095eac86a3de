#pragma once

#include <span>
#include <string_view>

#include "base/result.hpp"
#include "sqlite/database.hpp"

namespace varde::sqlite {

/// One step of a schema. Numbered from 1 without gaps, append-only: what has once run somewhere is
/// never edited.
struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};

/// Brings the database to the newest of `known`, all in one transaction. Refuses, with a message
/// that says what to do: a schema newer than this program knows, and a migration whose text is not
/// the one that ran here.
Status migrate(Session& session, std::span<const Migration> known);
/// For readers, who must not change anything: refuses any schema but the newest of `known`.
Status check_schema(Session& session, std::span<const Migration> known);

}  // namespace varde::sqlite
