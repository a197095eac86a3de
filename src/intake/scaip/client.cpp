#include "intake/scaip/client.hpp"

#include <atomic>
#include <unordered_map>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "intake/scaip/auth.hpp"
#include "intake/scaip/loop.hpp"
#include "intake/scaip/outgoing.hpp"
#include "intake/scaip/sip_text.hpp"
#include "intake/scaip/transport.hpp"

namespace varde::scaip {
namespace {

constexpr std::uint64_t kBroken =
    ~std::uint64_t{0};  // number of a connection that is to be opened again

}  // namespace

class Client::Impl : public Transport::Receiver {
 public:
  Impl(ClientConfig config, Clock clock, Random random)
      : config_(std::move(config)), clock_(std::move(clock)), random_(std::move(random)) {}

  Status start() {
    return loop_.start([this] { return open(); }, [this] { tick(); }, [this] { close(); });
  }

  bool send(ClientMessage message, Then then) {
    if (in_flight_.fetch_add(1) >= config_.in_flight) {
      --in_flight_;
      return false;
    }
    loop_.post([this, message = std::move(message), then = std::move(then)]() mutable {
      begin(std::move(message), std::move(then));
    });
    return true;
  }

  void stop() { loop_.stop(); }
  std::size_t in_flight() const { return in_flight_; }

  void on_message(const sip_msg& message, std::string_view body, bool, const Flow& flow) override {
    if (!message.req) {
      outgoing_->response(message);
      return;
    }
    const ReplySeed seed(message, flow, random_());
    transport_->send(seed.flow(), seed.make(200, "OK"));
    if (const auto mrs = parse_mrs(body)) received(key_of(request_user(message), mrs->ref), *mrs);
  }
  void on_garbage(std::string_view, const Flow&) override {}

  /// The connection is opened again at the next tick, so that a receiver that is down is not
  /// hammered.
  void on_closed(const Flow& flow) override {
    for (auto& known : flows_) {
      if (known.socket == flow.socket) known.socket = kBroken;
    }
    fail_where([&](const Exchange& exchange) { return exchange.flow.socket == flow.socket; });
  }

 private:
  struct Exchange {
    ClientMessage message;
    Then then;
    Flow flow;
    ClientResult result;
    Instant sent{};
    std::optional<Instant> deadline;  ///< for the mrs
    bool authorized = false;
  };

  static std::string key_of(std::string_view cid, std::string_view ref) {
    return fmt::format("{}/{}", cid, ref);
  }

  Status open() {
    transport_ = std::make_unique<Transport>(*this);
    outgoing_ = std::make_unique<Outgoing>(
        [this](const Flow& flow, std::string_view bytes) { return transport_->send(flow, bytes); });
    transport_->sweep(clock_());
    if (config_.wire == Wire::udp) {
      const auto port = transport_->listen({Wire::udp, config_.local_host, 0});
      if (!port) return port.error();
    }
    if (config_.wire == Wire::tls) {
      if (auto status = transport_->set_certificate({}, {}); !status) return status;
    }
    const std::size_t flows = config_.wire == Wire::udp ? 1 : config_.connections;
    for (std::size_t i = 0; i < flows; ++i) {
      const auto flow = transport_->connect(config_.wire, config_.host, config_.port);
      if (!flow) return flow.error();
      flows_.push_back(*flow);
    }
    return Done{};
  }

  void close() {
    exchanges_.clear();
    outgoing_.reset();
    transport_.reset();
  }

  void tick() {
    const Instant now = clock_();
    outgoing_->tick(now);
    transport_->sweep(now);
    for (auto& flow : flows_) {
      if (flow.socket != kBroken) continue;
      if (const auto again = transport_->connect(config_.wire, config_.host, config_.port))
        flow = *again;
    }
    fail_where(
        [&](const Exchange& exchange) { return exchange.deadline && now >= *exchange.deadline; });
  }

  void begin(ClientMessage message, Then then) {
    const auto key = key_of(message.cid, message.ref);
    Exchange exchange{std::move(message),
                      std::move(then),
                      flows_[next_flow_++ % flows_.size()],
                      {},
                      clock_(),
                      {}};
    exchange.result.cid = exchange.message.cid;
    exchange.result.ref = exchange.message.ref;
    const auto [entry, fresh] = exchanges_.emplace(key, std::move(exchange));
    if (fresh) return request(key, entry->second, {});
    --in_flight_;  // the same message waits already: its result stands for both
  }

