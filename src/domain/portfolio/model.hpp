#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/tenancy/municipality.hpp"

// Which national and shared solutions each municipality has, and what comes next.
namespace varde::portfolio {

/// A day, month or year as somebody wrote it.
struct Date {
  std::string text;             ///< "2023-04-15", "2023-04" or "2023"; empty when not given
  std::chrono::sys_days day{};  ///< its first
  std::chrono::sys_days
      last{};  ///< and its last: what is to be done by May may be done on the 31st
  bool given() const { return !text.empty(); }
};
/// Nothing when the text is none of the three forms or no day of the calendar.
std::optional<Date> parse_date(std::string_view text);

/// Two facts that reports mix up: "tilgjengeliggjort i kommunen" and "i bruk", an integrated part
/// of the service. `unspecified` is for totals whose source does not say which.
enum class Fact : std::uint8_t { available, in_use, unspecified };
constexpr std::array<std::string_view, 3> kFacts{"available", "in_use", "unspecified"};

struct Solution {
  std::string id, name, area, owner, about, source;
  bool statutory = false;
  std::vector<std::string> counties;  ///< only for municipalities of these; empty = all
};

/// "0301"; also "301", for spreadsheets drop the zero in front. Nothing when it is no number of a
/// municipality.
std::optional<tenancy::Municipality> parse_number(std::string_view text);

struct Municipality {
  tenancy::Municipality number;
  std::string name, county;
  std::int64_t inhabitants = 0;
};

/// Somebody's word for one fact of one municipality. What was said last counts.
struct Statement {
  std::size_t municipality = 0, solution = 0;
  Fact fact = Fact::available;
  bool holds = true;
  Date since;  ///< of the fact
  Date said;   ///< when it was said
  std::string said_by, source, quality;
};

struct Plan {
  std::size_t municipality = 0, solution = 0;
  Fact fact = Fact::in_use;
  Date by;
  std::string owner, note;
};

/// How many municipalities a source says; two sources may say two numbers.
struct Total {
  std::size_t solution = 0;
  Fact fact = Fact::unspecified;
  Date date;
  int count = 0;
  std::string source, note;
};

struct Ambition {
  std::size_t solution = 0;
  Fact fact = Fact::in_use;
  Date by;
  int target = 0;
  std::string source;
};

struct Dependency {
  std::size_t solution = 0, needs = 0;
  std::string reason, source;
};

/// The eight selection criteria of the 2023 portfolio.
constexpr std::array<std::string_view, 8> kSelection{
    "digitalisation_strategy", "demography", "un_goals",          "statutory",
    "sector_ambitions",        "benefit",    "national_strategy", "risk_of_not_doing"};

/// An activity as a card.
struct Activity {
  std::string id, name, area, owner, from, to, purpose, status, status_date, cost, benefit, pilot,
      evaluation, source;
  bool introduction = true;  ///< for municipalities to introduce; else a common measure
  int priority = 0;          ///< 1 is first; 0 = not ranked
  std::vector<std::size_t> solutions;
  std::vector<std::string> municipalities_do, sector_does;
  std::array<std::string, kSelection.size()> selection;  ///< what is said of each; empty = nothing
};

/// The texts of a card by the names they have in case.toml and JSON.
template <class Card>
auto texts_of(Card& card) {
  using Named = std::pair<std::string_view, decltype(&card.area)>;
  return std::array{Named{"area", &card.area},
                    Named{"owner", &card.owner},
                    Named{"from", &card.from},
                    Named{"to", &card.to},
                    Named{"purpose", &card.purpose},
                    Named{"status", &card.status},
                    Named{"status_date", &card.status_date},
                    Named{"cost", &card.cost},
                    Named{"benefit", &card.benefit},
                    Named{"pilot", &card.pilot},
                    Named{"evaluation", &card.evaluation},
                    Named{"source", &card.source}};
}

struct Experience {
  std::string id, municipality, date, title, text, contact, source;
  std::size_t solution = 0;
};

/// What a device must meet.
struct Requirement {
  std::string id, text, area, source;
  std::vector<std::string> kinds;  ///< of device that it is about; empty = all
  bool mandatory = true;

  bool concerns(std::string_view kind) const;
};

/// A model of a device, not one that hangs on a wall.
struct Device {
  std::string id, vendor, model, kind, protocol, source, quality;
};

/// `unknown` also stands for what nobody has judged.
enum class Fulfilment : std::uint8_t { unknown, not_fulfilled, partly, fulfilled };
constexpr std::array<std::string_view, 4> kFulfilments{"unknown", "not", "partly", "fulfilled"};

/// Somebody's judgement of one requirement on one device. What was judged last counts.
struct Approval {
  std::size_t device = 0, requirement = 0;
  Fulfilment result = Fulfilment::unknown;
  Date date, expires;
  std::string by;
  std::string evidence;  ///< where the proof can be read
  std::string report;    ///< the conformance report, when there is one
};

struct Contradiction {
  std::string topic, says, also_says, reading, source;
};

struct Portfolio {
  std::string name, description, source;
  Date date;  ///< where it stands; what was said later is not counted
  std::vector<Solution> solutions;
  std::vector<Municipality> municipalities;
  std::vector<Statement> statements;
  std::vector<Plan> plans;
  std::vector<Total> totals;
  std::vector<Ambition> ambitions;
  std::vector<Dependency> dependencies;
  std::vector<Activity> activities;
  std::vector<Experience> experiences;
  std::vector<Requirement> requirements;
  std::vector<Device> devices;
  std::vector<Approval> approvals;
  std::vector<Contradiction> contradictions;

  /// Of a county that the solution is for, or one of which something is said or planned.
  bool concerns(std::size_t solution, std::size_t municipality) const;
};

}  // namespace varde::portfolio
