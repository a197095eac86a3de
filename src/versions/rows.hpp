#pragma once

#include "sqlite/database.hpp"
#include "steering/model.hpp"

// The tables of sql/sqlite/cases as the model's types. Throws soci::soci_error.
namespace varde::versions::rows {

using sqlite::Session;
using steering::Files;

/// `tail`: WHERE, ORDER BY and LIMIT of `version v`, with :key where one is bound.
std::vector<steering::Version> versions(Session& session, const std::string& tail,
                                        const std::string& key);
std::vector<steering::Share> shares(Session& session, const std::string& tail,
                                    const std::string& key);
Files files(Session& session, const std::string& version);

void put_version(Session& session, const steering::Version& version, const Files& files);
void put_decision(Session& session, const std::string& version, const steering::Decision& decision);
void put_share(Session& session, const steering::Share& share);

long long count(Session& session, const std::string& query, const std::string& key);

inline long long stored(Instant t) { return t.time_since_epoch().count(); }
inline Instant instant(long long ms) { return Instant{Duration{ms}}; }

}  // namespace varde::versions::rows
