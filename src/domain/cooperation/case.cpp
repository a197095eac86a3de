#include "domain/cooperation/case.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "domain/economy/projection.hpp"

namespace varde::cooperation {
namespace {

bool runs_in(int from, int to, int year) { return from <= year && year <= to; }

/// What `item` costs less its extras, cut in what is fixed and what follows volume.
Result<CostLine> line_of(const Case& input, const SharedCost& cost, const ItemRule& rule,
                         std::size_t measure) {
  Money rest = cost.amount;
  for (const auto& extra : input.extras) {
    if (extra.item == cost.name) rest -= extra.amount;
  }
  if (cost.amount < Money{} || rest < Money{}) {
    return Error{
        fmt::format("item '{}' is {} kr and its extras {} kr: no group can have a negative "
                    "cost; correct the item or its extras",
                    cost.name, to_string(cost.amount), to_string(cost.amount - rest))};
  }
  CostLine line{cost.name, economy::scale(rest, rule.fixed, 10'000), {}, measure, rule.slices,
                rule.steps};
  line.variable = rest - line.fixed;
  return line;
}

class Builder {
 public:
  Builder(const Case& input, const economy::AsIs& as_is, const economy::Alternative& alternative)
      : input_(input), economy_(input.economy), as_is_(as_is), alternative_(alternative) {}

  Result<CostModel> build() {
    if (auto status = members(); !status) return status.error();
    for (const auto& cost : shared_costs(economy_, alternative_)) {
      if (auto status = line(cost); !status) return status.error();
    }
    if (auto status = own_use(); !status) return status.error();
    return CostModel(std::move(members_), std::move(lines_), given());
  }

 private:
  Status members() {
    const auto today = economy::as_is_in(economy_, as_is_, economy_.assumptions.comparison_year);
    for (std::size_t m = 0; m < economy_.municipalities.size(); ++m) {
      const auto& one = economy_.municipalities[m];
      const auto stated = input_.alone.find(one.number);
      const auto alone = stated == input_.alone.end() ? today[m] : stated->second;
      if (alone <= Money{}) {
        return Error{
            fmt::format("what {} {} costs alone is missing: it has no cost today; answer "
                        "the survey for it, or add [[alone]] to cooperation.toml",
                        one.number, one.name)};
      }
      members_.push_back({one.number, one.name, alone, {}, {}});
    }
    return Done{};
  }

  Status line(const SharedCost& cost) {
    const auto* rule = input_.rule(cost.name);
    if (rule == nullptr) {
      return Error{
          fmt::format("how '{}' depends on the group is missing; add [[item]] with name = "
                      "\"{}\" to cooperation.toml",
                      cost.name, cost.name)};
    }
    const auto volumes = volumes_of(economy_, rule->volume);
    if (std::accumulate(volumes.begin(), volumes.end(), std::int64_t{0}) <= 0) {
      return Error{fmt::format("item '{}' goes by a volume that is zero for everybody", cost.name)};
    }
    auto made = line_of(input_, cost, *rule, lines_.size());
    if (!made) return made.error();
    for (std::size_t m = 0; m < members_.size(); ++m) members_[m].volumes.push_back(volumes[m]);
    lines_.push_back(std::move(made).value());
    for (const auto& extra : input_.extras) {
      const auto found = std::ranges::find(members_, extra.municipality, &Member::number);
      if (extra.item == cost.name && found != members_.end()) found->own += extra.amount;
    }
    return Done{};
  }

  /// Prices per unit of use are each member's own.
  Status own_use() {
    const auto cost =
        economy::cost_in(economy_, alternative_, economy_.assumptions.comparison_year);
    if (!cost) return cost.error();
    for (const auto& allocation : cost->allocations) {
      if (allocation.charge != economy::Charge::yearly) continue;
      if (economy_.keys.contains(allocation.key)) continue;
      for (std::size_t m = 0; m < members_.size(); ++m) members_[m].own += allocation.parts[m];
    }
    return Done{};
  }

  std::vector<Given> given() const {
    std::vector<Given> result;
    for (const auto& one : input_.partnerships) {
      if (!one.cost) continue;
      Given group{{}, *one.cost};
      for (std::size_t m = 0; m < economy_.municipalities.size(); ++m) {
        const auto number = economy_.municipalities[m].number;
        if (std::ranges::find(one.municipalities, number) != one.municipalities.end()) {
          group.members.push_back(m);
        }
      }
      result.push_back(std::move(group));
    }
    return result;
  }

  const Case& input_;
  const economy::Case& economy_;
  const economy::AsIs& as_is_;
  const economy::Alternative& alternative_;
  std::vector<Member> members_;
  std::vector<CostLine> lines_;
};

}  // namespace

const ItemRule* Case::rule(std::string_view item) const {
  const auto found = std::ranges::find(rules, item, &ItemRule::item);
  return found == rules.end() ? nullptr : &*found;
}

std::vector<SharedCost> shared_costs(const economy::Case& input,
                                     const economy::Alternative& alternative) {
  const auto& assumptions = input.assumptions;
  const int year = assumptions.comparison_year;
  std::vector<SharedCost> costs;
  for (const auto& item : alternative.items) {
    const bool yearly = item.charge == economy::Charge::yearly;
    if (!yearly || !item.per.empty() || !runs_in(item.from, item.to, year)) continue;
    const double factor =
        economy::index_factor(assumptions, item.index, item.amount.origin.price_year, year);
    costs.push_back({item.name, economy::scale(item.amount.value, factor), {}});
  }
  for (const auto& row : alternative.staffing) {
    if (!runs_in(row.from, row.to, year)) continue;
    const double factor =
        economy::index_factor(assumptions, row.index, row.origin.price_year, year);
    costs.push_back({row.name, economy::scale(economy::yearly_cost(row, assumptions), factor),
                     row.person_years_thousandths});
  }
  return costs;
}

std::vector<std::int64_t> volumes_of(const economy::Case& input, const economy::KeyPart& measure) {
  return economy::basis_of(input, input.assumptions.comparison_year).weights(measure);
}

Result<CostModel> model_of(const Case& input, const economy::AsIs& as_is,
                           const economy::Alternative& alternative) {
  return Builder(input, as_is, alternative).build();
}

}  // namespace varde::cooperation
