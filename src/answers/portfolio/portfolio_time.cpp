#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "answers/portfolio/parts.hpp"
#include "answers/portfolio/words.hpp"
#include "report/drawing.hpp"

namespace varde::answers {
namespace {

using portfolio::Date;
using portfolio::Portfolio;
using report::Anchor;
using report::Html;

/// Whole years around everything that is drawn, and where they stand in the picture.
class Years {
 public:
  explicit Years(double left) : left_(left) {}
  void take(double year) {
    if (std::isnan(year)) return;
    low_ = std::min(low_, std::floor(year));
    high_ = std::max(high_, std::ceil(year));
  }
  bool empty() const { return low_ > high_; }
  /// At least so many years wide.
  void widen(double least) { high_ = std::max(high_, low_ + least); }
  double low() const { return low_; }
  double high() const { return high_; }
  double x(double year) const {
    return left_ + (year - low_) * (report::kPlotWidth - left_ - 10) / (high_ - low_);
  }
  void draw(report::Drawing& drawing, double bottom) const {
    for (double year = low_; year <= high_; ++year) {
      drawing.line(x(year), 14, x(year), bottom, report::kFaint);
      if (year < high_) {
        drawing.label(x(year + 0.5), 10, fmt::format("{:.0f}", year), Anchor::middle,
                      report::kGrey);
      }
    }
  }

 private:
  double left_;
  double low_ = std::numeric_limits<double>::infinity();
  double high_ = -low_;
};

void draw_activity(report::Drawing& drawing, const Years& axis, double y,
                   const portfolio::Activity& one) {
  constexpr double kBar = 13;
  drawing.label(0, y + 12, shortened(one.name, 50));
  const double from = years(portfolio::parse_date(one.from).value_or(Date{}), false);
  const double to = years(portfolio::parse_date(one.to).value_or(Date{}), true);
  if (std::isnan(from) && std::isnan(to)) {
    drawing.label(axis.x(axis.low()) + 4, y + 12, "tidsramme ikke oppgitt", Anchor::start,
                  report::kGrey, 9);
    return;
  }
  const double left = axis.x(std::isnan(from) ? axis.low() : from);
  const double right = axis.x(std::isnan(to) ? axis.high() : to);
  drawing.rect(left, y + 2, std::max(3.0, right - left), kBar,
               report::colour(one.introduction ? 0 : 1));
  if (std::isnan(to)) {
    drawing.label(axis.x(axis.high()) - 4, y + 12, "uten sluttdato", Anchor::end, "#ffffff", 9);
  }
}

struct Point {
  double year = 0;
  int count = 0;
};
/// The stated totals of each ambition's own fact, by date; only where there is more than one day.
std::map<std::size_t, std::vector<Point>> histories(const Portfolio& portfolio) {
  std::map<std::size_t, std::vector<Point>> result;
  for (std::size_t a = 0; a < portfolio.ambitions.size(); ++a) {
    const auto& ambition = portfolio.ambitions[a];
    std::vector<Point> points;
    for (const auto& total : portfolio.totals) {
      if (total.solution != ambition.solution || total.fact != ambition.fact) continue;
      points.push_back({years(total.date, false), total.count});
    }
    std::ranges::stable_sort(points, {}, &Point::year);
    if (points.size() > 1 && points.front().year < points.back().year) result[a] = points;
  }
  return result;
}

Html totals_table(const Portfolio& portfolio) {
  report::Table table({{"Løsning"}, {"Dato"}, {"Tallet gjelder"}, {"Kommuner", true}, {"Kilde"}});
  for (const auto& one : portfolio.totals) {
    table.row({portfolio.solutions[one.solution].name, one.date.text,
               std::string(fact_word(one.fact)), std::to_string(one.count),
               one.note.empty() ? one.source : fmt::format("{}. {}", one.source, one.note)});
  }
  return table.html();
}

Html history_plot(const Portfolio& portfolio) {
  const auto all = histories(portfolio);
  if (all.empty()) return {};
  constexpr double kLeft = 40, kTop = 22, kHeight = 190;
  Years axis(kLeft);
  int most = 1;
  std::vector<std::string> names;
  for (const auto& [a, points] : all) {
    const auto& ambition = portfolio.ambitions[a];
    for (const auto& point : points) {
      axis.take(point.year);
      most = std::max(most, point.count);
    }
    axis.take(years(ambition.by, true));
    most = std::max(most, ambition.target);
    names.push_back(fmt::format("{} ({})", portfolio.solutions[ambition.solution].name,
                                fact_word(ambition.fact)));
  }
  const auto y = [&](double count) { return kTop + kHeight * (1 - count / most); };
  report::Drawing drawing;
  axis.draw(drawing, kTop + kHeight);
  for (const double part : {0.0, 0.5, 1.0}) {
    drawing.line(kLeft, y(part * most), report::kPlotWidth - 10, y(part * most), report::kFaint);
    drawing.label(kLeft - 6, y(part * most) + 4, fmt::format("{:.0f}", part * most), Anchor::end);
  }
  std::size_t series = 0;
  for (const auto& [a, points] : all) {
    const auto& ambition = portfolio.ambitions[a];
    const auto colour = report::colour(series++);
    std::string line;
    for (const auto& point : points) {
      line += fmt::format("{:.1f},{:.1f} ", axis.x(point.year), y(point.count));
      drawing.dot(axis.x(point.year), y(point.count), 3.5, colour);
    }
    drawing.polyline(line, colour);
    if (!ambition.by.given()) continue;
    const double aim = axis.x(years(ambition.by, true));
    drawing.line(aim - 7, y(ambition.target), aim + 7, y(ambition.target), colour, 3);
    drawing.label(aim - 10, y(ambition.target) - 4, std::to_string(ambition.target), Anchor::end,
                  report::kInk, 9.5);
  }
  const double legend = kTop + kHeight + 20;
  drawing.legend(0, legend, names);
  return report::together(drawing.finish({"Antall kommuner over tid; kort strek: ambisjonen"},
                                         legend + report::Drawing::legend_height(0, names)));
}

}  // namespace

double years(const Date& date, bool last) {
  if (!date.given()) return std::numeric_limits<double>::quiet_NaN();
  const auto day = last ? date.last + std::chrono::days(1) : date.day;
  return 1970 + static_cast<double>(day.time_since_epoch().count()) / 365.2425;
}

Html over_time_part(const Portfolio& portfolio) {
  if (portfolio.totals.empty()) return {};
  return report::heading(2, "Tallene over tid") + history_plot(portfolio) + totals_table(portfolio);
}

Html road_map_part(const Portfolio& portfolio) {
  constexpr double kNames = 290, kRow = 22, kTop = 22;
  Years axis(kNames);
  for (const auto& one : portfolio.activities) {
    axis.take(years(portfolio::parse_date(one.from).value_or(Date{}), false));
    axis.take(years(portfolio::parse_date(one.to).value_or(Date{}), true));
  }
  if (axis.empty()) return {};
  axis.widen(2);
  const double bottom = kTop + kRow * static_cast<double>(portfolio.activities.size());
  report::Drawing drawing;
  axis.draw(drawing, bottom);
  double y = kTop;
  for (const auto& one : portfolio.activities) {
    draw_activity(drawing, axis, y, one);
    y += kRow;
  }
  drawing.legend(0, bottom + 18, {"Innføring i kommunene", "Felles tiltak"});
  return report::heading(2, "Veikart") +
         report::together(drawing.finish({"Aktivitetenes tidsramme"}, bottom + 28));
}

}  // namespace varde::answers
