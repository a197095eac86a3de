#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace varde::cases {

class Shapes;

/// Something a person must put right before the case can be read.
struct Complaint {
  std::string file;
  int line = 0;      ///< 0 = the file as a whole
  std::string text;  ///< what is wrong; what to do
};
/// "survey.csv:12: ..." or "usage.csv: ...".
std::string to_string(const Complaint& complaint);

/// All complaints of one reading, so that a person gets them together.
class Complaints {
 public:
  /// `shapes`, when given, learns what the readers ask for; it must outlive this.
  explicit Complaints(Shapes* shapes = nullptr) : shapes_(shapes) {}

  Shapes* shapes() const { return shapes_; }
  void add(std::string_view file, int line, std::string text);
  bool empty() const { return all_.empty(); }
  /// case.toml first, then by file and line.
  std::vector<Complaint> take();

 private:
  std::vector<Complaint> all_;
  Shapes* shapes_;
};

/// "did you mean 'x'?" when one of `names` is near `word`, else the list of names; for the end of a
/// complaint.
std::string suggestion(std::string_view word, const std::vector<std::string>& names);

}  // namespace varde::cases
