#include "domain/economy/growth.hpp"

#include <algorithm>

namespace varde::economy {
namespace {

std::size_t years_in(const GrowthCase& input) {
  return static_cast<std::size_t>(input.last_year - input.first_year + 1);
}

/// Writes what the meeting says of each year, parts summed.
void take_estimates(const GrowthCase& input, const std::string& solution, Version& version) {
  for (const auto& estimate : input.estimates) {
    if (estimate.solution != solution || estimate.meeting != version.meeting) continue;
    version.speaks = estimate.speaks;
    if (estimate.speaks == Speaks::withdrawn) continue;
    const int last = estimate.onwards ? input.last_year : estimate.year;
    for (int year = std::max(estimate.year, input.first_year); year <= last; ++year) {
      if (year > input.last_year) break;
      auto& one = version.years[static_cast<std::size_t>(year - input.first_year)];
      auto& value = estimate.speaks == Speaks::level ? one.level : one.change;
      value = value.value_or(Money{}) + estimate.amount.value;
      if (estimate.amount.low) one.low = one.low.value_or(Money{}) + *estimate.amount.low;
      if (estimate.amount.high) one.high = one.high.value_or(Money{}) + *estimate.amount.high;
      one.stated = one.stated || year == estimate.year;
      one.origin = estimate.amount.origin;
    }
  }
}

/// A level gives the change from the level before it, and a change the level after it, as far as
/// the level before is known. What the estimate does not speak of stays unknown.
void complete(Version& version, std::optional<Money> level) {
  Money cumulative;
  for (auto& year : version.years) {
    if (year.level && level) year.change = *year.level - *level;
    if (year.change) cumulative += *year.change;
    if (!year.level && year.change && level) year.level = *level + *year.change;
    if (year.level) level = year.level;
    year.cumulative = cumulative;
  }
}

std::vector<std::optional<Money>> implied_by_rule(const GrowthCase& input,
                                                  const std::string& solution) {
  std::vector<std::optional<Money>> result(years_in(input));
  for (const auto& one : input.investments) {
    const int year = one.year + 1;
    if (one.solution != solution || year < input.first_year || year > input.last_year) continue;
    auto& place = result[static_cast<std::size_t>(year - input.first_year)];
    place = place.value_or(Money{}) + scale(one.amount.value, input.rule_basis_points, 10'000);
  }
  return result;
}

/// A solution without any estimate grows by the rule of thumb.
Version ruled(const GrowthCase& input, const std::vector<std::optional<Money>>& implied) {
  Version version{"", "", Speaks::change, std::vector<VersionYear>(years_in(input))};
  for (std::size_t t = 0; t < implied.size(); ++t) {
    auto& year = version.years[t];
    year.year = input.first_year + static_cast<int>(t);
    year.change = implied[t];
    year.by_rule = implied[t].has_value();
    year.origin = {Quality::estimated, input.rule_source, 0};
  }
  return version;
}

bool has_estimate(const GrowthCase& input, const std::string& solution,
                  const std::string& meeting) {
  return std::ranges::any_of(input.estimates, [&](const Estimate& one) {
    return one.solution == solution && one.meeting == meeting;
  });
}

std::vector<Version> versions_of(const GrowthCase& input, const GrowingSolution& solution,
                                 std::string_view as_of,
                                 const std::vector<std::optional<Money>>& implied) {
  std::vector<Version> versions;
  for (const auto& meeting : input.meetings) {
    if (!as_of.empty() && meeting.date > as_of) continue;
    if (!has_estimate(input, solution.id, meeting.id)) continue;
    Version version{meeting.id, meeting.date, Speaks::change,
                    std::vector<VersionYear>(years_in(input))};
    for (std::size_t t = 0; t < version.years.size(); ++t) {
      version.years[t].year = input.first_year + static_cast<int>(t);
    }
    take_estimates(input, solution.id, version);
    complete(version, solution.before);
    versions.push_back(std::move(version));
  }
  const bool any = std::ranges::any_of(implied, [](const auto& one) { return one.has_value(); });
  if (versions.empty() && any) {
    versions.push_back(ruled(input, implied));
    complete(versions.back(), solution.before);
  }
  return versions;
}

std::vector<Move> moves_between(const GrowthCase& input, const std::string& solution,
                                const Version& from, const Version& to) {
  std::vector<Move> moves;
  const bool levels = from.speaks == Speaks::level && to.speaks == Speaks::level;
  for (std::size_t t = 0; t < from.years.size(); ++t) {
    const auto before = levels ? from.years[t].level : from.years[t].change;
    const auto after = levels ? to.years[t].level : to.years[t].change;
    if (!before || !after) continue;
    Move move{from.meeting, to.meeting, from.years[t].year, *before, *after, {}, {}};
    if (move.difference().is_zero()) continue;
    for (const auto& reason : input.reasons) {
      if (reason.solution != solution || reason.meeting != to.meeting || reason.year != move.year) {
        continue;
      }
      move.explained += reason.amount.value_or(Money{});
      move.reasons.push_back(reason.text);
    }
    moves.push_back(std::move(move));
  }
  return moves;
}

std::vector<Funding> funding_of(const GrowthCase& input, const std::string& solution) {
  std::vector<Funding> result;
  for (int year = input.first_year; year <= input.last_year; ++year) {
    const FundingFrom* holds = nullptr;
    for (const auto& one : input.funding) {
      if (one.solution != solution || one.from > year) continue;
      if (holds == nullptr || one.from >= holds->from) holds = &one;
    }
    result.push_back(holds == nullptr ? Funding::waiting : holds->state);
  }
  return result;
}

/// What payers are charged more than the year before: the change while charged, all that has come
/// so far in the year in which charging begins, and that back when it ends.
Money charged_change(const SolutionGrowth& one, std::size_t t) {
  const auto& years = one.versions.back().years;
  const auto charged = [&](std::size_t at) { return one.funding[at] == Funding::in_regulation; };
  if (t == 0 || charged(t) == charged(t - 1)) {
    return charged(t) ? years[t].change.value_or(Money{}) : Money{};
  }
  const auto known = [&](std::size_t at) { return years[at].level.value_or(years[at].cumulative); };
  return charged(t) ? known(t) : -known(t - 1);
}

void sum_year(const GrowthCase& input, const std::vector<SolutionGrowth>& solutions, std::size_t t,
              GrowthYear& into) {
  const std::vector<char> all(input.payers.size(), 1);
  for (const auto& one : solutions) {
    if (!one.solution->part_of.empty() || one.versions.empty()) continue;
    into.change += one.versions.back().years[t].change.value_or(Money{});
    const Money charged = charged_change(one, t);
    into.charged += charged;
    const auto paid = split_on_payers(charged, one.solution->groups, input.payers, all);
    if (!paid.anyone) into.nobody += charged;
    for (std::size_t p = 0; p < paid.parts.size(); ++p) into.payers[p] += paid.parts[p];
  }
}

}  // namespace

Growth growth_of(const GrowthCase& input, std::string_view as_of) {
  VARDE_ASSERT(input.first_year <= input.last_year);
  Growth result;
  for (const auto& solution : input.solutions) {
    SolutionGrowth one;
    one.solution = &solution;
    one.implied = implied_by_rule(input, solution.id);
    one.versions = versions_of(input, solution, as_of, one.implied);
    for (std::size_t v = 1; v < one.versions.size(); ++v) {
      auto moves = moves_between(input, solution.id, one.versions[v - 1], one.versions[v]);
      std::ranges::move(moves, std::back_inserter(one.moves));
    }
    one.funding = funding_of(input, solution.id);
    result.solutions.push_back(std::move(one));
  }
  Money cumulative;
  for (std::size_t t = 0; t < years_in(input); ++t) {
    GrowthYear year{input.first_year + static_cast<int>(t),  {}, {}, {},
                    std::vector<Money>(input.payers.size()), {}};
    sum_year(input, result.solutions, t, year);
    cumulative += year.change;
    year.cumulative = cumulative;
    result.years.push_back(std::move(year));
  }
  return result;
}

}  // namespace varde::economy
