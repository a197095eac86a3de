#include "access/gate.hpp"

#include <algorithm>

namespace varde::access {
namespace {

using tenancy::Role;

/// The roles that together must reach every municipality.
constexpr Role kRolesOfAll[] = {Role::operator_, Role::administrator};

bool is_of_all(Role role) { return std::ranges::find(kRolesOfAll, role) != std::end(kRolesOfAll); }

Municipalities unattended(const std::vector<Account>& accounts, Role role,
                          const std::vector<MunicipalityRow>& rows) {
  Municipalities found;
  for (const auto& row : rows) {
    const auto attends = [&](const Account& account) {
      return account.actor.role == role && account.actor.covers(row.municipality);
    };
    if (std::ranges::none_of(accounts, attends)) found.push_back(row.municipality);
  }
  return found;
}

}  // namespace

std::optional<Account> Gate::account(std::string_view login) const {
  auto found = records_.account(login);
  if (!found || !is_of_all(found->actor.role)) return found;
  for (auto& account : accounts())
    if (account.actor.id == found->actor.id) return std::move(account);
  return found;
}

std::vector<Account> Gate::accounts() const {
  auto all = records_.accounts();
  const auto rows = records_.municipalities();
  for (const Role role : kRolesOfAll) {
    const auto more = unattended(all, role, rows);
    for (auto& account : all) {
      auto& scope = account.actor.municipalities;
      if (account.actor.role == role) scope.insert(scope.end(), more.begin(), more.end());
    }
  }
  return all;
}

}  // namespace varde::access
