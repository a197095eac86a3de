#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "cases/complaint.hpp"
#include "cases/shapes.hpp"
#include "domain/economy/number.hpp"

namespace varde::cases {

/// One table of a TOML file, read key by key. A value that cannot be read is a complaint and comes
/// out as nothing. finish() complains of the keys that nobody asked for.
class Section {
 public:
  /// `table` may be null: then every key is missing.
  Section(const toml::table* table, std::string name, Complaints& complaints,
          std::string file = "case.toml")
      : table_(table), name_(std::move(name)), file_(std::move(file)), complaints_(&complaints) {}

  explicit operator bool() const { return table_ != nullptr; }
  const std::string& name() const { return name_; }
  /// The name that complaints call it by: [[kind]] is better known by its id.
  void rename(std::string name) { name_ = std::move(name); }
  int line() const;
  int line(std::string_view key) const;
  bool has(std::string_view key) const { return table_ != nullptr && table_->contains(key); }
  void complain(std::string_view key, std::string text);

  std::string text(std::string_view key, bool required = false);
  std::vector<std::string> texts(std::string_view key);
  bool flag(std::string_view key);
  std::optional<double> number(std::string_view key, double least, double most,
                               bool required = false);
  std::vector<double> numbers(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most,
                                      bool required = false);
  std::optional<economy::Money> money(std::string_view key, bool required = false);
  /// Per cent with at most two decimals, as basis points.
  std::optional<std::int64_t> percent(std::string_view key);
  std::optional<std::size_t> word(std::string_view key, std::span<const std::string_view> words,
                                  std::optional<std::size_t> otherwise = {});

  /// A number that may carry where it comes from: `rate = 0.04`, or
  /// `rate = { value = 0.04, quality = "assumed", source = "..." }`. Gives the table's own section
  /// for the second; its value is the key "value".
  std::optional<Section> with_origin(std::string_view key);
  economy::Origin origin();

  Section table(std::string_view key);
  std::vector<Section> tables(std::string_view key);  ///< [[key]]
  std::vector<std::string> keys() const;

  void finish();

 private:
  const toml::node* take(std::string_view key, bool required);
  void learn(std::string_view key, ValueType type, bool required = false,
             std::span<const std::string_view> choices = {}) const;
  std::string place(std::string_view key) const;

  const toml::table* table_;
  std::string name_;
  std::string file_;
  Complaints* complaints_;
  std::string path_;  ///< as TableShape::path
  std::vector<std::string> taken_;
};

}  // namespace varde::cases
