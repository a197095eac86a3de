#pragma once

#include "access/outbox.hpp"
#include "access/records.hpp"
#include "sqlite/database.hpp"

// What SqliteStore asks its database, split by subject over *_sql.cpp. Throws soci::soci_error.
namespace varde::store::sql {

using access::Municipalities;
using access::Page;
using access::PageRequest;
using sqlite::Session;

// alarm_sql.cpp
Page<alarm::Alarm> alarms(Session& session, const access::AlarmFilter& filter,
                          const PageRequest& page);
std::optional<alarm::Alarm> alarm(Session& session, const AlarmId& id);
std::vector<access::LogLine> alarm_log(Session& session, const AlarmId& id);

// device_sql.cpp
Page<access::DeviceRow> devices(Session& session, const access::DeviceFilter& filter,
                                const PageRequest& page);
std::optional<access::DeviceRow> device(Session& session, const DeviceId& id);
std::vector<access::Assignment> assignments(Session& session, const DeviceId& id);
std::vector<access::SignalRow> signals(Session& session, const DeviceId& id, std::size_t limit);
std::optional<care::ResponsePlan> plan(Session& session, const PlanId& id);

// person_sql.cpp
std::optional<care::ServiceUser> user(Session& session, const UserId& id);
std::optional<access::UserBrief> user_brief(Session& session, const UserId& id);
Page<access::UserBrief> users(Session& session, const access::UserFilter& filter,
                              const PageRequest& page);
std::vector<access::AccessRow> access_log(Session& session, const UserId& id);

// figures_sql.cpp
access::KeyFigures key_figures(Session& session, Instant from, Instant to, Instant now,
                               const std::optional<Municipalities>& scope);

// register_sql.cpp
std::vector<access::MunicipalityRow> municipalities(Session& session);
std::optional<access::Account> account(Session& session, std::string_view login);
std::vector<access::Account> accounts(Session& session);
std::optional<access::ApiKey> api_key(Session& session, std::string_view key_hash);
std::vector<access::ApiKey> api_keys(Session& session);
std::vector<access::DeviceSecret> device_secrets(Session& session);
void put_municipality(Session& session, const access::MunicipalityRow& row);
void put_users(Session& session, const std::vector<care::ServiceUser>& users);
void put_account(Session& session, const access::Account& account);
void put_api_key(Session& session, const access::ApiKey& key);
void put_device_secrets(Session& session, const std::vector<access::DeviceSecret>& secrets);

// outbox_sql.cpp
Page<access::OutboxRow> outbox(Session& session, bool dead,
                               const std::optional<Municipalities>& scope, const PageRequest& page);
std::vector<access::OutboxMessage> due(Session& session, Instant now, std::size_t limit,
                                       std::span<const tenancy::Municipality> except);
std::optional<Instant> next_due(Session& session);
/// Each says whether there was such a message.
bool retry(Session& session, std::uint64_t id, const std::optional<Municipalities>& scope,
           Instant now);
bool delivered(Session& session, std::uint64_t id);
bool failed(Session& session, std::uint64_t id, std::string_view error,
            std::optional<Instant> next_attempt);

}  // namespace varde::store::sql
