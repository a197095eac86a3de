#include <cstdint>
#include <string_view>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/scaip/answer.hpp"
#include "intake/scaip/framer.hpp"
#include "intake/scaip/signal.hpp"

using namespace varde;

// Any body ends in a signal within the bounds and an mrs that can be read back; any stream is cut
// without a fault.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto parsed = scaip::parse_mrq(body);
  const auto submission = parsed.understood()
                              ? scaip::to_submission(parsed.mrq)
                              : scaip::to_unread_submission(parsed.mrq, "", body, "snu=2");
  const auto& signal = std::get<alarm::Signal>(submission.body);
  VARDE_ASSERT(signal.address.size() <= limits::kAddressBytes);
  VARDE_ASSERT(signal.key.size() <= limits::kIdempotencyKeyBytes);
  VARDE_ASSERT(signal.raw_code.size() <= limits::kRawCodeBytes);

  const auto mrs = scaip::answer(parsed, engine::Receipt{}, {"+4775000000", "sip:a@b"});
  const auto read = scaip::parse_mrs(scaip::write_mrs(mrs));
  VARDE_ASSERT(read.has_value() && read->snu == mrs.snu);

  scaip::Framer framer;
  std::vector<scaip::Frame> frames;
  framer.feed(body, frames);
  return 0;
}
