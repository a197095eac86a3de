#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/alarm/lifecycle.hpp"
#include "domain/care/device.hpp"
#include "domain/care/person.hpp"
#include "domain/care/plan.hpp"
#include "domain/tenancy/access.hpp"
#include "engine/effect.hpp"

// What the store can tell. No policy here: only access::Handle may hold a Records, so that no route
// reaches a person past it.
namespace varde::access {

using Municipalities = std::vector<tenancy::Municipality>;

/// One page of a list. The cursor is opaque; an unknown one starts from the beginning.
struct PageRequest {
  std::string cursor{};
  std::size_t limit = 50;  ///< 1..limits::kPageRows; kCsvRows for an export
};
template <class T>
struct Page {
  std::vector<T> items{};
  std::optional<std::string> next_cursor{};
};

struct AlarmFilter {
  enum class Which : std::uint8_t { open, closed, all };
  Which which = Which::all;  ///< open: most urgent first; otherwise newest first
  std::optional<alarm::State> state{};
  std::optional<alarm::SignalKind> kind{};
  std::optional<alarm::AlertCode> code{};
  std::optional<alarm::Outcome> outcome{};
  std::optional<Municipalities>
      municipalities{};  ///< scope: none of them = an empty list; unset = all. 0 = unknown device.
  std::optional<Instant> from{};  ///< received at or after
  std::optional<Instant> to{};    ///< received before
  std::optional<ActorId> handler{};
  std::optional<DeviceId> device{};
  std::optional<UserId> user{};
  std::optional<HomeId> home{};
};

struct LogLine {
  engine::Position position = 0;
  Instant at{};
  alarm::Step step{};
  std::optional<ActorId> actor{};
  std::optional<ActorId> to{};
  std::optional<alarm::Responder> responder{};
  std::uint8_t plan_step = 0;
  std::string note{};  ///< the operator's words, or the device's
};

struct DeviceRow {
  care::Device device{};
  std::optional<Instant> heard_at{};
  alarm::Condition battery = alarm::Condition::none;
  alarm::Condition mains = alarm::Condition::none;
  bool contact_lost = false;
  std::uint32_t open_alarms = 0;
};
struct DeviceFilter {
  enum class Condition : std::uint8_t { any, lost, battery, mains, well };
  Condition condition = Condition::any;
  std::optional<Municipalities> municipalities{};
  std::string text{};  ///< in address or model
  std::optional<UserId> user{};
};
/// A signal that was not a heartbeat, as it came in.
struct SignalRow {
  engine::Position position = 0;
  Instant at{};
  alarm::Signal signal{};          ///< without key and content, which only matter to intake
  std::optional<AlarmId> alarm{};  ///< opened or joined
  std::string text{};              ///< the device's words, or the body nobody could read
};
/// One period of a device at a user.
struct Assignment {
  UserId user{};
  std::optional<HomeId> home{};
  Instant from{};
  std::optional<Instant> to{};
};

struct MunicipalityRow {
  tenancy::Municipality municipality{};
  std::string name{};
  std::string organisation_number{};
  std::uint32_t inhabitants = 0;
  double latitude = 0;
  double longitude = 0;
  std::vector<care::Contact> teams{};  ///< home care and on-call
  // Counted from the read models:
  std::uint32_t users = 0;
  std::uint32_t devices = 0;
  std::uint32_t open_alarms = 0;
  std::uint32_t lost_contact = 0;
};

/// A person in a list: no address, no number.
struct UserBrief {
  UserId id{};
  std::string name{};
  std::chrono::year_month_day born{};
  care::Sex sex = care::Sex::unknown;
  tenancy::Municipality municipality{};
  std::string city{};
  std::uint32_t open_alarms = 0;
};
struct UserFilter {
  std::string
      text{};  ///< beginnings of words of the name, any order, any case; empty = all in scope
  std::optional<Municipalities> municipalities{};
};

/// Figures of the alarms received in a period. Shares are 0..1 and, like the percentiles, of those
/// counted; times in seconds; percentiles by nearest rank, 0 when nothing was counted.
struct KeyFigures {
  std::uint32_t alarms = 0;  ///< received in the period, not technical
  std::uint32_t technical = 0;
  std::uint32_t open_now = 0;  ///< at this moment, technical too, whenever received
  std::uint32_t answered = 0;  ///< alarms of the period that a person has taken
  struct Times {
    double p50 = 0, p90 = 0, p99 = 0;
    double within_60_share = 0, within_180_share = 0;
  };
  Times answer;    ///< received to first taken, alarms only
  Times handling;  ///< first taken to closed, alarms only
  struct Hour {
    Instant hour{};  ///< start, UTC
    std::uint32_t alarms = 0, technical = 0;
  };
  /// Every hour of the period that has begun at `now`, also empty ones; of a longer period the last
  /// 31 days.
  std::vector<Hour> by_hour{};
  std::map<alarm::AlertCode, std::uint32_t> by_code{};  ///< technical too
  std::map<tenancy::Municipality, std::pair<std::uint32_t, std::uint32_t>>
      by_municipality{};                                 ///< alarms, technical
  std::map<alarm::Outcome, std::uint32_t> by_outcome{};  ///< of those closed, technical too
};

struct AccessRow {
  Instant at{};
  tenancy::AccessRecord record{};
  std::string reason{};
};

struct OutboxRow {
  std::uint64_t id = 0;
  tenancy::Municipality municipality{};
  std::string kind{};
  Instant created_at{};
  int attempts = 0;
  std::optional<Instant> next_attempt_at{};  ///< unset: dead letter
  std::string last_error{};
};

/// A person or machine that may sign in.
struct Account {
  tenancy::Actor actor{};
  std::string login{};  ///< unique, lower case
  std::string
      password_hash{};  ///< argon2id in its encoded form; empty = cannot sign in with a password
};
struct ApiKey {
  std::string name{};
  std::string key_hash{};  ///< hex SHA-256 of the key
  tenancy::Actor actor{};
};

/// What a device proves itself with over SIP digest: MD5(user:realm:password), RFC 2617
/// section 3.2.2.2.
struct DeviceSecret {
  std::string address{};
  std::string ha1{};
};

/// Thread-safe. Each call sees one state of the store. A store that cannot be read throws
/// std::exception.
class Records {
 public:
  virtual ~Records() = default;

