#include "workload.hpp"

#include <algorithm>

namespace varde::sim {

namespace {

const std::string kUnknown[] = {"scaip:unknown0", "scaip:unknown1", "scaip:unknown2"};
constexpr std::size_t kRecentMessages = 40;
constexpr std::size_t kRecentAlarms = 30;

bool settled(const engine::Inbox::Outcome& outcome) {
  return outcome.ok() && outcome->status != engine::Receipt::Status::refused;
}

}  // namespace

Workload::Workload(Random random, const World& world) : random_(random), world_(world) {
  static constexpr std::uint64_t kWeights[] = {0, 1, 4, 12};
  for (std::size_t kind = 0; kind < kinds; ++kind) weights_.push_back(random_.pick(kWeights));
  weights_[fresh_alarm] += 2;
  weights_[command] += random_.chance(80) ? 10 : 0;
  duty_ = random_.next();
}

bool Workload::on_duty(const ActorId& actor) const {
  const auto found = std::find(world_.operators.begin(), world_.operators.end(), actor);
  return found != world_.operators.end() && (duty_ >> (found - world_.operators.begin()) & 1U) != 0;
}

std::vector<Workload::Given> Workload::next(const engine::Engine& engine, Instant now) {
  for (const alarm::Alarm* open : engine.open_alarms()) {
    if (std::find(seen_alarms_.begin(), seen_alarms_.end(), open->id) == seen_alarms_.end()) {
      seen_alarms_.push_back(open->id);
    }
  }
  while (seen_alarms_.size() > kRecentAlarms) seen_alarms_.pop_front();
  if (random_.chance(4)) duty_ = random_.next();
  std::uint64_t total = 0;
  for (const std::uint64_t weight : weights_) total += weight;
  std::vector<Given> group;
  for (std::uint64_t left = random_.chance(10) ? random_.below(40) : random_.below(5); left > 0;
       --left) {
    std::uint64_t draw = random_.below(total);
    std::size_t kind = 0;
    while (draw >= weights_[kind]) draw -= weights_[kind++];
    if (auto given = make(static_cast<Kind>(kind), engine, now)) group.push_back(std::move(*given));
  }
  return group;
}

std::vector<Workload::Given> Workload::unacknowledged(Instant now) {
  std::vector<Given> group;
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    if (!messages_[i].acknowledged) group.push_back(give(i, now));
  }
  return group;
}

void Workload::answered(const Given& given, const engine::Inbox::Outcome& outcome) {
  if (given.message && settled(outcome)) messages_[*given.message].acknowledged = true;
}

std::optional<Workload::Given> Workload::make(Kind kind, const engine::Engine& engine,
                                              Instant now) {
  const auto recent = [&]() -> std::size_t {
    return messages_.size() - 1 - random_.below(std::min(messages_.size(), kRecentMessages));
  };
  switch (kind) {
    case fresh_alarm:
      return message(signal_of(random_.pick(world_.devices).address, now), {}, now);
    case fresh_other:
      return technical_or_quiet(now);
    case repeat_open: {
      if (messages_.empty()) return std::nullopt;
      const std::size_t pick = recent();
      return messages_[pick].acknowledged ? std::nullopt : std::optional(give(pick, now));
    }
    case repeat_any:
      return messages_.empty() ? std::nullopt : std::optional(give(recent(), now));
    case other_content:
      return messages_.empty() ? std::nullopt : std::optional(reworded(now));
    case unknown_device:
      return message(signal_of(random_.pick(kUnknown), now), {}, now);
    case not_understood: {
      alarm::Signal signal =
          signal_of(random_.chance(50) ? "scaip:?" : random_.pick(world_.devices).address, now);
      signal.understood = false;
      return message(signal, "<mrq cut off at byte " + std::to_string(random_.below(400)), now);
    }
    case command:
      return sensible_command(engine);
    case wild_command:
      return wild(engine, now);
    case sign_of_life: {
      const ActorId actor = random_.pick(world_.operators);
      return on_duty(actor) ? std::optional(Given{{engine::SignOfLife{actor}, {}}, {}})
                            : std::nullopt;
    }
    case register_change:
      return register_entry();
    case look:
      return look_entry();
    case kinds:
      break;
  }
  return std::nullopt;
}

// Each sending is a new arrival with an id of its own; what makes it a repeat is its key.
Workload::Given Workload::give(std::size_t index, Instant now) {
  const Message& message = messages_[index];
  alarm::Signal signal = message.signal;
  signal.id = SignalId(random_id(random_, now));
  return {{std::move(signal), message.words}, index};
}

Workload::Given Workload::message(alarm::Signal signal, std::string words, Instant now) {
  messages_.push_back({std::move(signal), std::move(words)});
  return give(messages_.size() - 1, now);
}

