#include "intake/scaip/framer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {

std::size_t header_size(std::string_view message) {
  for (auto at = message.find('\n'); at != std::string_view::npos;
       at = message.find('\n', at + 1)) {
    if (message.substr(at + 1, 1) == "\n") return at + 2;
    if (message.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return 0;
}

long content_length(std::string_view header) {
  while (!header.empty()) {
    const auto end = std::min(header.find('\n'), header.size());
    const auto line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto name = trim(line.substr(0, colon));
    if (!same_word(name, "content-length") && !same_word(name, "l")) continue;
    const auto value = trim(line.substr(colon + 1));
    long length = -1;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    return error == std::errc{} && stop == value.data() + value.size() && length >= 0 ? length : -1;
  }
  return -1;
}

std::string repaired(std::string_view message) {
  auto header = message.substr(0, header_size(message));
  std::string out;
  while (!header.empty()) {
    const auto end = std::min(header.find('\n') + 1, header.size());
    const auto line = header.substr(0, end);
    header.remove_prefix(end);
    const auto text = trim(line);
    const bool first = out.empty();
    if (!first && !text.empty() && !is_space(line.front()) &&
        line.find(':') == std::string_view::npos)
      continue;
    if (is_space(line.front()) && !text.empty()) out += ' ';  // goes on from the line above
    out += text;
    const bool via = find_word(text, "via") == 0 || find_word(text, "v:") == 0;
    if (via && find_word(text, "branch=") == std::string_view::npos) out += ";branch=none";
    out += "\r\n";
  }
  return out.append(message.substr(header_size(message)));
}

bool Framer::feed(std::string_view bytes, std::vector<Frame>& out) {
  const auto skipped = std::min(skip_, bytes.size());
  skip_ -= skipped;
  buffer_ += bytes.substr(skipped);
  for (;;) {
    switch (next(out)) {
      case Step::message:
        continue;
      case Step::more:
        return true;
      case Step::broken:
        return false;
    }
  }
}

bool Framer::take_ping() { return std::exchange(ping_, false); }

bool Framer::skip_line_ends() {
  const auto start = std::min(buffer_.find_first_not_of("\r\n"), buffer_.size());
  if (start >= 4) ping_ = true;
  buffer_.erase(0, start);
  return !buffer_.empty();
}

Framer::Step Framer::next(std::vector<Frame>& out) {
  if (!skip_line_ends()) return Step::more;
  const auto head = header_size(buffer_);
  if (head > limits::kSipHeaderBytes) return Step::broken;
  if (head == 0) return buffer_.size() > limits::kSipHeaderBytes ? Step::broken : Step::more;
  const long stated = content_length(std::string_view(buffer_).substr(0, head));
  const auto length = stated < 0 ? buffer_.size() - head : static_cast<std::size_t>(stated);
  const auto kept = std::min(length, limits::kScaipBodyBytes);
  if (length - kept > limits::kSipSkippedBytes) return Step::broken;
  if (buffer_.size() < head + kept) return Step::more;
  out.push_back({buffer_.substr(0, head + kept), kept < length});
  const auto used = std::min(buffer_.size(), head + length);
  skip_ = head + length - used;
  buffer_.erase(0, used);
  return Step::message;
}

}  // namespace varde::scaip
