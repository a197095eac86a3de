#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "access/handle.hpp"

namespace varde::access {

/// What an interface to the outside is given instead of the records: it can find out who somebody
/// is, and make that actor a handle. Persons are reached through the handle only. Thread-safe as
/// far as Records and Inbox are.
class Gate {
 public:
  Gate(Records& records, engine::Inbox& inbox) : records_(records), inbox_(inbox) {}

  Handle handle(tenancy::Actor actor) const { return {std::move(actor), records_, inbox_}; }

  /// With the scope the account has in effect: a municipality that no operator's account names (one
  /// that has joined since, perhaps) is every operator's, so that no alarm is on nobody's screen.
  /// The same for administrators, who see what cannot be sent.
  std::optional<Account> account(std::string_view login) const;
  std::vector<Account> accounts() const;
  std::optional<ApiKey> api_key(std::string_view key_hash) const {
    return records_.api_key(key_hash);
  }
  std::vector<MunicipalityRow> municipalities() const { return records_.municipalities(); }

  /// How far the records have followed the journal.
  engine::Position position() const { return records_.position(); }
  /// For signs of life and signals: what is no look at a person and no command of one.
  engine::Inbox& inbox() const { return inbox_; }

 private:
  Records& records_;
  engine::Inbox& inbox_;
};

}  // namespace varde::access
