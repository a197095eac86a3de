#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "app/config/config.hpp"

namespace varde::app {

/// The keys of one table, each bound to the variable it sets. The variable's value when it is bound
/// is the default.
class Section {
 public:
  explicit Section(std::string name) : name_(std::move(name)) {}

  Section& text(std::string key, std::string& value, std::size_t longest = 200);
  Section& file(std::string key, std::filesystem::path& value);
  Section& flag(std::string key, bool& value);
  Section& port(std::string key, std::uint16_t& value);
  Section& seconds(std::string key, Duration& value, int least, int most);
  Section& endpoint(std::string key, std::optional<Endpoint>& value);
  Section& choice(std::string key, std::string& value, std::vector<std::string> allowed);
  Section& url(std::string key, std::string& value);
  Section& municipality(std::string key, tenancy::Municipality& value);

  /// Sets what `table` gives; appends to `problems` as parse_config words them.
  void read(const toml::table& table, const std::string& file,
            std::vector<std::string>& problems) const;

  const std::string& name() const { return name_; }
  std::vector<KeyDescription> describe() const;

 private:
  /// Takes the value of the node, or gives false when it is not what the key accepts.
  using Take = std::function<bool(const toml::node&)>;
  struct Key {
    std::string name;
    std::string accepts;
    std::string fallback;
    Take take;
  };
  Section& add(std::string key, std::string accepts, std::string fallback, Take take);
  std::string unknown(std::string_view key) const;

  std::string name_;
  std::vector<Key> keys_;
};

/// "FILE:LINE: text".
std::string problem_at(const std::string& file, const toml::source_region& where,
                       const std::string& text);
/// The one of `names` that differs least from `word`, if it is near enough to be a slip of the
/// finger.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace varde::app
