#include <algorithm>

#include <fmt/format.h>

#include "cases/staffing_reader.hpp"

// Who answers: shift plans, the shared reserve, larger centres, and the alternatives made of them.
namespace varde::cases {
namespace {

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

constexpr double kMostAlarms = 10'000'000;  ///< a year, so that a year fits in memory

/// "07:30" as minutes; 24:00 is the end of the day.
std::optional<int> minutes(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return {};
  }
  const int value =
      ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
  if (text[3] > '5' || value > staffing::kMinutesInDay) return {};
  return value;
}

}  // namespace

std::optional<staffing::Shift> StaffingReader::read_shift(Section& section) {
  staffing::Shift shift;
  shift.name = section.text("name");
  const auto time = [&](std::string_view key, int otherwise) {
    const auto text = section.text(key, true);
    const auto value = minutes(text);
    if (!value && !text.empty()) section.complain(key, "must be a time like \"07:30\"");
    return value.value_or(otherwise);
  };
  shift.from = time("from", 0);
  shift.until = time("until", staffing::kMinutesInDay);
  if (shift.from == staffing::kMinutesInDay) shift.from = 0;
  shift.operators = static_cast<int>(
      section.integer("operators", 1, staffing::kMostOnDuty / 4, true).value_or(1));
  if (section.has("days")) {
    shift.weekdays = 0;
    for (const auto& day : section.texts("days")) {
      const auto found = std::ranges::find(kDays, day);
      if (found == kDays.end()) {
        section.complain("days", fmt::format("has '{}', which is not a day; {}", day,
                                             suggestion(day, {kDays.begin(), kDays.end()})));
        continue;
      }
      shift.weekdays = static_cast<std::uint8_t>(shift.weekdays | 1 << (found - kDays.begin()));
    }
  } else {
    section.texts("days");
  }
  section.finish();
  return shift;
}

void StaffingReader::read_plans() {
  for (auto& section : root_.tables("plan")) {
    id(section, plan_names_);
    auto& plan = plans_.emplace_back();
    for (auto& shift : section.tables("shift")) {
      if (const auto one = read_shift(shift)) plan.push_back(*one);
    }
    if (plan.size() > 40) section.complain("shift", "may stand at most 40 times in a plan");
    if (plan.size() <= 40 && staffing::WeekPlan(plan).most() > staffing::kMostOnDuty) {
      section.complain("shift",
                       fmt::format("puts more than {} on duty at a time", staffing::kMostOnDuty));
    }
    section.finish();
  }
}

void StaffingReader::read_reserves() {
  for (auto& section : root_.tables("reserve")) {
    const auto name = "reserve." + id(section, reserve_names_);
    staffing::Reserve reserve;
    reserve.persons = static_cast<int>(section.integer("persons", 1, 50, true).value_or(1));
    reserve.own_occupancy = section.number("own_occupancy", 0, 0.99, true).value_or(0.5);
    reserve.own_task_s = section.number("own_task_s", 1, 86'400, true).value_or(600);
    reserve.after_s = section.number("after_s", 0, 3'600, true).value_or(30);
    reserve.technical = section.flag("technical");
    reserve_counts_.push_back(section.flag("counts_as_on_duty"));
    into_.numbers.push_back({name, reserve.own_occupancy, {}, {}, section.origin()});
    section.finish();
    reserves_.push_back(reserve);
  }
}

void StaffingReader::read_hosts() {
  host_sections_ = root_.tables("host");
  for (auto& section : host_sections_) {
    staffing::Host host;
    host.id = id(section, host_names_);
    host.name = section.text("name", true);
    const double users = number(section, "users", 1, 10'000'000, true).value_or(1);
    host.minimum = static_cast<int>(section.integer("minimum_on_duty", 1, 50).value_or(2));
    // Its users give the same alarms as ours, hour by hour; outages strike each centre's own.
    host.demand = into_.demand;
    for (std::size_t k = 0; k < host.demand.kinds.size(); ++k) {
      auto& kind = host.demand.kinds[k];
      kind.per_year = per_user_[k] > 0 ? per_user_[k] * users : kind.per_year * users / into_.users;
    }
    if (const auto plan = reference(section, "plan", plan_names_, "plan")) {
      host.shifts = plans_[*plan];
    }
    into_.numbers.push_back({"host." + host.id, users, {}, {}, section.origin()});
    section.finish();
    into_.hosts.push_back(std::move(host));
  }
}

void StaffingReader::read_alternative(Section& section) {
  staffing::Alternative one;
  one.id = id(section, alternative_names_);
  one.name = section.text("name", true);
  const auto overhead = section.with_origin("overhead");
  if (overhead) {
    auto table = *overhead;
    one.overhead = table.money("value", true).value_or(economy::Money{});
    into_.numbers.push_back(
        {"overhead." + one.id, one.overhead.in_kroner(), {}, {}, table.origin()});
    table.finish();
  } else {
    one.overhead = section.money("overhead").value_or(economy::Money{});
  }
  refer_to_economy(section, one);
  if (section.has("connect")) {
    one.host = reference(section, "connect", host_names_, "host");
    if (section.has("plan") || section.has("reserve")) {
      section.complain("connect", "goes without a plan or reserve of one's own; take them out");
    }
    section.text("plan");
    section.text("reserve");
  } else {
    section.text("connect");
    if (const auto plan = reference(section, "plan", plan_names_, "plan"))
      one.shifts = plans_[*plan];
    if (section.has("reserve")) {
      if (const auto reserve = reference(section, "reserve", reserve_names_, "reserve")) {
        one.reserve = reserves_[*reserve];
        one.reserve_counts = reserve_counts_[*reserve];
      }
    } else {
      section.text("reserve");
    }
  }
  section.finish();
  into_.alternatives.push_back(std::move(one));
}

void StaffingReader::read_alternatives() {
  alternative_sections_ = root_.tables("alternative");
  if (alternative_sections_.empty() || alternative_sections_.size() > 12) {
    root_.complain("alternative", "must stand from one to 12 times");
    return;
  }
  for (auto& section : alternative_sections_) read_alternative(section);
}

void StaffingReader::check_plans() {
  const auto alarms = [](const staffing::Demand& demand) {
    double yearly = 0;
    for (std::size_t k = 0; k < demand.kinds.size(); ++k) yearly += staffing::yearly(demand, k);
    return yearly;
  };
  double all = alarms(into_.demand);
  for (const auto& host : into_.hosts) all += alarms(host.demand);
  if (all > kMostAlarms) {
    root_.complain("users", fmt::format("give {:.0f} alarms a year, hosts' too; at most {:.0f} can "
                                        "be simulated",
                                        all, kMostAlarms));
    return;
  }
  for (std::size_t h = 0; h < into_.hosts.size(); ++h) {
    if (const auto wrong = staffing::fault(into_, into_.hosts[h], false)) {
      host_sections_[h].complain(into_.hosts[h].id, *wrong);
    }
  }
  for (std::size_t a = 0; a < into_.alternatives.size(); ++a) {
    if (const auto wrong = staffing::fault(into_, into_.alternatives[a])) {
      alternative_sections_[a].complain(into_.alternatives[a].id, *wrong);
    }
  }
}

}  // namespace varde::cases
