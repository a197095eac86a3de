#include "cases/staffing_case.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "cases/reading.hpp"
#include "cases/staffing_reader.hpp"

namespace varde::cases {
namespace {

constexpr const char* kFile = "staffing.toml";

/// Cost and hours of a person-year, and the alternatives, from the economy case beside it.
std::optional<economy::Case> read_economy(const Files& files, Complaints& complaints) {
  const auto loaded = parse_case(files);
  if (!loaded) {
    for (const auto& one : loaded.error()) complaints.add(one.file, one.line, one.text);
    return {};
  }
  if (const auto* input = std::get_if<economy::Case>(&*loaded)) return *input;
  complaints.add("case.toml", 0, "only a case of kind 'cooperation' can have staffing.toml");
  return {};
}

}  // namespace

void StaffingReader::refer_to_economy(Section& section, staffing::Alternative& into) {
  into.economy = section.text("economy");
  if (into.economy.empty()) return;
  const auto* found = economy_.alternative(into.economy);
  if (found == nullptr) {
    std::vector<std::string> names;
    for (const auto& one : economy_.alternatives) names.push_back(one.id);
    section.complain("economy", fmt::format("'{}' is not an alternative of case.toml; {}",
                                            into.economy, suggestion(into.economy, names)));
    return;
  }
  double person_years = 0;
  economy::Money cost;
  for (const auto& row : found->staffing) {
    person_years += static_cast<double>(row.person_years_thousandths) / 1'000.0;
    cost += economy::yearly_cost(row, economy_.assumptions);
  }
  into.stated_person_years = person_years;
  into.stated_cost = cost;
}

void StaffingReader::read() {
  into_.name = economy_.name;
  into_.person_year_cost = economy_.assumptions.person_year_cost;
  into_.person_year_hours = economy_.assumptions.person_year.in_hours();
  const auto origin = [&](const char* key) {
    const auto found = economy_.assumptions.origins.find(key);
    return found == economy_.assumptions.origins.end() ? economy::Origin{} : found->second;
  };
  into_.numbers.push_back(
      {"person_year_cost", into_.person_year_cost.in_kroner(), {}, {}, origin("person_year_cost")});
  into_.numbers.push_back(
      {"person_year_hours", into_.person_year_hours, {}, {}, origin("person_year_hours")});
  into_.users = number(root_, "users", 1, 10'000'000, true).value_or(1);
  read_roster(root_.table("roster"));
  read_targets();
  read_profiles();
  read_kinds();
  read_bursts();
  read_plans();
  read_reserves();
  read_hosts();
  read_alternatives();
}

Result<staffing::StaffingCase, std::vector<Complaint>> parse_staffing(const Files& files,
                                                                      Shapes* shapes) {
  Complaints complaints(shapes);
  const auto text = files.find(kFile);
  if (text == files.end()) {
    complaints.add(kFile, 0, "the file is missing; examples/helgeland-2025 has one to start from");
    return complaints.take();
  }
  const auto economy = read_economy(files, complaints);
  const auto toml = parse_toml(text->second, kFile, complaints);
  if (!economy || !toml) return complaints.take();
  staffing::StaffingCase result;
  Section root(&*toml, "", complaints, kFile);
  StaffingReader reader(root, *economy, result);
  reader.read();
  root.finish();
  if (complaints.empty()) reader.check_plans();
  if (!complaints.empty()) return complaints.take();
  return result;
}

}  // namespace varde::cases
