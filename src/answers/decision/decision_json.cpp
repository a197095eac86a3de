#include <cmath>

#include "answers/decision/decide.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using decision::Decision;
using decision::Ranking;

void numbers(JsonWriter& out, std::string_view name, std::span<const double> values) {
  out.key(name).begin_array();
  for (const double value : values) out.number(value);
  out.end_array();
}

template <class Things>
void write_named(JsonWriter& out, std::string_view name, const Things& things) {
  list(out, name, things, [&](const auto& thing) {
    field(out, "id", thing.id);
    field(out, "name", thing.name);
  });
}

void write_ranking(JsonWriter& out, const Decision& input, const Ranking& ranking,
                   std::size_t draws) {
  const auto n = ranking.alternatives;
  field(out, "favourite", input.alternatives[ranking.favourite()].id);
  out.key("alternatives").begin_array();
  for (std::size_t a = 0; a < n; ++a) {
    const double first = ranking.first(a);
    out.begin_object();
    field(out, "id", input.alternatives[a].id);
    number(out, "first", first);
    number(out, "standard_error", std::sqrt(first * (1 - first) / static_cast<double>(draws)));
    numbers(out, "ranks", std::span(ranking.acceptability).subspan(a * n, n));
    numbers(out, "ahead_of", std::span(ranking.ahead).subspan(a * n, n));
    if (ranking.central_weights[a].empty()) {
      out.key("central_weights").null();
    } else {
      numbers(out, "central_weights", ranking.central_weights[a]);
    }
    out.key("confidence");
    ranking.confidence[a] ? out.number(*ranking.confidence[a]) : out.null();
    out.end_object();
  }
  out.end_array();
}

void write_claims(JsonWriter& out, const DecisionRun& run, std::size_t area) {
  const auto verdict = decision::verdict_of(run.input, run.claims, area);
  out.key("verdict");
  verdict ? out.text(decision::kVerdicts[static_cast<std::size_t>(*verdict)]) : out.null();
  out.key("claims").begin_array();
  for (const auto& checked : run.claims) {
    const auto& claim = run.input.claims[checked.claim];
    if (claim.area != area) continue;
    out.begin_object();
    field(out, "text", claim.text);
    field(out, "source", claim.source);
    field(out, "kind", decision::kClaimKinds[static_cast<std::size_t>(claim.kind)]);
    out.key("alternatives").begin_array();
    for (const auto a : claim.alternatives) out.text(run.input.alternatives[a].id);
    out.end_array();
    if (claim.kind == decision::ClaimKind::above || claim.kind == decision::ClaimKind::open) {
      field(out, "over", run.input.alternatives[claim.over].id);
    }
    number(out, "share", checked.share);
    out.key("doubted_share");
    checked.doubted_share ? out.number(*checked.doubted_share) : out.null();
    field(out, "support", decision::kSupports[static_cast<std::size_t>(checked.support)]);
    field(out, "verdict",
          decision::kVerdicts[static_cast<std::size_t>(decision::verdict_of(checked.support))]);
    out.end_object();
  }
  out.end_array();
}

void write_weighted(JsonWriter& out, const Decision& input,
                    const std::vector<decision::WeightedSum>& sums) {
  list(out, "weighted", sums, [&](const auto& sum) {
    field(out, "weighting", sum.weighting);
    field(out, "best", input.alternatives[sum.best].id);
    numbers(out, "weights", sum.weights);
    numbers(out, "values", sum.values);
    out.key("within_importance").boolean(sum.within_importance);
  });
}

void write_move(JsonWriter& out, std::string_view name,
                const std::optional<decision::WeightMove>& move) {
  out.key(name);
  if (!move) {
    out.null();
    return;
  }
  out.begin_object();
  number(out, "moved", move->moved);
  numbers(out, "weights", move->weights);
  out.end_object();
}

void write_turns(JsonWriter& out, const Decision& input, const std::vector<decision::Turn>& all) {
  list(out, "turns", all, [&](const auto& turn) {
    field(out, "alternative", input.alternatives[turn.alternative].id);
    write_move(out, "within_importance", turn.within_importance);
    write_move(out, "any_weights", turn.any_weights);
    list(out, "importance", turn.importance, [&](const auto& move) {
      field(out, "criterion", input.criteria[move.criterion].id);
      field(out, "from", to_string(move.from));
      field(out, "to", to_string(move.to));
    });
    out.key("scores");
    if (turn.scores) {
      out.begin_array();
      for (const auto& move : *turn.scores) {
        out.begin_object();
        field(out, "criterion", input.criteria[move.criterion].id);
        number(out, "from", move.from);
        number(out, "to", move.to);
        out.end_object();
      }
      out.end_array();
    } else {
      out.null();
    }
  });
}

