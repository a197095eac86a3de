#pragma once

#include <algorithm>
#include <mutex>
#include <utility>

#include "access/records.hpp"
#include "engine/ports.hpp"

// Doubles for the tests of this folder and of those that stand on it.
namespace varde::access::testing {

/// Records that are what a test puts into them. Filters by scope, state class, person, home and
/// device; one page.
class FakeRecords : public Records {
 public:
  std::vector<alarm::Alarm> alarm_rows;
  std::vector<DeviceRow> device_rows;
  std::vector<care::ServiceUser> users_known;
  std::vector<MunicipalityRow> municipality_rows;
  std::vector<Account> account_rows;
  std::vector<ApiKey> keys;
  std::vector<OutboxRow> outbox_rows;
  std::vector<AccessRow> access_rows;
  std::vector<care::ResponsePlan> plans;
  std::vector<LogLine> log_lines;
  KeyFigures figures;
  engine::Position at = 0;
  mutable std::optional<Municipalities> asked_scope;  ///< of the latest list
  mutable int key_lookups = 0;

  static bool within(const std::optional<Municipalities>& scope, tenancy::Municipality m) {
    return !scope || std::find(scope->begin(), scope->end(), m) != scope->end();
  }

  Page<alarm::Alarm> alarms(const AlarmFilter& filter, const PageRequest& page) const override {
    asked_scope = filter.municipalities;
    Page<alarm::Alarm> found;
    for (const auto& a : alarm_rows) {
      const bool which = filter.which == AlarmFilter::Which::all ||
                         a.open() == (filter.which == AlarmFilter::Which::open);
      if (!which || !within(filter.municipalities, a.municipality)) continue;
      if ((filter.user && a.user != filter.user) || (filter.home && a.home != filter.home))
        continue;
      if ((filter.device && a.device != filter.device) || (filter.kind && a.kind != *filter.kind))
        continue;
      if (found.items.size() < page.limit) found.items.push_back(a);
    }
    return found;
  }
  std::optional<alarm::Alarm> alarm(const AlarmId& id) const override {
    return first(alarm_rows, [&](const auto& a) { return a.id == id; });
  }
  std::vector<LogLine> alarm_log(const AlarmId&) const override { return log_lines; }

  Page<DeviceRow> devices(const DeviceFilter& filter, const PageRequest&) const override {
    asked_scope = filter.municipalities;
    Page<DeviceRow> found;
    for (const auto& row : device_rows)
      if (within(filter.municipalities, row.device.municipality) &&
          (!filter.user || row.device.user == filter.user))
        found.items.push_back(row);
    return found;
  }
  std::optional<DeviceRow> device(const DeviceId& id) const override {
    return first(device_rows, [&](const auto& row) { return row.device.id == id; });
  }
  std::vector<Assignment> assignments(const DeviceId&) const override { return {}; }
  std::vector<SignalRow> signals(const DeviceId&, std::size_t) const override { return {}; }
  std::optional<care::ResponsePlan> plan(const PlanId& id) const override {
    return first(plans, [&](const auto& p) { return p.id == id; });
  }

  std::optional<care::ServiceUser> user(const UserId& id) const override {
    return first(users_known, [&](const auto& u) { return u.id == id; });
  }
  std::optional<UserBrief> user_brief(const UserId& id) const override {
    const auto found = user(id);
    if (!found) return std::nullopt;
    return brief_of(*found);
  }
  Page<UserBrief> users(const UserFilter& filter, const PageRequest&) const override {
    asked_scope = filter.municipalities;
    Page<UserBrief> found;
    for (const auto& u : users_known)
      if (within(filter.municipalities, u.municipality) &&
          u.name.find(filter.text) != std::string::npos)
        found.items.push_back(brief_of(u));
    return found;
  }
  std::vector<AccessRow> access_log(const UserId&) const override { return access_rows; }

  std::vector<MunicipalityRow> municipalities() const override { return municipality_rows; }
  KeyFigures key_figures(Instant, Instant, Instant,
                         const std::optional<Municipalities>& scope) const override {
    asked_scope = scope;
    return figures;
  }
  std::optional<Account> account(std::string_view login) const override {
    return first(account_rows, [&](const auto& a) { return a.login == login; });
  }
  std::vector<Account> accounts() const override { return account_rows; }
  std::optional<ApiKey> api_key(std::string_view key_hash) const override {
    ++key_lookups;
    return first(keys, [&](const auto& k) { return k.key_hash == key_hash; });
  }
  std::vector<DeviceSecret> device_secrets() const override { return {}; }

  Page<OutboxRow> outbox(bool dead, const std::optional<Municipalities>& scope,
                         const PageRequest&) const override {
    Page<OutboxRow> found;
    for (const auto& row : outbox_rows)
      if (dead != row.next_attempt_at.has_value() && within(scope, row.municipality))
        found.items.push_back(row);
    return found;
  }
  Status retry_outbox(std::uint64_t id, const std::optional<Municipalities>& scope,
                      Instant) override {
    for (const auto& row : outbox_rows)
      if (row.id == id && within(scope, row.municipality)) return Done{};
    return Error{"no such message"};
  }
  engine::Position position() const override { return at; }

 private:
  static UserBrief brief_of(const care::ServiceUser& u) {
    return {u.id, u.name, u.born, u.sex, u.municipality, u.address.city, 0};
  }
  template <class Row, class Match>
  static std::optional<Row> first(const std::vector<Row>& rows, Match match) {
    const auto it = std::find_if(rows.begin(), rows.end(), match);
    if (it == rows.end()) return std::nullopt;
    return *it;
  }
};

/// Keeps what is handed in, and answers at once: with `answer`, or with the failure when there is
/// one.
class FakeInbox : public engine::Inbox {
 public:
  std::optional<Failure> failure;
  std::function<engine::Receipt(const engine::Submission&)> answer = [](const engine::Submission&) {
    return engine::Receipt{};
  };

  void submit(engine::Submission submission, Callback done) override {
    done(take(std::move(submission)));
  }
  void submit_batch(std::vector<engine::Submission> submissions, BatchCallback done) override {
    std::vector<Outcome> outcomes;
    for (auto& submission : submissions) outcomes.push_back(take(std::move(submission)));
    done(outcomes);
  }

  std::vector<engine::Submission> submitted() const {
    const std::lock_guard lock{mutex_};
    return submitted_;
  }
  template <class Body>
  std::vector<Body> all() const {
    std::vector<Body> found;
    for (const auto& submission : submitted())
      if (const auto* body = std::get_if<Body>(&submission.body)) found.push_back(*body);
    return found;
  }

 private:
  Outcome take(engine::Submission submission) {
    const std::lock_guard lock{mutex_};
    submitted_.push_back(std::move(submission));
    if (failure) return *failure;
    return answer(submitted_.back());
  }
  mutable std::mutex mutex_;
  std::vector<engine::Submission> submitted_;
};

}  // namespace varde::access::testing
