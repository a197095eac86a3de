#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/gate.hpp"
#include "api/config.hpp"
#include "api/lookups.hpp"
#include "api/sessions.hpp"
#include "engine/ports.hpp"

namespace varde::api {

/// A place in the live feed: grows with every change, also when one journal entry changes many
/// alarms, and stays what it is over a restart. Below 2^53, so that JavaScript can hold it, for
/// some 2 * 10^12 entries.
using LivePosition = std::uint64_t;
constexpr LivePosition live_position(engine::Position entry, std::uint64_t index) {
  return entry * 4'096 + std::min<std::uint64_t>(index, 4'095);
}
/// After every change of the entry.
constexpr LivePosition live_end(engine::Position entry) { return live_position(entry, 4'095); }

/// The wire to one console. Called under the feed's lock, from any thread: must not block and must
/// not call the feed.
class LiveSink {
 public:
  virtual ~LiveSink() = default;
  virtual void send(std::shared_ptr<const std::string> frame) = 0;
  enum class Reason : std::uint8_t { going_away, signed_out, silent };
  virtual void close(Reason reason) = 0;
};

/// Tells every connected console of every change of an alarm in its scope, in order, each once. A
/// console that was away names the place it had come to and gets what it missed, or a new snapshot.
/// Thread-safe.
class LiveFeed {
 public:
  LiveFeed(const access::Gate& gate, Lookups& lookups, Sessions& sessions, Clock now);

  /// After the store has applied the items. One thread, in order.
  void publish(std::span<const engine::Projection::Item> items, engine::Position upto);

  using ClientId = std::uint64_t;
  /// nullopt when limits::kLiveClients are connected already. `since` is what the console had come
  /// to.
  std::optional<ClientId> join(std::shared_ptr<Session> session, std::shared_ptr<LiveSink> sink,
                               std::optional<LivePosition> since);
  void leave(ClientId id);
  /// The console said that it is alive. An operator who holds an alarm has that journalled, at most
  /// every 15 s.
  void alive(ClientId id);
  void close_session(const std::string& token);

  /// Every 5 s: a ping to all, and good-bye to those who have been silent for 40 s.
  void tick();
  void close_all();

  /// The alarm as consoles were last told of it, if that is not long ago.
  std::optional<alarm::Alarm> latest(const AlarmId& id) const;
  std::vector<ActorId> operators_online() const;
  std::size_t client_count() const;
  LivePosition position() const;

 private:
  struct Client {
    access::Handle handle;
    std::shared_ptr<Session> session;
    std::shared_ptr<LiveSink> sink;
    bool lists_alarms;
    LivePosition sent;  ///< everything up to here has been sent, or does not concern it
    Instant alive_at;
  };
  struct Change {
    LivePosition position;
    alarm::Alarm alarm;
    std::shared_ptr<const std::string> frame;  ///< made when the first console needs it
  };
  using Frame = std::shared_ptr<const std::string>;

  Frame snapshot(const access::Handle& handle, LivePosition position) const;
  bool sees(const Client& client, const alarm::Alarm& alarm) const;
  const Frame& frame_of(Change& change) const;
  void send_missed(Client& client);
  void add_client(ClientId id, Client client);
  void remember_holder(const alarm::Alarm& alarm);
  void tell_operators();
  std::vector<ActorRef> operators_now() const;

  const access::Gate& gate_;
  Lookups& lookups_;
  Sessions& sessions_;
  const Clock now_;

  mutable std::mutex mutex_;
  std::map<ClientId, Client> clients_;
  ClientId next_id_ = 1;
  std::deque<Change> history_;
  LivePosition history_from_;  ///< changes after this are in history_
  LivePosition published_;
  std::unordered_map<AlarmId, ActorId> holders_;
  std::unordered_map<ActorId, Instant> signs_of_life_;
};

}  // namespace varde::api
