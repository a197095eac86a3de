#pragma once

#include "steering/tools.hpp"

// A record that others name by its id is more than its lines in case.toml: an alternative is a
// column of the scores, a criterion a row. These keep them together.
namespace varde::editing {

/// Of [[alternative]] in case.toml: what is named by its id.
struct Followers;

/// nullptr when nothing follows the records of this group in a case of this kind.
const Followers* followers_of(const steering::Files& files, std::string_view group);

/// An id that no record of the group has, in the manner of the others: D after C, 9 after 8.
std::string free_id(std::string_view group, const std::vector<std::string>& ids);

/// The id of each record of a group in case.toml, "" for one without.
std::vector<std::string> ids_of(const steering::Files& files, const Followers& followers);

/// The key of a record that the others name it by: id or name.
std::string_view id_key(const Followers& followers);

/// A record with `id` has come, behind the record `before` ("" = the first).
void follow_added(steering::Files& files, const Followers& followers, const std::string& id,
                  const std::string& before);
void follow_renamed(steering::Files& files, const Followers& followers, const std::string& id,
                    const std::string& now);
/// Its name, which stands beside its id in some tables.
void follow_named(steering::Files& files, const Followers& followers, const std::string& id,
                  const std::string& name);
void follow_removed(steering::Files& files, const Followers& followers, const std::string& id);

}  // namespace varde::editing
