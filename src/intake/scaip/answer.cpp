#include "intake/scaip/answer.hpp"

#include "base/assert.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

constexpr std::uint8_t kDuplex = 1;
constexpr std::uint8_t kOwnReceiver = 61;
constexpr std::uint8_t kTransferred = 62;
constexpr std::uint16_t kNoVoiceRequested = 4;

bool has_scheme(const std::string& crd, std::string_view scheme) {
  return find_word(crd, scheme) == 0;
}

bool cannot_talk(const Mrq& mrq) {
  if (mrq.mreq == kNoVoiceRequested) return true;
  bool any = false;
  for (const auto& crd : mrq.crd) {
    if (!has_scheme(crd, "no-voice")) return false;
    any = true;
  }
  return any;
}

bool by_telephone(const Mrq& mrq) {
  for (const auto& crd : mrq.crd) {
    if (has_scheme(crd, "tel") || has_scheme(crd, "gsm")) return true;
    if (has_scheme(crd, "sip")) return false;
  }
  return false;  // crd defaults to "sip:"
}

bool wants_voice(const Mrq& mrq) {
  using alarm::scaip::MessageType;
  if (mrq.type != MessageType::alarm_ME || cannot_talk(mrq)) return false;
  return alarm::scaip::classify(mrq.type, mrq.dty, mrq.stc).kind == alarm::SignalKind::alarm;
}

void offer_call(const Mrq& mrq, const CallTarget& target, Mrs& mrs) {
  mrs.mre = kDuplex;
  constexpr std::uint16_t centre_calls_back = 1;
  if (mrq.cha == centre_calls_back) return;
  const std::string& wanted = by_telephone(mrq) ? target.number : target.sip_uri;
  const std::string& other = by_telephone(mrq) ? target.sip_uri : target.number;
  const std::string& chosen = wanted.empty() ? other : wanted;
  mrs.cre = chosen.empty() ? kOwnReceiver : kTransferred;
  if (!chosen.empty()) mrs.tnu.push_back(chosen);
}

Snu status_of_failure(engine::Inbox::Failure failure) {
  switch (failure) {
    case engine::Inbox::Failure::busy:
    case engine::Inbox::Failure::too_many:
      return Snu::busy;
    case engine::Inbox::Failure::unavailable:
    case engine::Inbox::Failure::stopping:
      return Snu::not_treated;
  }
  return Snu::undefined_error;
}

Snu status_of(const Parsed& parsed, const engine::Inbox::Outcome& outcome) {
  if (!outcome) return status_of_failure(outcome.error());
  switch (outcome->status) {
    case engine::Receipt::Status::accepted:
    case engine::Receipt::Status::duplicate:
      return parsed.fault;
    case engine::Receipt::Status::conflict:
    case engine::Receipt::Status::refused:
      return Snu::not_treated;
  }
  return Snu::undefined_error;
}

}  // namespace

Mrs answer(const Parsed& parsed, const engine::Inbox::Outcome& outcome, const CallTarget& target) {
  Mrs mrs;
  mrs.ref = parsed.mrq.ref;
  mrs.snu = status_of(parsed, outcome);
  VARDE_ASSERT(mrs.snu != Snu::ok || (outcome.ok() && parsed.understood()));
  if (mrs.snu == Snu::ok && wants_voice(parsed.mrq)) offer_call(parsed.mrq, target, mrs);
  return mrs;
}

}  // namespace varde::scaip
