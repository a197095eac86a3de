#include "cases/complaint.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace varde::cases {
namespace {

constexpr std::size_t kComplaints = 500;
constexpr std::size_t kNamesListed = 12;

/// Levenshtein distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string to_string(const Complaint& complaint) {
  return complaint.line > 0
             ? fmt::format("{}:{}: {}", complaint.file, complaint.line, complaint.text)
             : fmt::format("{}: {}", complaint.file, complaint.text);
}

void Complaints::add(std::string_view file, int line, std::string text) {
  // A field that two readers look at is one mistake.
  const auto same = [&](const Complaint& one) {
    return one.line == line && one.file == file && one.text == text;
  };
  if (all_.size() < kComplaints && std::ranges::none_of(all_, same)) {
    all_.push_back({std::string(file), line, std::move(text)});
  }
}

std::vector<Complaint> Complaints::take() {
  std::ranges::stable_sort(all_, [](const Complaint& a, const Complaint& b) {
    const auto rank = [](const Complaint& one) {
      return std::tuple(one.file != "case.toml", std::string_view(one.file), one.line);
    };
    return rank(a) < rank(b);
  });
  return std::move(all_);
}

std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
  if (word.size() <= 64) {
    for (const auto& name : names) {
      if (name.size() <= 64 &&
          distance(word, name) <= (name.size() < 3 ? 1 : 2 + name.size() / 8)) {
        return fmt::format("did you mean '{}'?", name);
      }
    }
  }
  if (names.empty()) return "the case has none";
  if (names.size() > kNamesListed) return fmt::format("the case has {} others", names.size());
  return fmt::format("use one of {}", fmt::join(names, ", "));
}

}  // namespace varde::cases
