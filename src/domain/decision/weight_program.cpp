#include "domain/decision/weight_program.hpp"

#include <memory>

#include <glpk.h>

namespace varde::decision {
namespace {

struct Delete {
  void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};

/// Columns 1 to n are what is added to each weight, n + 1 to 2n what is taken from it, and then one
/// threshold between each class and the next. GLPK counts from one.
class Program {
 public:
  Program(std::span<const double> from, std::size_t thresholds)
      : problem_(glp_create_prob()), from_(from) {
    glp_set_obj_dir(problem_.get(), GLP_MIN);
    const auto n = from.size();
    glp_add_cols(problem_.get(), static_cast<int>(2 * n + thresholds));
    for (std::size_t i = 0; i < n; ++i) {
      glp_set_col_bnds(problem_.get(), more(i), GLP_LO, 0, 0);
      glp_set_col_bnds(problem_.get(), less(i), GLP_DB, 0, from[i]);
      if (from[i] <= 0) glp_set_col_bnds(problem_.get(), less(i), GLP_FX, 0, 0);
      glp_set_obj_coef(problem_.get(), more(i), 0.5);
      glp_set_obj_coef(problem_.get(), less(i), 0.5);
    }
    for (std::size_t t = 0; t < thresholds; ++t) {
      glp_set_col_bnds(problem_.get(), threshold(t), GLP_FR, 0, 0);
    }
  }

  /// The weighted sum of `values` less threshold `t` times `of_threshold` is at least `least`; with
  /// `equal`, it is just that.
  void require(std::span<const double> values, double least, bool equal = false, std::size_t t = 0,
               double of_threshold = 0) {
    std::vector<int> columns{0};
    std::vector<double> factors{0};
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == 0) continue;
      columns.insert(columns.end(), {more(i), less(i)});
      factors.insert(factors.end(), {values[i], -values[i]});
      least -= values[i] * from_[i];
    }
    if (of_threshold != 0) {
      columns.push_back(threshold(t));
      factors.push_back(-of_threshold);
    }
    const int row = glp_add_rows(problem_.get(), 1);
    glp_set_row_bnds(problem_.get(), row, equal ? GLP_FX : GLP_LO, least, least);
    glp_set_mat_row(problem_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                    factors.data());
  }

  std::optional<WeightMove> solve() {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(problem_.get(), &parameters) != 0 ||
        glp_get_status(problem_.get()) != GLP_OPT) {
      return {};
    }
    WeightMove move{glp_get_obj_val(problem_.get()), {}};
    for (std::size_t i = 0; i < from_.size(); ++i) {
      move.weights.push_back(from_[i] + glp_get_col_prim(problem_.get(), more(i)) -
                             glp_get_col_prim(problem_.get(), less(i)));
    }
    return move;
  }

 private:
  int more(std::size_t i) const { return static_cast<int>(i + 1); }
  int less(std::size_t i) const { return static_cast<int>(from_.size() + i + 1); }
  int threshold(std::size_t t) const { return static_cast<int>(2 * from_.size() + t + 1); }

  std::unique_ptr<glp_prob, Delete> problem_;
  std::span<const double> from_;
};

/// Every criterion of a class weighs at least the threshold below it, and every one of the next
/// class at most that.
void keep_order(Program& program, const WeightRegion& region) {
  std::size_t start = 0;
  for (std::size_t k = 0; k < region.classes().size(); ++k) {
    for (std::size_t i = start; i < start + region.classes()[k]; ++i) {
      std::vector<double> one(region.size(), 0.0);
      one[region.order()[i]] = 1;
      if (k + 1 < region.classes().size()) program.require(one, 0, false, k, 1);
      if (k == 0) continue;
      one[region.order()[i]] = -1;
      program.require(one, 0, false, k - 1, -1);
    }
    start += region.classes()[k];
  }
}

}  // namespace

std::optional<WeightMove> nearest_weights(const Judgement& judgement, std::size_t alternatives,
                                          std::span<const double> from, std::size_t alternative,
                                          bool keep_importance) {
  const WeightRegion region(judgement.importance);
  Program program(from, keep_importance ? region.classes().size() - 1 : 0);
  program.require(std::vector<double>(from.size(), 1.0), 1, true);
  for (std::size_t other = 0; other < alternatives; ++other) {
    if (other == alternative) continue;
    std::vector<double> lead;
    for (std::size_t c = 0; c < from.size(); ++c) {
      lead.push_back(judgement.scores[c * alternatives + alternative] -
                     judgement.scores[c * alternatives + other]);
    }
    program.require(lead, 0);
  }
  if (keep_importance) keep_order(program, region);
  return program.solve();
}

}  // namespace varde::decision
