#include "intake/scaip/server.hpp"

#include <future>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "intake/scaip/desk.hpp"
#include "intake/scaip/loop.hpp"
#include "intake/scaip/signal.hpp"
#include "intake/scaip/text.hpp"
#include "intake/scaip/transport.hpp"

namespace varde::scaip {
namespace {

constexpr std::uint64_t kTicksPerSweep = 10;  // once a second
constexpr std::string_view kAllow = "Allow: MESSAGE, OPTIONS, REGISTER\r\n";

std::string contacts_of(const sip_msg& message) {
  const auto contact = header_of(message, SIP_HDR_CONTACT);
  if (contact.empty() || contact == "*") return {};
  return fmt::format("Contact: {};expires=3600\r\n", contact);
}

}  // namespace

class Server::Impl : public Transport::Receiver {
 public:
  Impl(Config config, engine::Inbox& inbox, const Directory& directory, Clock clock, Random random)
      : config_(std::move(config)),
        inbox_(inbox),
        directory_(directory),
        clock_(std::move(clock)),
        random_(std::move(random)) {}

  Status start() {
    return loop_.start([this] { return open(); }, [this] { tick(); }, [this] { close(); });
  }

  void stop() {
    if (!running_) return;
    running_ = false;
    auto drained = drained_.get_future();
    loop_.post([this] { begin_stop(); });
    drained.wait();
    loop_.stop();
  }

  const std::vector<std::uint16_t>& ports() const { return ports_; }
  const Counters& counters() const { return counters_; }

  void on_message(const sip_msg& message, std::string_view body, bool truncated,
                  const Flow& flow) override {
    if (!message.req) {
      desk_->response(message);
      return;
    }
    ++counters_.received[static_cast<std::size_t>(flow.wire)];
    const auto method = method_of(message);
    if (method == "MESSAGE") return desk_->message(message, body, truncated, flow);
    other_request(message, method, flow);
  }

  void on_garbage(std::string_view raw, const Flow& flow) override { desk_->garbage(raw, flow); }
  void on_closed(const Flow&) override {}

 private:
  Status open() {
    transport_ = std::make_unique<Transport>(*this);
    desk_ = std::make_unique<Desk>(Desk::World{config_, inbox_, directory_, clock_, random_,
                                               *transport_, loop_.mailbox(), counters_});
    transport_->sweep(clock_());
    if (!config_.certificate_file.empty()) {
      if (auto status = transport_->set_certificate(config_.certificate_file, config_.key_file);
          !status)
        return status;
    }
    for (const auto& listener : config_.listeners) {
      const auto port = transport_->listen(listener);
      if (!port) return port.error();
      ports_.push_back(*port);
    }
    running_ = true;
    return Done{};
  }

  void close() {
    desk_.reset();
    transport_.reset();
  }

  void tick() {
    const Instant now = clock_();
    desk_->tick();
    if (++ticks_ % kTicksPerSweep == 0) transport_->sweep(now);
    counters_.connections = transport_->connections();
    counters_.connections_refused = transport_->refused_connections();
    tell_when_drained(now);
  }

  void tell_when_drained(Instant now) {
    if (!stopping_ || told_) return;
    if (desk_->in_flight() != 0 && now < *stopping_ + limits::kScaipStopGrace) return;
    told_ = true;
    drained_.set_value();
  }

  void begin_stop() {
    transport_->stop_listening();
    stopping_ = clock_();
    tell_when_drained(*stopping_);
  }

  void other_request(const sip_msg& message, std::string_view method, const Flow& flow) {
    if (method == "ACK") return;
    if (method == "OPTIONS") {
      ++counters_.keep_alive;
      return desk_->reply(message, flow, 200, "OK",
                          fmt::format("{}Accept: {}\r\n", kAllow, kContentType));
    }
    if (method == "REGISTER") return keep_alive(message, flow);
    ++counters_.unsupported;
    if (method == "CANCEL" || method == "BYE") {
      return desk_->reply(message, flow, 481, "Call/Transaction Does Not Exist");
    }
    if (method == "INVITE") {  // voice goes to the receiver named in the mrs
      return desk_->reply(message, flow, 488, "Not Acceptable Here",
                          "Warning: 399 varde \"call the number in tnu\"\r\n");
    }
    constexpr std::string_view known = " INFO SUBSCRIBE NOTIFY PUBLISH UPDATE PRACK REFER ";
    if (known.find(fmt::format(" {} ", method)) != std::string_view::npos) {
      return desk_->reply(message, flow, 405, "Method Not Allowed", kAllow);
    }
    desk_->reply(message, flow, 501, "Not Implemented", kAllow);
  }

  /// Devices register to keep an address translation open; nobody is called through it, so nothing
  /// is remembered.
  void keep_alive(const sip_msg& message, const Flow& flow) {
    ++counters_.keep_alive;
    const auto profile = directory_.find(address_of({}, from_user(message)));
    if (desk_->admit(message, {}, profile, flow) != Credentials::right) return;
    desk_->reply(message, flow, 200, "OK", contacts_of(message));
  }

  const Config config_;
  engine::Inbox& inbox_;
  const Directory& directory_;
  const Clock clock_;
  const Random random_;
  Counters counters_;
  std::vector<std::uint16_t> ports_;
  std::unique_ptr<Transport> transport_;
  std::unique_ptr<Desk> desk_;
  std::optional<Instant> stopping_;
  std::uint64_t ticks_ = 0;
  bool told_ = false;
  bool running_ = false;
  std::promise<void> drained_;
  Loop loop_;  // last: its thread ends before anything above goes
};

Server::Server(Config config, engine::Inbox& inbox, const Directory& directory, Clock clock,
               Random random)
    : impl_(std::make_unique<Impl>(std::move(config), inbox, directory, std::move(clock),
                                   std::move(random))) {}

Server::~Server() { impl_->stop(); }

Status Server::start() { return impl_->start(); }
void Server::stop() { impl_->stop(); }
const std::vector<std::uint16_t>& Server::ports() const { return impl_->ports(); }
const Counters& Server::counters() const { return impl_->counters(); }

}  // namespace varde::scaip
