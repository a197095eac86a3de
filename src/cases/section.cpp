#include "cases/section.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace varde::cases {
namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

/// Hundredths of a TOML number, if it has no more than two decimals and is within reach.
std::optional<std::int64_t> hundredths(const toml::node& node) {
  if (const auto* whole = node.as_integer()) {
    const auto value = whole->get();
    if (value > 100'000'000'000 || value < -100'000'000'000) return {};
    return value * 100;
  }
  if (const auto* real = node.as_floating_point()) {
    const double scaled = real->get() * 100;
    if (!(std::abs(scaled) < 1e13) || std::abs(scaled - std::round(scaled)) > 1e-4) return {};
    return std::llround(scaled);
  }
  return {};
}

std::optional<double> real(const toml::node& node) {
  if (const auto* whole = node.as_integer()) return static_cast<double>(whole->get());
  if (const auto* value = node.as_floating_point()) return value->get();
  return {};
}

}  // namespace

int Section::line() const { return table_ == nullptr ? 0 : line_of(*table_); }

int Section::line(std::string_view key) const {
  const auto* node = table_ == nullptr ? nullptr : table_->get(key);
  return node == nullptr ? line() : line_of(*node);
}

void Section::complain(std::string_view key, std::string text) {
  const auto place = name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
  complaints_->add(file_, line(key), fmt::format("{} {}", place, text));
}

const toml::node* Section::take(std::string_view key, bool required) {
  taken_.emplace_back(key);
  const auto* node = table_ == nullptr ? nullptr : table_->get(key);
  if (node == nullptr && required) complain(key, "is missing; add it");
  return node;
}

void Section::learn(std::string_view key, ValueType type, bool required,
                    std::span<const std::string_view> choices) const {
  if (auto* shapes = complaints_->shapes())
    shapes->table(file_, path_)
        .learn({std::string(key), type, required, {choices.begin(), choices.end()}});
}

std::string Section::place(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

std::string Section::text(std::string_view key, bool required) {
  learn(key, ValueType::text, required);
  const auto* node = take(key, required);
  if (node == nullptr) return {};
  if (const auto* value = node->as_string()) return value->get();
  complain(key, "must be a text in quotes");
  return {};
}

std::vector<std::string> Section::texts(std::string_view key) {
  learn(key, ValueType::texts);
  std::vector<std::string> result;
  const auto* node = take(key, false);
  if (node == nullptr) return result;
  const auto* list = node->as_array();
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (const auto* value = (*list)[i].as_string()) result.push_back(value->get());
  }
  if (list == nullptr || result.size() != list->size()) {
    complain(key, "must be a list of texts, like [\"a\", \"b\"]");
  }
  return result;
}

bool Section::flag(std::string_view key) {
  learn(key, ValueType::flag);
  const auto* node = take(key, false);
  if (node == nullptr) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  complain(key, "must be true or false");
  return false;
}

std::optional<double> Section::number(std::string_view key, double least, double most,
                                      bool required) {
  learn(key, ValueType::number, required);
  const auto* node = take(key, required);
  if (node == nullptr) return {};
  const auto value = real(*node);
  if (value && *value >= least && *value <= most) return value;
  complain(key, fmt::format("must be a number from {} to {}", least, most));
  return {};
}

std::vector<double> Section::numbers(std::string_view key) {
  learn(key, ValueType::numbers);
  std::vector<double> result;
  const auto* node = take(key, false);
  if (node == nullptr) return result;
  const auto* list = node->as_array();
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto value = real((*list)[i]);
    if (value && std::abs(*value) < 1e12) result.push_back(*value);
  }
  if (list == nullptr || result.size() != list->size()) {
    complain(key, "must be a list of numbers, like [1.0, 0.5]");
    result.clear();
  }
  return result;
}

std::optional<std::int64_t> Section::integer(std::string_view key, std::int64_t least,
                                             std::int64_t most, bool required) {
  learn(key, ValueType::number, required);
  const auto* node = take(key, required);
  if (node == nullptr) return {};
  const auto* value = node->as_integer();
  if (value != nullptr && value->get() >= least && value->get() <= most) return value->get();
  complain(key, fmt::format("must be a whole number from {} to {}", least, most));
  return {};
}

