#include "api/live_socket.hpp"

#include <atomic>
#include <mutex>

#include "base/limits.hpp"

namespace varde::api {
namespace {

namespace ws = restinio::websocket::basic;

constexpr std::size_t kMessageBytes = 4'096;

// RFC 6455 section 7.4.1; 4000 and above are our own.
constexpr std::uint16_t kGoingAway = 1001;
constexpr std::uint16_t kTryAgainLater = 1013;
constexpr std::uint16_t kSignedOut = 4401;
constexpr std::uint16_t kSilent = 4408;

std::uint16_t code_of(LiveSink::Reason reason) {
  switch (reason) {
    case LiveSink::Reason::signed_out:
      return kSignedOut;
    case LiveSink::Reason::silent:
      return kSilent;
    case LiveSink::Reason::going_away:
      break;
  }
  return kGoingAway;
}

/// One console's WebSocket. RESTinio's handle is not thread-safe itself, so it is used under a
/// lock.
class LiveSocket final : public LiveSink, public std::enable_shared_from_this<LiveSocket> {
 public:
  explicit LiveSocket(LiveParts parts) : parts_(std::move(parts)) {}

  void open(const restinio::request_handle_t& request) {
    const std::lock_guard lock{mutex_};
    wire_ = ws::upgrade<HttpTraits>(
        *request, ws::activation_t::immediate,
        [self = shared_from_this()](const auto&, const ws::message_handle_t& message) {
          self->received(*message);
        });
  }

  void join(std::shared_ptr<Session> session, std::optional<LivePosition> since) {
    const auto id = parts_.feed.join(std::move(session), shared_from_this(), since);
    if (!id) return close_with(kTryAgainLater);
    bool gone = false;
    {
      const std::lock_guard lock{mutex_};
      id_ = id;
      gone = wire_ == nullptr;
    }
    if (gone) parts_.feed.leave(*id);
  }

  void send(std::shared_ptr<const std::string> frame) override {
    const std::size_t size = frame->size();
    if (backlog_.fetch_add(size) + size > limits::kLiveClientBacklogBytes)
      return close_with(kTryAgainLater);
    const std::lock_guard lock{mutex_};
    if (!wire_) return;
    wire_->send_message(ws::final_frame, ws::opcode_t::text_frame,
                        restinio::writable_item_t{std::move(frame)},
                        [self = shared_from_this(), size](const auto&) { self->backlog_ -= size; });
  }

  void close(Reason reason) override { close_with(code_of(reason)); }

 private:
  void close_with(std::uint16_t code) {
    ws::ws_handle_t wire = take_wire();
    if (!wire) return;
    const std::string payload{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    wire->send_message(ws::final_frame, ws::opcode_t::connection_close_frame,
                       restinio::writable_item_t{payload});
    leave_soon();
  }

  /// From then on nothing is sent; breaks the circle of socket, wire and handler.
  ws::ws_handle_t take_wire() {
    const std::lock_guard lock{mutex_};
    return std::exchange(wire_, nullptr);
  }

  /// The feed may be calling us under its lock.
  void leave_soon() {
    parts_.post([self = shared_from_this()] {
      if (const auto id = self->id()) self->parts_.feed.leave(*id);
    });
  }

  std::optional<LiveFeed::ClientId> id() const {
    const std::lock_guard lock{mutex_};
    return id_;
  }

  void received(const ws::message_t& message) {
    if (message.opcode() == ws::opcode_t::connection_close_frame) {
      take_wire();
      return leave_soon();
    }
    if (message.payload().size() > kMessageBytes) return close_with(kSilent);
    if (message.opcode() == ws::opcode_t::ping_frame) return pong(message.payload());
    // The console has one thing to say, so there is nothing to read in it.
    const auto id = this->id();
    if (id && message.opcode() == ws::opcode_t::text_frame) parts_.feed.alive(*id);
  }

  void pong(const std::string& payload) {
    const std::lock_guard lock{mutex_};
    if (wire_)
      wire_->send_message(ws::final_frame, ws::opcode_t::pong_frame,
                          restinio::writable_item_t{payload});
  }

  const LiveParts parts_;
  mutable std::mutex mutex_;
  ws::ws_handle_t wire_;
  std::optional<LiveFeed::ClientId> id_;
  std::atomic<std::size_t> backlog_{0};
};

}  // namespace

void open_live_socket(const restinio::request_handle_t& request, LiveParts parts,
                      std::shared_ptr<Session> session, std::optional<LivePosition> since) {
  Workers& workers = parts.workers;
  const auto socket = std::make_shared<LiveSocket>(std::move(parts));
  socket->open(request);
  const bool taken = workers.offer(
      [socket, session = std::move(session), since] { socket->join(session, since); });
  if (!taken) socket->close(LiveSink::Reason::going_away);
}

}  // namespace varde::api
