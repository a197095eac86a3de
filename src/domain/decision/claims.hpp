#pragma once

#include "domain/decision/smaa.hpp"

namespace varde::decision {

/// How a conclusion stands to the tables it is drawn from.
enum class Support : std::uint8_t {
  always,   ///< true for every allowed weight: shown exactly, not drawn
  clearly,  ///< true for at least Decision::clear of the weights
  mostly,   ///< true for at least half of them
  rarely,   ///< true for less than half
  never,    ///< true for no allowed weight: shown exactly
};
constexpr std::array<std::string_view, 5> kSupports{"always", "clearly", "mostly", "rarely",
                                                    "never"};

enum class Verdict : std::uint8_t { follows, unclear, contradicted };
constexpr std::array<std::string_view, 3> kVerdicts{"follows", "follows_not_clearly",
                                                    "does_not_follow"};
Verdict verdict_of(Support support);

struct Checked {
  std::size_t claim = 0;
  double share = 0;  ///< of the allowed weights, all assessors together
  /// The same when the scores are doubted; nothing when they are not.
  std::optional<double> doubted_share;
  Support support = Support::rarely;
};

/// The least and the most by which alternative `one` can be ahead of `other` within the allowed
/// weights, scores as they stand.
Range lead(const Judgement& judgement, std::size_t alternatives, std::size_t one,
           std::size_t other);

/// Each claim of the decision against the drawn rankings. What the corners of the region show for
/// every assessor is `always` or `never`; the rest goes by the share of the draws.
std::vector<Checked> check_claims(const Decision& decision, const Smaa& stated,
                                  const Smaa* doubted);

/// Of all claims of an area: contradicted when one is, unclear when one is, else follows. Nothing
/// for an area without claims.
std::optional<Verdict> verdict_of(const Decision& decision, const std::vector<Checked>& checked,
                                  std::size_t area);

}  // namespace varde::decision
