#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/parallel.hpp"
#include "domain/economy/linear_model.hpp"
#include "domain/economy/spread.hpp"

namespace varde::economy {

struct Draws {
  std::size_t count = 10'000;
  std::uint64_t seed = 1;
};

/// What one input moves alone: the result with the input at its P10 and P90, the others at P50.
struct Swing {
  std::string input;
  double at_p10 = 0, at_p90 = 0;
};

struct AlternativeSpread {
  std::string alternative;
  Spread cost, saving, net_present, hours_saved;
  std::vector<Spread> years;  ///< saving of all in each year
  struct Each {
    Spread saving, net_present;
  };
  std::vector<Each> municipalities;
  std::vector<Swing> tornado;  ///< of net present value, the widest first
};

struct Uncertainty {
  Draws draws;
  std::vector<Uncertain> inputs;
  std::vector<AlternativeSpread> alternatives;
};

/// Monte Carlo over the uncertain inputs of the case. An error when an input or a correlation is
/// not in the case, correlations contradict each other, or the draws would not fit in memory.
Result<Uncertainty> simulate(const Case& input, const AsIs& as_is, const Draws& draws,
                             const Parallel& parallel = one_by_one);

}  // namespace varde::economy
