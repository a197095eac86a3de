#include "domain/staffing/estimate.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include "base/assert.hpp"

namespace varde::staffing {

double student_t_95(int degrees) {
  VARDE_ASSERT(degrees >= 1);
  constexpr double p = 0.05;  // both tails
  constexpr double kHalfPi = 1.57079632679489661923;
  const double n = degrees;
  if (degrees == 1) return std::cos(p * kHalfPi) / std::sin(p * kHalfPi);
  if (degrees == 2) return std::sqrt(2.0 / (p * (2.0 - p)) - 2.0);
  const double a = 1.0 / (n - 0.5);
  const double b = 48.0 / (a * a);
  double c = ((20'700.0 * a / b - 98.0) * a - 16.0) * a + 96.36;
  const double d = ((94.5 / (b + c) - 3.0) / b + 1.0) * std::sqrt(a * kHalfPi) * n;
  double y = std::pow(d * p, 2.0 / n);
  if (y > 0.05 + a) {
    double x = -1.959963984540054;
    y = x * x;
    if (degrees < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x;
    y = std::expm1(a * y * y);
  } else {
    y = ((1.0 / (((n + 6.0) / (n * y) - 0.089 * d - 0.822) * (n + 2.0) * 3.0) + 0.5 / (n + 4.0)) *
             y -
         1.0) *
            (n + 1.0) / (n + 2.0) +
        1.0 / y;
  }
  return std::sqrt(n * y);
}

Estimate mean_of(std::span<const double> years) {
  const double sum = std::accumulate(years.begin(), years.end(), 0.0);
  return around(sum / static_cast<double>(years.size()), years);
}

Estimate around(double value, std::span<const double> years) {
  VARDE_ASSERT(years.size() >= 2);
  const auto count = static_cast<double>(years.size());
  double squares = 0;
  for (const double year : years) squares += (year - value) * (year - value);
  const double half =
      student_t_95(static_cast<int>(years.size()) - 1) * std::sqrt(squares / (count - 1) / count);
  return {value, value - half, value + half};
}

Estimate ratio_of(std::span<const double> over, std::span<const double> under) {
  VARDE_ASSERT(over.size() == under.size() && over.size() >= 2);
  const auto count = static_cast<double>(over.size());
  const double all = std::accumulate(under.begin(), under.end(), 0.0);
  if (all <= 0) return {};
  const double ratio = std::accumulate(over.begin(), over.end(), 0.0) / all;
  std::vector<double> years;
  for (std::size_t i = 0; i < over.size(); ++i) {
    years.push_back(ratio + (over[i] - ratio * under[i]) / (all / count));
  }
  return around(ratio, years);
}

}  // namespace varde::staffing
