#pragma once

#include <optional>

#include "app/data_folder.hpp"
#include "editing/complaints.hpp"
#include "steering/tools.hpp"

// A tool of steering is a kind of case, how its files are read, and what is computed of them. To
// add one: a function like economy_kinds() and a line in all_kinds().
namespace varde::app {

using editing::complaints_of;

struct Kind {
  steering::CaseKind kind;
  /// The case can be read, or everything that must be put right.
  std::function<steering::Checked<steering::Readable>(const steering::Files&)> read;
};

struct Kinds {
  std::vector<Kind> cases{};
  std::vector<steering::RunKind> runs{};
  std::vector<steering::Calculator> calculators{};
};

/// Cooperation, financing and growth: economy.run, economy.compare, economy.check.
void add_economy(Kinds& kinds);
/// Decisions and portfolios: decide.run, portfolio.report, portfolio.next, portfolio.doubts.
void add_choices(Kinds& kinds);
/// On a cooperation with cooperation.toml beside it: cooperation.analyse, cooperation.document,
/// cooperation.partition.
void add_coalitions(Kinds& kinds);
/// On a cooperation with staffing.toml beside it: staffing.simulate, staffing.document,
/// staffing.into_economy. The calculator staffing.erlang. `centre`: whose own operation a run can
/// be asked to take arrivals and handling times from.
void add_staffing(Kinds& kinds, const std::optional<DataFolder>& centre);

/// A seed is a whole number up to this.
constexpr std::uint64_t kAnySeed = 1'000'000'000'000;

/// A whole number among the parameters; `otherwise` when it is not there, a complaint when it is
/// not from `least` to `most`.
steering::Checked<std::uint64_t> whole(const steering::Parameters& parameters,
                                       std::string_view name, std::uint64_t otherwise,
                                       std::uint64_t least, std::uint64_t most);

}  // namespace varde::app
