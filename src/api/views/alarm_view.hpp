#pragma once

#include "api/views/common.hpp"

namespace varde::api {

/// Enough of a person to act on in a queue, too little to know who.
struct UserBriefView {
  care::Sex sex = care::Sex::unknown;
  int age = 0;

  static constexpr std::string_view kName = "ServiceUserBrief";
  static constexpr std::string_view kDoc =
      "Enough of a person to act on in a queue, too little to know who.";
  static constexpr auto fields() {
    return std::tuple{field("sex", &UserBriefView::sex, "As registered"),
                      field("age", &UserBriefView::age, "Whole years")};
  }
};

struct ResponderRef {
  care::Target kind{};
  std::optional<std::string> name;

  static constexpr std::string_view kName = "ResponderRef";
  static constexpr std::string_view kDoc = "Who was asked to go.";
  static constexpr auto fields() {
    return std::tuple{
        field("kind", &ResponderRef::kind, "Which sort of responder"),
        field("name", &ResponderRef::name, "Of a team or on-call service; null for next of kin")};
  }
};

struct StepView {
  int index = 0;
  int count = 0;
  care::Target target{};
  Text label;
  Instant started_at{};
  std::optional<Instant> deadline;

  static constexpr std::string_view kName = "PlanStepNow";
  static constexpr std::string_view kDoc = "The step of the response plan that is in force now.";
  static constexpr auto fields() {
    return std::tuple{field("index", &StepView::index, "From 0"),
                      field("count", &StepView::count, "Steps in the plan"),
                      field("target", &StepView::target, "Who is to act"),
                      field("label", &StepView::label, "Who is to act, in words"),
                      field("started_at", &StepView::started_at, "When the step began"),
                      field("deadline", &StepView::deadline,
                            "When it escalates if nobody acts; null when nothing is timed")};
  }
};

struct AlarmView {
  AlarmId id;
  alarm::SignalKind kind{};
  std::string code;
  Text code_text;
  std::string raw_code;
  alarm::Protocol protocol{};
  tenancy::Municipality municipality;
  std::string municipality_name;
  std::optional<DeviceId> device_id;
  std::optional<UserId> service_user_id;
  std::optional<UserBriefView> service_user_brief;
  std::optional<Text> location;
  alarm::State state{};
  int priority = 0;
  Instant received_at{};
  Instant changed_at{};
  std::optional<ActorRef> handler;
  std::optional<ResponderRef> responder;
  std::uint32_t repeats = 0;
  Instant last_signal_at{};
  std::optional<Instant> reset_at;
  std::optional<StepView> step;
  int escalations = 0;
  std::optional<alarm::Outcome> outcome;
  std::optional<std::string> outcome_text;
  bool understood = true;
  bool note_required = false;
  std::uint32_t version = 0;

  static constexpr std::string_view kName = "Alarm";
  static constexpr std::string_view kDoc = "An open or closed case, without the person's details.";
  static constexpr auto fields() {
    using A = AlarmView;
    return std::tuple{
        field("id", &A::id, "ULID of the signal that opened it"),
        field("kind", &A::kind, "alarm (a person may be in need) or technical"),
        field("code", &A::code, "Of the national event list, vkp-alert-code-v090"),
        field("code_text", &A::code_text, "The code in words"),
        field("raw_code", &A::raw_code, "As the device's protocol had it"),
        field("protocol", &A::protocol, "How it came in"),
        field("municipality", &A::municipality, "Four digits; 0000 for an unknown device"),
        field("municipality_name", &A::municipality_name, "Empty for an unknown device"),
        field("device_id", &A::device_id, "Null for an unknown device"),
        field("service_user_id", &A::service_user_id, "Null when no person is tied to the device"),
        field("service_user_brief", &A::service_user_brief, "Sex and age; null when not known"),
        field("location", &A::location, "Where in the home; null when the device did not say"),
        field("state", &A::state, "Where in its course the case is"),
        field("priority", &A::priority, "1 most urgent to 5"),
        field("received_at", &A::received_at, "First signal"),
        field("changed_at", &A::changed_at, "Latest change"),
        field("handler", &A::handler, "Who has it; null when nobody"),
        field("responder", &A::responder, "Who was sent; null when nobody"),
        field("repeats", &A::repeats, "Signals after the first that joined the case"),
        field("last_signal_at", &A::last_signal_at, "Latest signal from the device"),
        field("reset_at", &A::reset_at, "When the device withdrew it; a person still has to look"),
        field("step", &A::step, "Of the response plan; null when closed"),
        field("escalations", &A::escalations, "Steps that ran out unanswered"),
        field("outcome", &A::outcome, "What it turned out to be; null until known"),
        field("outcome_text", &A::outcome_text, "What the operator wrote for it; null in lists"),
        field("understood", &A::understood, "False: an operator must read the raw text"),
        field("note_required", &A::note_required, "Closing it demands a note"),
        field("version", &A::version, "Counts every change"),
    };
  }
};

/// A list of alarms, and where in the live feed it belongs.
struct AlarmPage {
  std::vector<AlarmView> items;
  std::optional<std::string> next_cursor;
  std::uint64_t position = 0;

  static constexpr std::string_view kName = "AlarmPage";
  static constexpr std::string_view kDoc = "One page of alarms.";
  static constexpr auto fields() {
    return std::tuple{
        field("items", &AlarmPage::items, "Open: most urgent first; otherwise newest first"),
        field("next_cursor", &AlarmPage::next_cursor, "For the next page; null at the end"),
        field("position", &AlarmPage::position,
              "The list holds every live change up to here; may be given as since to the feed")};
  }
};

}  // namespace varde::api
