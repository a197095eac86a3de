#include "domain/portfolio/status.hpp"

#include <algorithm>
#include <cmath>

namespace varde::portfolio {
namespace {

constexpr double kDaysPerMonth = 365.25 / 12;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Of the same solution and fact, by date.
std::vector<const Total*> series(const Portfolio& portfolio, const Ambition& ambition, bool same) {
  std::vector<const Total*> result;
  for (const auto& total : portfolio.totals) {
    if (total.solution == ambition.solution && (total.fact == ambition.fact) == same &&
        total.date.day <= portfolio.date.day) {
      result.push_back(&total);
    }
  }
  std::ranges::stable_sort(result, {}, [](const Total* one) { return one->date.day; });
  return result;
}

void forecast(const std::vector<const Total*>& stated, int target, Progress& into) {
  const auto& last = *stated.back();
  for (auto it = stated.rbegin(); it != stated.rend(); ++it) {
    const auto days = (last.date.day - (*it)->date.day).count();
    if (days <= 0) continue;
    into.per_month = (last.count - (*it)->count) * kDaysPerMonth / static_cast<double>(days);
    into.per_month_since = (*it)->date;
    break;
  }
  if (!into.per_month || *into.per_month <= 0 || last.count >= target) return;
  const double months = (target - last.count) / *into.per_month;
  if (months > 1200) return;
  into.reached = last.date.day + std::chrono::days(std::lround(months * kDaysPerMonth));
}

enum class Mark : std::uint8_t { unseen, open, done };

/// Depth first; the open path comes back when it meets itself.
bool visit(const Portfolio& portfolio, std::size_t at, std::vector<Mark>& marks,
           std::vector<std::size_t>& path, std::vector<std::size_t>& done) {
  marks[at] = Mark::open;
  path.push_back(at);
  for (const auto& one : portfolio.dependencies) {
    if (one.solution != at || marks[one.needs] == Mark::done) continue;
    if (marks[one.needs] == Mark::open) {
      path.erase(path.begin(), std::ranges::find(path, one.needs));
      return false;
    }
    if (!visit(portfolio, one.needs, marks, path, done)) return false;
  }
  path.pop_back();
  marks[at] = Mark::done;
  done.push_back(at);
  return true;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return {};
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return {};
  const auto year = digits(text.substr(0, 4));
  const auto month = text.size() > 4 ? digits(text.substr(5, 2)) : 1;
  const auto day = text.size() > 7 ? digits(text.substr(8, 2)) : 1;
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  const std::chrono::sys_days first(date);
  const std::chrono::year_month_day_last end(
      date.year(),
      std::chrono::month_day_last(text.size() > 4 ? date.month() : std::chrono::December));
  return Date{std::string(text), first, text.size() > 7 ? first : std::chrono::sys_days(end)};
}

std::optional<tenancy::Municipality> parse_number(std::string_view text) {
  if (text.size() > 4) return {};
  const auto found = tenancy::parse_municipality(std::string(4 - text.size(), '0').append(text));
  if (!found || !found->known()) return {};
  return found;
}

bool Portfolio::concerns(std::size_t solution, std::size_t municipality) const {
  const auto& counties = solutions[solution].counties;
  const auto about = [&](const auto& one) {
    return one.solution == solution && one.municipality == municipality;
  };
  return counties.empty() ||
         std::ranges::find(counties, municipalities[municipality].county) != counties.end() ||
         std::ranges::any_of(statements, about) || std::ranges::any_of(plans, about);
}

Status::Status(const Portfolio& portfolio, std::chrono::sys_days day)
    : portfolio_(&portfolio),
      solutions_(portfolio.solutions.size()),
      standings_(portfolio.municipalities.size() * solutions_) {
  for (const auto& one : portfolio.statements) {
    if (one.said.given() && one.said.day > day) continue;
    auto& standing = standings_[one.municipality * solutions_ + one.solution];
    auto& word = one.fact == Fact::available ? standing.available : standing.in_use;
    if (word == nullptr || word->said.day <= one.said.day) word = &one;
  }
}

int Status::count(std::size_t solution, Fact fact) const {
  int result = 0;
  for (std::size_t m = 0; m < portfolio_->municipalities.size(); ++m) {
    const auto& standing = of(m, solution);
    result += Standing::yes(fact == Fact::available ? standing.available : standing.in_use);
  }
  return result;
}

int Status::unknown(std::size_t solution, Fact fact) const {
  int result = 0;
  for (std::size_t m = 0; m < portfolio_->municipalities.size(); ++m) {
    const auto& standing = of(m, solution);
    const auto* word = fact == Fact::available ? standing.available : standing.in_use;
    result += portfolio_->concerns(solution, m) && word == nullptr;
  }
  return result;
}

std::vector<Progress> progress_of(const Portfolio& portfolio) {
  const Status status(portfolio, portfolio.date.day);
  std::vector<Progress> result;
  for (std::size_t i = 0; i < portfolio.ambitions.size(); ++i) {
    const auto& ambition = portfolio.ambitions[i];
    Progress progress;
    progress.ambition = i;
    const auto same = series(portfolio, ambition, true);
    const auto other = series(portfolio, ambition, false);
    const int counted = status.count(ambition.solution, ambition.fact);
    if (!same.empty()) {
      progress.now = same.back()->count;
      progress.source = same.back()->source;
      forecast(same, ambition.target, progress);
    } else if (counted > 0) {
      progress.now = counted;
    } else if (!other.empty()) {
      progress.now = other.back()->count;
      progress.source = other.back()->source;
      progress.other_fact = true;
    }
    result.push_back(std::move(progress));
  }
  return result;
}

std::vector<std::size_t> cycle_of(const Portfolio& portfolio) {
  std::vector<Mark> marks(portfolio.solutions.size(), Mark::unseen);
  std::vector<std::size_t> path, done;
  for (std::size_t s = 0; s < marks.size(); ++s) {
    if (marks[s] == Mark::unseen && !visit(portfolio, s, marks, path, done)) return path;
  }
  return {};
}

std::vector<std::size_t> order_of(const Portfolio& portfolio) {
  std::vector<Mark> marks(portfolio.solutions.size(), Mark::unseen);
  std::vector<std::size_t> path, done;
  for (std::size_t s = 0; s < marks.size(); ++s) {
    if (marks[s] == Mark::unseen) visit(portfolio, s, marks, path, done);
  }
  return done;
}

std::vector<Doubt> doubts_of(const Portfolio& portfolio) {
  std::vector<Doubt> result;
  const Status status(portfolio, portfolio.date.day);
  for (std::size_t m = 0; m < portfolio.municipalities.size(); ++m) {
    for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
      const auto& standing = status.of(m, s);
      if (!Standing::yes(standing.in_use)) continue;
      if (Standing::no(standing.available)) result.push_back({m, s});
      for (const auto& one : portfolio.dependencies) {
        if (one.solution == s && Standing::no(status.of(m, one.needs).in_use)) {
          result.push_back({m, s, one.needs});
        }
      }
    }
  }
  return result;
}

}  // namespace varde::portfolio
