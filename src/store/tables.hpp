#pragma once

#include "access/records.hpp"
#include "store/row.hpp"

// The read models' tables (sql/*/store/0001_operation.sql). The register's are in
// register_tables.hpp.
namespace varde::store {

template <>
struct Table<alarm::Alarm> {
  static constexpr auto kName = "alarm";
  static constexpr auto kKey = "id";
  static void columns(auto& a, auto&& visit) {
    visit("id", a.id);
    visit("kind", a.kind);
    visit("code", a.code);
    visit("raw_code", a.raw_code);
    visit("protocol", a.protocol);
    visit("address", a.address);
    visit("device", a.device);
    visit("person", a.user);
    visit("home", a.home);
    visit("municipality", a.municipality);
    visit("location", a.location);
    visit("understood", a.understood);
    visit("condition", a.condition);
    visit("state", a.state);
    visit("priority", a.priority);
    visit("received_at", a.received_at);
    visit("changed_at", a.changed_at);
    visit("last_signal_at", a.last_signal_at);
    visit("repeats", a.repeats);
    visit("reset_at", a.reset_at);
    visit("handler", a.handler);
    visit("handler_seen_at", a.handler_seen_at);
    visit("first_taken_at", a.first_taken_at);
    visit("responder", a.responder);
    visit("seen_by_person", a.seen_by_person);
    visit("plan", a.plan);
    visit("step", a.step);
    visit("step_started_at", a.step_started_at);
    visit("step_deadline", a.step_deadline);
    visit("escalations", a.escalations);
    visit("outcome", a.outcome);
    visit("has_note", a.has_note);
    visit("closed_at", a.closed_at);
    visit("version", a.version);
  }
};

struct LogRow {
  AlarmId alarm;
  std::uint32_t number = 0;  ///< within the entry
  access::LogLine line;
};
template <>
struct Table<LogRow> {
  static constexpr auto kName = "alarm_log";
  static constexpr auto kKey = "alarm, position, number";
  static void columns(auto& r, auto&& visit) {
    visit("alarm", r.alarm);
    visit("position", r.line.position);
    visit("number", r.number);
    visit("at", r.line.at);
    visit("step", r.line.step);
    visit("actor", r.line.actor);
    visit("to_actor", r.line.to);
    visit("responder", r.line.responder);
    visit("plan_step", r.line.plan_step);
    visit("note", r.line.note);
  }
};

struct KeptSignal {
  access::SignalRow row;
  std::optional<DeviceId> device;
};
template <>
struct Table<KeptSignal> {
  static constexpr auto kName = "signal";
  static constexpr auto kKey = "position";
  static void columns(auto& s, auto&& visit) {
    visit("position", s.row.position);
    visit("at", s.row.at);
    visit("id", s.row.signal.id);
    visit("kind", s.row.signal.kind);
    visit("protocol", s.row.signal.protocol);
    visit("address", s.row.signal.address);
    visit("code", s.row.signal.code);
    visit("raw_code", s.row.signal.raw_code);
    visit("location", s.row.signal.location);
    visit("condition", s.row.signal.condition);
    visit("understood", s.row.signal.understood);
    visit("device_time", s.row.signal.device_time);
    visit("device", s.device);
    visit("alarm", s.row.alarm);
    visit("text", s.row.text);
  }
};

void device_columns(auto& d, auto&& visit) {
  visit("id", d.id);
  visit("address", d.address);
  visit("model", d.model);
  visit("municipality", d.municipality);
  visit("state", d.state);
  visit("person", d.user);
  visit("home", d.home);
  visit("plan", d.plan);
  visit("assigned_from", d.assigned_from);
  visit("assigned_to", d.assigned_to);
  visit("silence_limit", d.silence_limit);
}
/// A device as people have set it up. What it says of itself is in other columns of the row, and
/// left alone.
struct KeptDevice {
  care::Device device;
  std::string search;  ///< address and model, folded
};
template <>
struct Table<KeptDevice> {
  static constexpr auto kName = "device";
  static constexpr auto kKey = "id";
  static void columns(auto& r, auto&& visit) {
    device_columns(r.device, visit);
    visit("search", r.search);
  }
};
template <>
struct Table<access::DeviceRow> {
  static constexpr auto kName = "device";
  static constexpr auto kKey = "id";
  static void columns(auto& r, auto&& visit) {
    device_columns(r.device, visit);
    visit("heard_at", r.heard_at);
    visit("battery", r.battery);
    visit("mains", r.mains);
    visit("contact_lost", r.contact_lost);
  }
};

struct AssignmentRow {
  DeviceId device;
  access::Assignment assignment;
};
template <>
struct Table<AssignmentRow> {
  static constexpr auto kName = "assignment";
  static constexpr auto kKey = "device, from_at";
  static void columns(auto& r, auto&& visit) {
    visit("device", r.device);
    visit("from_at", r.assignment.from);
    visit("person", r.assignment.user);
    visit("home", r.assignment.home);
    visit("to_at", r.assignment.to);
  }
};

struct PlanRow {
  PlanId id;
  std::int8_t priority_shift = 0;
};
template <>
struct Table<PlanRow> {
  static constexpr auto kName = "plan";
  static constexpr auto kKey = "id";
  static void columns(auto& p, auto&& visit) {
    visit("id", p.id);
    visit("priority_shift", p.priority_shift);
  }
};
struct PlanStepRow {
  PlanId plan;
  std::uint32_t number = 0;
  care::PlanStep step;
};
template <>
struct Table<PlanStepRow> {
  static constexpr auto kName = "plan_step";
  static constexpr auto kKey = "plan, number";
  static void columns(auto& r, auto&& visit) {
    visit("plan", r.plan);
    visit("number", r.number);
    visit("target", r.step.target);
    visit("contact", r.step.contact);
    visit("limit_ms", r.step.limit);
    visit("weekdays", r.step.hours.weekdays);
    visit("from_minute", r.step.hours.from);
    visit("until_minute", r.step.hours.until);
  }
};

struct AccessEntry {
  engine::Position position = 0;
  access::AccessRow row;
};
template <>
struct Table<AccessEntry> {
  static constexpr auto kName = "access";
  static constexpr auto kKey = "position";
  static void columns(auto& e, auto&& visit) {
    visit("position", e.position);
    visit("at", e.row.at);
    visit("actor", e.row.record.actor);
    visit("role", e.row.record.role);
    visit("act", e.row.record.act);
    visit("municipality", e.row.record.municipality);
    visit("person", e.row.record.person);
    visit("alarm", e.row.record.alarm);
    visit("basis", e.row.record.basis);
    visit("refusal", e.row.record.refusal);
    visit("reason", e.row.reason);
  }
};

}  // namespace varde::store
