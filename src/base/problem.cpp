#include "base/problem.hpp"

#include <array>

#include "base/assert.hpp"

namespace varde {
namespace {

constexpr std::array<ProblemText, 16> kTexts{{
    {"not-signed-in", 401, "Not signed in"},
    {"forbidden", 403, "Not allowed for this role"},
    {"reason-required", 403, "A reason must be stated first"},
    {"not-found", 404, "Not found"},
    {"alarm-taken", 409, "Somebody else has the alarm"},
    {"wrong-state", 409, "Not possible in the alarm's present state"},
    {"outcome-required", 422, "An outcome is required"},
    {"note-required", 422, "A note is required"},
    {"invalid", 422, "The request is not valid"},
    {"invalid", 400, "The request could not be read"},
    {"too-large", 413, "The request is too large"},
    {"too-many", 429, "Too many requests"},
    {"unavailable", 503, "Not available now"},
    {"idempotency-conflict", 409, "The same Idempotency-Key was used for another request"},
    {"stale-version", 409, "Somebody has saved a newer version"},
    {"already-decided", 409, "The version has a decision"},
}};

}  // namespace

const ProblemText& text_of(ProblemKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  VARDE_ASSERT(index < kTexts.size());
  return kTexts[index];
}

void write(JsonWriter& out, const Problem& problem) {
  const ProblemText& text = text_of(problem.kind);
  out.begin_object();
  out.key("type").text(std::string{"https://varde.no/problems/"}.append(text.slug));
  out.key("title").text(text.title);
  out.key("status").integer(text.status);
  out.key("detail").text(problem.detail);
  if (!problem.errors.empty()) {
    out.key("errors").begin_array();
    for (const auto& item : problem.errors) {
      out.begin_object();
      out.key("pointer").text(item.pointer);
      out.key("detail").text(item.detail);
      out.end_object();
    }
    out.end_array();
  }
  for (const auto& [name, json] : problem.members) out.key(name).raw(json);
  out.end_object();
}

std::string to_json(const Problem& problem) {
  JsonWriter out;
  write(out, problem);
  return out.take();
}

}  // namespace varde
