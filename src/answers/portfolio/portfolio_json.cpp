#include <fmt/format.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/portfolio.hpp"
#include "answers/portfolio/words.hpp"
#include "answers/print.hpp"

namespace varde::answers {
namespace {

using portfolio::Portfolio;

constexpr std::string_view kSchema = "varde-portfolio/1";

std::string_view fact_id(portfolio::Fact fact) {
  return portfolio::kFacts[static_cast<std::size_t>(fact)];
}

void ids(JsonWriter& out, std::string_view name, const Portfolio& portfolio,
         const std::vector<std::size_t>& solutions) {
  out.key(name).begin_array();
  for (const auto s : solutions) out.text(portfolio.solutions[s].id);
  out.end_array();
}

void begin(JsonWriter& out, const Portfolio& portfolio) {
  out.begin_object();
  field(out, "schema", kSchema);
  field(out, "kind", "portfolio");
  field(out, "name", portfolio.name);
  field(out, "description", portfolio.description);
  field(out, "source", portfolio.source);
  field(out, "date", portfolio.date.text);
}

void write_word(JsonWriter& out, std::string_view name, const portfolio::Statement* word) {
  out.key(name);
  if (word == nullptr) {
    out.null();
    return;
  }
  out.begin_object();
  out.key("holds").boolean(word->holds);
  field(out, "since", word->since.text);
  field(out, "said", word->said.text);
  field(out, "said_by", word->said_by);
  field(out, "source", word->source);
  field(out, "quality", word->quality);
  out.end_object();
}

void write_solutions(JsonWriter& out, const Portfolio& portfolio, const portfolio::Status& status) {
  out.key("solutions").begin_array();
  for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
    const auto& one = portfolio.solutions[s];
    out.begin_object();
    field(out, "id", one.id);
    field(out, "name", one.name);
    field(out, "area", one.area);
    field(out, "owner", one.owner);
    field(out, "about", one.about);
    field(out, "source", one.source);
    out.key("statutory").boolean(one.statutory);
    texts(out, "counties", one.counties);
    for (const auto fact : {portfolio::Fact::available, portfolio::Fact::in_use}) {
      out.key(fact_id(fact)).begin_object();
      integer(out, "known", status.count(s, fact));
      integer(out, "unknown", status.unknown(s, fact));
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

void write_progress(JsonWriter& out, const Portfolio& portfolio) {
  list(out, "progress", portfolio::progress_of(portfolio), [&](const portfolio::Progress& one) {
    const auto& ambition = portfolio.ambitions[one.ambition];
    field(out, "solution", portfolio.solutions[ambition.solution].id);
    field(out, "fact", fact_id(ambition.fact));
    field(out, "by", ambition.by.text);
    integer(out, "target", ambition.target);
    field(out, "target_source", ambition.source);
    out.key("now");
    one.now ? out.integer(*one.now) : out.null();
    field(out, "now_source", one.source);
    out.key("now_is_other_fact").boolean(one.other_fact);
    out.key("missing");
    one.now ? out.integer(one.missing(ambition.target)) : out.null();
    out.key("per_month");
    one.per_month ? out.number(*one.per_month) : out.null();
    field(out, "per_month_since", one.per_month_since.text);
    out.key("reached");
    one.reached ? out.text(day_text(*one.reached)) : out.null();
  });
  list(out, "totals", portfolio.totals, [&](const portfolio::Total& one) {
    field(out, "solution", portfolio.solutions[one.solution].id);
    field(out, "fact", fact_id(one.fact));
    field(out, "date", one.date.text);
    integer(out, "count", one.count);
    field(out, "source", one.source);
    field(out, "note", one.note);
  });
}

void write_municipalities(JsonWriter& out, const Portfolio& portfolio,
                          const portfolio::Status& status) {
  out.key("municipalities").begin_array();
  for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
    const auto& one = portfolio.municipalities[m];
    out.begin_object();
    field(out, "number", to_string(one.number));
    field(out, "name", one.name);
    field(out, "county", one.county);
    integer(out, "inhabitants", one.inhabitants);
    out.key("solutions").begin_array();
    for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
      const auto& standing = status.of(m, s);
      if (standing.available == nullptr && standing.in_use == nullptr) continue;
      out.begin_object();
      field(out, "solution", portfolio.solutions[s].id);
      write_word(out, "available", standing.available);
      write_word(out, "in_use", standing.in_use);
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  list(out, "plans", portfolio.plans, [&](const portfolio::Plan& one) {
    field(out, "municipality", to_string(portfolio.municipalities[one.municipality].number));
    field(out, "solution", portfolio.solutions[one.solution].id);
    field(out, "fact", fact_id(one.fact));
    field(out, "by", one.by.text);
    field(out, "owner", one.owner);
    field(out, "note", one.note);
  });
}

void write_activity(JsonWriter& out, const Portfolio& portfolio, const portfolio::Activity& one) {
  field(out, "id", one.id);
  field(out, "name", one.name);
  field(out, "kind", one.introduction ? "introduction" : "common_measure");
  out.key("priority");
  one.priority > 0 ? out.integer(one.priority) : out.null();
  for (const auto& [name, text] : portfolio::texts_of(one)) field(out, name, *text);
  ids(out, "solutions", portfolio, one.solutions);
  texts(out, "municipalities_do", one.municipalities_do);
  texts(out, "sector_does", one.sector_does);
  out.key("selection").begin_object();
  for (std::size_t i = 0; i < portfolio::kSelection.size(); ++i) {
    field(out, portfolio::kSelection[i], one.selection[i]);
  }
  out.end_object();
}

void write_experiences(JsonWriter& out, const Portfolio& portfolio,
                       const std::vector<const portfolio::Experience*>& all) {
  list(out, "experiences", all, [&](const portfolio::Experience* one) {
    field(out, "id", one->id);
    field(out, "solution", portfolio.solutions[one->solution].id);
    field(out, "municipality", one->municipality);
    field(out, "date", one->date);
    field(out, "title", one->title);
    field(out, "text", one->text);
    field(out, "contact", one->contact);
    field(out, "source", one->source);
  });
}

void write_doubts(JsonWriter& out, const Portfolio& portfolio) {
  list(out, "doubts", portfolio::doubts_of(portfolio), [&](const portfolio::Doubt& one) {
    const auto words = words_of(portfolio, one);
    field(out, "nb", words.nb);
    field(out, "en", words.en);
  });
}

void write_step(JsonWriter& out, const Portfolio& portfolio, const portfolio::Step& step) {
  field(out, "solution", portfolio.solutions[step.solution].id);
  field(out, "solution_name", portfolio.solutions[step.solution].name);
  field(out, "act", portfolio::kActs[static_cast<std::size_t>(step.act)]);
  ids(out, "first", portfolio, step.first);
  ids(out, "unlocks", portfolio, step.unlocks);
  out.key("activity");
  step.activity != nullptr ? out.text(step.activity->id) : out.null();
  out.key("planned_by");
  step.plan != nullptr ? out.text(step.plan->by.text) : out.null();
  out.key("overdue").boolean(step.overdue);
  list(out, "reasons", step.reasons, [&](const portfolio::Reason& reason) {
    const auto words = words_of(portfolio, reason);
    field(out, "kind", portfolio::kReasons[static_cast<std::size_t>(reason.kind)]);
    field(out, "nb", words.nb);
    field(out, "en", words.en);
  });
}

}  // namespace

void texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& all) {
  out.key(name).begin_array();
  for (const auto& one : all) out.text(one);
  out.end_array();
}

std::string portfolio_json(const Portfolio& portfolio) {
  const portfolio::Status status(portfolio, portfolio.date.day);
  JsonWriter out;
  begin(out, portfolio);
  write_solutions(out, portfolio, status);
  ids(out, "order", portfolio, portfolio::order_of(portfolio));
  list(out, "dependencies", portfolio.dependencies, [&](const portfolio::Dependency& one) {
    field(out, "solution", portfolio.solutions[one.solution].id);
    field(out, "needs", portfolio.solutions[one.needs].id);
    field(out, "reason", one.reason);
    field(out, "source", one.source);
  });
  write_progress(out, portfolio);
  write_municipalities(out, portfolio, status);
  list(out, "activities", portfolio.activities,
       [&](const portfolio::Activity& one) { write_activity(out, portfolio, one); });
  write_experiences(out, portfolio, portfolio::search(portfolio, ""));
  write_catalogue(out, portfolio);
  write_doubts(out, portfolio);
  write_contradictions(out, contradictions_of(portfolio));
  out.end_object();
  return out.take() + "\n";
}

Result<std::string, Mistakes> portfolio_next(const cases::Files& files,
                                             std::string_view municipality) {
  const auto portfolio = cases::parse_portfolio(files);
  if (!portfolio) return portfolio.error();
  const auto place = place_of(*portfolio, municipality);
  if (!place) {
    return Mistakes{{"municipalities.csv", 0,
                     fmt::format("municipality '{}' is not in the case; add it", municipality)}};
  }
  JsonWriter out;
  begin(out, *portfolio);
  field(out, "municipality", to_string(portfolio->municipalities[*place].number));
  field(out, "municipality_name", portfolio->municipalities[*place].name);
  list(out, "steps", portfolio::next_for(*portfolio, *place),
       [&](const portfolio::Step& step) { write_step(out, *portfolio, step); });
  out.end_object();
  return out.take() + "\n";
}

Result<std::string, Mistakes> portfolio_search(const cases::Files& files, std::string_view query) {
  const auto portfolio = cases::parse_portfolio(files);
  if (!portfolio) return portfolio.error();
  JsonWriter out;
  begin(out, *portfolio);
  field(out, "query", query);
  write_experiences(out, *portfolio, portfolio::search(*portfolio, query));
  out.end_object();
  return out.take() + "\n";
}

Result<std::string, Mistakes> portfolio_doubts(const cases::Files& files) {
  const auto portfolio = cases::parse_portfolio(files);
  if (!portfolio) return portfolio.error();
  JsonWriter out;
  begin(out, *portfolio);
  out.key("mistakes").begin_array().end_array();
  write_doubts(out, *portfolio);
  write_contradictions(out, contradictions_of(*portfolio));
  out.end_object();
  return out.take() + "\n";
}

}  // namespace varde::answers
