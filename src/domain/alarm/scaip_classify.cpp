#include <algorithm>
#include <array>
#include <optional>

#include "base/assert.hpp"
#include "domain/alarm/scaip_codes.hpp"

// What a dty and a stc mean in the national event list. Numbers as in scaip_tables.cpp; the choices
// are ours, in doubt for the person: what might be somebody in need is an alarm.
namespace varde::alarm::scaip {
namespace {

constexpr std::uint16_t kPillDispenser = 11;
constexpr std::uint16_t kDoorSensor = 14;
constexpr std::uint16_t kBedMonitor = 12;
constexpr std::uint16_t kActivityDetector = 10;

constexpr AlertCode kMedication{1, 0, 0};
constexpr AlertCode kSupervision{4, 0, 0};
constexpr AlertCode kFire{4, 11, 0};

/// A device type, what its alarm means, and whether its alarm is about the equipment.
struct TypeRule {
  std::uint16_t dty;
  AlertCode code;
  bool technical = false;
};
constexpr std::array kTypeRules = {
    TypeRule{0, kSocialAlarm},
    TypeRule{1, kSocialAlarm},
    TypeRule{2, kSocialAlarm},
    TypeRule{3, kSocialAlarm},
    TypeRule{4, kSocialAlarm},
    TypeRule{5, kFall},
    TypeRule{6, kSocialAlarm},
    TypeRule{7, kSocialAlarm},
    TypeRule{8, kSocialAlarm},
    TypeRule{9, kSocialAlarm},
    TypeRule{10, {4, 9, 0}},
    TypeRule{11, kMedication},
    TypeRule{12, {4, 2, 0}},
    TypeRule{13, {4, 2, 0}},
    TypeRule{14, {4, 15, 0}},
    TypeRule{15, {4, 21, 0}},
    TypeRule{16, {7, 1, 0}},
    TypeRule{17, {4, 24, 0}},
    TypeRule{18, {4, 12, 0}},
    TypeRule{19, kSocialAlarm},
    TypeRule{20, kSupervision},
    TypeRule{21, kFire},
    TypeRule{22, {4, 9, 0}},
    TypeRule{23, kFire},
    TypeRule{24, kSupervision},
    TypeRule{25, kFire},
    TypeRule{26, kFire},
    TypeRule{27, kSocialAlarm},
    TypeRule{28, kSocialAlarm},
    TypeRule{29, {4, 21, 0}},
    TypeRule{30, kFall},
    TypeRule{31, kSocialAlarm, true},
    TypeRule{32, kSocialAlarm, true},
    TypeRule{33, {4, 17, 0}},
    TypeRule{34, {4, 17, 0}},
    TypeRule{35, {6, 0, 0}},
    TypeRule{36, {4, 21, 0}},
    TypeRule{37, kFire},
    TypeRule{38, kSocialAlarm, true},
    TypeRule{39, kSocialAlarm, true},
    TypeRule{40, kSocialAlarm, true},
    TypeRule{41, kSocialAlarm, true},
    TypeRule{43, {6, 0, 0}},
    TypeRule{44, {4, 4, 0}},
    TypeRule{45, kSocialAlarm},
    TypeRule{46, kSocialAlarm},
    TypeRule{47, kFire},
    TypeRule{48, kSocialAlarm},
    TypeRule{49, kSocialAlarm},
    TypeRule{50, kSocialAlarm},
    TypeRule{51, {2, 0, 0}},
};

/// A status that is about the equipment whatever the device, and the dispenser's own code for it.
struct ConditionRule {
  std::uint16_t stc;
  Condition condition;
  AlertCode dispenser;
};
constexpr AlertCode kDispenserFault{1, 5, 0};
constexpr AlertCode kDispenserLow{1, 17, 0};
constexpr AlertCode kDispenserEmpty{1, 18, 0};
constexpr AlertCode kDispenserMains{1, 19, 0};
constexpr AlertCode kDispenserContact{1, 20, 0};
constexpr AlertCode kDispenserTamper{1, 22, 0};
constexpr std::array kConditionRules = {
    ConditionRule{14, Condition::battery_low, kDispenserEmpty},
    ConditionRule{15, Condition::battery_ok, kDispenserLow},
    ConditionRule{16, Condition::battery_low, kDispenserLow},
    ConditionRule{23, Condition::contact_lost, kDispenserContact},
    ConditionRule{24, Condition::contact_lost, kDispenserContact},
    ConditionRule{25, Condition::contact_lost, kDispenserContact},
    ConditionRule{26, Condition::contact_lost, kDispenserContact},
    ConditionRule{27, Condition::contact_lost, kDispenserContact},
    ConditionRule{31, Condition::fault, kDispenserFault},
    ConditionRule{32, Condition::fault, kDispenserFault},
    ConditionRule{33, Condition::fault, kDispenserFault},
    ConditionRule{34, Condition::fault, kDispenserFault},
    ConditionRule{35, Condition::fault, kDispenserFault},
    ConditionRule{36, Condition::fault, kDispenserFault},
    ConditionRule{37, Condition::fault, kDispenserFault},
    ConditionRule{38, Condition::fault, kDispenserFault},
    ConditionRule{39, Condition::fault, kDispenserFault},
    ConditionRule{40, Condition::fault, kDispenserFault},
    ConditionRule{42, Condition::fault, kDispenserFault},
    ConditionRule{43, Condition::fault, kDispenserFault},
    ConditionRule{44, Condition::fault, kDispenserFault},
    ConditionRule{45, Condition::fault, kDispenserFault},
    ConditionRule{52, Condition::fault, kDispenserFault},
    ConditionRule{65, Condition::fault, kDispenserFault},
    ConditionRule{66, Condition::fault, kDispenserFault},
    ConditionRule{67, Condition::fault, kDispenserFault},
    ConditionRule{68, Condition::fault, kDispenserFault},
    ConditionRule{73, Condition::contact_lost, kDispenserContact},
    ConditionRule{75, Condition::contact_ok, kDispenserContact},
    ConditionRule{78, Condition::fault, kDispenserFault},
    ConditionRule{85, Condition::mains_failed, kDispenserMains},
    ConditionRule{86, Condition::mains_ok, kDispenserMains},
    ConditionRule{95, Condition::fault, kDispenserFault},
    ConditionRule{105, Condition::fault, kDispenserFault},
    ConditionRule{112, Condition::contact_ok, kDispenserContact},
    ConditionRule{113, Condition::contact_ok, kDispenserContact},
    ConditionRule{114, Condition::contact_ok, kDispenserContact},
    ConditionRule{115, Condition::contact_ok, kDispenserContact},
    ConditionRule{116, Condition::contact_ok, kDispenserContact},
    ConditionRule{122, Condition::fault, kDispenserFault},
    ConditionRule{123, Condition::contact_lost, kDispenserContact},
    ConditionRule{124, Condition::contact_ok, kDispenserContact},
    ConditionRule{125, Condition::fault, kDispenserTamper},
};

// Abort, cancel, normal state, automatic reset, manual reset, restoral.
constexpr std::array<std::uint16_t, 6> kWithdrawals = {2, 19, 70, 92, 93, 94};
// Test transmission on the primary and the redundant channel.
constexpr std::array<std::uint16_t, 2> kTests = {102, 103};
// Something was done or somebody is there: accepted, acknowledge, added, armed, assigned, charged,
// deleted, disarmed, executed, in service, log, pill reminder, pill taken, planned, planned
// presence, presence after alarm, privacy switch, re-established, substituted, succeeded, unbypass,
// verified, assistance, intervention complete, present.
constexpr std::array<std::uint16_t, 25> kEvents = {4,  5,  8,   12,  13,  20,  28, 30, 41,
                                                   48, 62, 82,  83,  84,  87,  88, 89, 91,
                                                   98, 99, 108, 109, 110, 111, 121};

/// One type and status that together mean something of their own; kAnyType for the status whatever
/// the type.
constexpr std::uint16_t kAnyType = 0xFFFF;
struct PairRule {
  std::uint16_t dty;
  std::uint16_t stc;
  SignalKind kind;
  AlertCode code;
};
constexpr std::array kPairRules = {
    PairRule{kAnyType, 81, SignalKind::alarm, {1, 1, 0}},             // pill not taken
    PairRule{kAnyType, 82, SignalKind::event, {1, 10, 0}},            // pill reminder
    PairRule{kAnyType, 83, SignalKind::event, {1, 10, 0}},            // pill taken
    PairRule{kAnyType, 126, SignalKind::alarm, kFire},                // temperature rises fast
    PairRule{kPillDispenser, 64, SignalKind::alarm, {1, 12, 0}},      // low level
    PairRule{kPillDispenser, 76, SignalKind::technical, {1, 21, 0}},  // open
    PairRule{kPillDispenser, 77, SignalKind::technical, {1, 21, 0}},  // open too long
    PairRule{kPillDispenser, 21, SignalKind::event, {1, 21, 0}},      // closed
    PairRule{
        kDoorSensor, 21, SignalKind::event, {4, 16, 0}},  // closed: who went out may still be out
    PairRule{kBedMonitor, 117, SignalKind::event, {4, 20, 0}},        // lying in bed
    PairRule{kActivityDetector, 6, SignalKind::alarm, {4, 8, 0}},     // activated
    PairRule{kActivityDetector, 7, SignalKind::alarm, {4, 8, 0}},     // active
    PairRule{kActivityDetector, 119, SignalKind::alarm, {4, 18, 0}},  // movement
};

template <std::size_t N>
bool has(const std::array<std::uint16_t, N>& list, std::uint16_t code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

const TypeRule* type_rule(std::uint16_t dty) {
  const auto it = std::find_if(kTypeRules.begin(), kTypeRules.end(),
                               [&](const TypeRule& rule) { return rule.dty == dty; });
  return it == kTypeRules.end() ? nullptr : &*it;
}

const ConditionRule* condition_rule(std::uint16_t stc) {
  const auto it = std::find_if(kConditionRules.begin(), kConditionRules.end(),
                               [&](const ConditionRule& rule) { return rule.stc == stc; });
  return it == kConditionRules.end() ? nullptr : &*it;
}

const PairRule* pair_rule(std::uint16_t dty, std::uint16_t stc) {
  const auto it = std::find_if(kPairRules.begin(), kPairRules.end(), [&](const PairRule& rule) {
    return rule.stc == stc && (rule.dty == dty || rule.dty == kAnyType);
  });
  return it == kPairRules.end() ? nullptr : &*it;
}

AlertCode alarm_code(std::uint16_t dty) {
  const TypeRule* rule = type_rule(dty);
  return rule != nullptr ? rule->code : kSocialAlarm;
}

/// The code of work on a device: its own where the list has one, else the group of what it is for.
AlertCode technical_code(std::uint16_t dty, AlertCode dispenser) {
  return dty == kPillDispenser ? dispenser : AlertCode{alarm_code(dty).group, 0, 0};
}

/// The end of a trouble, as the condition that says it is over; none for a trouble that has no such
/// word.
Condition over(Condition condition) {
  switch (condition) {
    case Condition::battery_low:
    case Condition::battery_ok:
      return Condition::battery_ok;
    case Condition::mains_failed:
    case Condition::mains_ok:
      return Condition::mains_ok;
    case Condition::contact_lost:
    case Condition::contact_ok:
      return Condition::contact_ok;
    default:
      return Condition::none;
  }
}

/// A heartbeat may say how battery and mains are; about links it says only that one works.
Condition heartbeat_condition(std::uint16_t stc) {
  const ConditionRule* rule = condition_rule(stc);
  const Condition condition = rule != nullptr ? rule->condition : Condition::none;
  const Condition end = over(condition);
  return end == Condition::battery_ok || end == Condition::mains_ok ? condition : Condition::none;
}

/// A reset of a trouble ends the trouble; it must not look as if the person withdrew an alarm.
Meaning classify_reset(std::uint16_t dty, std::uint16_t stc) {
  const ConditionRule* rule = condition_rule(stc);
  if (rule == nullptr) return {SignalKind::reset, alarm_code(dty), Condition::none, true};
  const Condition end = over(rule->condition);
  const SignalKind kind = end == Condition::none ? SignalKind::event : SignalKind::technical;
  return {kind, technical_code(dty, rule->dispenser), end, true};
}

/// What a message says by its status alone or with its type; nullopt: what the type says.
std::optional<Meaning> by_status(std::uint16_t dty, std::uint16_t stc) {
  if (has(kTests, stc)) return Meaning{SignalKind::heartbeat, alarm_code(dty), {}, true};
  if (has(kWithdrawals, stc)) return Meaning{SignalKind::reset, alarm_code(dty), {}, true};
  if (const ConditionRule* rule = condition_rule(stc)) {
    return Meaning{SignalKind::technical, technical_code(dty, rule->dispenser), rule->condition,
                   true};
  }
  if (const PairRule* rule = pair_rule(dty, stc)) return Meaning{rule->kind, rule->code, {}, true};
  if (has(kEvents, stc)) return Meaning{SignalKind::event, alarm_code(dty), {}, true};
  return std::nullopt;
}

Meaning classify_message(std::uint16_t dty, std::uint16_t stc) {
  if (const auto meaning = by_status(dty, stc)) return *meaning;
  const TypeRule* rule = type_rule(dty);
  if (rule == nullptr) return {SignalKind::alarm, kSocialAlarm, Condition::none, false};
  const bool known = status(stc) != nullptr;
  if (rule->technical && known) return {SignalKind::technical, rule->code, Condition::fault, true};
  return {SignalKind::alarm, rule->code, Condition::none, known};
}

}  // namespace

Meaning classify(MessageType type, std::uint16_t dty, std::uint16_t stc) {
  switch (type) {
    case MessageType::heartbeat_PI:
      return {SignalKind::heartbeat, alarm_code(dty), heartbeat_condition(stc), true};
    case MessageType::reset_RE:
      return classify_reset(dty, stc);
    case MessageType::alarm_ME:
      return classify_message(dty, stc);
    case MessageType::information_IN:
      break;
  }
  VARDE_ASSERT(type == MessageType::information_IN);
  Meaning meaning = classify_message(dty, stc);
  // An update of what is going on is no new alarm; trouble with the equipment is, whichever way it
  // is told.
  if (meaning.kind == SignalKind::alarm) meaning.kind = SignalKind::event;
  return meaning;
}

}  // namespace varde::alarm::scaip
