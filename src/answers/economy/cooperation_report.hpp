#pragma once

#include <string>

#include "answers/economy/cooperation_view.hpp"
#include "report/html.hpp"

namespace varde::answers {

/// The parts of a cooperation's report, each beginning on a new page.
report::Html summary_part(const CooperationView& view);
report::Html as_is_part(const CooperationView& view);
report::Html alternatives_part(const CooperationView& view);
report::Html payers_part(const CooperationView& view);
/// Who saves and who pays more, where they lie; nothing when no municipality has a seat.
report::Html saving_map(const CooperationView& view, std::size_t alternative);
report::Html keys_part(const CooperationView& view);
report::Html uncertainty_part(const CooperationView& view);
report::Html sources_part(const CooperationView& view);
/// What a council reads: one page.
report::Html municipality_part(const CooperationView& view, std::size_t municipality);
std::string municipality_anchor(const CooperationView& view, std::size_t municipality);

/// A warning where today's cost of municipalities is estimated; empty when all is answered.
report::Html as_is_warning(const CooperationView& view);
/// Where the source says two things; empty when it does not.
report::Html contradictions_html(const std::vector<economy::Contradiction>& all);

/// The whole report as a page. `made`: the day, "22.11.2026".
std::string cooperation_page(const CooperationView& view, const std::string& made);

}  // namespace varde::answers
