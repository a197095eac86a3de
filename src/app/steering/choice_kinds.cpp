#include "answers/decision/decide.hpp"
#include "answers/portfolio/portfolio.hpp"
#include "app/steering/kinds.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Files;
using steering::Parameters;
using steering::Readable;
using steering::Watch;

/// Enough for a tenth of a per cent, and soon done; the command line draws a million.
constexpr std::uint64_t kDefaultDraws = 200'000;

template <class Value>
Checked<Value> checked(Result<Value, answers::Mistakes> result) {
  if (!result) return complaints_of(result.error());
  return std::move(result).value();
}

Checked<Readable> read_decision(const Files& files) {
  const auto read = cases::parse_decision(files);
  if (!read) return complaints_of(read.error());
  return Readable{"decision", read->name, read->description};
}

Checked<Readable> read_portfolio(const Files& files) {
  const auto read = cases::parse_portfolio(files);
  if (!read) return complaints_of(read.error());
  return Readable{"portfolio", read->name, read->description};
}

Checked<std::string> run_decide(const Files& files, const Parameters& parameters,
                                const Watch& watch) {
  const auto draws = whole(parameters, "draws", kDefaultDraws, 1, decision::kMostDraws);
  const auto seed = whole(parameters, "seed", 1, 0, kAnySeed);
  if (!draws) return draws.error();
  if (!seed) return seed.error();
  return checked(answers::decide(files, {*draws, *seed}, {watch.progress, watch.cancelled}));
}

Checked<std::string> run_report(const Files& files, const Parameters&, const Watch&) {
  return checked(answers::portfolio_report(files));
}

Checked<std::string> run_doubts(const Files& files, const Parameters&, const Watch&) {
  return checked(answers::portfolio_doubts(files));
}

Checked<std::string> run_next(const Files& files, const Parameters& parameters, const Watch&) {
  const auto municipality = parameters.find("municipality");
  return checked(
      answers::portfolio_next(files, municipality == parameters.end() ? "" : municipality->second));
}

}  // namespace

void add_choices(Kinds& kinds) {
  kinds.cases.push_back(
      {{"decision",
        {"Beslutning: kriterier, vekter og scenarioer", "Decision: criteria, weights, scenarios"},
        {{"decide.run", {{"draws", std::to_string(kDefaultDraws)}, {"seed", "1"}}}},
        true},
       read_decision});
  kinds.cases.push_back(
      {{"portfolio",
        {"Portefølje: hvem har hva, og hva er neste", "Portfolio: who has what, and what is next"},
        {{"portfolio.report", {}}},
        true},
       read_portfolio});
  kinds.runs.push_back({"decide.run", {"draws", "seed"}, run_decide});
  kinds.runs.push_back({"portfolio.report", {}, run_report});
  kinds.runs.push_back({"portfolio.next", {"municipality"}, run_next});
  kinds.runs.push_back({"portfolio.doubts", {}, run_doubts});
}

}  // namespace varde::app
