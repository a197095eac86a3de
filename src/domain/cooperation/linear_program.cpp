#include "domain/cooperation/linear_program.hpp"

#include <cstdint>

#include <glpk.h>

namespace varde::cooperation {
namespace {

/// Programs alive on this thread: GLPK keeps memory for a thread, freed with the last of them.
thread_local int alive = 0;

int kind_of(double least, double most) {
  if (least == -kUnbounded) return most == kUnbounded ? GLP_FR : GLP_UP;
  if (most == kUnbounded) return GLP_LO;
  return least == most ? GLP_FX : GLP_DB;
}

int place(std::size_t index) { return static_cast<int>(index) + 1; }

}  // namespace

struct LinearProgram::Problem {
  glp_prob* handle = nullptr;
};

LinearProgram::LinearProgram() : problem_(std::make_unique<Problem>()) {
  ++alive;
  glp_term_out(GLP_OFF);
  problem_->handle = glp_create_prob();
  glp_set_obj_dir(problem_->handle, GLP_MIN);
}

LinearProgram::~LinearProgram() {
  glp_delete_prob(problem_->handle);
  if (--alive == 0) glp_free_env();
}

std::size_t LinearProgram::add_variable(double least, double most, double cost) {
  const int column = glp_add_cols(problem_->handle, 1);
  glp_set_col_bnds(problem_->handle, column, kind_of(least, most), least, most);
  glp_set_obj_coef(problem_->handle, column, cost);
  return static_cast<std::size_t>(column - 1);
}

std::size_t LinearProgram::add_row(const Terms& terms, double least, double most) {
  const int row = glp_add_rows(problem_->handle, 1);
  std::vector<int> columns{0};  // GLPK counts from one
  std::vector<double> numbers{0};
  for (const auto& [variable, coefficient] : terms) {
    columns.push_back(place(variable));
    numbers.push_back(coefficient);
  }
  glp_set_mat_row(problem_->handle, row, static_cast<int>(terms.size()), columns.data(),
                  numbers.data());
  glp_set_row_bnds(problem_->handle, row, kind_of(least, most), least, most);
  return static_cast<std::size_t>(row - 1);
}

void LinearProgram::bound_row(std::size_t row, double least, double most) {
  glp_set_row_bnds(problem_->handle, place(row), kind_of(least, most), least, most);
}

LinearProgram::Outcome LinearProgram::minimise() {
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.tol_bnd = 1e-9;
  options.tol_dj = 1e-9;
  options.meth = GLP_DUALP;
  int failed = glp_simplex(problem_->handle, &options);
  if (failed != 0) {
    glp_adv_basis(problem_->handle, 0);
    options.meth = GLP_PRIMAL;
    failed = glp_simplex(problem_->handle, &options);
  }
  if (failed != 0) return Outcome::failed;
  switch (glp_get_status(problem_->handle)) {
    case GLP_OPT:
      return Outcome::optimal;
    case GLP_NOFEAS:
      return Outcome::impossible;
    case GLP_UNBND:
      return Outcome::unbounded;
    default:
      return Outcome::failed;
  }
}

double LinearProgram::objective() const { return glp_get_obj_val(problem_->handle); }
double LinearProgram::value(std::size_t variable) const {
  return glp_get_col_prim(problem_->handle, place(variable));
}
double LinearProgram::dual(std::size_t row) const {
  return glp_get_row_dual(problem_->handle, place(row));
}

}  // namespace varde::cooperation
