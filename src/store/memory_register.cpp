#include <fmt/format.h>

#include "store/memory_pages.hpp"
#include "store/memory_store.hpp"

namespace varde::store {
namespace {

Error no_message(std::uint64_t id) {
  return Error{fmt::format("outbox: there is no message {}", id)};
}

template <class Map>
auto values_of(const Map& map) {
  std::vector<typename Map::mapped_type> values;
  for (const auto& [key, value] : map) values.push_back(value);
  return values;
}

template <class Map>
std::optional<typename Map::mapped_type> find(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<access::Account> MemoryStore::account(std::string_view login) const {
  const std::lock_guard guard(mutex_);
  return find(accounts_, login);
}
std::vector<access::Account> MemoryStore::accounts() const {
  const std::lock_guard guard(mutex_);
  return values_of(accounts_);
}
std::optional<access::ApiKey> MemoryStore::api_key(std::string_view key_hash) const {
  const std::lock_guard guard(mutex_);
  return find(api_keys_, key_hash);
}
std::vector<access::DeviceSecret> MemoryStore::device_secrets() const {
  const std::lock_guard guard(mutex_);
  return values_of(device_secrets_);
}

Status MemoryStore::put_municipality(const access::MunicipalityRow& row) {
  const std::lock_guard guard(mutex_);
  municipalities_[row.municipality] = row;
  return Done{};
}
Status MemoryStore::put_users(const std::vector<care::ServiceUser>& users) {
  const std::lock_guard guard(mutex_);
  for (const auto& user : users) users_[user.id] = user;
  return Done{};
}
Status MemoryStore::put_account(const access::Account& account) {
  const std::lock_guard guard(mutex_);
  accounts_[account.login] = account;
  return Done{};
}
Status MemoryStore::put_api_key(const access::ApiKey& key) {
  const std::lock_guard guard(mutex_);
  api_keys_[key.key_hash] = key;
  return Done{};
}
Status MemoryStore::put_device_secrets(const std::vector<access::DeviceSecret>& secrets) {
  const std::lock_guard guard(mutex_);
  for (const auto& secret : secrets) device_secrets_[secret.address] = secret;
  return Done{};
}

MemoryStore::Waiting* MemoryStore::find_message(std::uint64_t id) {
  const auto found =
      std::ranges::find(outbox_, id, [](const Waiting& waiting) { return waiting.message.id; });
  return found == outbox_.end() ? nullptr : &*found;
}

access::Page<access::OutboxRow> MemoryStore::outbox(
    bool dead, const std::optional<access::Municipalities>& scope,
    const access::PageRequest& page) const {
  const std::lock_guard guard(mutex_);
  std::vector<access::OutboxRow> rows;
  for (const auto& [message, next_attempt_at, last_error] : outbox_)
    if (dead == !next_attempt_at && in_scope(message.municipality, scope))
      rows.push_back({message.id, message.municipality, message.kind, message.created_at,
                      message.attempts, next_attempt_at, last_error});
  return page_after(rows, page,
                    [](const access::OutboxRow& row) { return std::to_string(row.id); });
}

std::vector<access::OutboxMessage> MemoryStore::due(
    Instant now, std::size_t limit, std::span<const tenancy::Municipality> except) const {
  const std::lock_guard guard(mutex_);
  std::vector<const Waiting*> waiting;
  for (const auto& kept : outbox_)
    if (kept.next_attempt_at && *kept.next_attempt_at <= now &&
        std::ranges::find(except, kept.message.municipality) == except.end())
      waiting.push_back(&kept);
  std::ranges::stable_sort(waiting, {}, [](const Waiting* kept) { return *kept->next_attempt_at; });
  waiting.resize(std::min(limit, waiting.size()));
  std::vector<access::OutboxMessage> messages;
  for (const auto* kept : waiting) messages.push_back(kept->message);
  return messages;
}

std::optional<Instant> MemoryStore::next_due() const {
  const std::lock_guard guard(mutex_);
  std::optional<Instant> next;
  for (const auto& kept : outbox_)
    if (kept.next_attempt_at && (!next || *kept.next_attempt_at < *next))
      next = kept.next_attempt_at;
  return next;
}

Status MemoryStore::retry_outbox(std::uint64_t id,
                                 const std::optional<access::Municipalities>& scope, Instant now) {
  const std::lock_guard guard(mutex_);
  auto* waiting = find_message(id);
  if (waiting == nullptr || !in_scope(waiting->message.municipality, scope)) return no_message(id);
  waiting->next_attempt_at = now;
  return Done{};
}

Status MemoryStore::delivered(std::uint64_t id) {
  const std::lock_guard guard(mutex_);
  const auto gone =
      std::erase_if(outbox_, [id](const Waiting& waiting) { return waiting.message.id == id; });
  if (gone == 0) return no_message(id);
  return Done{};
}

Status MemoryStore::failed(std::uint64_t id, std::string_view error,
                           std::optional<Instant> next_attempt) {
  const std::lock_guard guard(mutex_);
  auto* waiting = find_message(id);
  if (waiting == nullptr) return no_message(id);
  ++waiting->message.attempts;
  waiting->last_error = error;
  waiting->next_attempt_at = next_attempt;
  return Done{};
}

}  // namespace varde::store
