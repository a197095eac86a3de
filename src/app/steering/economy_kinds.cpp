#include <atomic>

#include <fmt/format.h>

#include "answers/economy/cooperation.hpp"
#include "answers/economy/national.hpp"
#include "app/steering/kinds.hpp"
#include "base/limits.hpp"
#include "cases/load.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using steering::Parameters;
using steering::Readable;
using steering::Watch;

constexpr std::uint64_t kDefaultDraws = 5'000;

template <class... Each>
struct ByKind : Each... {
  using Each::operator()...;
};

Complaints one_complaint(const std::string& text) { return {{"case.toml", 0, text}}; }

Checked<cases::AnyCase> parsed(const Files& files) {
  auto read = cases::parse_case(files);
  if (!read) return complaints_of(read.error());
  return std::move(read).value();
}

Checked<Readable> read_economy(const Files& files, const std::string& kind) {
  const auto read = parsed(files);
  if (!read) return read.error();
  return std::visit(
      [&](const auto& one) -> Readable {
        return {kind, one.name, one.description};
      },
      *read);
}

/// Tells how far a simulation has come, and leaves out what is left of it when it is cancelled.
/// A later round counts for a fifth of the one before.
Parallel watched(const Watch& watch) {
  return [&watch, base = 0.0, part = 0.8](std::size_t tasks,
                                          const std::function<void(std::size_t)>& task) mutable {
    std::atomic<std::size_t> done{0};
    answers::on_all_cores(tasks, [&](std::size_t i) {
      if (watch.cancelled()) return;
      task(i);
      watch.progress(base + part * static_cast<double>(++done) / static_cast<double>(tasks));
    });
    base += part;
    part = (1 - base) * 0.8;
  };
}

Checked<answers::CooperationRun> together(const Files& files, const Parameters& parameters,
                                          const Watch& watch) {
  auto read = parsed(files);
  if (!read) return read.error();
  auto* input = std::get_if<economy::Case>(&*read);
  if (input == nullptr) return one_complaint("only a cooperation has alternatives and keys");
  const auto draws = whole(parameters, "draws", 0, 0, limits::kDraws);
  const auto seed = whole(parameters, "seed", 1, 0, kAnySeed);
  if (!draws) return draws.error();
  if (!seed) return seed.error();
  std::optional<economy::Draws> wanted;
  if (*draws > 0) wanted = economy::Draws{*draws, *seed};
  auto run = answers::run_cooperation(std::move(*input), {}, wanted, watched(watch));
  if (!run) return one_complaint(run.error().message);
  return std::move(run).value();
}

Checked<std::string> run_economy(const Files& files, const Parameters& parameters,
                                 const Watch& watch) {
  const auto read = parsed(files);
  if (!read) return read.error();
  const auto it = parameters.find("as_of");
  const std::string as_of = it == parameters.end() ? "" : it->second;
  return std::visit(ByKind{[&](const economy::Case&) -> Checked<std::string> {
                             const auto run = together(files, parameters, watch);
                             if (!run) return run.error();
                             return answers::cooperation_json(*run);
                           },
                           [](const economy::FinancingCase& input) -> Checked<std::string> {
                             return answers::financing_json(input, economy::finance(input));
                           },
                           [&](const economy::GrowthCase& input) -> Checked<std::string> {
                             return answers::growth_json(input, economy::growth_of(input, as_of));
                           }},
                    *read);
}

Checked<std::string> compare_economy(const Files& files, const Parameters&, const Watch& watch) {
  const auto run = together(files, {}, watch);
  if (!run) return run.error();
  std::vector<std::string> keys;
  for (const auto& [name, key] : run->input.keys) keys.push_back(name);
  const auto json = answers::compare_json(*run, keys);
  if (!json) return one_complaint(json.error().message);
  return *json;
}

Checked<std::string> check_economy(const Files& files, const Parameters&, const Watch& watch) {
  const auto run = together(files, {}, watch);
  if (!run) return run.error();
  return answers::check_json(*run);
}

Kind economy_kind(const std::string& name, Words title, std::vector<steering::ShownRun> shown) {
  return {{name, std::move(title), std::move(shown), true},
          [name](const Files& files) { return read_economy(files, name); }};
}

}  // namespace

void add_economy(Kinds& kinds) {
  const Parameters draws{{"draws", std::to_string(kDefaultDraws)}, {"seed", "1"}};
  kinds.cases.push_back(economy_kind(
      "cooperation", {"Samarbeid: kostnad og gevinst", "Cooperation: cost and benefit"},
      {{"economy.run", draws}, {"economy.compare", {}}, {"economy.check", {}}}));
  kinds.cases.back().kind.beside = {
      {"cooperation.toml", {"cooperation.analyse", {}}},
      {"staffing.toml", {"staffing.simulate", {{"seed", "1"}, {"years", "100"}}}}};
  kinds.cases.push_back(economy_kind(
      "financing", {"Finansiering av nasjonale løsninger", "Financing of national solutions"},
      {{"economy.run", {}}}));
  kinds.cases.push_back(economy_kind(
      "growth", {"Vekst i driftskostnader", "Growth in operating cost"}, {{"economy.run", {}}}));
  kinds.runs.push_back({"economy.run", {"draws", "seed", "as_of"}, run_economy});
  kinds.runs.push_back({"economy.compare", {}, compare_economy});
  kinds.runs.push_back({"economy.check", {}, check_economy});
}

}  // namespace varde::app
