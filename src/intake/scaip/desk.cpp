#include "intake/scaip/desk.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/scaip/signal.hpp"
#include "intake/scaip/text.hpp"

namespace varde::scaip {
namespace {

using engine::Inbox;
using engine::Receipt;

bool is_xml(const sip_msg& message) {
  const auto subtype = view(message.ctyp.subtype);
  return same_word(subtype, "scaip+xml") || same_word(subtype, "xml");
}

}  // namespace

struct Desk::Arrival {
  const sip_msg& message;
  std::string_view body;
  const Flow& flow;
  Parsed parsed;
  std::string from;
  std::optional<DeviceProfile> profile;
};

Desk::Desk(World world)
    : world_(std::move(world)),
      outgoing_([this](const Flow& flow, std::string_view bytes) {
        return world_.transport.send(flow, bytes);
      }),
      nonces_(fmt::format("{:016x}{:016x}", world_.random(), world_.random())),
      strangers_(limits::kStrangerSignalsPerSecond, limits::kStrangerSignalsBurst,
                 limits::kStrangersTracked),
      untrusted_(1.0 / 60, 1, limits::kStrangersTracked) {}

void Desk::reply(const sip_msg& request, const Flow& flow, int status, std::string_view reason,
                 std::string_view headers) {
  const ReplySeed seed(request, flow, world_.random());
  world_.transport.send(seed.flow(), seed.make(status, reason, headers));
}

void Desk::message(const sip_msg& message, std::string_view body, bool truncated,
                   const Flow& flow) {
  Arrival arrival{message, body, flow, parse_mrq(body, truncated), from_user(message), {}};
  const auto address = address_of(arrival.parsed.mrq, arrival.from);
  arrival.profile = world_.directory.find(address);
  if (!is_xml(message) && !looks_like_mrq(body) && !arrival.profile) {
    ++world_.counters.unsupported;
    return reply(message, flow, 415, "Unsupported Media Type",
                 fmt::format("Accept: {}\r\n", kContentType));
  }
  if (arrival.from != arrival.parsed.mrq.cid) ++world_.counters.sender_mismatch;
  const auto credentials = admit(message, body, arrival.profile, flow);
  if (credentials != Credentials::right) return not_proved(arrival, credentials);
  unproved_.erase(address);
  submit(arrival);
}

Credentials Desk::credentials_of(const sip_msg& message, std::string_view body,
                                 const std::optional<DeviceProfile>& profile) {
  const bool by_id = world_.config.authentication == Config::Authentication::device_id;
  if (by_id || !profile || profile->ha1.empty()) return Credentials::right;
  const auto authorization = header_of(message, SIP_HDR_AUTHORIZATION);
  const Instant now = world_.clock();
  const auto proved =
      verify(authorization, method_of(message), world_.config.realm, profile->ha1, nonces_, now);
  const bool used_up = proved == Credentials::right && !used_.may_carry(authorization, body, now);
  return used_up ? Credentials::stale : proved;
}

Credentials Desk::admit(const sip_msg& message, std::string_view body,
                        const std::optional<DeviceProfile>& profile, const Flow& flow) {
  const auto credentials = credentials_of(message, body, profile);
  if (credentials == Credentials::right) return credentials;
  auto& counters = world_.counters;
  ++(credentials == Credentials::wrong ? counters.wrong_credentials : counters.challenged);
  const bool stale = credentials == Credentials::stale;
  const auto header = challenge(world_.config.realm, nonces_.make(world_.clock()), stale);
  reply(message, flow, 401, "Unauthorized", fmt::format("WWW-Authenticate: {}\r\n", header));
  return credentials;
}

/// Somebody may be lying on a floor beside a device with the wrong password, or none: an alarm is
/// kept as one that cannot be trusted. At once when the credentials were wrong; when there were
/// none, after the time a device takes to give them.
void Desk::not_proved(const Arrival& arrival, Credentials credentials) {
  const auto& mrq = arrival.parsed.mrq;
  if (arrival.parsed.understood()) {
    const auto kind = alarm::scaip::classify(mrq.type, mrq.dty, mrq.stc).kind;
    if (kind == alarm::SignalKind::heartbeat || kind == alarm::SignalKind::reset) return;
  }
  const bool wrong = credentials == Credentials::wrong;
  auto submission =
      to_unread_submission(mrq, arrival.from, arrival.body, wrong ? "auth=failed" : "auth=missing");
  if (wrong) return keep_untrusted(std::move(submission));
  if (unproved_.size() >= limits::kScaipUnproved) return;
  const auto& address = std::get<alarm::Signal>(submission.body).address;
  unproved_.try_emplace(address, Unproved{world_.clock() + limits::kScaipProofWait, submission});
}

void Desk::keep_untrusted(engine::Submission submission) {
  auto& signal = std::get<alarm::Signal>(submission.body);
  unproved_.erase(signal.address);
  if (!untrusted_.allow(signal.address, world_.clock())) return;
  signal.id = new_id();
  ++world_.counters.not_understood;
  world_.inbox.submit(std::move(submission), [](const Inbox::Outcome&) {});
}

void Desk::keep_unproved(Instant now) {
  std::vector<engine::Submission> late;
  for (const auto& [address, waiting] : unproved_) {
    if (now >= waiting.until) late.push_back(waiting.submission);
  }
  for (auto& submission : late) keep_untrusted(std::move(submission));
}

void Desk::garbage(std::string_view raw, const Flow& flow) {
  ++world_.counters.garbage;
  if (find_word(raw, "<mrq") == std::string_view::npos &&
      find_word(raw, "scaip") == std::string_view::npos)
    return;
  if (!strangers_.allow(host_of(flow.peer), world_.clock())) return;
  auto submission = to_unread_submission(salvage_mrq(raw), {}, raw, "sip=unreadable");
  std::get<alarm::Signal>(submission.body).id = new_id();
  ++world_.counters.not_understood;
  world_.inbox.submit(std::move(submission), [](const Inbox::Outcome&) {});
}

Desk::Waiting Desk::open(const Arrival& arrival) const {
  const auto& message = arrival.message;
  Waiting waiting;
  waiting.parsed = arrival.parsed;
  waiting.mrs_in_reply = arrival.profile && arrival.profile->mrs_in_reply;
  waiting.device = arrival.from.empty() ? arrival.parsed.mrq.cid : arrival.from;
  const auto user = request_user(message);
  const auto& host = world_.config.advertised_host;
  waiting.us = fmt::format("sip:{}@{}", user.empty() ? world_.config.user : user,
                           host.empty() ? request_host(message) : host);
  return waiting;
}

void Desk::submit(const Arrival& arrival) {
  const auto& parsed = arrival.parsed;
  auto submission =
      parsed.understood()
          ? to_submission(parsed.mrq)
          : to_unread_submission(parsed.mrq, arrival.from, arrival.body,
                                 fmt::format("snu={}", static_cast<int>(parsed.fault)));
  const auto& signal = std::get<alarm::Signal>(submission.body);
  std::string key = fmt::format("{} {:x}", signal.key, signal.content);
  auto found = waiting_.find(key);
  const bool fresh = found == waiting_.end();
  if (fresh) found = waiting_.emplace(key, open(arrival)).first;

  auto& transactions = found->second.transactions;
  const auto branch = branch_of(arrival.message);
  if (!fresh) ++world_.counters.retransmitted;
  for (const auto& known : transactions) {
    if (known.branch == branch) return;  // answered with the first
  }
  if (transactions.size() >= limits::kScaipRepliesPerMessage) return;
  transactions.push_back({std::string(branch), call_id_of(arrival.message),
                          ReplySeed(arrival.message, arrival.flow, world_.random())});
  if (!fresh) return;

  const bool stranger = !arrival.profile;
  if (stranger) ++world_.counters.strangers;
  const bool refused = stranger && !strangers_.allow(host_of(arrival.flow.peer), world_.clock());
  if (refused || waiting_.size() > limits::kScaipInFlight) {
    return finish(key, Inbox::Outcome(refused ? Inbox::Failure::too_many : Inbox::Failure::busy));
  }
  hand_over(std::move(submission), std::move(key));
}

/// The answer comes on the core's thread and is brought back to ours.
void Desk::hand_over(engine::Submission submission, std::string key) {
  std::get<alarm::Signal>(submission.body).id = new_id();
  world_.inbox.submit(std::move(submission), [this, mailbox = world_.mailbox,
                                              key = std::move(key)](const Inbox::Outcome& outcome) {
    mailbox->post([this, key, outcome] { finish(key, outcome); });
  });
}

void Desk::finish(const std::string& key, const Inbox::Outcome& outcome) {
  const auto found = waiting_.find(key);
  VARDE_ASSERT(found != waiting_.end());
  auto& waiting = found->second;
  const bool conflict = outcome.ok() && outcome->status == Receipt::Status::conflict;
  if (conflict && waiting.parsed.understood() && !waiting.key_made_unique) {
    waiting.key_made_unique = true;
    auto submission = to_submission(waiting.parsed.mrq);
    make_key_unique(std::get<alarm::Signal>(submission.body));
    return hand_over(std::move(submission), key);
  }
  const auto done = waiting_.extract(found);
  count(done.mapped(), outcome);
  answer_device(done.mapped(), outcome);
}

void Desk::count(const Waiting& waiting, const Inbox::Outcome& outcome) {
  auto& counters = world_.counters;
  if (!outcome) {
    const bool overload =
        outcome.error() == Inbox::Failure::busy || outcome.error() == Inbox::Failure::too_many;
    ++(overload ? counters.busy : counters.unavailable);
  } else if (outcome->status == Receipt::Status::duplicate) {
    ++counters.duplicate;
  } else {
    ++(waiting.parsed.understood() ? counters.accepted : counters.not_understood);
  }
}

void Desk::answer_device(const Waiting& waiting, const Inbox::Outcome& outcome) {
  VARDE_ASSERT(!waiting.transactions.empty());
  const Mrs mrs = answer(waiting.parsed, outcome, world_.config.call_target);
  const auto body = waiting.mrs_in_reply ? write_mrs(mrs) : std::string();
  for (const auto& transaction : waiting.transactions) {
    world_.transport.send(transaction.reply.flow(),
                          transaction.reply.make(200, "OK", {}, kContentType, body));
  }
  if (waiting.mrs_in_reply) {
    ++world_.counters.mrs_in_reply;
  } else {
    send_mrs(waiting, mrs);
  }
}

/// To where the newest transaction came from: a device that re-sends may have opened another
/// connection.
void Desk::send_mrs(const Waiting& waiting, const Mrs& mrs) {
  const auto& newest = waiting.transactions.back();
  const Flow& flow = newest.reply.flow();
  auto local = world_.config.advertised_host.empty() ? world_.transport.local_address(flow)
                                                     : world_.config.advertised_host;
  if (local.empty()) local = waiting.us.substr(waiting.us.find('@') + 1);
  RequestLine line;
  line.method = "MESSAGE";
  line.uri = fmt::format("sip:{}@{}{}", waiting.device, to_text(flow.peer),
                         flow.wire == Wire::udp   ? ""
                         : flow.wire == Wire::tcp ? ";transport=tcp"
                                                  : ";transport=tls");
  line.from = waiting.us;
  line.to = fmt::format("sip:{}@{}", waiting.device, to_text(flow.peer));
  line.via = local;
  line.branch = fmt::format("z9hG4bK{:016x}{:016x}", world_.random(), world_.random());
  line.call_id = newest.call_id.empty() ? line.branch : newest.call_id;
  line.tag = fmt::format("{:08x}", world_.random() & 0xFFFFFFFF);
  auto bytes = make_request(line, flow.wire, {}, kContentType, write_mrs(mrs));
  if (mrs.snu ==
      Snu::busy) {  // once: under overload nothing is remembered, and the device comes again anyway
    world_.transport.send(flow, bytes);
    return;
  }
  outgoing_.request(std::move(line.branch), flow, std::move(bytes), world_.clock(),
                    [this](const sip_msg* response) {
                      const bool taken = response != nullptr && response->scode < 300;
                      ++(taken ? world_.counters.mrs_sent : world_.counters.mrs_failed);
                    });
}

SignalId Desk::new_id() {
  return SignalId(make_ulid(world_.clock(), world_.random(), world_.random()));
}

void Desk::tick() {
  const Instant now = world_.clock();
  outgoing_.tick(now);
  keep_unproved(now);
  world_.counters.in_flight = waiting_.size();
  world_.counters.mrs_waiting = outgoing_.waiting();
}

}  // namespace varde::scaip
