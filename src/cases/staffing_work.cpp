#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cases/staffing_reader.hpp"

// What arrives: targets, profiles, kinds and bursts; and what a person-year gives.
namespace varde::cases {
namespace {

constexpr double kMostPerYear = 100'000'000;
constexpr double kMostSeconds = 86'400;

/// A bound as a part of the number; 1 when there is none.
double part_of(const staffing::Given& number, const std::optional<double>& bound) {
  return bound && number.value > 0 ? *bound / number.value : 1;
}

}  // namespace

std::optional<double> StaffingReader::number(Section& section, const std::string& key, double least,
                                             double most, bool required, staffing::Given* given) {
  staffing::Given here;
  here.name = section.name().empty() ? key : section.name() + "." + key;
  std::optional<double> value;
  if (auto table = section.with_origin(key)) {
    value = table->number("value", least, most, true);
    here.low = table->number("low", least, most);
    here.high = table->number("high", least, most);
    if (value && ((here.low && *here.low > *value) || (here.high && *here.high < *value))) {
      table->complain("value", "is not between low and high; correct one of them");
    }
    here.origin = table->origin();
    table->finish();
  } else {
    value = section.number(key, least, most, required);
  }
  if (!value) return {};
  here.value = *value;
  if (given != nullptr) *given = here;
  into_.numbers.push_back(std::move(here));
  return value;
}

std::string StaffingReader::id(Section& section, std::vector<std::string>& names) {
  auto name = section.text("id", true);
  if (!name.empty() && std::ranges::find(names, name) != names.end()) {
    section.complain("id", fmt::format("'{}' stands twice; give each its own", name));
  }
  names.push_back(name);
  return name;
}

std::optional<std::size_t> StaffingReader::reference(Section& section, std::string_view key,
                                                     const std::vector<std::string>& names,
                                                     std::string_view what) {
  const auto name = section.text(key, true);
  if (name.empty()) return {};
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  section.complain(key, fmt::format("'{}' is not a {}; {}", name, what, suggestion(name, names)));
  return {};
}

void StaffingReader::read_roster(Section section) {
  auto& roster = into_.roster;
  roster.weekly_hours = number(section, "weekly_hours", 20, 48, true).value_or(35.5);
  roster.holiday_weeks = number(section, "holiday_weeks", 0, 12, true).value_or(5);
  staffing::Given sickness;
  roster.sickness = number(section, "sickness", 0, 0.5, true, &sickness).value_or(0.0);
  into_.sickness_low = sickness.low;
  into_.sickness_high = sickness.high;
  roster.training = number(section, "training", 0, 0.3).value_or(0.0);
  roster.overlap_minutes = number(section, "overlap_minutes", 0, 120).value_or(0.0);
  into_.minimum = static_cast<int>(number(section, "minimum_on_duty", 1, 50, true).value_or(2));
  section.finish();
}

void StaffingReader::read_targets() {
  for (auto& section : root_.tables("target")) {
    staffing::Target target;
    target.answer.within_s = section.number("within_s", 0, kMostSeconds, true).value_or(60);
    target.answer.share = section.number("percent", 1, 99.99, true).value_or(97.5) / 100.0;
    target.source = section.text("source");
    section.finish();
    into_.targets.push_back(target);
  }
  if (into_.targets.empty() || into_.targets.size() > staffing::kMostTargets) {
    root_.complain("target", fmt::format("must stand from one to {} times, the first being what "
                                         "plans are sized for",
                                         staffing::kMostTargets));
  }
}

void StaffingReader::read_profiles() {
  for (auto& section : root_.tables("profile")) {
    staffing::Given given;
    given.name = "profile." + id(section, profile_names_);
    const auto weights = [&](std::string_view key, auto& into) {
      const auto values = section.numbers(key);
      const bool right = values.size() == into.size() &&
                         std::ranges::none_of(values, [](double one) { return one < 0; }) &&
                         std::ranges::any_of(values, [](double one) { return one > 0; });
      if (right) {
        std::ranges::copy(values, into.begin());
      } else {
        into.fill(1.0);
        section.complain(
            key, fmt::format("must be {} weights, none below 0 and one above", into.size()));
      }
    };
    std::array<double, 24> by_hour{};
    std::array<double, 7> by_day{};
    weights("by_hour", by_hour);
    weights("by_day", by_day);
    given.origin = section.origin();
    section.finish();
    into_.numbers.push_back(given);
    profiles_.push_back(staffing::profile_of(by_hour, by_day));
  }
}

staffing::Handling StaffingReader::read_handling(Section section, staffing::KindRange& range) {
  staffing::Handling handling;
  const auto shapes = std::span(staffing::kHandlingShapes).first(3);  // measured: not from a file
  const auto shape =
      section.word("shape", shapes, static_cast<std::size_t>(staffing::Handling::Shape::lognormal));
  handling.shape = static_cast<staffing::Handling::Shape>(shape.value_or(2));
  handling.mean_s = section.number("mean_s", 1, kMostSeconds, true).value_or(1);
  handling.deviation_s = section
                             .number("deviation_s", 0, kMostSeconds,
                                     handling.shape == staffing::Handling::Shape::lognormal)
                             .value_or(0);
  staffing::Given given{section.name(), handling.mean_s, {}, {}, {}};
  given.low = section.number("low_s", 1, kMostSeconds);
  given.high = section.number("high_s", 1, kMostSeconds);
  if ((given.low && *given.low > given.value) || (given.high && *given.high < given.value)) {
    section.complain("mean_s", "is not between low_s and high_s; correct one of them");
  }
  range.handling_low = part_of(given, given.low);
  range.handling_high = part_of(given, given.high);
  given.origin = section.origin();
  into_.numbers.push_back(std::move(given));
  section.finish();
  return handling;
}

void StaffingReader::read_kind(Section& section) {
  staffing::Kind kind;
  kind.name = id(section, kind_names_);
  section.rename("kind." + kind.name);
  kind.technical = section.flag("technical");
  kind.priority = static_cast<int>(section.integer("priority", 1, 5, true).value_or(5));
  kind.interruptible = section.flag("interruptible");
  if (const auto profile = reference(section, "profile", profile_names_, "profile")) {
    kind.profile = profiles_[*profile];
  }
  staffing::Given arrivals;
  const auto per_user = number(section, "per_user_month", 0, 10'000, false, &arrivals);
  const auto per_year = number(section, "per_year", 0, kMostPerYear, false, &arrivals);
  if (per_user.has_value() == per_year.has_value()) {
    section.complain("per_user_month", "or per_year must be given, one of the two");
  }
  per_user_.push_back(per_user.value_or(0) * 12.0);
  kind.per_year = per_year.value_or(per_user_.back() * into_.users);
  staffing::KindRange range{part_of(arrivals, arrivals.low), part_of(arrivals, arrivals.high)};
  kind.handling = read_handling(section.table("handling"), range);
  into_.ranges.push_back(range);
  kind.patience_s = number(section, "patience_s", 1, kMostSeconds).value_or(0);
  kind.retry_s = number(section, "retry_s", 1, kMostSeconds, kind.patience_s > 0).value_or(0);
  into_.codes.push_back(section.texts("codes"));
  section.finish();
  into_.demand.kinds.push_back(std::move(kind));
}

void StaffingReader::read_kinds() {
  auto sections = root_.tables("kind");
  if (sections.empty() || sections.size() > staffing::kMostKinds) {
    root_.complain("kind", fmt::format("must stand from one to {} times", staffing::kMostKinds));
    return;
  }
  for (auto& section : sections) read_kind(section);
  const staffing::KindRange none;
  if (std::ranges::all_of(into_.ranges, [&](const auto& one) { return one == none; })) {
    into_.ranges.clear();
  }
}

void StaffingReader::read_bursts() {
  for (auto& section : root_.tables("burst")) {
    staffing::Burst burst;
    burst.name = section.text("name", true);
    burst.per_year = section.number("per_year", 0, 1'000, true).value_or(0);
    burst.homes_mean = section.number("homes", 1, 100'000, true).value_or(1);
    burst.homes_deviation = section.number("homes_deviation", 0, 100'000).value_or(0);
    burst.spread_s = section.number("spread_minutes", 0, 1'440, true).value_or(0) * 60;
    for (auto& part : section.tables("part")) {
      const auto kind = reference(part, "kind", kind_names_, "kind");
      const auto share = part.number("share", 0, 1, true);
      part.finish();
      if (kind && share) burst.parts.push_back({*kind, *share});
    }
    into_.numbers.push_back({"burst." + burst.name, burst.per_year, {}, {}, section.origin()});
    section.finish();
    into_.demand.bursts.push_back(std::move(burst));
  }
}

}  // namespace varde::cases
