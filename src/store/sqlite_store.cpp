#include "store/sqlite_store.hpp"

#include "store/queries.hpp"
#include "store/read_models.hpp"
#include "store/sqlite_store_impl.hpp"

namespace varde::store {

using access::Page;
using access::PageRequest;
using sqlite::Session;

SqliteStore::SqliteStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& path,
                                                       Options options) {
  auto impl = Impl::open(path, options);
  if (!impl) return impl.error();
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(impl).value()));
}

void SqliteStore::set_outbox_routes(std::set<tenancy::Municipality> routes) {
  impl_->set_routes(std::move(routes));
}

Status SqliteStore::erase_words(engine::Position position) {
  return impl_->write("erase", [&](Session& s) { erase_words_of(s, position); });
}

std::vector<TableSum> SqliteStore::dump_read_models() const { return impl_->read(sum_read_models); }

std::vector<access::ApiKey> SqliteStore::api_keys() const { return impl_->read(sql::api_keys); }

Status SqliteStore::apply(std::span<const Item> items, engine::Position upto) {
  return impl_->apply(items, upto);
}
engine::Position SqliteStore::position() const { return impl_->position(); }

Status SqliteStore::save_snapshot(engine::Position position, std::string_view bytes) {
  VARDE_ASSERT(position <= impl_->position());
  return impl_->write("snapshot", [&](Session& s) {
    put_snapshot(s, {position, std::string(bytes)});
  });
}
std::optional<engine::Projection::Snapshot> SqliteStore::load_snapshot() const {
  return impl_->read(newest_snapshot);
}

Page<alarm::Alarm> SqliteStore::alarms(const access::AlarmFilter& filter,
                                       const PageRequest& page) const {
  return impl_->read([&](Session& s) { return sql::alarms(s, filter, page); });
}
std::optional<alarm::Alarm> SqliteStore::alarm(const AlarmId& id) const {
  return impl_->read([&](Session& s) { return sql::alarm(s, id); });
}
std::vector<access::LogLine> SqliteStore::alarm_log(const AlarmId& id) const {
  return impl_->read([&](Session& s) { return sql::alarm_log(s, id); });
}
Page<access::DeviceRow> SqliteStore::devices(const access::DeviceFilter& filter,
                                             const PageRequest& page) const {
  return impl_->read([&](Session& s) { return sql::devices(s, filter, page); });
}
std::optional<access::DeviceRow> SqliteStore::device(const DeviceId& id) const {
  return impl_->read([&](Session& s) { return sql::device(s, id); });
}
std::vector<access::Assignment> SqliteStore::assignments(const DeviceId& id) const {
  return impl_->read([&](Session& s) { return sql::assignments(s, id); });
}
std::vector<access::SignalRow> SqliteStore::signals(const DeviceId& id, std::size_t limit) const {
  return impl_->read([&](Session& s) { return sql::signals(s, id, limit); });
}
std::optional<care::ResponsePlan> SqliteStore::plan(const PlanId& id) const {
  return impl_->read([&](Session& s) { return sql::plan(s, id); });
}
std::optional<care::ServiceUser> SqliteStore::user(const UserId& id) const {
  return impl_->read([&](Session& s) { return sql::user(s, id); });
}
std::optional<access::UserBrief> SqliteStore::user_brief(const UserId& id) const {
  return impl_->read([&](Session& s) { return sql::user_brief(s, id); });
}
Page<access::UserBrief> SqliteStore::users(const access::UserFilter& filter,
                                           const PageRequest& page) const {
  return impl_->read([&](Session& s) { return sql::users(s, filter, page); });
}
std::vector<access::AccessRow> SqliteStore::access_log(const UserId& id) const {
  return impl_->read([&](Session& s) { return sql::access_log(s, id); });
}
std::vector<access::MunicipalityRow> SqliteStore::municipalities() const {
  return impl_->read(sql::municipalities);
}
access::KeyFigures SqliteStore::key_figures(
    Instant from, Instant to, Instant now,
    const std::optional<access::Municipalities>& scope) const {
  return impl_->read([&](Session& s) { return sql::key_figures(s, from, to, now, scope); });
}
std::optional<access::Account> SqliteStore::account(std::string_view login) const {
  return impl_->read([&](Session& s) { return sql::account(s, login); });
}
std::vector<access::Account> SqliteStore::accounts() const { return impl_->read(sql::accounts); }
std::optional<access::ApiKey> SqliteStore::api_key(std::string_view key_hash) const {
  return impl_->read([&](Session& s) { return sql::api_key(s, key_hash); });
}
std::vector<access::DeviceSecret> SqliteStore::device_secrets() const {
  return impl_->read(sql::device_secrets);
}

Status SqliteStore::put_municipality(const access::MunicipalityRow& row) {
  return impl_->write("municipality", [&](Session& s) { sql::put_municipality(s, row); });
}
Status SqliteStore::put_users(const std::vector<care::ServiceUser>& users) {
  return impl_->write("service users", [&](Session& s) { sql::put_users(s, users); });
}
Status SqliteStore::put_account(const access::Account& account) {
  return impl_->write("account", [&](Session& s) { sql::put_account(s, account); });
}
Status SqliteStore::put_api_key(const access::ApiKey& key) {
  return impl_->write("API key", [&](Session& s) { sql::put_api_key(s, key); });
}
Status SqliteStore::put_device_secrets(const std::vector<access::DeviceSecret>& secrets) {
  return impl_->write("device secrets", [&](Session& s) { sql::put_device_secrets(s, secrets); });
}

Page<access::OutboxRow> SqliteStore::outbox(bool dead,
                                            const std::optional<access::Municipalities>& scope,
                                            const PageRequest& page) const {
  return impl_->read([&](Session& s) { return sql::outbox(s, dead, scope, page); });
}
std::vector<access::OutboxMessage> SqliteStore::due(
    Instant now, std::size_t limit, std::span<const tenancy::Municipality> except) const {
  return impl_->read([&](Session& s) { return sql::due(s, now, limit, except); });
}
std::optional<Instant> SqliteStore::next_due() const { return impl_->read(sql::next_due); }
Status SqliteStore::retry_outbox(std::uint64_t id,
                                 const std::optional<access::Municipalities>& scope, Instant now) {
  return impl_->change_message(id, [&](Session& s) { return sql::retry(s, id, scope, now); });
}
Status SqliteStore::delivered(std::uint64_t id) {
  return impl_->change_message(id, [&](Session& s) { return sql::delivered(s, id); });
}
Status SqliteStore::failed(std::uint64_t id, std::string_view error,
                           std::optional<Instant> next_attempt) {
  return impl_->change_message(id,
                               [&](Session& s) { return sql::failed(s, id, error, next_attempt); });
}

}  // namespace varde::store
