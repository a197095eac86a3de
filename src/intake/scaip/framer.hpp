#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace varde::scaip {

/// One SIP message off a byte stream.
struct Frame {
  std::string bytes;       ///< header and body; the body at most limits::kScaipBodyBytes
  bool truncated = false;  ///< the body went on; the rest was read past
};

/// Cuts a TCP stream into SIP messages by Content-Length (RFC 3261 section 18.3). Lines may end in
/// LF alone. A message without Content-Length takes what has arrived, as firmware that forgets it
/// sends one message in one piece.
class Framer {
 public:
  /// False when the stream cannot be followed: a header or a skipped body over its bound. What was
  /// gathered of it is in rest(); the connection should close.
  bool feed(std::string_view bytes, std::vector<Frame>& out);

  /// Whether a CRLF CRLF keep-alive (RFC 5626 section 3.5.1) came since the last call.
  bool take_ping();
  std::string_view rest() const { return buffer_; }

 private:
  enum class Step { message, more, broken };
  Step next(std::vector<Frame>& out);
  bool skip_line_ends();

  std::string buffer_;
  std::size_t skip_ = 0;  ///< bytes of a too long body still to come
  bool ping_ = false;
};

/// The message without header lines that have no colon, and with a branch where a Via has none:
/// what some firmware gets wrong and a parser stumbles over. Only for a message that could not be
/// read as it is.
std::string repaired(std::string_view message);

/// Length of the header with its empty line; 0 when it is not whole.
std::size_t header_size(std::string_view message);
/// Value of Content-Length or its short form `l`; -1 when missing or not a number.
long content_length(std::string_view header);

}  // namespace varde::scaip
