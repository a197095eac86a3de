#include <algorithm>
#include <iostream>
#include <optional>

#include <termios.h>
#include <unistd.h>

#include "api/password.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/commands/people_options.hpp"
#include "app/data_folder.hpp"
#include "app/files.hpp"
#include "app/serve/core.hpp"
#include "base/digest.hpp"

namespace varde::app {
namespace {

constexpr std::size_t kLeastPassword = 12;
constexpr std::size_t kLongestPassword = 1'024;

/// Does not show what is typed.
class NoEcho {
 public:
  NoEcho() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
  }
  ~NoEcho() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

Result<std::string> read_password() {
  if (::isatty(STDIN_FILENO) == 1) fmt::print(stderr, "Password: ");
  std::string password;
  {
    const NoEcho quiet;
    std::getline(std::cin, password);
  }
  if (::isatty(STDIN_FILENO) == 1) fmt::print(stderr, "\n");
  if (password.size() < kLeastPassword || password.size() > kLongestPassword)
    return Error{fmt::format("the password (one line of standard input) must have {} to {} bytes",
                             kLeastPassword, kLongestPassword)};
  return password;
}

struct Options {
  PeopleOptions people;
  std::string login;
  std::string name;
  std::string role = "administrator";
};

Result<std::unique_ptr<store::SqliteStore>> open_store(const Options& options) {
  return open_register(options.people);
}

int create(const Options& options) {
  const auto role = tenancy::parse_role(options.role);
  const bool person = role && *role != tenancy::Role::sender && *role != tenancy::Role::integration;
  if (!person) return fail({"--role is to be operator, coordinator, leader or administrator"});
  auto store = open_store(options);
  if (!store) return fail(store.error());
  const std::string login = lower_case(options.login);
  if ((*store)->account(login)) return fail({fmt::format("there is an account {} already", login)});
  const auto scope = scope_of(options.people, **store);
  if (!scope) return fail(scope.error());
  const auto password = read_password();
  if (!password) return fail(password.error());
  const ActorId id{make_ulid(wall_clock(), random_u64(), random_u64())};
  const auto done =
      (*store)->put_account({{id, options.name.empty() ? login : options.name, *role, *scope},
                             login,
                             api::hash_password(*password)});
  if (!done) return fail(done.error());
  say("account {} is made: {}", login, options.role);
  return 0;
}

int set_password(const Options& options) {
  auto store = open_store(options);
  if (!store) return fail(store.error());
  auto account = (*store)->account(lower_case(options.login));
  if (!account) return fail({fmt::format("there is no account {}", options.login)});
  const auto password = read_password();
  if (!password) return fail(password.error());
  account->password_hash = api::hash_password(*password);
  const auto done = (*store)->put_account(*account);
  if (!done) return fail(done.error());
  say("the password of {} is set", account->login);
  return 0;
}

int list(const Options& options) {
  auto store = open_store(options);
  if (!store) return fail(store.error());
  for (const auto& account : (*store)->accounts())
    say("{:<20} {:<14} {}{}", account.login, tenancy::to_string(account.actor.role),
        account.actor.name, account.password_hash.empty() ? "  (no password)" : "");
  return 0;
}

}  // namespace

void add_account(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("account", "Make an account, set its password, list them");
  command->require_subcommand(1);
  auto* make = command->add_subcommand("create",
                                       "Make an account; its password is read from standard input");
  make->add_option("login", options->login, "What the person signs in with")->required();
  make->add_option("--name", options->name, "As others see it");
  make->add_option("--role", options->role, "operator, coordinator, leader or administrator");
  add_people_options(*make, options->people, true);
  make->callback([options, &run] { run = [options] { return create(*options); }; });
  auto* set = command->add_subcommand("set-password", "Set a password, read from standard input");
  set->add_option("login", options->login, "Of the account")->required();
  add_people_options(*set, options->people, false);
  set->callback([options, &run] { run = [options] { return set_password(*options); }; });
  auto* show = command->add_subcommand("list", "List the accounts");
  add_people_options(*show, options->people, false);
  show->callback([options, &run] { run = [options] { return list(*options); }; });
}

}  // namespace varde::app
