#include "steering/diff.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace varde::steering {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return lines;
}

/// Where the table of the longest common subsequence would grow beyond this, the lines between the
/// equal ends count as replaced.
constexpr std::size_t kMostCells = 4'000'000;

/// The lines of one file between its equal ends.
class Middle {
 public:
  Middle(const std::string& file, const Lines& before, const Lines& after,
         std::vector<Change>& into)
      : file_(file), before_(before), after_(after), into_(into) {
    while (start_ < std::min(before.size(), after.size()) && before[start_] == after[start_])
      ++start_;
    end_before_ = before.size();
    end_after_ = after.size();
    while (end_before_ > start_ && end_after_ > start_ &&
           before[end_before_ - 1] == after[end_after_ - 1]) {
      --end_before_;
      --end_after_;
    }
  }

  void compare() {
    const auto rows = end_before_ - start_;
    const auto columns = end_after_ - start_;
    if (rows * columns > kMostCells) return replace(start_, end_before_, start_, end_after_);
    width_ = columns + 1;
    common_.assign((rows + 1) * width_, 0);
    for (auto i = rows; i-- > 0;) {
      for (auto j = columns; j-- > 0;) {
        at(i, j) = equal(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    walk(rows, columns);
  }

 private:
  std::uint32_t& at(std::size_t i, std::size_t j) { return common_[i * width_ + j]; }
  bool equal(std::size_t i, std::size_t j) const {
    return before_[start_ + i] == after_[start_ + j];
  }

  void walk(std::size_t rows, std::size_t columns) {
    std::size_t i = 0, j = 0, from_i = 0, from_j = 0;
    const auto close = [&] { replace(start_ + from_i, start_ + i, start_ + from_j, start_ + j); };
    while (i < rows && j < columns) {
      if (equal(i, j)) {
        close();
        from_i = ++i;
        from_j = ++j;
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
    i = rows;
    j = columns;
    close();
  }

  void replace(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
    while (b < b_end || a < a_end) {
      Change change;
      change.file = file_;
      if (b < b_end) {
        change.line_before = static_cast<int>(b + 1);
        change.before = before_[b++];
      }
      if (a < a_end) {
        change.line_after = static_cast<int>(a + 1);
        change.after = after_[a++];
      }
      into_.push_back(std::move(change));
    }
  }

  const std::string& file_;
  const Lines& before_;
  const Lines& after_;
  std::vector<Change>& into_;
  std::size_t start_ = 0, end_before_ = 0, end_after_ = 0, width_ = 0;
  std::vector<std::uint32_t> common_;
};

}  // namespace

std::vector<Change> diff(const Files& before, const Files& after) {
  std::set<std::string> names;
  for (const auto& [name, text] : before) names.insert(name);
  for (const auto& [name, text] : after) names.insert(name);
  const auto text_in = [](const Files& files, const std::string& name) -> std::string_view {
    const auto it = files.find(name);
    return it == files.end() ? std::string_view{} : std::string_view{it->second};
  };
  std::vector<Change> changes;
  for (const auto& name : names) {
    const auto old_lines = lines_of(text_in(before, name));
    const auto new_lines = lines_of(text_in(after, name));
    Middle{name, old_lines, new_lines, changes}.compare();
  }
  return changes;
}

}  // namespace varde::steering
