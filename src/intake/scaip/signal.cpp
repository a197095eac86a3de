#include "intake/scaip/signal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/digest.hpp"
#include "base/limits.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

std::uint64_t hash64(std::string_view first, std::string_view second = {}) {
  const Sha256 digest = sha256(first, second);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) value = (value << 8) | digest[i];
  return value;
}

/// As far as it fits the key's bound; a longer reference is told apart by its hash.
std::string key_of(const std::string& address, std::string_view ref) {
  std::string key = fmt::format("{}/{}", address, ref);
  if (key.size() <= limits::kIdempotencyKeyBytes - 20) return key;
  return fmt::format("{}/#{:016x}", address, hash64(ref));
}

void add_code(std::string& out, std::string_view name, std::uint16_t value, int digits) {
  out += fmt::format(" {}={:0{}}", name, value, digits);
}

void add_line(std::string& out, std::string_view tag, std::string_view text) {
  if (!text.empty()) out += fmt::format("{}: {}\n", tag, text);
}

}  // namespace

std::string address_of(const Mrq& mrq, std::string_view from) {
  const std::string_view id = !mrq.cid.empty() ? mrq.cid : !from.empty() ? from : "?";
  return std::string(cut("scaip:" + clean_text(id), limits::kAddressBytes));
}

std::string raw_code_of(const Mrq& mrq) {
  std::string out = fmt::format("dty={:04} stc={:04}", mrq.dty, mrq.stc);
  if (mrq.lco != 0) add_code(out, "lco", mrq.lco, 3);
  if (mrq.dco) add_code(out, "dco", *mrq.dco, 3);
  if (mrq.ico) add_code(out, "ico", *mrq.ico, 3);
  switch (mrq.type) {
    case alarm::scaip::MessageType::alarm_ME:
      break;
    case alarm::scaip::MessageType::reset_RE:
      out += " mty=RE";
      break;
    case alarm::scaip::MessageType::information_IN:
      out += " mty=IN";
      break;
    case alarm::scaip::MessageType::heartbeat_PI:
      out += " mty=PI";
      break;
  }
  if (mrq.pri != 0) add_code(out, "pri", mrq.pri, 1);
  const bool plain = std::all_of(mrq.did.begin(), mrq.did.end(), is_alphanumeric);
  if (!mrq.did.empty() && plain) out += fmt::format(" did={}", cut(mrq.did, 16));
  VARDE_ASSERT(out.size() <= limits::kRawCodeBytes);
  return out;
}

std::string words_of(const Mrq& mrq) {
  std::string out;
  add_line(out, "dte", mrq.dte);
  add_line(out, "stt", mrq.stt);
  add_line(out, "lte", mrq.lte);
  add_line(out, "lva", mrq.lva);
  add_line(out, "ite", mrq.ite);
  add_line(out, "geo", mrq.position.geo);
  add_line(out, "gga", mrq.position.gga);
  // A scheme alone ("sip:") says nothing that an operator could use.
  for (const auto& how : mrq.crd)
    if (!how.ends_with(':')) add_line(out, "crd", how);
  return std::string(cut(out, limits::kKeptRawBytes));
}

engine::Submission to_submission(const Mrq& mrq) {
  const auto meaning = alarm::scaip::classify(mrq.type, mrq.dty, mrq.stc);
  alarm::Signal signal;
  signal.kind = meaning.kind;
  signal.protocol = alarm::Protocol::scaip;
  signal.address = address_of(mrq, {});
  signal.key = key_of(signal.address, mrq.ref);
  signal.code = meaning.code;
  signal.condition = meaning.condition;
  signal.raw_code = raw_code_of(mrq);
  signal.location = mrq.lco;
  signal.device_time = mrq.position.time;
  // A repeat may carry a fresher position; it is the same message all the same.
  Mrq words = mrq;
  words.position = {};
  signal.content = hash64(signal.raw_code + signal.address, words_of(words));
  return {std::move(signal), words_of(mrq)};
}

engine::Submission to_unread_submission(const Mrq& mrq, std::string_view from,
                                        std::string_view body, std::string_view why) {
  alarm::Signal signal;
  signal.kind = alarm::SignalKind::alarm;
  signal.protocol = alarm::Protocol::scaip;
  signal.understood = false;
  signal.address = address_of(mrq, from);
  signal.content = hash64(body, why);
  signal.key = key_of(signal.address, fmt::format("!{:016x}", signal.content));
  signal.raw_code = std::string(why);
  return {std::move(signal), clean_text(cut(body, limits::kKeptRawBytes))};
}

void make_key_unique(alarm::Signal& signal) {
  VARDE_ASSERT(!signal.key.empty());
  signal.key += fmt::format("#{:016x}", signal.content);
  VARDE_ASSERT(signal.key.size() <= limits::kIdempotencyKeyBytes);
}

}  // namespace varde::scaip
