#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "domain/alarm/scaip_codes.hpp"

namespace varde::scaip {

/// Status number of an mrs (SS 91100): what became of the message.
enum class Snu : std::uint8_t {
  ok = 0,
  too_long = 1,
  invalid_format = 2,
  wrong_content = 3,
  hold = 4,
  not_treated = 5,
  busy = 6,
  tag_missing = 7,
  undefined_error = 99,
};

/// Where a device is, as it says itself (element lge).
struct Position {
  std::string geo;  ///< RFC 5870 text, "geo:65.84,13.19" or bare numbers
  std::string gga;  ///< an NMEA GGA sentence
  std::optional<Instant> time;
};

/// A message from a device. Numbers are compared as integers, so "10", "010" and "0010" are one;
/// texts are trimmed and valid UTF-8, of any length up to the body's. Elements that are missing or
/// cannot be read have the standard's default.
struct Mrq {
  std::string ref;
  std::string cid;
  std::uint16_t dty = 0;
  alarm::scaip::MessageType type = alarm::scaip::MessageType::alarm_ME;
  std::uint16_t stc = 10;  ///< manual alarm
  std::uint16_t lco = 0;
  std::optional<std::uint16_t> dco, ico;
  std::uint16_t sco = 0, cha = 0, hbo = 0, pri = 0, ame = 0;
  std::uint16_t mreq = 0;  ///< 4 = no voice
  std::string ver, did, dte, stt, lva, lte, ite;
  std::vector<std::string>
      crd;  ///< how the voice call will come: "sip:...", "tel:...", "gsm:...", "no-voice:"
  Position position;
};

/// What came of reading a body. With a fault, `mrq` holds what could be read all the same: ref and
/// cid are looked for even in a body that is not XML, so that the device gets an answer and an
/// operator sees which device it was.
struct Parsed {
  Snu fault = Snu::ok;
  Mrq mrq;

  bool understood() const { return fault == Snu::ok; }
};

/// Reads a body of at most limits::kScaipBodyBytes (longer: too_long). `truncated` says that the
/// body went on. Root `mrq` or `scaip`, with or without a namespace prefix; elements in any order;
/// nothing is refused for its length alone.
Parsed parse_mrq(std::string_view body, bool truncated = false);

/// What can be told of a text that is no XML: ref and cid only.
Mrq salvage_mrq(std::string_view text);

/// Whether a body claims to be SCAIP, whatever its content type says.
bool looks_like_mrq(std::string_view body);

/// As UTF-8 without control characters (but line feed): text that is not UTF-8 is taken for ISO
/// 8859-1.
std::string clean_text(std::string_view text);

}  // namespace varde::scaip
