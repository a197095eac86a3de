#include "app/demo/accounts.hpp"

#include "app/demo/epoch.hpp"
#include "app/demo/municipalities.hpp"
#include "app/files.hpp"
#include "base/digest.hpp"

namespace varde::app::demo {
namespace {

using tenancy::Role;

std::vector<tenancy::Municipality> all() {
  std::vector<tenancy::Municipality> list;
  for (const auto& facts : helgeland()) list.push_back({facts.number});
  return list;
}

ActorId actor_id(std::uint64_t number) { return ActorId{make_ulid(kEpoch, 0, number)}; }

access::Account account(std::uint64_t number, std::string login, std::string name, Role role,
                        std::vector<tenancy::Municipality> scope) {
  return {{actor_id(number), std::move(name), role, std::move(scope)}, std::move(login), ""};
}

}  // namespace

std::vector<access::Account> accounts() {
  constexpr tenancy::Municipality kBronnoy{1813};
  return {
      account(1, "operator", "Mari Seljehaug", Role::operator_, all()),
      account(2, "operator2", "Eirik Tindvoll", Role::operator_, all()),
      account(3, "koordinator", "Hilde Myrvik", Role::coordinator, {kBronnoy}),
      account(4, "leder", "Trond Rognstad", Role::leader, all()),
      account(5, "administrator", "Anita Lyngheim", Role::administrator, all()),
  };
}

std::array<ActorId, 2> operators() { return {actor_id(1), actor_id(2)}; }

Result<std::vector<access::ApiKey>> make_keys(const std::filesystem::path& folder) {
  std::vector<access::ApiKey> keys;
  constexpr std::size_t kKeyBytes = 32;
  std::uint64_t number = 100;
  for (const auto& [name, role] :
       {std::pair{"reader", Role::integration}, std::pair{"sender", Role::sender}}) {
    const std::string key = random_token(kKeyBytes);
    const auto written = write_private_file(folder / name, key + "\n");
    if (!written) return written.error();
    keys.push_back({name, to_hex(sha256(key)), {actor_id(++number), name, role, all()}});
  }
  return keys;
}

}  // namespace varde::app::demo
