#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/economy/money.hpp"

namespace varde::economy {

/// Splits `total` in proportion to `weights` (none negative, at least one above zero) so that the
/// parts sum to it to the øre: each part is rounded down (towards zero), and the øre left over go
/// to the largest remainders, equal remainders by lowest rank. A larger weight never gets less.
/// With ranks that belong to the parts (a municipality's number) their order does not matter.
std::vector<Money> apportion(Money total, std::span<const std::int64_t> weights,
                             std::span<const int> ranks);

/// What a part of a key goes by.
enum class Measure : std::uint8_t { flat, inhabitants, inhabitants_67, inhabitants_80, usage };

struct KeyPart {
  Measure measure = Measure::flat;
  std::string metric;  ///< which usage ("users"); only with Measure::usage
  std::int64_t basis_points = 0;
};

/// An allocation key (fordelingsnøkkel): parts that sum to 10,000 basis points, and bounds on what
/// one municipality pays under the key in a year.
struct Key {
  std::string name;
  std::vector<KeyPart> parts;
  std::optional<Money> minimum;
  std::optional<Money> cap;

  bool limited() const { return minimum.has_value() || cap.has_value(); }
};

/// What keys go by, municipality by municipality in one order.
struct Basis {
  std::vector<int> municipalities;  ///< their numbers: the ranks of equal remainders
  std::vector<std::int64_t> inhabitants;
  std::vector<std::int64_t> inhabitants_67;
  std::vector<std::int64_t> inhabitants_80;
  std::map<std::string, std::vector<std::int64_t>, std::less<>> usage;  ///< by metric, thousandths

  std::size_t size() const { return municipalities.size(); }
  /// The weights of a part; empty when the metric is not known.
  std::vector<std::int64_t> weights(const KeyPart& part) const;
};

/// Each municipality's part of `total`. The parts of the key are cut first (40/60), then each is
/// split by its measure, so that the arithmetic can be followed. Bounds fix what is below the
/// minimum or above the cap and split the rest among the others. An error when a measure is unknown
/// or zero for everybody, or when the bounds cannot hold the total.
Result<std::vector<Money>> split(Money total, const Key& key, const Basis& basis);

/// The same in floating point, for simulation: writes each municipality's part of `total`.
/// `shares` are the key's unbounded shares, which sum to one.
void split_bounded(double total, std::span<const double> shares, double minimum, double cap,
                   std::span<double> parts);

}  // namespace varde::economy
