#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/scaip/auth.hpp"
#include "intake/scaip/loop.hpp"
#include "intake/scaip/outgoing.hpp"
#include "intake/scaip/server.hpp"
#include "intake/scaip/sip_text.hpp"
#include "intake/scaip/source_rate.hpp"

namespace varde::scaip {

/// Where MESSAGEs are received: from the message on the wire to the inbox, and from its word back
/// to the device. Runs on the server's loop.
class Desk {
 public:
  struct World {
    const Config& config;
    engine::Inbox& inbox;
    const Directory& directory;
    Server::Clock clock;
    Server::Random random;
    Transport& transport;
    std::shared_ptr<Loop::Mailbox> mailbox;
    Counters& counters;
  };
  explicit Desk(World world);

  void message(const sip_msg& message, std::string_view body, bool truncated, const Flow& flow);
  /// Bytes that are no SIP message: kept when they look like one of ours, or it was meant to be.
  void garbage(std::string_view raw, const Flow& flow);
  /// Whether the sender has proved to be the device, where it must. When not, 401 is sent.
  Credentials admit(const sip_msg& message, std::string_view body,
                    const std::optional<DeviceProfile>& profile, const Flow& flow);

  bool response(const sip_msg& message) { return outgoing_.response(message); }
  void tick();
  std::size_t in_flight() const { return waiting_.size(); }
  void reply(const sip_msg& request, const Flow& flow, int status, std::string_view reason,
             std::string_view headers = {});

 private:
  /// One message between the device and the inbox's answer.
  struct Waiting {
    Parsed parsed;
    bool mrs_in_reply = false;
    bool key_made_unique = false;
    std::string device;  ///< user part of its URI
    std::string us;      ///< our URI, as the device names us
    struct Transaction {
      std::string branch;
      std::string call_id;
      ReplySeed reply;
    };
    std::vector<Transaction> transactions;
  };

  struct Arrival;
  Credentials credentials_of(const sip_msg& message, std::string_view body,
                             const std::optional<DeviceProfile>& profile);
  void not_proved(const Arrival& arrival, Credentials credentials);
  void keep_untrusted(engine::Submission submission);
  void keep_unproved(Instant now);
  void submit(const Arrival& arrival);
  Waiting open(const Arrival& arrival) const;
  void hand_over(engine::Submission submission, std::string key);
  void finish(const std::string& key, const engine::Inbox::Outcome& outcome);
  void count(const Waiting& waiting, const engine::Inbox::Outcome& outcome);
  void answer_device(const Waiting& waiting, const engine::Inbox::Outcome& outcome);
  void send_mrs(const Waiting& waiting, const Mrs& mrs);
  SignalId new_id();

  World world_;
  Outgoing outgoing_;
  Nonces nonces_;
  UsedCredentials used_;
  SourceRate strangers_;
  SourceRate untrusted_;
  std::unordered_map<std::string, Waiting> waiting_;
  /// By address: the first message since a device was asked for credentials, until it gives them.
  struct Unproved {
    Instant until;
    engine::Submission submission;
  };
  std::unordered_map<std::string, Unproved> unproved_;
};

}  // namespace varde::scaip