std::optional<economy::Money> Section::money(std::string_view key, bool required) {
  learn(key, ValueType::number, required);
  const auto* node = take(key, required);
  if (node == nullptr) return {};
  if (const auto* words = node->as_string()) {
    const auto amount = economy::parse_money(words->get());
    if (amount) return *amount;
    complain(key, amount.error().message);
    return {};
  }
  const auto ore = hundredths(*node);
  const auto limit = economy::kLargestAmount.in_ore();
  if (ore && *ore <= limit && *ore >= -limit) return economy::Money::ore(*ore);
  complain(key, "must be kroner with at most two decimals and below ten thousand million");
  return {};
}

std::optional<std::int64_t> Section::percent(std::string_view key) {
  learn(key, ValueType::number);
  const auto* node = take(key, false);
  if (node == nullptr) return {};
  const auto value = hundredths(*node);
  if (value && *value >= 0 && *value <= 10'000) return value;
  complain(key, "must be a percentage from 0 to 100 with at most two decimals");
  return {};
}

std::optional<std::size_t> Section::word(std::string_view key,
                                         std::span<const std::string_view> words,
                                         std::optional<std::size_t> otherwise) {
  learn(key, ValueType::text, !otherwise.has_value(), words);
  if (!has(key) && otherwise) {
    taken_.emplace_back(key);
    return otherwise;
  }
  const bool given = has(key);
  const auto value = text(key, true);
  const auto found = std::ranges::find(words, value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (given) {
    complain(key, fmt::format("'{}' is not known; {}", value,
                              suggestion(value, {words.begin(), words.end()})));
  }
  return {};
}

std::optional<Section> Section::with_origin(std::string_view key) {
  learn(key, ValueType::number);
  const auto* node = table_ == nullptr ? nullptr : table_->get(key);
  if (node == nullptr || !node->is_table()) return {};
  return table(key);
}

economy::Origin Section::origin() {
  economy::Origin origin;
  origin.quality = static_cast<economy::Quality>(
      word("quality", economy::kQualities, static_cast<std::size_t>(economy::Quality::assumed))
          .value_or(static_cast<std::size_t>(economy::Quality::assumed)));
  origin.source = text("source");
  origin.price_year = static_cast<int>(integer("price_year", 1990, 2100).value_or(0));
  return origin;
}

Section Section::table(std::string_view key) {
  const auto* node = take(key, false);
  const auto name = name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
  if (node != nullptr && !node->is_table()) complain(key, "must be a table");
  Section own{node == nullptr ? nullptr : node->as_table(), name, *complaints_, file_};
  own.path_ = place(key);
  if (auto* shapes = complaints_->shapes()) shapes->table(file_, own.path_);
  return own;
}

std::vector<Section> Section::tables(std::string_view key) {
  std::vector<Section> result;
  const auto path = place(key) + ".*";
  if (auto* shapes = complaints_->shapes()) shapes->table(file_, path);
  const auto* node = take(key, false);
  if (node == nullptr) return result;
  const auto* list = node->as_array();
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (const auto* one = (*list)[i].as_table())
      result.emplace_back(one, std::string(key), *complaints_, file_).path_ = path;
  }
  if (list == nullptr || result.size() != list->size()) {
    complain(key, fmt::format("must be written as [[{}]]", key));
  }
  return result;
}

std::vector<std::string> Section::keys() const {
  std::vector<std::string> result;
  if (auto* shapes = complaints_->shapes()) shapes->table(file_, path_).open = true;
  if (table_ == nullptr) return result;
  for (const auto& [key, node] : *table_) result.emplace_back(key.str());
  return result;
}

void Section::finish() {
  if (table_ == nullptr) return;
  for (const auto& [key, node] : *table_) {
    if (std::ranges::find(taken_, key.str()) != taken_.end()) continue;
    complaints_->add(file_, static_cast<int>(key.source().begin.line),
                     fmt::format("unknown key '{}'{}; {}", key.str(),
                                 name_.empty() ? "" : fmt::format(" in [{}]", name_),
                                 suggestion(key.str(), taken_)));
  }
}

}  // namespace varde::cases
