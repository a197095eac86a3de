#include "app/staffing/run.hpp"
#include "app/steering/kinds.hpp"

namespace varde::app {
namespace {

using steering::Checked;
using steering::Complaints;
using steering::Files;
using steering::Parameters;
using steering::Watch;

constexpr const char* kFile = "staffing.toml";
constexpr std::uint64_t kUsualYears = 100;
constexpr std::uint64_t kMostYears = 2'000;  ///< minutes of this machine

Checked<StaffingRequest> request_of(const Parameters& parameters) {
  StaffingRequest request;
  const auto years = whole(parameters, "years", kUsualYears, 2, kMostYears);
  const auto seed = whole(parameters, "seed", 1, 0, kAnySeed);
  if (!years) return years.error();
  if (!seed) return seed.error();
  request.run = {*years, *seed};
  const auto it = parameters.find("alternative");
  if (it != parameters.end() && !it->second.empty()) request.alternatives = {it->second};
  return request;
}

Checked<std::string> simulate_staffing(const Files& files, const Parameters& parameters,
                                       const Watch& watch) {
  const auto request = request_of(parameters);
  if (!request) return request.error();
  if (!files.contains(kFile)) {
    return Complaints{{kFile, 0,
                       "the case does not have this file, which says what arrives and who answers. "
                       "Download the files of the case, put a staffing.toml beside them "
                       "(examples/helgeland-2025 has one to start from), and make a new case of "
                       "the folder"}};
  }
  staffing::Watch watching;
  watching.cancelled = watch.cancelled;
  watching.progress = [&](std::size_t done, std::size_t total) {
    watch.progress(static_cast<double>(done) / static_cast<double>(total));
  };
  const auto run = run_staffing(files, *request, watching);
  if (run) return staffing_json(*run);
  if (run.error().cancelled) return Complaints{{kFile, 0, "stopped before it was done"}};
  return complaints_of(run.error().mistakes);
}

}  // namespace

void add_staffing(Kinds& kinds) {
  kinds.runs.push_back({"staffing.simulate", {"alternative", "years", "seed"}, simulate_staffing});
}

}  // namespace varde::app
