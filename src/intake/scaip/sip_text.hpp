#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <re/re.h>

#include "intake/scaip/transport.hpp"

// SIP messages as text: what we send.
namespace varde::scaip {

std::string_view view(const pl& text);
/// First header of the kind as it stands; empty when there is none.
std::string_view header_of(const sip_msg& message, sip_hdrid id);
std::string_view method_of(const sip_msg& request);
/// User part of the From URI, only what RFC 3261 allows in one; empty when there is none.
std::string from_user(const sip_msg& message);
std::string_view branch_of(const sip_msg& message);
/// Without white space and control characters.
std::string call_id_of(const sip_msg& message);
/// User and "host:port" of the request URI, as the sender names us.
std::string request_user(const sip_msg& request);
std::string request_host(const sip_msg& request);

/// A reply that can be finished later, without the request: what RFC 3261 section 8.2.6 has it
/// copy, and where to send it.
///
/// UDP replies go to the source address (RFC 3581), also when the request did not ask with rport
/// but came through an address translation (its Via names another host); else to the port of its
/// Via, as RFC 3261 section 18.2.2 has it.
class ReplySeed {
 public:
  ReplySeed(const sip_msg& request, const Flow& flow, std::uint64_t tag);

  const Flow& flow() const { return flow_; }
  /// `headers` are whole lines with their CRLF, or empty.
  std::string make(int status, std::string_view reason, std::string_view headers = {},
                   std::string_view content_type = {}, std::string_view body = {}) const;

 private:
  Flow flow_;
  std::string copied_;
};

/// A request of ours.
struct RequestLine {
  std::string method;
  std::string uri;
  std::string from;  ///< URI
  std::string to;    ///< URI
  std::string via;   ///< sent-by, "host:port"
  std::string branch;
  std::string call_id;
  std::string tag;
  std::uint32_t cseq = 1;
};
std::string make_request(const RequestLine& line, Wire wire, std::string_view headers,
                         std::string_view content_type, std::string_view body);

}  // namespace varde::scaip
