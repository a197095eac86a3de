#include "domain/portfolio/next.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace varde::portfolio {
namespace {

constexpr int kNoPriority = 1'000;

const Activity* activity_of(const Portfolio& portfolio, std::size_t solution) {
  const Activity* found = nullptr;
  const auto rank = [](const Activity& one) {
    return one.priority > 0 ? one.priority : kNoPriority;
  };
  for (const auto& one : portfolio.activities) {
    if (std::ranges::find(one.solutions, solution) == one.solutions.end()) continue;
    if (found == nullptr || rank(one) < rank(*found)) found = &one;
  }
  return found;
}

const Plan* plan_of(const Portfolio& portfolio, std::size_t municipality, std::size_t solution) {
  const Plan* found = nullptr;
  for (const auto& one : portfolio.plans) {
    if (one.municipality != municipality || one.solution != solution) continue;
    if (found == nullptr || one.by.day < found->by.day) found = &one;
  }
  return found;
}

std::vector<std::size_t> waiting_for(const Portfolio& portfolio, std::size_t solution) {
  std::set<std::size_t> found;
  std::vector<std::size_t> open{solution};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    for (const auto& one : portfolio.dependencies) {
      if (one.needs == at && found.insert(one.solution).second) open.push_back(one.solution);
    }
  }
  return {found.begin(), found.end()};
}

void give_reasons(const Portfolio& portfolio, Step& step) {
  using Kind = Reason::Kind;
  auto& reasons = step.reasons;
  if (!step.first.empty()) reasons.push_back({Kind::builds_on, step.first});
  if (step.act == Act::take_in_use) reasons.push_back({Kind::available});
  if (step.act == Act::clarify) reasons.push_back({Kind::unsaid});
  if (portfolio.solutions[step.solution].statutory) reasons.push_back({Kind::statutory});
  if (step.plan != nullptr && step.plan->by.given()) {
    reasons.push_back({step.overdue ? Kind::overdue : Kind::planned, {}, step.plan->by.text});
  }
  if (step.activity != nullptr && step.activity->priority > 0) {
    reasons.push_back({Kind::priority, {}, {}, step.activity->priority});
  }
  if (!step.unlocks.empty()) reasons.push_back({Kind::unlocks, step.unlocks});
}

/// Lower case for ASCII and the Norwegian letters; other letters as they are.
std::string folded(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] >= 'A' && result[i] <= 'Z') result[i] = static_cast<char>(result[i] + 32);
    // U+00C0 to U+00DE stand 0x20 before their small letters, all after the byte C3.
    const auto byte = static_cast<unsigned char>(result[i]);
    const bool latin = i > 0 && static_cast<unsigned char>(result[i - 1]) == 0xC3;
    if (latin && byte >= 0x80 && byte <= 0x9E && byte != 0x97) {
      result[i] = static_cast<char>(byte + 0x20);
    }
  }
  return result;
}

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(query) + " ") {
    if (c != ' ' && c != '\t' && c != '\n') {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

std::vector<Step> next_for(const Portfolio& portfolio, std::size_t municipality) {
  const Status status(portfolio, portfolio.date.day);
  std::vector<Step> steps;
  for (std::size_t s = 0; s < portfolio.solutions.size(); ++s) {
    const auto& standing = status.of(municipality, s);
    if (Standing::yes(standing.in_use) || !portfolio.concerns(s, municipality)) continue;
    Step step;
    step.solution = s;
    for (const auto& one : portfolio.dependencies) {
      if (one.solution == s && !Standing::yes(status.of(municipality, one.needs).in_use)) {
        step.first.push_back(one.needs);
      }
    }
    step.unlocks = waiting_for(portfolio, s);
    step.activity = activity_of(portfolio, s);
    step.plan = plan_of(portfolio, municipality, s);
    step.overdue =
        step.plan != nullptr && step.plan->by.given() && step.plan->by.last < portfolio.date.day;
    if (!step.first.empty()) {
      step.act = Act::wait;
    } else if (Standing::yes(standing.available)) {
      step.act = Act::take_in_use;
    } else {
      step.act = Standing::no(standing.available) || Standing::no(standing.in_use)
                     ? Act::make_available
                     : Act::clarify;
    }
    give_reasons(portfolio, step);
    steps.push_back(std::move(step));
  }
  std::ranges::stable_sort(steps, {}, [&](const Step& one) {
    const int priority = one.activity != nullptr && one.activity->priority > 0
                             ? one.activity->priority
                             : kNoPriority;
    return std::tuple(one.act == Act::wait, !portfolio.solutions[one.solution].statutory,
                      !one.overdue, priority, -static_cast<int>(one.unlocks.size()));
  });
  return steps;
}

std::vector<const Experience*> search(const Portfolio& portfolio, std::string_view query) {
  const auto words = words_of(query);
  const auto holds = [&](const std::string& text) {
    return std::ranges::all_of(words,
                               [&](const auto& word) { return text.find(word) != text.npos; });
  };
  std::vector<const Experience*> found;
  for (const auto& one : portfolio.experiences) {
    const auto all = fmt::format("{} {} {} {}", one.title, one.text, one.municipality,
                                 portfolio.solutions[one.solution].name);
    if (holds(folded(all))) found.push_back(&one);
  }
  std::ranges::stable_sort(found, [&](const Experience* a, const Experience* b) {
    const bool in_a = holds(folded(a->title));
    const bool in_b = holds(folded(b->title));
    return in_a != in_b ? in_a : a->date > b->date;
  });
  return found;
}

}  // namespace varde::portfolio
