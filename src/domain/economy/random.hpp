#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "domain/economy/model.hpp"

namespace varde::economy {

/// The value of an input that stands where `z` stands in a standard normal distribution.
double value_at(const Uncertain& input, double z);
/// The same by probability, 0 < p < 1.
double value_at_probability(const Uncertain& input, double p);
/// Expected value, exactly.
double mean_of(const Uncertain& input);

/// Lower triangle L, row by row, with L x L' = `matrix` (size x size, row by row); nothing when the
/// matrix is not positive definite.
std::optional<std::vector<double>> cholesky(std::span<const double> matrix, std::size_t size);

}  // namespace varde::economy
