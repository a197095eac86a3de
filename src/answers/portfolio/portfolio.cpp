#include "answers/portfolio/portfolio.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/words.hpp"
#include "answers/print.hpp"
#include "cases/csv.hpp"
#include "report/pdf.hpp"

namespace varde::answers {
namespace {

using portfolio::Portfolio;

template <class Then>
Result<std::string, Mistakes> with(const cases::Files& files, Then then) {
  auto parsed = cases::parse_portfolio(files);
  if (!parsed) return parsed.error();
  return then(*parsed);
}

Mistakes one_mistake(std::string text) { return {{"case.toml", 0, std::move(text)}}; }

/// A spreadsheet takes a field that starts with one of these as a formula.
std::string harmless(std::string_view text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != text.npos;
  return cases::csv_field(formula ? "'" + std::string(text) : text);
}

std::string_view answer(const portfolio::Statement* word) {
  if (word == nullptr) return "ukjent";
  return word->holds ? "ja" : "nei";
}

}  // namespace

std::vector<economy::Contradiction> contradictions_of(const Portfolio& portfolio) {
  std::vector<economy::Contradiction> all;
  for (const auto& one : portfolio.contradictions) {
    all.push_back({one.topic, one.says, one.also_says, one.reading, one.source});
  }
  return all;
}

std::optional<std::size_t> place_of(const Portfolio& portfolio, std::string_view number) {
  const auto wanted = portfolio::parse_number(number);
  for (std::size_t m = 0; wanted && m < portfolio.municipalities.size(); ++m) {
    if (portfolio.municipalities[m].number == *wanted) return m;
  }
  return {};
}

std::string portfolio_csv(const Portfolio& portfolio) {
  const portfolio::Status status(portfolio, portfolio.date.day);
  std::string out =
      "municipality,name,solution,solution_name,available,available_since,available_said_by,"
      "in_use,in_use_since,in_use_said_by,planned_by\n";
  for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
    for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
      if (!portfolio.concerns(s, m)) continue;
      const auto& standing = status.of(m, s);
      std::string planned;
      for (const auto& plan : portfolio.plans) {
        if (plan.municipality == m && plan.solution == s) planned = plan.by.text;
      }
      out += fmt::format("{},{},{},{}", to_string(portfolio.municipalities[m].number),
                         harmless(portfolio.municipalities[m].name), portfolio.solutions[s].id,
                         harmless(portfolio.solutions[s].name));
      for (const auto* word : {standing.available, standing.in_use}) {
        out += fmt::format(",{},{},{}", answer(word), word == nullptr ? "" : word->since.text,
                           word == nullptr ? std::string() : harmless(word->said_by));
      }
      out += "," + planned + "\n";
    }
  }
  return out;
}

std::string portfolio_text(const Portfolio& portfolio) {
  std::string out =
      fmt::format("{}\n{}\nPer {}\n\n", portfolio.name, portfolio.description, portfolio.date.text);
  TextTable table({"løsning", ">nå", "hva tallet gjelder", ">ambisjon", ">mangler", ">per måned",
                   "nås i dette tempoet"});
  for (const auto& progress : portfolio::progress_of(portfolio)) {
    const auto& ambition = portfolio.ambitions[progress.ambition];
    table.row({portfolio.solutions[ambition.solution].name,
               progress.now ? std::to_string(*progress.now) : "ukjent",
               progress.other_fact ? "en annen ting enn ambisjonen"
                                   : std::string(fact_word(ambition.fact)),
               std::to_string(ambition.target),
               progress.now ? std::to_string(progress.missing(ambition.target)) : "-",
               progress.per_month ? decimals(*progress.per_month, 1) : "-",
               progress.reached ? day_text(*progress.reached) : "-"});
  }
  out += table.text();
  return out + contradictions_text(contradictions_of(portfolio));
}

std::string next_text(const Portfolio& portfolio, std::size_t municipality) {
  std::string out =
      fmt::format("{}: hva som bør gjøres nå, per {}\n",
                  place_name(portfolio.municipalities[municipality]), portfolio.date.text);
  int number = 0;
  for (const auto& step : portfolio::next_for(portfolio, municipality)) {
    out += fmt::format("{:3}. {}: {}\n", ++number, act_word(step.act),
                       portfolio.solutions[step.solution].name);
    for (const auto& reason : step.reasons) {
      out += fmt::format("       {}\n", words_of(portfolio, reason).nb);
    }
  }
  return number == 0 ? out + "  Alt som angår kommunen er i bruk.\n" : out;
}

Result<std::string, Mistakes> portfolio_report(const cases::Files& files) {
  return with(files, [](const Portfolio& portfolio) -> Result<std::string, Mistakes> {
    return portfolio_json(portfolio);
  });
}

Result<std::string, Mistakes> portfolio_document(const cases::Files& files, std::string_view format,
                                                 std::int64_t made) {
  return with(files, [&](const Portfolio& portfolio) -> Result<std::string, Mistakes> {
    if (format == "html") return portfolio_html(portfolio);
    if (format == "csv") return portfolio_csv(portfolio);
    const auto bytes = format == "pdf" ? report::pdf_of(portfolio_html(portfolio))
                                       : portfolio_xlsx(portfolio, files, made);
    if (!bytes) return one_mistake(bytes.error().message);
    return *bytes;
  });
}

}  // namespace varde::answers