  void request(const std::string& key, const Exchange& exchange, std::string_view headers) {
    const auto& message = exchange.message;
    const auto receiver = to_text(exchange.flow.peer);
    RequestLine line;
    line.method = "MESSAGE";
    line.uri = receiver_uri(exchange);
    line.from = fmt::format("sip:{}@{}", message.cid, receiver);
    line.to = fmt::format("sip:alarm@{}", receiver);
    line.via = transport_->local_address(exchange.flow);
    if (line.via.empty()) return fail(key);
    line.branch = fmt::format("z9hG4bK{:016x}{:016x}", random_(), random_());
    line.call_id = fmt::format("{:016x}{:016x}", random_(), random_());
    line.tag = fmt::format("{:08x}", random_() & 0xFFFFFFFF);
    auto bytes = make_request(line, config_.wire, headers, kContentType, message.body);
    outgoing_->request(std::move(line.branch), exchange.flow, std::move(bytes), clock_(),
                       [this, key](const sip_msg* response) { responded(key, response); });
  }

  static std::string receiver_uri(const Exchange& exchange) {
    return fmt::format("sip:alarm@{}", to_text(exchange.flow.peer));
  }

  void responded(const std::string& key, const sip_msg* response) {
    const auto found = exchanges_.find(key);
    if (found == exchanges_.end()) return;
    auto& exchange = found->second;
    if (response == nullptr) return fail(key);
    if (response->scode == 401 && !exchange.authorized) return authorize(key, exchange, *response);
    exchange.result.status = response->scode;
    exchange.result.answered = clock_() - exchange.sent;
    if (response->scode >= 300) return fail(key);
    exchange.deadline = clock_() + config_.mrs_timeout;
    const std::string_view body(reinterpret_cast<const char*>(mbuf_buf(response->mb)),
                                mbuf_get_left(response->mb));
    if (exchange.result.mrs) return finish(key);
    if (const auto mrs = parse_mrs(body)) received(key, *mrs);
  }

  void authorize(const std::string& key, Exchange& exchange, const sip_msg& response) {
    exchange.authorized = true;
    DigestFields fields;
    if (!read_digest(header_of(response, SIP_HDR_WWW_AUTHENTICATE), fields)) return fail(key);
    fields.username = exchange.message.cid;
    fields.uri = receiver_uri(exchange);
    fields.qop = "auth";
    fields.nc = "00000001";
    fields.cnonce = fmt::format("{:08x}", random_() & 0xFFFFFFFF);
    const auto ha1 = digest_ha1(fields.username, fields.realm, exchange.message.password);
    request(key, exchange,
            fmt::format(
                "Authorization: Digest username=\"{}\", realm=\"{}\", nonce=\"{}\", uri=\"{}\", "
                "response=\"{}\", algorithm=MD5, qop=auth, nc={}, cnonce=\"{}\"\r\n",
                fields.username, fields.realm, fields.nonce, fields.uri,
                digest_response(ha1, fields, "MESSAGE"), fields.nc, fields.cnonce));
  }

  /// The mrs may come before the 200 does.
  void received(const std::string& key, const Mrs& mrs) {
    const auto found = exchanges_.find(key);
    if (found == exchanges_.end()) return;
    found->second.result.mrs = mrs;
    if (found->second.result.status != 0) finish(key);
  }

  void fail(const std::string& key) { finish(key); }

  void finish(const std::string& key) {
    const auto done = exchanges_.extract(key);
    VARDE_ASSERT(!done.empty());
    auto& exchange = done.mapped();
    exchange.result.completed = clock_() - exchange.sent;
    --in_flight_;
    exchange.then(exchange.result);
  }

  template <class Predicate>
  void fail_where(Predicate lost) {
    std::vector<std::string> keys;
    for (const auto& [key, exchange] : exchanges_) {
      if (lost(exchange)) keys.push_back(key);
    }
    for (const auto& key : keys) fail(key);
  }

  const ClientConfig config_;
  const Clock clock_;
  const Random random_;
  std::atomic<std::size_t> in_flight_{0};
  std::unique_ptr<Transport> transport_;
  std::unique_ptr<Outgoing> outgoing_;
  std::vector<Flow> flows_;
  std::size_t next_flow_ = 0;
  std::unordered_map<std::string, Exchange> exchanges_;
  Loop loop_;  // last: its thread ends before anything above goes
};

Client::Client(ClientConfig config, Clock clock, Random random)
    : impl_(std::make_unique<Impl>(std::move(config), std::move(clock), std::move(random))) {}
Client::~Client() { impl_->stop(); }

Status Client::start() { return impl_->start(); }
bool Client::send(ClientMessage message, Then then) {
  return impl_->send(std::move(message), std::move(then));
}
void Client::stop() { impl_->stop(); }
std::size_t Client::in_flight() const { return impl_->in_flight(); }

}  // namespace varde::scaip
