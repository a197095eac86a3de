#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/staffing/run.hpp"

// A simulation's results as people read them, in bokmål.
namespace varde::answers {

/// "45 s", "3 min 20 s", "2 t 30 min".
std::string duration_words(double seconds);
/// "81,2 %" of a share 0..1.
std::string share_words(double share, int decimals = 1);
/// A number's name in the file as words: "Sykefravær", "fall: behandlingstid, sekunder".
std::string number_words(std::string_view name);
/// What the figures say, most important first.
std::vector<std::string> staffing_sentences(const StaffingRun& run);

/// Of persons' alarms: what the targets are about.
inline const staffing::Answers& persons_alarms(const staffing::Figures& figures) {
  return figures.simulated.groups.front();
}

}  // namespace varde::answers
