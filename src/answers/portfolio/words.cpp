#include "answers/portfolio/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace varde::answers {
namespace {

using portfolio::Portfolio;
using portfolio::Reason;

std::string names(const Portfolio& portfolio, const std::vector<std::size_t>& solutions) {
  std::vector<std::string_view> all;
  for (const auto s : solutions) all.push_back(portfolio.solutions[s].name);
  return fmt::format("{}", fmt::join(all, ", "));
}

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

/// "{}" in both languages stands for the same.
template <class Value>
Words both(fmt::format_string<const Value&> nb, fmt::format_string<const Value&> en,
           const Value& value) {
  return {fmt::format(nb, value), fmt::format(en, value)};
}

}  // namespace

std::string_view fact_word(portfolio::Fact fact) {
  constexpr std::array<std::string_view, 3> words{"tilgjengeliggjort", "i bruk",
                                                  "ikke sagt hvilket"};
  return word(words, fact);
}

std::string_view act_word(portfolio::Act act) {
  constexpr std::array<std::string_view, 4> words{"Ta i bruk", "Gjør tilgjengelig", "Avklar status",
                                                  "Vent"};
  return word(words, act);
}

std::string_view fulfilment_word(portfolio::Fulfilment what) {
  constexpr std::array<std::string_view, 4> words{"ukjent", "ikke oppfylt", "delvis", "oppfylt"};
  return word(words, what);
}

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string place_name(const portfolio::Municipality& municipality) {
  return to_string(municipality.number) + " " + municipality.name;
}

Words words_of(const Portfolio& portfolio, const Reason& reason) {
  using Kind = Reason::Kind;
  switch (reason.kind) {
    case Kind::builds_on:
      return both("Bygger på {}, som ikke er meldt i bruk her",
                  "Builds on {}, not reported in use here", names(portfolio, reason.solutions));
    case Kind::available:
      return {"Er alt tilgjengeliggjort i kommunen",
              "Is made available in the municipality already"};
    case Kind::unsaid:
      return {"Ingen har meldt om den er tilgjengelig eller i bruk",
              "Nobody has reported whether it is available or in use"};
    case Kind::statutory:
      return {"Er lovpålagt", "Is required by law"};
    case Kind::overdue:
      return both("Egen plan er passert: skulle vært på plass innen {}",
                  "Its own plan has passed: was to be in place by {}", reason.by);
    case Kind::planned:
      return both("Egen plan: på plass innen {}", "Its own plan: in place by {}", reason.by);
    case Kind::priority:
      return both("Nummer {} i sektorens prioritering",
                  "Number {} in the sector's order of priority", reason.number);
    case Kind::unlocks:
      return both("Må være på plass før {}", "Must be in place before {}",
                  names(portfolio, reason.solutions));
  }
  return {};
}

Words words_of(const Portfolio& portfolio, const portfolio::Doubt& doubt) {
  const auto& place = portfolio.municipalities[doubt.municipality].name;
  const auto& solution = portfolio.solutions[doubt.solution].name;
  if (!doubt.without) {
    return {
        fmt::format("{}: {} er i bruk og ikke tilgjengeliggjort; rett den ene", place, solution),
        fmt::format("{}: {} is in use and not made available; correct one of the two", place,
                    solution)};
  }
  const auto& needed = portfolio.solutions[*doubt.without].name;
  return {fmt::format("{}: {} er i bruk uten {}, som den bygger på", place, solution, needed),
          fmt::format("{}: {} is in use without {}, which it builds on", place, solution, needed)};
}

}  // namespace varde::answers
