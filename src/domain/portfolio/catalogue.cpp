#include "domain/portfolio/catalogue.hpp"

#include <algorithm>

namespace varde::portfolio {

bool Requirement::concerns(std::string_view kind) const {
  return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

Fulfilment Judgement::result() const {
  return last == nullptr || expired ? Fulfilment::unknown : last->result;
}

Catalogue::Catalogue(const Portfolio& portfolio)
    : portfolio_(&portfolio),
      requirements_(portfolio.requirements.size()),
      judgements_(portfolio.devices.size() * requirements_) {
  const auto day = portfolio.date.day;
  for (const auto& one : portfolio.approvals) {
    if (one.date.given() && one.date.day > day) continue;
    auto& judgement = judgements_[one.device * requirements_ + one.requirement];
    if (judgement.last != nullptr && judgement.last->date.day > one.date.day) continue;
    judgement = {&one, one.expires.given() && one.expires.last < day};
  }
}

bool Catalogue::concerns(std::size_t device, std::size_t requirement) const {
  return portfolio_->requirements[requirement].concerns(portfolio_->devices[device].kind);
}

Conformity Catalogue::conformity(std::size_t device) const {
  Conformity result{device};
  for (std::size_t r = 0; r < requirements_; ++r) {
    if (!portfolio_->requirements[r].mandatory || !concerns(device, r)) continue;
    switch (of(device, r).result()) {
      case Fulfilment::fulfilled:
        ++result.fulfilled;
        break;
      case Fulfilment::partly:
        ++result.partly;
        break;
      case Fulfilment::not_fulfilled:
        ++result.failed;
        break;
      case Fulfilment::unknown:
        ++result.unknown;
        break;
    }
  }
  return result;
}

}  // namespace varde::portfolio
