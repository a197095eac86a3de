#pragma once

#include <optional>
#include <vector>

#include "engine/ports.hpp"
#include "sqlite/database.hpp"
#include "store/dump.hpp"

// What concerns the read models as a whole. Throws soci::soci_error.
namespace varde::store {

engine::Position applied_position(sqlite::Session& session);
void put_applied_position(sqlite::Session& session, engine::Position position);

std::optional<engine::Projection::Snapshot> newest_snapshot(sqlite::Session& session);
/// Earlier ones go.
void put_snapshot(sqlite::Session& session, const engine::Projection::Snapshot& snapshot);

void erase_words_of(sqlite::Session& session, engine::Position position);
std::vector<TableSum> sum_read_models(sqlite::Session& session);

}  // namespace varde::store