  virtual Page<alarm::Alarm> alarms(const AlarmFilter& filter, const PageRequest& page) const = 0;
  virtual std::optional<alarm::Alarm> alarm(const AlarmId& id) const = 0;
  virtual std::vector<LogLine> alarm_log(const AlarmId& id) const = 0;

  virtual Page<DeviceRow> devices(const DeviceFilter& filter, const PageRequest& page) const = 0;
  virtual std::optional<DeviceRow> device(const DeviceId& id) const = 0;
  virtual std::vector<Assignment> assignments(const DeviceId& id) const = 0;  ///< newest first
  virtual std::vector<SignalRow> signals(const DeviceId& id,
                                         std::size_t limit) const = 0;  ///< newest first
  virtual std::optional<care::ResponsePlan> plan(const PlanId& id) const = 0;

  virtual std::optional<care::ServiceUser> user(const UserId& id) const = 0;
  virtual std::optional<UserBrief> user_brief(const UserId& id) const = 0;
  virtual Page<UserBrief> users(const UserFilter& filter, const PageRequest& page) const = 0;
  virtual std::vector<AccessRow> access_log(
      const UserId& id) const = 0;  ///< newest first, at most 1,000

  virtual std::vector<MunicipalityRow> municipalities() const = 0;
  virtual KeyFigures key_figures(Instant from, Instant to, Instant now,
                                 const std::optional<Municipalities>& scope) const = 0;

  virtual std::optional<Account> account(std::string_view login) const = 0;
  virtual std::vector<Account> accounts() const = 0;
  virtual std::optional<ApiKey> api_key(std::string_view key_hash) const = 0;
  virtual std::vector<DeviceSecret> device_secrets() const = 0;

  /// `scope`: of these municipalities only; unset = of all.
  virtual Page<OutboxRow> outbox(bool dead, const std::optional<Municipalities>& scope,
                                 const PageRequest& page) const = 0;
  virtual Status retry_outbox(std::uint64_t id, const std::optional<Municipalities>& scope,
                              Instant now) = 0;

  virtual engine::Position position() const = 0;
};

/// The care register and the accounts: written by people (and by demo data), not by the journal.
class Register {
 public:
  virtual ~Register() = default;

  virtual Status put_municipality(const MunicipalityRow& row) = 0;
  virtual Status put_users(const std::vector<care::ServiceUser>& users) = 0;  ///< one transaction
  virtual Status put_account(const Account& account) = 0;
  virtual Status put_api_key(const ApiKey& key) = 0;
  virtual Status put_device_secrets(
      const std::vector<DeviceSecret>& secrets) = 0;  ///< one transaction
};

}  // namespace varde::access
