#include "answers/economy/cooperation.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace varde::answers {
namespace {

Status keep(economy::Case& input, const std::vector<std::string>& wanted) {
  for (const auto& id : wanted) {
    if (input.alternative(id) == nullptr) {
      return Error{fmt::format("the case has no alternative '{}'", id)};
    }
  }
  if (wanted.empty()) return Done{};
  std::erase_if(input.alternatives, [&](const economy::Alternative& one) {
    return std::ranges::find(wanted, one.id) == wanted.end();
  });
  return Done{};
}

}  // namespace

std::int64_t CooperationRun::inhabitants(std::size_t municipality) const {
  return economy::inhabitants_in(input.municipalities[municipality],
                                 input.assumptions.comparison_year,
                                 input.assumptions.population_growth);
}

Result<CooperationRun> run_cooperation(economy::Case input,
                                       const std::vector<std::string>& alternatives,
                                       const std::optional<economy::Draws>& draws,
                                       const Parallel& parallel) {
  auto as_is = economy::as_is_of(input);
  if (!as_is) return as_is.error();
  CooperationRun run;
  run.as_is = std::move(as_is).value();
  if (draws) {
    // Before alternatives are dropped: an input may name a cost that only a dropped one has.
    auto uncertainty = economy::simulate(input, run.as_is, *draws, parallel);
    if (!uncertainty) return uncertainty.error();
    run.uncertainty = std::move(uncertainty).value();
  }
  if (auto status = keep(input, alternatives); !status) return status.error();
  run.input = std::move(input);
  if (run.uncertainty) {
    std::erase_if(run.uncertainty->alternatives, [&](const economy::AlternativeSpread& one) {
      return run.input.alternative(one.alternative) == nullptr;
    });
  }
  for (const auto& alternative : run.input.alternatives) {
    auto projection = economy::project(run.input, run.as_is, alternative);
    if (!projection) return projection.error();
    run.projections.push_back(std::move(projection).value());
  }
  run.stated = economy::check_stated(run.input, run.projections);
  return run;
}

}  // namespace varde::answers
