#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A choice between alternatives, judged by criteria whose importance is words and not numbers.
namespace varde::decision {

/// How much a criterion matters in an area. The classes are only ordered: liten, liten-middels,
/// middels, middels-stor, stor. No distance between them is given, and none is assumed.
enum class Importance : std::uint8_t { low, low_medium, medium, medium_high, high };
constexpr std::size_t kImportanceClasses = 5;
constexpr std::array<std::string_view, kImportanceClasses> kImportanceWords{"L", "LM", "M", "MS",
                                                                            "S"};
constexpr std::string_view to_string(Importance importance) {
  return kImportanceWords[static_cast<std::size_t>(importance)];
}

constexpr std::size_t kMostCriteria = 40;
constexpr std::size_t kMostAlternatives = 12;

struct Alternative {
  std::string id, name;
};
struct Criterion {
  std::string id, name;
};

/// A field in which the same alternatives are judged by themselves.
struct Area {
  std::string id, name;
  bool summary = false;    ///< stands for all areas together in the source: not added to the others
  double weight = 1;       ///< its part in the overall value, relative to other areas
  std::string conclusion;  ///< what the source concludes, in its words
  std::string source;
};

/// One assessor's judgement of one area.
struct Judgement {
  std::vector<Importance> importance;  ///< by criterion
  std::vector<double> scores;          ///< criterion by criterion, each alternative by alternative
};

struct Assessor {
  std::string id, name;
  std::vector<Judgement> areas;  ///< in the order of the decision's areas
};

/// Numeric weights for the plain weighted sum: points by class, and for single criteria instead.
/// They are divided by their sum in each area.
struct Weighting {
  std::string name;
  std::array<double, kImportanceClasses> points{};
  std::vector<std::optional<double>> criteria;  ///< by criterion
};

enum class ClaimKind : std::uint8_t {
  first,     ///< one of `alternatives` is ranked first
  last,      ///< alternatives[0] is ranked last
  above,     ///< alternatives[0] is ahead of `over`
  open,      ///< neither of alternatives[0] and `over` is clearly ahead of the other
  possible,  ///< alternatives[0] is first for some allowed weights
};
constexpr std::array<std::string_view, 5> kClaimKinds{"first", "last", "above", "open", "possible"};

/// Something a source concludes, held against its own tables.
struct Claim {
  std::size_t area = 0;
  ClaimKind kind = ClaimKind::first;
  std::vector<std::size_t> alternatives;
  std::size_t over = 0;
  std::string text, source;
};

/// Something that hinders (hemmer), with who does what about it.
struct Barrier {
  std::string id, name, area, owner, measure, status, due, source;
  bool handled() const { return !owner.empty() && !measure.empty(); }
};

/// How far the scores are taken at their word when the conclusions are tried again.
enum class Doubt : std::uint8_t {
  none,     ///< as they stand
  ordinal,  ///< more is more, and no distance is given: values between 0 and top are drawn
  margin,   ///< each is drawn within `margin` of what stands
};
constexpr std::array<std::string_view, 3> kDoubts{"none", "ordinal", "margin"};

struct Contradiction {
  std::string topic, says, also_says, reading, source;
};

struct Decision {
  std::string name, description, date, source;
  std::vector<Alternative> alternatives;
  std::vector<Criterion> criteria;
  std::vector<Area> areas;
  std::vector<Assessor> assessors;  ///< at least one
  std::vector<Weighting> weightings;
  std::vector<Claim> claims;
  std::vector<Barrier> barriers;
  std::vector<Contradiction> contradictions;
  int top_score = 3;  ///< scores go from 0 to this
  Doubt doubt = Doubt::none;
  double margin = 0.5;
  double clear = 0.9;  ///< from this share of the weights a conclusion follows clearly
};

}  // namespace varde::decision
