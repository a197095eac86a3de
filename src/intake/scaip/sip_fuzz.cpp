#include <cstdint>
#include <string>

#include "base/assert.hpp"
#include "intake/scaip/auth.hpp"
#include "intake/scaip/framer.hpp"
#include "intake/scaip/sip_text.hpp"

using namespace varde::scaip;

namespace {

/// Reads the bytes as SIP and builds the reply; the reply is SIP again.
void read_and_reply(std::string_view bytes) {
  auto* buffer = mbuf_alloc(bytes.size() + 1);
  mbuf_write_mem(buffer, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  buffer->pos = 0;
  sip_msg* message = nullptr;
  if (sip_msg_decode(&message, buffer) == 0) {
    Flow flow;
    sa_set_str(&flow.peer, "127.0.0.1", 5060);
    message->src = flow.peer;
    const auto reply = ReplySeed(*message, flow, 1).make(200, "OK");
    VARDE_ASSERT(header_size(reply) != 0);
    from_user(*message);
    request_user(*message);
    request_host(*message);
    call_id_of(*message);
    DigestFields fields;
    read_digest(header_of(*message, SIP_HDR_AUTHORIZATION), fields);
    mem_deref(message);
  }
  mem_deref(buffer);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_and_reply(bytes);
  read_and_reply(repaired(bytes));
  return 0;
}
