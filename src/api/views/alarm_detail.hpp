#pragma once

#include "api/views/care_view.hpp"

namespace varde::api {

struct LogLineView {
  Instant at{};
  std::optional<ActorRef> actor;
  alarm::Step event{};
  std::string vkp_event;
  Text text;
  std::optional<std::string> note;

  static constexpr std::string_view kName = "AlarmLogLine";
  static constexpr std::string_view kDoc = "One thing that happened to an alarm.";
  static constexpr auto fields() {
    using L = LogLineView;
    return std::tuple{field("at", &L::at, "When"),
                      field("actor", &L::actor, "Null: a device or a rule"),
                      field("event", &L::event, "What happened"),
                      field("vkp_event", &L::vkp_event, "Code of vkp-composition-event-v090"),
                      field("text", &L::text, "What happened, in words"),
                      field("note", &L::note, "Words of the operator or the device")};
  }
};

struct ResponderView {
  care::Target kind{};
  ContactId id;
  std::string name;
  std::string phone;
  std::optional<std::string> relation;

  static constexpr std::string_view kName = "Responder";
  static constexpr std::string_view kDoc = "Somebody who can be sent.";
  static constexpr auto fields() {
    using R = ResponderView;
    return std::tuple{field("kind", &R::kind, "Which sort"), field("id", &R::id, "Of the contact"),
                      field("name", &R::name, "As registered"),
                      field("phone", &R::phone, "As dialled"),
                      field("relation", &R::relation, "Of a next of kin; null otherwise")};
  }
};

struct CallTarget {
  std::string label;
  std::string uri;

  static constexpr std::string_view kName = "CallTarget";
  static constexpr std::string_view kDoc = "Where a call to the home goes.";
  static constexpr auto fields() {
    return std::tuple{field("label", &CallTarget::label, "What is called"),
                      field("uri", &CallTarget::uri, "tel: or sip:")};
  }
};

struct OperatorView {
  ActorId id;
  std::string name;
  tenancy::Role role{};
  bool online = false;

  static constexpr std::string_view kName = "Operator";
  static constexpr std::string_view kDoc = "Somebody an alarm can be handed over to.";
  static constexpr auto fields() {
    using O = OperatorView;
    return std::tuple{field("id", &O::id, "Of the actor"), field("name", &O::name, "As shown"),
                      field("role", &O::role, "What the actor may do"),
                      field("online", &O::online, "Has a console connected now")};
  }
};

struct AlarmDetail {
  AlarmView alarm;
  std::vector<LogLineView> log;
  std::optional<ServiceUserView> person;
  std::optional<Text> person_withheld;
  std::optional<DeviceView> device;
  std::vector<ResponderView> responders;
  std::optional<PlanView> plan;
  std::vector<AlarmView> earlier;
  std::vector<AlarmView> same_home;
  std::optional<CallTarget> call_target;
  std::optional<std::string> signal_text;
  std::vector<OperatorView> operators;

  static constexpr std::string_view kName = "AlarmDetail";
  static constexpr std::string_view kDoc = "An alarm and all that helps to handle it.";
  static constexpr auto fields() {
    using D = AlarmDetail;
    return std::tuple{
        field("alarm", &D::alarm, "The case"),
        field("log", &D::log, "Oldest first"),
        field("person", &D::person, "Null when nobody is tied to it, or the policy refuses"),
        field("person_withheld", &D::person_withheld, "Why the person is not shown"),
        field("device", &D::device, "Null for an unknown device"),
        field("responders", &D::responders, "Teams first, then next of kin in order"),
        field("plan", &D::plan, "With the current step marked"),
        field("earlier", &D::earlier, "Of the same person or device, newest first, at most 20"),
        field("same_home", &D::same_home, "Other open alarms of the home"),
        field("call_target", &D::call_target, "Null when no number is known"),
        field("signal_text", &D::signal_text, "What the device wrote; null when nothing"),
        field("operators", &D::operators, "For handing over")};
  }
};

struct ActionResponder {
  care::Target kind{};
  ContactId id;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "ActionResponder";
  static constexpr std::string_view kDoc = "Who is sent.";
  static constexpr auto fields() {
    return std::tuple{field("kind", &ActionResponder::kind, "Which sort"),
                      field("id", &ActionResponder::id, "Of the contact")};
  }
};

struct ActionRequest {
  alarm::Action action{};
  std::optional<ActorId> to;
  std::optional<ActionResponder> responder;
  std::optional<alarm::Outcome> outcome;
  std::optional<std::string> outcome_text;
  std::optional<std::string> note;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "AlarmAction";
  static constexpr std::string_view kDoc = "What to do with an alarm.";
  static constexpr auto fields() {
    using R = ActionRequest;
    return std::tuple{
        field("action", &R::action, "reopen undoes a close, within 10 minutes"),
        field("to", &R::to, "For hand_over: who takes over"),
        field("responder", &R::responder, "For send_to"),
        field("outcome", &R::outcome, "For resolve and close"),
        field("outcome_text", &R::outcome_text, "For the outcome other; kept as a note"),
        field("note", &R::note, "At most 4,000 bytes")};
  }
};

struct ActionResult {
  AlarmView alarm;

  static constexpr std::string_view kName = "AlarmActionResult";
  static constexpr std::string_view kDoc = "The alarm after the action.";
  static constexpr auto fields() {
    return std::tuple{field("alarm", &ActionResult::alarm, "As it is now")};
  }
};

}  // namespace varde::api
