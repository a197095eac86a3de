#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/economy/money.hpp"

namespace varde::economy {

/// Who pays for national solutions.
enum class Group : std::uint8_t { rhf, municipality, private_actor };
constexpr std::array<std::string_view, 3> kGroups{"rhf", "municipality", "private"};

struct Payer {
  std::string id;
  std::string name;
  Group group = Group::municipality;
  std::int64_t inhabitants = 0;  ///< that the payer answers for; private actors: their own key
};

/// Parts of the groups in basis points, summing to 10,000. By default the RHFs together and the
/// municipalities together pay the same; by pattern of use otherwise, zero for who does not use it.
using GroupParts = std::array<std::int64_t, 3>;
constexpr GroupParts kEqualParts{5'000, 5'000, 0};

/// Splits `total` first on the groups and then by inhabitants (private actors by their own key)
/// within each, to the øre. Only payers with `pays` take part; a group of which nobody does leaves
/// its part to the other groups. False and nothing when nobody pays.
struct PaidBy {
  bool anyone = false;
  std::vector<Money> parts;  ///< in the order of `payers`
  std::array<Money, 3> of_groups;
};
PaidBy split_on_payers(Money total, const GroupParts& parts, const std::vector<Payer>& payers,
                       const std::vector<char>& pays);

}  // namespace varde::economy
