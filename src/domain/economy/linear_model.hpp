#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/economy/as_is.hpp"
#include "domain/economy/model.hpp"

namespace varde::economy {

/// What a simulation knows of one alternative, one column of numbers a draw. Kroner and hours.
struct Outcome {
  std::size_t municipalities = 0;
  std::size_t years = 0;
  std::size_t draws = 0;
  std::unique_ptr<double[]> columns;  ///< column by column; not set before it is evaluated

  // The columns, in order.
  std::size_t cost() const { return 0; }
  std::size_t saving() const { return 1; }  ///< in the comparison year
  std::size_t net_present() const { return 2; }
  std::size_t hours_saved() const { return 3; }
  std::size_t year(std::size_t t) const { return 4 + t; }  ///< saving of all in year t
  std::size_t saving_of(std::size_t m) const { return 4 + years + m; }
  std::size_t net_present_of(std::size_t m) const { return 4 + years + municipalities + m; }
  std::size_t size() const { return 4 + years + 2 * municipalities; }

  std::span<double> column(std::size_t index) { return {columns.get() + index * draws, draws}; }
};

/// The case in floating point, made for many draws: costs are sums of amount x index, and what a
/// municipality pays is a constant share of each sum as long as the basis of its key is the same.
/// So years with the same basis are summed first and shared once, which is exact; only keys with a
/// minimum or a cap are shared draw by draw and year by year.
class LinearModel {
 public:
  /// `input` and `as_is` must outlive the model. An error names an input that the case does not
  /// have, or a key that cannot share.
  static Result<LinearModel> compile(const Case& input, const AsIs& as_is);

  /// The uncertain inputs: those of the case, and a triangular one for each cost with a range.
  const std::vector<Uncertain>& inputs() const { return inputs_; }

  /// Draws `at` to `at + count` of every alternative, with `values` input by input (count of each).
  void evaluate(std::span<const double> values, std::size_t count, std::size_t at,
                std::vector<Outcome>& outcomes) const;

  std::vector<Outcome> outcomes(std::size_t draws) const;

 private:
  /// A growth that years compound: an index, use or population.
  struct Rate {
    double central = 0;
    int reference = 0;          ///< the year of factor one
    bool never_before = false;  ///< factor one before the reference
    std::optional<std::size_t> input;
  };
  /// An amount that runs over some years and is shared in one way.
  struct Term {
    std::size_t share = 0;
    double amount = 0;  ///< kroner a year at factor one
    std::optional<std::size_t> input;
    double unit = 1;  ///< kroner for one of the input, when it is not relative
    std::optional<std::size_t> index, volume;
    int from = 0, to = 0;
    bool one_off = false;
  };
  /// Shares of municipalities, sum one; from one year until the next entry's.
  struct Run {
    int from = 0;
    std::vector<double> shares;
  };
  struct Share {
    std::vector<Run> runs;
    std::optional<double> minimum, cap;
  };
  struct Side {
    std::vector<Term> terms;
    std::vector<Share> shares;
    std::vector<double> parallel;  ///< share of today's cost that still runs, by year
    double hours = 0;              ///< of staffing in the comparison year
    struct Work {
      double hours = 0;
      double central = 0;  ///< kroner
      std::optional<std::size_t> input;
    };
    std::vector<Work> work;
  };
  class Compiler;
  class Block;

  const Case* case_ = nullptr;
  std::vector<Uncertain> inputs_;
  std::vector<Rate> rates_;
  std::optional<std::size_t> discount_input_;
  Side as_is_;
  std::vector<Side> alternatives_;
};

}  // namespace varde::economy
