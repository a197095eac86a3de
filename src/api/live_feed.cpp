#include "api/live_feed.hpp"

#include <algorithm>
#include <unordered_set>

#include "api/views/make.hpp"
#include "base/limits.hpp"

namespace varde::api {
namespace {

constexpr auto kSilenceLimit = std::chrono::seconds{40};
constexpr auto kSignOfLifeInterval = std::chrono::seconds{15};
/// More open alarms than a console can show; those left out are the least urgent and come when they
/// change.
constexpr std::size_t kSnapshotAlarms = 5'000;
constexpr int kSnapshotTries = 3;

struct ChangeFrame {
  std::string type = "change";
  LivePosition position = 0;
  AlarmView alarm;

  static constexpr std::string_view kName = "LiveChange";
  static constexpr std::string_view kDoc = "One change of an alarm.";
  static constexpr auto fields() {
    return std::tuple{field("type", &ChangeFrame::type, "change"),
                      field("position", &ChangeFrame::position, "Of the change"),
                      field("alarm", &ChangeFrame::alarm, "As it is after the change")};
  }
};

access::AlarmFilter open_alarms() {
  access::AlarmFilter filter;
  filter.which = access::AlarmFilter::Which::open;
  return filter;
}

std::shared_ptr<const std::string> make_frame(JsonWriter&& out) {
  return std::make_shared<const std::string>(out.take());
}

}  // namespace

LiveFeed::LiveFeed(const access::Gate& gate, Lookups& lookups, Sessions& sessions, Clock now)
    : gate_(gate),
      lookups_(lookups),
      sessions_(sessions),
      now_(std::move(now)),
      history_from_(live_end(gate.position())),
      published_(history_from_) {
  tenancy::Actor everybody;
  for (const auto& row : gate.municipalities())
    everybody.municipalities.push_back(row.municipality);
  const auto open = gate.handle(everybody).alarms(open_alarms(), {{}, limits::kOpenAlarms});
  if (!open) return;
  for (const auto& alarm : open->items) remember_holder(alarm);
}

void LiveFeed::remember_holder(const alarm::Alarm& alarm) {
  if (alarm.open() && alarm.handler) {
    holders_.insert_or_assign(alarm.id, *alarm.handler);
  } else {
    holders_.erase(alarm.id);
  }
}

bool LiveFeed::sees(const Client& client, const alarm::Alarm& alarm) const {
  return client.lists_alarms && client.handle.in_scope(alarm.municipality);
}

const LiveFeed::Frame& LiveFeed::frame_of(Change& change) const {
  if (!change.frame) {
    ChangeFrame view;
    view.position = change.position;
    view.alarm = make_alarm_view(change.alarm, lookups_, now_());
    change.frame = std::make_shared<const std::string>(to_json_text(view));
  }
  return change.frame;
}

void LiveFeed::publish(std::span<const engine::Projection::Item> items, engine::Position upto) {
  const std::lock_guard lock{mutex_};
  engine::Position entry = 0;
  std::uint64_t index = 0;
  for (const auto& item : items) {
    if (const auto* plan = std::get_if<engine::PlanChanged>(&item.effect.body))
      lookups_.plan_changed(plan->plan.id);
    const auto* changed = std::get_if<engine::AlarmChanged>(&item.effect.body);
    if (changed == nullptr) continue;
    index = item.effect.position == entry ? index + 1 : 0;
    entry = item.effect.position;
    remember_holder(changed->alarm);
    history_.push_back({live_position(entry, index), changed->alarm, nullptr});
    Change& change = history_.back();
    for (auto& [id, client] : clients_) {
      if (change.position <= client.sent) continue;
      if (sees(client, change.alarm)) client.sink->send(frame_of(change));
      client.sent = change.position;
    }
  }
  published_ = std::max(published_, live_end(upto));
  while (history_.size() > limits::kLiveHistory) {
    history_from_ = history_.front().position;
    history_.pop_front();
  }
}

/// What the client has not been sent yet; of several changes of one alarm only the last, because
/// each is the whole alarm.
void LiveFeed::send_missed(Client& client) {
  std::unordered_set<AlarmId> newer;
  std::vector<Change*> missed;
  for (auto it = history_.rbegin(); it != history_.rend() && it->position > client.sent; ++it)
    if (sees(client, it->alarm) && newer.insert(it->alarm.id).second) missed.push_back(&*it);
  for (auto it = missed.rbegin(); it != missed.rend(); ++it) client.sink->send(frame_of(**it));
  client.sent = std::max(client.sent, published_);
}

LiveFeed::Frame LiveFeed::snapshot(const access::Handle& handle, LivePosition position) const {
  const auto open = handle.alarms(open_alarms(), {{}, kSnapshotAlarms});
  JsonWriter out;
  out.begin_object().key("type").text("snapshot");
  out.key("position").integer(static_cast<std::int64_t>(position));
  out.key("alarms").begin_array();
  if (open) {
    const Instant now = now_();
    for (const auto& alarm : open->items) write_value(out, make_alarm_view(alarm, lookups_, now));
  }
  out.end_array().end_object();
  return make_frame(std::move(out));
}

std::optional<LiveFeed::ClientId> LiveFeed::join(std::shared_ptr<Session> session,
                                                 std::shared_ptr<LiveSink> sink,
                                                 std::optional<LivePosition> since) {
  const auto handle = gate_.handle(session->actor());
  const bool lists = handle.alarms(open_alarms(), {{}, 1}).ok();
  Client client{handle, std::move(session), std::move(sink), lists, 0, now_()};
  {
    const std::lock_guard lock{mutex_};
    if (clients_.size() >= limits::kLiveClients) return std::nullopt;
    const LivePosition newest = std::max(published_, live_end(gate_.position()));
    if (since && *since >= history_from_ && *since <= newest) {
      client.sent = *since;
      const ClientId id = next_id_++;
      add_client(id, std::move(client));
      return id;
    }
  }
  for (int i = 0; i < kSnapshotTries; ++i) {
    // The place is read before the rows: the rows may hold more than it says, never less.
    const LivePosition place = live_end(gate_.position());
    const Frame frame = snapshot(handle, place);
    const std::lock_guard lock{mutex_};
    if (place < history_from_) continue;
    client.sink->send(frame);
    client.sent = place;
    const ClientId id = next_id_++;
    add_client(id, std::move(client));
    return id;
  }
  return std::nullopt;
}

void LiveFeed::add_client(ClientId id, Client client) {
  send_missed(client);
  clients_.emplace(id, std::move(client));
  tell_operators();
}

void LiveFeed::leave(ClientId id) {
  const std::lock_guard lock{mutex_};
  if (clients_.erase(id) != 0) tell_operators();
}

void LiveFeed::alive(ClientId id) {
  const Instant now = now_();
  ActorId actor;
  {
    const std::lock_guard lock{mutex_};
    const auto it = clients_.find(id);
    if (it == clients_.end()) return;
    Client& client = it->second;
    client.alive_at = now;
    if (!sessions_.find(client.session->token(), now)) {
      client.sink->close(LiveSink::Reason::signed_out);
      return;
    }
    actor = client.handle.actor().id;
    const bool holds = std::any_of(holders_.begin(), holders_.end(),
                                   [&](const auto& held) { return held.second == actor; });
    Instant& last = signs_of_life_[actor];
    if (!holds || now - last < kSignOfLifeInterval) return;
    last = now;
  }
  gate_.inbox().submit({engine::SignOfLife{actor}, {}}, [](const auto&) {});
}

void LiveFeed::close_session(const std::string& token) {
  const std::lock_guard lock{mutex_};
  for (auto& [id, client] : clients_)
    if (client.session->token() == token) client.sink->close(LiveSink::Reason::signed_out);
}

void LiveFeed::tick() {
  const Instant now = now_();
  const std::lock_guard lock{mutex_};
  std::erase_if(signs_of_life_, [&](const auto& s) { return now - s.second > kSilenceLimit; });
  for (auto& [id, client] : clients_) {
    if (now - client.alive_at > kSilenceLimit) {
      client.sink->close(LiveSink::Reason::silent);
      continue;
    }
    client.sent = std::max(client.sent, published_);
    JsonWriter out;
    out.begin_object().key("type").text("ping");
    out.key("position").integer(static_cast<std::int64_t>(client.sent));
    out.key("server_time").text(to_rfc3339(now)).end_object();
    client.sink->send(make_frame(std::move(out)));
  }
}

void LiveFeed::close_all() {
  const std::lock_guard lock{mutex_};
  for (auto& [id, client] : clients_) client.sink->close(LiveSink::Reason::going_away);
}

std::vector<ActorRef> LiveFeed::operators_now() const {
  std::map<ActorId, std::string> online;
  for (const auto& [id, client] : clients_) {
    const auto& actor = client.handle.actor();
    if (actor.role == tenancy::Role::operator_) online.emplace(actor.id, actor.name);
  }
  std::vector<ActorRef> operators;
  for (auto& [id, name] : online) operators.push_back({id, name});
  return operators;
}

void LiveFeed::tell_operators() {
  JsonWriter out;
  out.begin_object().key("type").text("operators").key("operators");
  write_value(out, operators_now());
  out.end_object();
  const Frame frame = make_frame(std::move(out));
  for (auto& [id, client] : clients_) client.sink->send(frame);
}

std::optional<alarm::Alarm> LiveFeed::latest(const AlarmId& id) const {
  const std::lock_guard lock{mutex_};
  const auto change = std::find_if(history_.rbegin(), history_.rend(),
                                   [&](const Change& c) { return c.alarm.id == id; });
  if (change == history_.rend()) return std::nullopt;
  return change->alarm;
}

std::vector<ActorId> LiveFeed::operators_online() const {
  const std::lock_guard lock{mutex_};
  std::vector<ActorId> ids;
  for (const auto& actor : operators_now()) ids.push_back(actor.id);
  return ids;
}

std::size_t LiveFeed::client_count() const {
  const std::lock_guard lock{mutex_};
  return clients_.size();
}

LivePosition LiveFeed::position() const {
  const std::lock_guard lock{mutex_};
  return published_;
}

}  // namespace varde::api