alarm::Signal Workload::signal_of(const std::string& address, Instant now) {
  alarm::Signal signal;
  signal.address = address;
  signal.protocol = random_.chance(70) ? alarm::Protocol::scaip : alarm::Protocol::http;
  if (random_.chance(85)) signal.key = address + "/" + std::to_string(++ref_);
  signal.content = random_.next();
  signal.code = random_.chance(70) ? alarm::kSocialAlarm : alarm::kFall;
  signal.raw_code = "dty=0003 stc=0010";
  if (random_.chance(20)) {
    signal.device_time =
        now + std::chrono::hours(static_cast<int>(random_.below(200'000)) - 100'000);
  }
  return signal;
}

Workload::Given Workload::technical_or_quiet(Instant now) {
  alarm::Signal signal = signal_of(random_.pick(world_.devices).address, now);
  signal.kind = static_cast<alarm::SignalKind>(random_.between(1, 6));
  if (signal.kind == alarm::SignalKind::technical) {
    signal.condition = static_cast<alarm::Condition>(random_.between(1, 7));
    signal.code = {
        5, static_cast<std::uint8_t>(1 + (static_cast<unsigned>(signal.condition) - 1) / 2), 0};
    signal.raw_code = "technical";
  }
  return message(signal, {}, now);
}

// A device that counted wrong, or another one behind the same key.
Workload::Given Workload::reworded(Instant now) {
  Message other = random_.pick(messages_);
  other.signal.content ^= 1;
  return message(other.signal, other.words, now);
}

std::optional<Workload::Given> Workload::sensible_command(const engine::Engine& engine) {
  const auto open = engine.open_alarms();
  const ActorId actor = random_.pick(world_.operators);
  if (open.empty() || !on_duty(actor)) return std::nullopt;
  const alarm::Alarm& target = *random_.pick(open);
  alarm::Command act;
  act.alarm = target.id;
  act.actor = actor;
  std::string note;
  if (!target.handler) {
    act.action = alarm::Action::take;
  } else if (*target.handler != actor) {
    return std::nullopt;
  } else {
    static constexpr alarm::Action kWork[] = {
        alarm::Action::calling,   alarm::Action::send_to,  alarm::Action::accepted,
        alarm::Action::on_site,   alarm::Action::note,     alarm::Action::resolve,
        alarm::Action::close,     alarm::Action::close,    alarm::Action::close,
        alarm::Action::hand_over, alarm::Action::give_back};
    act.action = random_.pick(kWork);
    act.to = random_.pick(world_.operators);
    act.responder = alarm::Responder{care::Target::home_care_team, random_.pick(world_.contacts)};
    act.outcome = static_cast<alarm::Outcome>(random_.between(1, 7));
    act.has_note = act.action == alarm::Action::note || random_.chance(60);
    if (act.has_note) note = "note " + std::to_string(random_.below(1000));
  }
  return Given{{act, std::move(note)}, {}};
}

std::optional<Workload::Given> Workload::wild(const engine::Engine& engine, Instant now) {
  alarm::Command act;
  act.alarm = seen_alarms_.empty() || random_.chance(5) ? AlarmId(random_id(random_, now))
                                                        : random_.pick(seen_alarms_);
  const auto open = engine.open_alarms();
  if (!open.empty() && random_.chance(30)) act.alarm = random_.pick(open)->id;
  act.actor = random_.pick(world_.operators);
  act.action = static_cast<alarm::Action>(random_.below(11));
  if (random_.chance(50)) act.to = random_.pick(world_.operators);
  if (random_.chance(50)) {
    act.responder = alarm::Responder{care::Target::on_call, random_.pick(world_.contacts)};
  }
  act.outcome = static_cast<alarm::Outcome>(random_.below(8));
  act.has_note = random_.chance(50);
  return Given{{act, act.has_note ? "words" : ""}, {}};
}

Workload::Given Workload::register_entry() {
  if (random_.chance(20)) {
    engine::Settings settings;
    settings.handler_timeout = std::chrono::seconds(random_.between(20, 200));
    settings.default_step_limit = std::chrono::seconds(random_.between(30, 300));
    return {{settings, {}}, {}};
  }
  care::Device& device = random_.pick(world_.devices);
  if (random_.chance(10)) {
    device.address = random_.pick(kUnknown);
  } else if (random_.chance(10)) {
    device.address = "scaip:9000" + std::to_string(2000 + random_.below(3));
  }
  device.state = random_.chance(80) ? care::DeviceState::in_use
                                    : static_cast<care::DeviceState>(random_.below(3));
  if (random_.chance(30)) device.silence_limit = std::chrono::seconds(random_.between(120, 3600));
  if (random_.chance(20)) device.silence_limit.reset();
  if (!world_.plans.empty() && random_.chance(50)) device.plan = random_.pick(world_.plans).id;
  return {{engine::DevicePut{device}, {}}, {}};
}

Workload::Given Workload::look_entry() {
  tenancy::AccessRecord record;
  record.actor = random_.pick(world_.operators);
  record.act = tenancy::Act::view_person;
  record.person = random_.pick(world_.devices).user;
  record.basis = tenancy::Basis::stated_reason;
  record.refusal = tenancy::Refusal::none;
  return {{record, "reason " + std::to_string(random_.below(100))}, {}};
}

}  // namespace varde::sim
