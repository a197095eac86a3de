#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "access/gate.hpp"
#include "api/cache.hpp"
#include "api/views/alarm_view.hpp"

namespace varde::api {

/// Names and short facts that views show beside ids, remembered for a while. Thread-safe. Holds
/// nothing that tells who a service user is.
class Lookups {
 public:
  explicit Lookups(const access::Gate& gate) : gate_(gate) {}

  /// Municipalities, teams and accounts: few, so all at once, at most 30 seconds old.
  struct Directory {
    std::map<tenancy::Municipality, access::MunicipalityRow> municipalities;
    std::map<ContactId, care::Contact> teams;
    std::map<ActorId, tenancy::Actor> actors;

    std::string municipality_name(tenancy::Municipality m) const;
    std::string actor_name(const ActorId& id) const;
  };
  std::shared_ptr<const Directory> directory(Instant now);

  std::optional<UserBriefView> brief(const UserId& id, Instant now);
  /// The standard plan when `id` is unset or unknown.
  std::shared_ptr<const care::ResponsePlan> plan(const std::optional<PlanId>& id, Instant now);
  void plan_changed(const PlanId& id) { plans_.forget(id); }

 private:
  struct Brief {
    Date born{};
    care::Sex sex{};
  };
  /// Reads what belongs to no one actor: briefs for the feed that all share.
  access::Handle reader(Instant now);

  const access::Gate& gate_;
  Cache<int, std::shared_ptr<const Directory>> directory_{1, std::chrono::seconds{30}};
  Cache<UserId, std::optional<Brief>> briefs_{50'000, std::chrono::minutes{5}};
  Cache<PlanId, std::shared_ptr<const care::ResponsePlan>> plans_{50'000, std::chrono::minutes{5}};
};

}  // namespace varde::api
