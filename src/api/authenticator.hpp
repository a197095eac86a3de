#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/gate.hpp"
#include "domain/tenancy/access.hpp"

namespace varde::api {

/// How people prove who they are. Called on the sign-in thread, one call at a time, and may take
/// its time. A further way (OpenID Connect) is one more implementation.
class Authenticator {
 public:
  virtual ~Authenticator() = default;

  virtual bool demo() const = 0;  ///< ready accounts, synthetic people only
  virtual bool asks_for_password() const = 0;
  /// Accounts to choose from; empty unless demo().
  virtual std::vector<access::Account> offered() const = 0;
  /// nullopt: no such account, or the proof is wrong. Which of the two is not told.
  virtual std::optional<tenancy::Actor> sign_in(const std::string& account,
                                                const std::string& password) = 0;
};

/// Accounts of the register, with a password each.
std::unique_ptr<Authenticator> local_accounts(const access::Gate& gate);
/// Accounts of the register without a password: anybody may take the role. For a demo on one's own
/// machine only.
std::unique_ptr<Authenticator> demo_accounts(const access::Gate& gate);

}  // namespace varde::api
