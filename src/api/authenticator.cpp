#include "api/authenticator.hpp"

#include <algorithm>

#include "api/password.hpp"

namespace varde::api {
namespace {

using access::Account;

bool is_person(tenancy::Role role) {
  return role != tenancy::Role::sender && role != tenancy::Role::integration;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return text;
}

class LocalAccounts final : public Authenticator {
 public:
  explicit LocalAccounts(const access::Gate& gate) : gate_(gate) {}

  bool demo() const override { return false; }
  bool asks_for_password() const override { return true; }
  std::vector<Account> offered() const override { return {}; }

  std::optional<tenancy::Actor> sign_in(const std::string& login,
                                        const std::string& password) override {
    const auto account = gate_.account(lower_case(login));
    const bool usable =
        account && !account->password_hash.empty() && is_person(account->actor.role);
    // An unknown account takes as long as a known one, so that the time does not tell which exist.
    const bool right = verify_password(usable ? account->password_hash : decoy_, password);
    if (!usable || !right) return std::nullopt;
    return account->actor;
  }

 private:
  const access::Gate& gate_;
  const std::string decoy_ = hash_password("no account has this hash");
};

class DemoAccounts final : public Authenticator {
 public:
  explicit DemoAccounts(const access::Gate& gate) : gate_(gate) {}

  bool demo() const override { return true; }
  bool asks_for_password() const override { return false; }

  std::vector<Account> offered() const override {
    auto accounts = gate_.accounts();
    std::erase_if(accounts, [](const Account& a) { return !is_person(a.actor.role); });
    return accounts;
  }

  std::optional<tenancy::Actor> sign_in(const std::string& login, const std::string&) override {
    const auto account = gate_.account(lower_case(login));
    if (!account || !is_person(account->actor.role)) return std::nullopt;
    return account->actor;
  }

 private:
  const access::Gate& gate_;
};

}  // namespace

std::unique_ptr<Authenticator> local_accounts(const access::Gate& gate) {
  return std::make_unique<LocalAccounts>(gate);
}
std::unique_ptr<Authenticator> demo_accounts(const access::Gate& gate) {
  return std::make_unique<DemoAccounts>(gate);
}

}  // namespace varde::api
