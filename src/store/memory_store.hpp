#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "access/outbox.hpp"
#include "access/records.hpp"
#include "engine/ports.hpp"

namespace varde::store {

/// The store as plain containers, for tests and what-if runs: what SqliteStore answers, said in the
/// simplest way. Every answer is looked for from the start, so it is slow with much in it.
/// Thread-safe.
class MemoryStore : public engine::Projection,
                    public access::Records,
                    public access::Register,
                    public access::Outbox {
 public:
  void set_outbox_routes(std::set<tenancy::Municipality> routes);
  Status erase_words(engine::Position position);

  // engine::Projection
  Status apply(std::span<const Item> items, engine::Position upto) override;
  engine::Position position() const override;
  Status save_snapshot(engine::Position position, std::string_view bytes) override;
  std::optional<Snapshot> load_snapshot() const override;

  // access::Records
  access::Page<alarm::Alarm> alarms(const access::AlarmFilter& filter,
                                    const access::PageRequest& page) const override;
  std::optional<alarm::Alarm> alarm(const AlarmId& id) const override;
  std::vector<access::LogLine> alarm_log(const AlarmId& id) const override;
  access::Page<access::DeviceRow> devices(const access::DeviceFilter& filter,
                                          const access::PageRequest& page) const override;
  std::optional<access::DeviceRow> device(const DeviceId& id) const override;
  std::vector<access::Assignment> assignments(const DeviceId& id) const override;
  std::vector<access::SignalRow> signals(const DeviceId& id, std::size_t limit) const override;
  std::optional<care::ResponsePlan> plan(const PlanId& id) const override;
  std::optional<care::ServiceUser> user(const UserId& id) const override;
  std::optional<access::UserBrief> user_brief(const UserId& id) const override;
  access::Page<access::UserBrief> users(const access::UserFilter& filter,
                                        const access::PageRequest& page) const override;
  std::vector<access::AccessRow> access_log(const UserId& id) const override;
  std::vector<access::MunicipalityRow> municipalities() const override;
  access::KeyFigures key_figures(Instant from, Instant to, Instant now,
                                 const std::optional<access::Municipalities>& scope) const override;
  std::optional<access::Account> account(std::string_view login) const override;
  std::vector<access::Account> accounts() const override;
  std::optional<access::ApiKey> api_key(std::string_view key_hash) const override;
  std::vector<access::DeviceSecret> device_secrets() const override;
  access::Page<access::OutboxRow> outbox(bool dead,
                                         const std::optional<access::Municipalities>& scope,
                                         const access::PageRequest& page) const override;
  Status retry_outbox(std::uint64_t id, const std::optional<access::Municipalities>& scope,
                      Instant now) override;

  // access::Register
  Status put_municipality(const access::MunicipalityRow& row) override;
  Status put_users(const std::vector<care::ServiceUser>& users) override;
  Status put_account(const access::Account& account) override;
  Status put_api_key(const access::ApiKey& key) override;
  Status put_device_secrets(const std::vector<access::DeviceSecret>& secrets) override;

  // access::Outbox
  std::vector<access::OutboxMessage> due(
      Instant now, std::size_t limit, std::span<const tenancy::Municipality> except) const override;
  std::optional<Instant> next_due() const override;
  Status delivered(std::uint64_t id) override;
  Status failed(std::uint64_t id, std::string_view error,
                std::optional<Instant> next_attempt) override;

 private:
  struct Waiting {
    access::OutboxMessage message;
    std::optional<Instant> next_attempt_at;
    std::string last_error;
  };
  struct KeptSignal {
    std::optional<DeviceId> device;
    access::SignalRow row;
  };

  // All with mutex_ held.
  void take(const Item& item, const engine::AlarmChanged& changed);
  void take(const Item& item, const engine::AlarmLogged& logged);
  void take(const Item& item, const engine::SignalLogged& logged);
  void take(const Item& item, const engine::DeviceHeard& heard);
  void take(const Item& item, const engine::DeviceChanged& changed);
  void take(const Item& item, const engine::PlanChanged& changed);
  void take(const Item& item, const engine::AccessLogged& logged);
  void tell(std::span<const Item> items);
  template <class Match>
  std::uint32_t open_alarms(Match&& match) const;
  access::DeviceRow row_of(const access::DeviceRow& kept) const;
  access::UserBrief brief_of(const care::ServiceUser& user) const;
  Waiting* find_message(std::uint64_t id);

  mutable std::mutex mutex_;
  engine::Position position_ = 0;
  std::optional<Snapshot> snapshot_;
  std::map<AlarmId, alarm::Alarm> alarms_;
  std::map<AlarmId, std::vector<access::LogLine>> log_;
  std::vector<KeptSignal> signals_;
  std::map<DeviceId, access::DeviceRow> devices_;
  std::map<DeviceId, std::map<Instant, access::Assignment>> assignments_;
  std::map<PlanId, care::ResponsePlan> plans_;
  std::vector<std::pair<engine::Position, access::AccessRow>> accesses_;

  std::map<tenancy::Municipality, access::MunicipalityRow> municipalities_;
  std::map<UserId, care::ServiceUser> users_;
  std::map<std::string, access::Account, std::less<>> accounts_;
  std::map<std::string, access::ApiKey, std::less<>> api_keys_;
  std::map<std::string, access::DeviceSecret> device_secrets_;

  std::set<tenancy::Municipality> routes_;
  std::vector<Waiting> outbox_;
  std::uint64_t last_message_ = 0;
};

}  // namespace varde::store
