#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace varde::cooperation {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

/// A linear program to minimise, on GLPK's dual and primal simplex. Made, grown and solved again
/// on one thread; rows added after a solution start from it.
class LinearProgram {
 public:
  LinearProgram();
  ~LinearProgram();
  LinearProgram(const LinearProgram&) = delete;
  LinearProgram& operator=(const LinearProgram&) = delete;

  using Terms = std::vector<std::pair<std::size_t, double>>;  ///< variable and coefficient

  std::size_t add_variable(double least, double most, double cost);
  std::size_t add_row(const Terms& terms, double least, double most);
  void bound_row(std::size_t row, double least, double most);

  enum class Outcome : std::uint8_t { optimal, impossible, unbounded, failed };
  Outcome minimise();
  double objective() const;
  double value(std::size_t variable) const;
  double dual(std::size_t row) const;

 private:
  struct Problem;
  std::unique_ptr<Problem> problem_;
};

}  // namespace varde::cooperation
