#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.hpp"

namespace varde {

/// The kinds of error the HTTP interfaces give. Each has a fixed type URI,
/// https://varde.no/problems/<slug>, that programs may rely on.
enum class ProblemKind : std::uint8_t {
  not_signed_in,
  forbidden,
  reason_required,
  not_found,
  alarm_taken,
  wrong_state,
  outcome_required,
  note_required,
  invalid,     ///< 422: the request was read, and something in it is wrong
  unreadable,  ///< 400, slug "invalid": the request could not be read at all
  too_large,
  too_many,
  unavailable,
  idempotency_conflict,
  stale_version,    ///< somebody saved a newer version of the case
  already_decided,  ///< the version has a decision, which stands
};

struct ProblemText {
  std::string_view slug;
  int status;
  std::string_view title;
};
const ProblemText& text_of(ProblemKind kind);

/// An error for a program and a person (RFC 9457): which kind, what was wrong, what to do.
struct Problem {
  ProblemKind kind = ProblemKind::invalid;
  std::string detail;
  struct Item {
    std::string pointer;  ///< RFC 6901, into the request body; "/query/x" for a query parameter
    std::string detail;
  };
  std::vector<Item> errors;
  std::vector<std::pair<std::string, std::string>>
      members;  ///< further members: name and JSON value
};

/// Writes the problem as one JSON object (media type application/problem+json).
void write(JsonWriter& out, const Problem& problem);
std::string to_json(const Problem& problem);

}  // namespace varde
