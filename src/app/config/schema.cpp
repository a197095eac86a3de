#include "app/config/schema.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace varde::app {
namespace {

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string node_text(const toml::node& node) {
  std::ostringstream out;
  node.visit([&](const auto& value) { out << value; });
  std::string text = out.str();
  constexpr std::size_t kShown = 60;
  if (text.size() > kShown) text = text.substr(0, kShown) + "...";
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// Levenshtein distance; both words are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({changed, above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string problem_at(const std::string& file, const toml::source_region& where,
                       const std::string& text) {
  return fmt::format("{}:{}: {}", file, where.begin.line, text);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kLongestWord = 40;
  if (word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string> best;
  std::size_t least = 3;
  for (const auto& name : names) {
    const std::size_t d = distance(word, name);
    if (d < least) {
      least = d;
      best = name;
    }
  }
  return best;
}

Section& Section::add(std::string key, std::string accepts, std::string fallback, Take take) {
  keys_.push_back({std::move(key), std::move(accepts), std::move(fallback), std::move(take)});
  return *this;
}

Section& Section::text(std::string key, std::string& value, std::size_t longest) {
  return add(std::move(key), fmt::format("a text of at most {} bytes", longest), in_quotes(value),
             [&value, longest](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               if (!given || given->size() > longest) return false;
               value = *given;
               return true;
             });
}

Section& Section::file(std::string key, std::filesystem::path& value) {
  return add(std::move(key), "the path of a file or folder, as a text", in_quotes(value.string()),
             [&value](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               if (!given || given->find('\0') != std::string::npos) return false;
               value = *given;
               return true;
             });
}

Section& Section::flag(std::string key, bool& value) {
  return add(std::move(key), "true or false", value ? "true" : "false",
             [&value](const toml::node& node) {
               const auto given = node.value_exact<bool>();
               if (given) value = *given;
               return given.has_value();
             });
}

Section& Section::port(std::string key, std::uint16_t& value) {
  return add(std::move(key), "a whole number from 0 to 65535", fmt::format("{}", value),
             [&value](const toml::node& node) {
               const auto given = node.value_exact<std::int64_t>();
               if (!given || *given < 0 || *given > 65535) return false;
               value = static_cast<std::uint16_t>(*given);
               return true;
             });
}

Section& Section::seconds(std::string key, Duration& value, int least, int most) {
  const auto fallback = std::chrono::duration_cast<std::chrono::seconds>(value).count();
  return add(std::move(key), fmt::format("a whole number of seconds from {} to {}", least, most),
             fmt::format("{}", fallback), [&value, least, most](const toml::node& node) {
               const auto given = node.value_exact<std::int64_t>();
               if (!given || *given < least || *given > most) return false;
               value = std::chrono::seconds{*given};
               return true;
             });
}

Section& Section::endpoint(std::string key, std::optional<Endpoint>& value) {
  return add(std::move(key), "\"ADDRESS:PORT\", or \"\" for off",
             in_quotes(value ? to_string(*value) : ""), [&value](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               if (!given) return false;
               value = parse_endpoint(*given);
               return value.has_value() || given->empty();
             });
}

Section& Section::choice(std::string key, std::string& value, std::vector<std::string> allowed) {
  std::vector<std::string> words;
  for (const auto& word : allowed) words.push_back(in_quotes(word));
  return add(std::move(key), fmt::format("one of {}", fmt::join(words, ", ")), in_quotes(value),
             [&value, allowed = std::move(allowed)](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               if (!given || std::ranges::find(allowed, *given) == allowed.end()) return false;
               value = *given;
               return true;
             });
}

Section& Section::url(std::string key, std::string& value) {
  return add(std::move(key), "an address that starts with https:// or http://", in_quotes(value),
             [&value](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               if (!given || given->size() > 2'000) return false;
               if (!given->starts_with("https://") && !given->starts_with("http://")) return false;
               value = *given;
               return true;
             });
}

Section& Section::municipality(std::string key, tenancy::Municipality& value) {
  return add(std::move(key), "a municipality number of four digits, as a text", "\"\"",
             [&value](const toml::node& node) {
               const auto given = node.value_exact<std::string>();
               const auto number = given ? tenancy::parse_municipality(*given) : std::nullopt;
               if (!number || !number->known()) return false;
               value = *number;
               return true;
             });
}

std::string Section::unknown(std::string_view key) const {
  std::vector<std::string> names;
  for (const auto& known : keys_) names.push_back(known.name);
  const auto meant = nearest(key, names);
  return fmt::format("there is no key \"{}\" in [{}]; {}write one of: {}", key, name_,
                     meant ? fmt::format("did you mean \"{}\"? Else ", *meant) : "",
                     fmt::join(names, ", "));
}

void Section::read(const toml::table& table, const std::string& file,
                   std::vector<std::string>& problems) const {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    const auto known = std::ranges::find(keys_, name, &Key::name);
    if (known == keys_.end()) {
      problems.push_back(problem_at(file, key.source(), unknown(name)));
    } else if (!known->take(node)) {
      problems.push_back(problem_at(
          file, node.source(),
          fmt::format("{}.{} is {}; write {}", name_, name, node_text(node), known->accepts)));
    }
  }
}

std::vector<KeyDescription> Section::describe() const {
  std::vector<KeyDescription> all;
  for (const auto& key : keys_) all.push_back({name_, key.name, key.accepts, key.fallback});
  return all;
}

}  // namespace varde::app
