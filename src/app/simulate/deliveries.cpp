#include "app/simulate/deliveries.hpp"

#include <algorithm>

namespace varde::app::simulate {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstPause = 5s;
constexpr auto kLongestPause = 60s;
constexpr auto kGiveUp = 1h;

std::chrono::seconds pause_after(int attempts) {
  constexpr int kDoublings = 4;
  return std::min<std::chrono::seconds>(kFirstPause * (1 << std::min(attempts - 1, kDoublings)),
                                        kLongestPause);
}

}  // namespace

const Deliveries::Message& Deliveries::add(const demo::Event& event, Time now) {
  const std::uint64_t id = ++last_id_;
  ++tally_.sent;
  return messages_.emplace(id, Message{id, event, 1, now}).first->second;
}

std::vector<Deliveries::Message> Deliveries::due(Time now) {
  std::vector<Message> due;
  while (!again_.empty() && again_.top().at <= now) {
    const auto message = messages_.find(again_.top().id);
    again_.pop();
    if (message == messages_.end()) continue;
    ++message->second.attempts;
    ++tally_.sent;
    ++tally_.repeated;
    due.push_back(message->second);
  }
  return due;
}

void Deliveries::settle(std::uint64_t id, bool kept, Time now) {
  const auto message = messages_.find(id);
  if (message == messages_.end()) return;
  if (kept) {
    ++tally_.acknowledged;
    messages_.erase(message);
    return;
  }
  const bool once = message->second.event.what == demo::What::heartbeat;
  if (once || now - message->second.first >= kGiveUp) {
    ++tally_.lost;
    messages_.erase(message);
    return;
  }
  again_.push({now + pause_after(message->second.attempts), id});
}

}  // namespace varde::app::simulate