void write_judgement(JsonWriter& out, const Decision& input, const decision::Judgement& judgement) {
  const auto n = input.alternatives.size();
  out.key("importance").begin_array();
  for (const auto importance : judgement.importance) out.text(to_string(importance));
  out.end_array();
  out.key("scores").begin_array();
  for (std::size_t c = 0; c < judgement.importance.size(); ++c) {
    out.begin_array();
    for (std::size_t a = 0; a < n; ++a) out.number(judgement.scores[c * n + a]);
    out.end_array();
  }
  out.end_array();
  out.key("leads").begin_array();
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      const auto range = decision::lead(judgement, n, a, b);
      out.begin_object();
      field(out, "one", input.alternatives[a].id);
      field(out, "other", input.alternatives[b].id);
      number(out, "least", range.least);
      number(out, "most", range.most);
      out.end_object();
    }
  }
  out.end_array();
}

void write_area(JsonWriter& out, const DecisionRun& run, std::size_t k) {
  const auto& area = run.input.areas[k];
  const auto draws = run.stated.draws.count;
  out.begin_object();
  field(out, "id", area.id);
  field(out, "name", area.name);
  out.key("summary").boolean(area.summary);
  number(out, "weight", area.weight);
  field(out, "conclusion", area.conclusion);
  field(out, "source", area.source);
  write_claims(out, run, k);
  write_ranking(out, run.input, run.stated.together.areas[k], draws);
  out.key("doubted");
  if (run.doubted) {
    out.begin_object();
    write_ranking(out, run.input, run.doubted->together.areas[k], draws);
    out.end_object();
  } else {
    out.null();
  }
  bool unanimous = true;
  out.key("assessors").begin_array();
  for (std::size_t j = 0; j < run.input.assessors.size(); ++j) {
    const auto& ranking = run.stated.assessors[j].areas[k];
    unanimous =
        unanimous && ranking.favourite() == run.stated.assessors.front().areas[k].favourite();
    out.begin_object();
    field(out, "assessor", run.input.assessors[j].id);
    write_ranking(out, run.input, ranking, draws);
    write_judgement(out, run.input, run.input.assessors[j].areas[k]);
    write_weighted(out, run.input, run.judged[j][k].weighted);
    write_turns(out, run.input, run.judged[j][k].turns);
    out.end_object();
  }
  out.end_array();
  out.key("unanimous").boolean(unanimous);
  out.end_object();
}

void write_barriers(JsonWriter& out, const Decision& input) {
  std::int64_t handled = 0;
  out.key("barriers").begin_array();
  for (const auto& barrier : input.barriers) {
    handled += barrier.handled() ? 1 : 0;
    out.begin_object();
    field(out, "id", barrier.id);
    field(out, "name", barrier.name);
    field(out, "area", barrier.area);
    field(out, "owner", barrier.owner);
    field(out, "measure", barrier.measure);
    field(out, "status", barrier.status);
    field(out, "due", barrier.due);
    field(out, "source", barrier.source);
    out.key("handled").boolean(barrier.handled());
    out.end_object();
  }
  out.end_array();
  integer(out, "barriers_handled", handled);
}

void write_contradictions_of(JsonWriter& out, const Decision& input) {
  std::vector<economy::Contradiction> all;
  for (const auto& one : input.contradictions) {
    all.push_back({one.topic, one.says, one.also_says, one.reading, one.source});
  }
  write_contradictions(out, all);
}

}  // namespace

std::string decision_json(const DecisionRun& run) {
  const auto& input = run.input;
  JsonWriter out;
  out.begin_object();
  field(out, "schema", "varde-decision/1");
  field(out, "kind", "decision");
  field(out, "name", input.name);
  field(out, "description", input.description);
  field(out, "date", input.date);
  field(out, "source", input.source);
  integer(out, "samples", static_cast<std::int64_t>(run.stated.draws.count));
  // A seed has 64 bits, which not every reader of JSON keeps in a number.
  field(out, "seed", std::to_string(run.stated.draws.seed));
  integer(out, "top_score", input.top_score);
  number(out, "clear", input.clear);
  field(out, "doubt", decision::kDoubts[static_cast<std::size_t>(input.doubt)]);
  write_named(out, "alternatives", input.alternatives);
  write_named(out, "criteria", input.criteria);
  write_named(out, "assessors", input.assessors);
  out.key("areas").begin_array();
  for (std::size_t k = 0; k < input.areas.size(); ++k) write_area(out, run, k);
  out.end_array();
  out.key("overall").begin_object();
  write_ranking(out, input, run.stated.together.overall, run.stated.draws.count);
  out.key("doubted");
  if (run.doubted) {
    out.begin_object();
    write_ranking(out, input, run.doubted->together.overall, run.stated.draws.count);
    out.end_object();
  } else {
    out.null();
  }
  out.end_object();
  write_barriers(out, input);
  write_contradictions_of(out, input);
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::answers
