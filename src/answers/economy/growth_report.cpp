#include <algorithm>

#include <fmt/format.h>

#include "answers/economy/cooperation_report.hpp"
#include "answers/economy/national_report.hpp"
#include "answers/economy/words.hpp"
#include "report/plot.hpp"

namespace varde::answers {
namespace {

using economy::Money;
using report::Html;
using report::paragraph;
using report::text;

std::string million(const std::optional<Money>& amount) {
  return amount ? report::millions(amount->in_ore()) : "–";
}

class GrowthReport {
 public:
  GrowthReport(const economy::GrowthCase& input, const economy::Growth& result)
      : input_(input), result_(result) {
    for (int year = input.first_year; year <= input.last_year; ++year) {
      years_.push_back(std::to_string(year));
    }
  }

  Html body() const {
    Html out = report::heading(2, "Alle løsninger") + sums() + changes();
    out +=
        report::section(report::heading(2, "Løsning for løsning") +
                        paragraph("Mill. kr. Uthevet: det møtet selv sier; de andre tallene "
                                  "følger av det. Et senere anslag tar plassen til et tidligere, "
                                  "som blir stående.",
                                  "small") +
                        solutions());
    if (!input_.payers.empty()) out += report::section(payers());
    return out + report::section(sources());
  }

 private:
  report::Table year_table(std::vector<report::Table::Column> first,
                           std::string caption = {}) const {
    for (const auto& year : years_) first.push_back({year, true});
    return report::Table(std::move(first), std::move(caption));
  }

  Html sums() const {
    auto table = year_table({{"Siste anslag, mill. kr", false, "50mm"}});
    std::vector<std::string> change{"Endring fra året før"}, cumulative{"Samlet endring"},
        charged{"Herav belastet betalerne"};
    for (const auto& year : result_.years) {
      change.push_back(million(year.change));
      cumulative.push_back(million(year.cumulative));
      charged.push_back(million(year.charged));
    }
    return table.row(change).row(charged).row(cumulative).html();
  }

  Html changes() const {
    std::vector<report::Series> series;
    for (const auto& one : result_.solutions) {
      if (one.versions.empty() || !one.solution->part_of.empty()) continue;
      report::Series values{one.solution->name, {}};
      for (const auto& year : one.versions.back().years) {
        values.values.push_back(year.change ? in_millions(*year.change) : 0);
      }
      series.push_back(std::move(values));
    }
    return report::columns({.title = "Endring fra året før, siste anslag", .unit = "mill. kr"},
                           years_, series);
  }

  Html version_row(const economy::VersionYear& year, bool levels, bool version_levels) const {
    const auto words = million(levels ? year.level : year.change);
    const bool own = year.stated && levels == version_levels;
    return own ? report::strong(words) : text(words);
  }

  Html versions(const economy::SolutionGrowth& one) const {
    auto table = year_table({{"Anslag", false, "42mm"}, {""}});
    for (const auto& version : one.versions) {
      const auto name = version.meeting.empty() ? std::string("Tommelfingerregelen")
                                                : version.meeting + ", " + version.date;
      if (version.speaks == economy::Speaks::withdrawn) {
        table.row({name, "trukket"});
        continue;
      }
      for (const bool levels : {true, false}) {
        std::vector<Html> cells{text(levels ? name : ""), text(levels ? "nivå" : "endring")};
        for (const auto& year : version.years) {
          cells.push_back(version_row(year, levels, version.speaks == economy::Speaks::level));
        }
        table.row(cells);
      }
    }
    return table.html();
  }

  Html solutions() const {
    Html out;
    for (const auto& one : result_.solutions) {
      std::vector<Html> moves;
      for (const auto& move : one.moves) {
        auto words = fmt::format("{} til {}, {}: {} ble {}", move.from, move.to, move.year,
                                 million(move.before), million(move.after));
        if (move.reasons.empty()) words += "; ikke forklart i kilden";
        for (const auto& reason : move.reasons) words += "; " + reason;
        moves.push_back(text(words + "."));
      }
      Html block = report::heading(3, one.solution->name) + versions(one);
      if (!moves.empty()) block += report::bullets(moves);
      out += report::together(block);
    }
    return out;
  }

  /// Every number that was put in, with where it comes from.
  Html sources() const {
    report::Table table(
        {{"Løsning"}, {"Møte"}, {"År", true}, {"Mill. kr", true}, {"Kvalitet"}, {"Kilde"}});
    const auto name = [&](const std::string& id) {
      const auto found = std::ranges::find(input_.solutions, id, &economy::GrowingSolution::id);
      return found == input_.solutions.end() ? id : found->name;
    };
    table.group("Anslag");
    for (const auto& one : input_.estimates) {
      if (one.speaks == economy::Speaks::withdrawn) continue;
      table.row({text(one.part.empty() ? name(one.solution) : name(one.solution) + ": " + one.part),
                 text(one.meeting),
                 text(std::to_string(one.year) + (one.onwards ? " og senere" : "")),
                 text(report::millions(one.amount.value.in_ore()) +
                      (one.speaks == economy::Speaks::level ? "" : " (endring)")),
                 quality_mark(one.amount.origin.quality), text(one.amount.origin.source)});
    }
    if (!input_.investments.empty()) table.group("Investeringer");
    for (const auto& one : input_.investments) {
      table.row({text(name(one.solution)), text(""), text(std::to_string(one.year)),
                 text(report::millions(one.amount.value.in_ore())),
                 quality_mark(one.amount.origin.quality), text(one.amount.origin.source)});
    }
    std::vector<Html> rules;
    if (!input_.rule_source.empty()) {
      rules.push_back(text(
          fmt::format("Der det ikke er noe anslag: {} av investeringen året før ({}).",
                      report::percent(static_cast<double>(input_.rule_basis_points) / 100.0, 0),
                      input_.rule_source)));
    }
    for (const auto& one : input_.solutions) {
      if (!one.groups_source.empty()) {
        rules.push_back(report::strong(one.name) +
                        text(", hvem som betaler: " + one.groups_source));
      }
    }
    return report::heading(2, "Kilder og kvalitet") + table.html() + report::bullets(rules) +
           contradictions_html(input_.contradictions);
  }

  Html payers() const {
    auto table = year_table({{"Betaler: endring fra året før, kr", false, "46mm"}});
    for (std::size_t p = 0; p < input_.payers.size(); ++p) {
      std::vector<std::string> cells{input_.payers[p].name};
      for (const auto& year : result_.years) cells.push_back(kroner(year.payers[p]));
      table.row(cells);
    }
    return report::heading(2, "Hva det betyr for hver betaler") + table.html();
  }

  const economy::GrowthCase& input_;
  const economy::Growth& result_;
  std::vector<std::string> years_;
};

}  // namespace

std::string growth_page(const economy::GrowthCase& input, const economy::Growth& result,
                        const std::string& made) {
  report::Document document{.title = input.name, .subtitle = input.description};
  document.front = {
      fmt::format("{}–{}. Laget {} med Varde.", input.first_year, input.last_year, made)};
  document.body = GrowthReport(input, result).body();
  return report::page(document);
}

}  // namespace varde::answers
