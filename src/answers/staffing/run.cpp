#include "answers/staffing/run.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "answers/threads.hpp"
#include "cases/staffing_case.hpp"

namespace varde::answers {
namespace {

constexpr std::size_t kMostYears = 20'000;  ///< what is kept of each year must fit in memory

StaffingStopped mistake(std::string where, std::string text) {
  return {false, {{std::move(where), 0, std::move(text)}}};
}

Result<std::vector<std::size_t>, StaffingStopped> chosen(const staffing::StaffingCase& input,
                                                         const std::vector<std::string>& wanted) {
  std::vector<std::size_t> places;
  for (std::size_t a = 0; a < input.alternatives.size(); ++a) {
    const auto& id = input.alternatives[a].id;
    if (wanted.empty() || std::ranges::find(wanted, id) != wanted.end()) places.push_back(a);
  }
  std::vector<std::string> names;
  for (const auto& one : input.alternatives) names.push_back(one.id);
  for (const auto& id : wanted) {
    if (input.alternative(id) != nullptr) continue;
    return mistake("staffing.toml", fmt::format("there is no alternative '{}'; {}", id,
                                                cases::suggestion(id, names)));
  }
  return places;
}

/// Hosts and alternatives once more, now with measured arrivals.
std::vector<cases::Complaint> faults(const staffing::StaffingCase& input,
                                     const std::vector<std::size_t>& alternatives) {
  std::vector<cases::Complaint> all;
  for (const auto place : alternatives) {
    const auto& one = input.alternatives[place];
    if (const auto wrong = staffing::fault(input, one)) {
      all.push_back({"staffing.toml", 0, fmt::format("alternative {} {}", one.id, *wrong)});
    }
  }
  return all;
}

}  // namespace

Result<StaffingRun, StaffingStopped> run_staffing(const cases::Files& files,
                                                  const StaffingRequest& request,
                                                  const staffing::Watch& watch) {
  auto input = cases::parse_staffing(files);
  if (!input) return StaffingStopped{false, input.error()};
  if (request.run.years < 2 || request.run.years > kMostYears) {
    return mistake("--years", fmt::format("must be from 2 to {}", kMostYears));
  }
  if (request.measured) {
    if (const auto used = use_measured(*request.measured, *input); !used) {
      return mistake("--measured", used.error().message);
    }
  }
  const auto alternatives = chosen(*input, request.alternatives);
  if (!alternatives) return alternatives.error();
  if (auto wrong = faults(*input, *alternatives); !wrong.empty()) {
    return StaffingStopped{false, std::move(wrong)};
  }
  const auto parallel = [&](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    on_threads(request.threads, tasks, task);
  };
  auto evaluation = staffing::evaluate(*input, *alternatives, request.run, parallel, watch);
  if (!evaluation) return mistake("staffing.toml", evaluation.error().message);
  if (!evaluation->has_value()) return StaffingStopped{true, {}};
  std::optional<double> days;
  if (request.measured) days = request.measured->days;
  return StaffingRun{std::move(*input), std::move(**evaluation), days};
}

std::optional<std::string> staffing_answer(const cases::Files& files,
                                           const StaffingRequest& request,
                                           const staffing::Watch& watch) {
  const auto run = run_staffing(files, request, watch);
  if (run) return staffing_json(*run);
  if (run.error().cancelled) return {};
  return staffing_mistakes_json(run.error().mistakes);
}

}  // namespace varde::answers
