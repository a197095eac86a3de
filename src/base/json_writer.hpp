#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace varde {

/// Writes JSON text from front to back, with the commas in the right places. What is written is
/// valid JSON as long as the calls are: a key before every value of an object, every begin closed
/// by its end. Text that is not UTF-8 comes out with U+FFFD in place of what is wrong, because a
/// device may have written it.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& number(
      double value);  ///< shortest form that reads back the same; null when not finite
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  JsonWriter& raw(std::string_view json);  ///< a whole value that is JSON already

  const std::string& written() const { return out_; }
  std::string take() { return std::move(out_); }
  void reserve(std::size_t size) { out_.reserve(size); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool comma_due_ = false;
};

// Members of an object.
inline void field(JsonWriter& out, std::string_view name, std::string_view text) {
  out.key(name).text(text);
}
inline void number(JsonWriter& out, std::string_view name, double value) {
  out.key(name).number(value);
}
inline void integer(JsonWriter& out, std::string_view name, std::int64_t value) {
  out.key(name).integer(value);
}

/// An array of objects whose members `write` writes.
template <class List, class Write>
void list(JsonWriter& out, std::string_view name, const List& all, Write write) {
  out.key(name).begin_array();
  for (const auto& one : all) {
    out.begin_object();
    write(one);
    out.end_object();
  }
  out.end_array();
}

}  // namespace varde
