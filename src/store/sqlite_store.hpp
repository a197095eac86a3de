#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "access/outbox.hpp"
#include "access/records.hpp"
#include "engine/ports.hpp"
#include "store/dump.hpp"

namespace varde::store {

/// The store in one SQLite file. Thread-safe: reads run beside each other and beside a write, on at
/// most `readers` connections; writes wait for each other. Every write is synced: were some
/// left to a later checkpoint, one failed sync followed by a power cut could damage the file, and
/// what people write (Register) is nowhere else.
class SqliteStore : public engine::Projection,
                    public access::Records,
                    public access::Register,
                    public access::Outbox {
 public:
  enum class Mode : std::uint8_t { write, read };
  struct Options {
    Mode mode = Mode::write;
    std::size_t readers = 4;
  };
  static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& path,
                                                   Options options);
  ~SqliteStore() override;

  /// The municipalities that are told of their alarms from now on. None at the start.
  void set_outbox_routes(std::set<tenancy::Municipality> routes);
  /// Removes the words that came with an entry, as SqliteJournal::erase_attachment does in the
  /// journal.
  Status erase_words(engine::Position position);
  /// For comparing this store with one rebuilt from the journal.
  std::vector<TableSum> dump_read_models() const;
  /// Every key, by name; for the one who manages them.
  std::vector<access::ApiKey> api_keys() const;

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
  class Impl;
  explicit SqliteStore(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace varde::store
