#pragma once

#include "domain/portfolio/model.hpp"

namespace varde::portfolio {

/// What is known of one requirement on one device.
struct Judgement {
  const Approval* last = nullptr;  ///< null when nobody has judged it
  bool expired = false;            ///< it held once, and must be judged anew

  Fulfilment result() const;
};

/// A device against the requirements on its kind.
struct Conformity {
  std::size_t device = 0;
  /// Of the mandatory requirements; together they are all of them.
  int fulfilled = 0, partly = 0, failed = 0, unknown = 0;

  bool approved() const { return fulfilled > 0 && partly + failed + unknown == 0; }
};

/// Requirements on devices and how models meet them, on the portfolio's day.
class Catalogue {
 public:
  explicit Catalogue(const Portfolio& portfolio);
  bool concerns(std::size_t device, std::size_t requirement) const;
  const Judgement& of(std::size_t device, std::size_t requirement) const {
    return judgements_[device * requirements_ + requirement];
  }
  Conformity conformity(std::size_t device) const;

 private:
  const Portfolio* portfolio_;
  std::size_t requirements_;
  std::vector<Judgement> judgements_;
};

}  // namespace varde::portfolio
