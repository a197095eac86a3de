#include "intake/scaip/sip_text.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

constexpr std::string_view kUserMarks = "-_.!~*'()&=+$,?/%#";

std::string only(std::string_view text, std::string_view marks) {
  std::string out;
  for (const char c : text) {
    if (is_alphanumeric(c) || marks.find(c) != std::string_view::npos) out += c;
  }
  return out;
}

std::string_view transport_word(Wire wire) {
  switch (wire) {
    case Wire::udp:
      return "UDP";
    case Wire::tcp:
      return "TCP";
    case Wire::tls:
      return "TLS";
  }
  return "UDP";
}

bool has_rport(const sip_msg& request) {
  pl end{};
  return msg_param_exists(&request.via.params, "rport", &end) == 0;
}

void add_body(std::string& out, std::string_view content_type, std::string_view body) {
  if (!body.empty()) out += fmt::format("Content-Type: {}\r\n", content_type);
  out += fmt::format("Content-Length: {}\r\n\r\n", body.size());
  out += body;
}

/// The topmost Via, with where the request really came from.
std::string first_via(const sip_msg& request, std::string_view value, const sa& source) {
  std::string out(value);
  pl at{};
  if (msg_param_exists(&request.via.params, "rport", &at) == 0) {
    const auto end = static_cast<std::size_t>(at.p + at.l - value.data());
    if (value.substr(end, 1) != "=") out.insert(end, fmt::format("={}", sa_port(&source)));
  }
  return out + fmt::format(";received={}", host_of(source));
}

Flow reply_flow(const sip_msg& request, Flow flow) {
  if (flow.wire != Wire::udp || has_rport(request)) return flow;
  if (!pl_isset(&request.via.sentby) || !sa_cmp(&flow.peer, &request.via.addr, SA_ADDR))
    return flow;
  sa_set_port(&flow.peer, sip_transp_port(SIP_TRANSP_UDP, sa_port(&request.via.addr)));
  return flow;
}

}  // namespace

std::string_view view(const pl& text) {
  return text.p == nullptr ? std::string_view() : std::string_view(text.p, text.l);
}

std::string_view header_of(const sip_msg& message, sip_hdrid id) {
  const auto* header = sip_msg_hdr(&message, id);
  return header == nullptr ? std::string_view() : view(header->val);
}

std::string_view method_of(const sip_msg& request) { return view(request.met); }

std::string from_user(const sip_msg& message) {
  return only(view(message.from.uri.user), kUserMarks);
}

std::string call_id_of(const sip_msg& message) {
  std::string out;
  for (const char c : view(message.callid)) {
    if (c > ' ' && c < 0x7F) out += c;
  }
  return out;
}

std::string request_user(const sip_msg& request) {
  return only(view(request.uri.user), kUserMarks);
}

std::string request_host(const sip_msg& request) {
  std::string host = only(view(request.uri.host), ".-:");
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return request.uri.port == 0 ? host : fmt::format("{}:{}", host, request.uri.port);
}

std::string_view branch_of(const sip_msg& message) { return view(message.via.branch); }

ReplySeed::ReplySeed(const sip_msg& request, const Flow& flow, std::uint64_t tag)
    : flow_(reply_flow(request, flow)) {
  bool first = true;
  for (const le* item = request.hdrl.head; item != nullptr; item = item->next) {
    const auto& header = *static_cast<const sip_hdr*>(item->data);
    const auto value = view(header.val);
    switch (header.id) {
      case SIP_HDR_VIA:
        copied_ += fmt::format("Via: {}\r\n", first ? first_via(request, value, flow.peer) : value);
        first = false;
        break;
      case SIP_HDR_FROM:
        copied_ += fmt::format("From: {}\r\n", value);
        break;
      case SIP_HDR_CALL_ID:
        copied_ += fmt::format("Call-ID: {}\r\n", value);
        break;
      case SIP_HDR_CSEQ:
        copied_ += fmt::format("CSeq: {}\r\n", value);
        break;
      case SIP_HDR_TO:
        copied_ += fmt::format("To: {}", value);
        if (!pl_isset(&request.to.tag)) copied_ += fmt::format(";tag={:016x}", tag);
        copied_ += "\r\n";
        break;
      default:
        break;
    }
  }
}

std::string ReplySeed::make(int status, std::string_view reason, std::string_view headers,
                            std::string_view content_type, std::string_view body) const {
  VARDE_ASSERT(status >= 200 && status < 700);
  std::string out =
      fmt::format("SIP/2.0 {} {}\r\n{}{}Server: varde\r\n", status, reason, copied_, headers);
  add_body(out, content_type, body);
  return out;
}

std::string make_request(const RequestLine& line, Wire wire, std::string_view headers,
                         std::string_view content_type, std::string_view body) {
  VARDE_ASSERT(!line.branch.empty() && !line.via.empty());
  std::string out = fmt::format(
      "{} {} SIP/2.0\r\n"
      "Via: SIP/2.0/{} {};rport;branch={}\r\n"
      "Max-Forwards: 70\r\n"
      "From: <{}>;tag={}\r\n"
      "To: <{}>\r\n"
      "Call-ID: {}\r\n"
      "CSeq: {} {}\r\n"
      "User-Agent: varde\r\n{}",
      line.method, line.uri, transport_word(wire), line.via, line.branch, line.from, line.tag,
      line.to, line.call_id, line.cseq, line.method, headers);
  add_body(out, content_type, body);
  return out;
}

}  // namespace varde::scaip
