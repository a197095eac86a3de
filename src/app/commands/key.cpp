#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/commands/people_options.hpp"
#include "app/serve/core.hpp"
#include "base/digest.hpp"

namespace varde::app {
namespace {

constexpr std::size_t kKeyBytes = 32;

struct Options {
  PeopleOptions people;
  std::string name;
  std::string role;
};

int create(const Options& options) {
  const auto role = tenancy::parse_role(options.role);
  const bool machine =
      role && (*role == tenancy::Role::sender || *role == tenancy::Role::integration);
  if (!machine)
    return fail({"--role is to be sender (delivers signals) or integration (reads alarms)"});
  auto store = open_register(options.people);
  if (!store) return fail(store.error());
  const auto scope = scope_of(options.people, **store);
  if (!scope) return fail(scope.error());
  const std::string key = random_token(kKeyBytes);
  const ActorId id{make_ulid(wall_clock(), random_u64(), random_u64())};
  const auto done =
      (*store)->put_api_key({options.name, to_hex(sha256(key)), {id, options.name, *role, *scope}});
  if (!done) return fail(done.error());
  fmt::print(stderr, "The key is shown this once; only its hash is kept.\n");
  say("{}", key);
  return 0;
}

int list(const Options& options) {
  auto store = open_register(options.people);
  if (!store) return fail(store.error());
  for (const auto& key : (*store)->api_keys())
    say("{:<24} {}", key.name, tenancy::to_string(key.actor.role));
  return 0;
}

}  // namespace

void add_key(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("key", "Make an API key for a machine, list them");
  command->require_subcommand(1);
  auto* make = command->add_subcommand("create", "Make a key and print it");
  make->add_option("name", options->name, "Whose it is; stands in the keys of its signals")
      ->required();
  make->add_option("--role", options->role, "sender or integration")->required();
  add_people_options(*make, options->people, true);
  make->callback([options, &run] { run = [options] { return create(*options); }; });
  auto* show = command->add_subcommand("list", "List the keys' names and roles");
  add_people_options(*show, options->people, false);
  show->callback([options, &run] { run = [options] { return list(*options); }; });
}

}  // namespace varde::app
