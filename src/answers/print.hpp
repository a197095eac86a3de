#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "cases/complaint.hpp"
#include "domain/economy/model.hpp"

namespace varde::answers {

/// A table for people: columns as wide as their longest field, numbers to the right.
class TextTable {
 public:
  /// A heading that starts with '>' is of a column of numbers.
  explicit TextTable(std::vector<std::string> headings);
  void row(std::vector<std::string> fields) { rows_.push_back(std::move(fields)); }
  bool empty() const { return rows_.size() == 1; }
  std::string text() const;

 private:
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;
};

std::string percent(std::int64_t basis_points);  ///< "35.8 %"
std::string decimals(double value, int count);

/// {"kroner":"26500000.00","ore":2650000000}
void write(JsonWriter& out, economy::Money amount);
void field(JsonWriter& out, std::string_view name, economy::Money amount);
/// Basis points as a number of per cent.
void percent_field(JsonWriter& out, std::string_view name, std::int64_t basis_points);
/// The members quality and source.
void write_origin(JsonWriter& out, const economy::Origin& origin);

/// The member contradictions.
void write_contradictions(JsonWriter& out, const std::vector<economy::Contradiction>& all);
/// {"schema":..,"mistakes":[{"file":..,"line":..,"text":..}, ..]}
std::string mistakes_json(std::string_view schema, const std::vector<cases::Complaint>& all);

std::string contradictions_text(const std::vector<economy::Contradiction>& all);

}  // namespace varde::answers
