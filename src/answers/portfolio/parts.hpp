#pragma once

#include "base/json_writer.hpp"
#include "cases/load.hpp"
#include "domain/economy/model.hpp"
#include "domain/portfolio/next.hpp"
#include "report/html.hpp"
#include "report/workbook.hpp"

// What the outputs of a portfolio are put together from.
namespace varde::answers {

report::Html over_time_part(const portfolio::Portfolio& portfolio);
report::Html road_map_part(const portfolio::Portfolio& portfolio);
report::Html cards_part(const portfolio::Portfolio& portfolio);

/// Requirements on devices and how models meet them: the members requirements and devices, a part
/// of the report (empty when there is nothing), and a sheet.
void write_catalogue(JsonWriter& out, const portfolio::Portfolio& portfolio);
report::Html catalogue_part(const portfolio::Portfolio& portfolio);
void add_catalogue_sheet(report::Workbook& book, const portfolio::Portfolio& portfolio);

void texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& all);

std::vector<economy::Contradiction> contradictions_of(const portfolio::Portfolio& portfolio);
/// At most `count` letters, with "…" for the rest.
std::string shortened(const std::string& text, std::size_t count);
/// Years with a fraction, of the first day or the last; NaN when there is none.
double years(const portfolio::Date& date, bool last);

}  // namespace varde::answers
