#include "api/lookups.hpp"

namespace varde::api {

std::string Lookups::Directory::municipality_name(tenancy::Municipality m) const {
  const auto it = municipalities.find(m);
  return it == municipalities.end() ? std::string{} : it->second.name;
}

std::string Lookups::Directory::actor_name(const ActorId& id) const {
  const auto it = actors.find(id);
  return it == actors.end() ? to_string(id) : it->second.name;
}

std::shared_ptr<const Lookups::Directory> Lookups::directory(Instant now) {
  return directory_.get(0, now, [&] {
    auto made = std::make_shared<Directory>();
    for (auto& row : gate_.municipalities()) {
      for (const auto& team : row.teams) made->teams.emplace(team.id, team);
      made->municipalities.emplace(row.municipality, std::move(row));
    }
    for (auto& account : gate_.accounts())
      made->actors.emplace(account.actor.id, std::move(account.actor));
    return std::shared_ptr<const Directory>{std::move(made)};
  });
}

access::Handle Lookups::reader(Instant now) {
  tenancy::Actor actor;
  actor.role = tenancy::Role::integration;
  for (const auto& [m, row] : directory(now)->municipalities) actor.municipalities.push_back(m);
  return gate_.handle(std::move(actor));
}

std::optional<UserBriefView> Lookups::brief(const UserId& id, Instant now) {
  const auto known = briefs_.get(id, now, [&]() -> std::optional<Brief> {
    const auto found = reader(now).brief(id);
    if (!found) return std::nullopt;
    return Brief{found->born, found->sex};
  });
  if (!known) return std::nullopt;
  return UserBriefView{known->sex, care::age_at(known->born, now)};
}

std::shared_ptr<const care::ResponsePlan> Lookups::plan(const std::optional<PlanId>& id,
                                                        Instant now) {
  return plans_.get(id.value_or(PlanId{}), now, [&] {
    auto plan = care::default_plan();
    if (id) {
      auto found = reader(now).plan(*id);
      if (found) plan = std::move(*found);
    }
    return std::make_shared<const care::ResponsePlan>(std::move(plan));
  });
}

}  // namespace varde::api
