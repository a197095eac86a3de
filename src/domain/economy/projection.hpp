#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/economy/as_is.hpp"
#include "domain/economy/model.hpp"

namespace varde::economy {

/// What municipalities pay under one key (or one price per unit) in one year.
struct Allocation {
  std::string key;  ///< the key's name; for prices per unit "per METRIC"
  Charge charge = Charge::yearly;
  Money total;
  std::vector<Money> parts;  ///< in the order of Case::municipalities; they sum to `total`
};

/// All that an alternative costs in one year, index and use included.
struct YearCost {
  int year = 0;
  std::vector<Allocation> allocations;

  Money total(std::optional<Charge> charge = {}) const;
  Money part(std::size_t municipality, std::optional<Charge> charge = {}) const;
};

/// Cost of an alternative in `year`. `instead` replaces the keys of all shared costs, to compare
/// keys. An error when a key cannot share (see split).
Result<YearCost> cost_in(const Case& input, const Alternative& alternative, int year,
                         const Key* instead = nullptr);

/// Today's cost of the compared areas in `year`, per municipality.
std::vector<Money> as_is_in(const Case& input, const AsIs& as_is, int year);

/// One ordinary year side by side: yearly costs only, no one-offs and nothing that runs in
/// parallel.
struct Comparison {
  std::vector<Money> as_is;  ///< per municipality
  YearCost cost;             ///< yearly allocations
  Money as_is_total;
  Money cost_total;
  Hours as_is_hours;
  Hours cost_hours;

  Money saving() const { return as_is_total - cost_total; }
  Money saving(std::size_t municipality) const;
};

/// One year of money in and out, per municipality. saving = as_is - yearly - one_off - parallel.
struct YearFlow {
  int year = 0;
  std::vector<Money> as_is, yearly, one_off, parallel;

  Money saving(std::size_t municipality) const;
  Money saving() const;
};

struct Value {
  Money net_present;           ///< of all savings, first year undiscounted
  std::optional<int> payback;  ///< first year from which the sum of savings stays at or above zero
  std::optional<int> discounted_payback;
};

struct Projection {
  std::string alternative;
  Comparison comparison;
  std::vector<YearFlow> years;
  std::vector<Value> values;  ///< per municipality
  Value value;                ///< together; its net_present is the sum of theirs
};

Result<Projection> project(const Case& input, const AsIs& as_is, const Alternative& alternative);

/// Present value of yearly amounts, the first undiscounted.
Money net_present_value(const std::vector<Money>& yearly, double rate);

/// What each municipality pays in the comparison year under each key put on all shared costs.
struct KeyComparison {
  struct Column {
    std::string key;  ///< "as written" for the case's own keys
    std::vector<Money> parts;
  };
  std::vector<Money> as_is;
  std::vector<Column> columns;  ///< the first is "as written"
  /// The part of the alternative's total (basis points) at which each municipality pays what it
  /// does today: below it gains, above it loses.
  std::vector<std::int64_t> break_even;
};
Result<KeyComparison> compare_keys(const Case& input, const AsIs& as_is,
                                   const Alternative& alternative,
                                   const std::vector<std::string>& keys);

}  // namespace varde::economy
