#include "domain/economy/random.hpp"

#include <cmath>

namespace varde::economy {
namespace {

double triangular_at(const Uncertain& input, double p) {
  const double width = input.high - input.low;
  if (width <= 0) return input.mode;
  const double cut = (input.mode - input.low) / width;
  return p < cut ? input.low + std::sqrt(p * width * (input.mode - input.low))
                 : input.high - std::sqrt((1 - p) * width * (input.high - input.mode));
}

double discrete_at(const Uncertain& input, double p) {
  double sum = 0;
  for (std::size_t i = 0; i < input.values.size(); ++i) {
    sum += input.probabilities[i];
    if (p < sum) return input.values[i];
  }
  return input.values.back();
}

}  // namespace

double value_at(const Uncertain& input, double z) {
  if (input.shape == Shape::normal) return input.mean + input.deviation * z;
  if (input.shape != Shape::lognormal) return value_at_probability(input, normal_cdf(z));
  const double relative = input.deviation / input.mean;
  const double variance = std::log1p(relative * relative);
  return input.mean * std::exp(std::sqrt(variance) * z - variance / 2);
}

double value_at_probability(const Uncertain& input, double p) {
  if (input.shape == Shape::triangular) return triangular_at(input, p);
  if (input.shape == Shape::discrete) return discrete_at(input, p);
  return value_at(input, normal_quantile(p));
}

double mean_of(const Uncertain& input) {
  if (input.shape == Shape::triangular) return (input.low + input.mode + input.high) / 3;
  if (input.shape != Shape::discrete) return input.mean;
  double mean = 0;
  for (std::size_t i = 0; i < input.values.size(); ++i) {
    mean += input.values[i] * input.probabilities[i];
  }
  return mean;
}

std::optional<std::vector<double>> cholesky(std::span<const double> matrix, std::size_t size) {
  VARDE_ASSERT(matrix.size() == size * size);
  std::vector<double> lower(size * size, 0.0);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = matrix[i * size + j];
      for (std::size_t k = 0; k < j; ++k) rest -= lower[i * size + k] * lower[j * size + k];
      if (i != j) {
        lower[i * size + j] = rest / lower[j * size + j];
      } else if (rest > 1e-12) {
        lower[i * size + i] = std::sqrt(rest);
      } else {
        return {};
      }
    }
  }
  return lower;
}

}  // namespace varde::economy
