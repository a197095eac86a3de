#pragma once

#include "api/views/alarm_view.hpp"

namespace varde::api {

struct AddressView {
  std::string line;
  std::string postal_code;
  std::string city;
  std::optional<double> lat;
  std::optional<double> lon;
  HomeId home_id;

  static constexpr std::string_view kName = "Address";
  static constexpr std::string_view kDoc = "Where a person lives.";
  static constexpr auto fields() {
    using A = AddressView;
    return std::tuple{field("line", &A::line, "Street and number"),
                      field("postal_code", &A::postal_code, "Four digits"),
                      field("city", &A::city, "Postal town"),
                      field("lat", &A::lat, "WGS 84 degrees; null when not known"),
                      field("lon", &A::lon, "WGS 84 degrees; null when not known"),
                      field("home_id", &A::home_id, "Shared by people of one home")};
  }
};

struct ContactView {
  int order = 0;
  ContactId id;
  std::string name;
  std::string relation;
  std::string phone;
  bool has_key = false;

  static constexpr std::string_view kName = "Contact";
  static constexpr std::string_view kDoc = "A relative or neighbour, in the order of calling.";
  static constexpr auto fields() {
    using C = ContactView;
    return std::tuple{field("order", &C::order, "From 1"),
                      field("id", &C::id, "Of the contact"),
                      field("name", &C::name, "Full name"),
                      field("relation", &C::relation, "As registered"),
                      field("phone", &C::phone, "As dialled"),
                      field("has_key", &C::has_key, "Can let somebody in")};
  }
};

struct InstructionView {
  std::string title;
  std::string text;

  static constexpr std::string_view kName = "Instruction";
  static constexpr std::string_view kDoc = "What helpers need to know.";
  static constexpr auto fields() {
    return std::tuple{field("title", &InstructionView::title, "A few words"),
                      field("text", &InstructionView::text, "The instruction")};
  }
};

struct HomeAccessView {
  std::optional<std::string> key_box;
  std::optional<std::string> e_lock;
  std::optional<std::string> door;

  static constexpr std::string_view kName = "HomeAccess";
  static constexpr std::string_view kDoc = "How to get in.";
  static constexpr auto fields() {
    return std::tuple{field("key_box", &HomeAccessView::key_box, "Where it is and its code"),
                      field("e_lock", &HomeAccessView::e_lock, "Which electronic lock"),
                      field("door", &HomeAccessView::door, "Which door, and how")};
  }
};

struct DeviceView {
  DeviceId id;
  std::string address;
  std::string model;
  Text kind;
  tenancy::Municipality municipality;
  std::string municipality_name;
  std::optional<UserId> service_user_id;
  std::optional<std::string> service_user_name;
  std::optional<Text> placement;
  care::DeviceState state{};
  std::optional<Instant> last_heard_at;
  bool lost_contact = false;
  std::optional<std::string> battery;
  std::optional<std::string> mains;
  std::optional<Instant> assigned_from;
  std::optional<Instant> assigned_to;
  std::uint32_t open_alarms = 0;

  static constexpr std::string_view kName = "Device";
  static constexpr std::string_view kDoc = "A device and what it last said of itself.";
  static constexpr auto fields() {
    using D = DeviceView;
    return std::tuple{field("id", &D::id, "Of the device"),
                      field("address", &D::address, "In its protocol, with the scheme"),
                      field("model", &D::model, "Maker's name for it"),
                      field("kind", &D::kind, "By the protocol it speaks"),
                      field("municipality", &D::municipality, "Whose it is"),
                      field("municipality_name", &D::municipality_name, "Whose it is, by name"),
                      field("service_user_id", &D::service_user_id, "Null when nobody has it"),
                      field("service_user_name", &D::service_user_name,
                            "Only where the person is open to the reader"),
                      field("placement", &D::placement,
                            "Where in the home, as its alarm said; null when not said"),
                      field("state", &D::state, "In store, in use or withdrawn"),
                      field("last_heard_at", &D::last_heard_at, "Latest signal of any kind"),
                      field("lost_contact", &D::lost_contact, "Silent for longer than its limit"),
                      field("battery", &D::battery, "ok, low or null (not said)"),
                      field("mains", &D::mains, "ok, failed or null (not said)"),
                      field("assigned_from", &D::assigned_from, "Of the assignment in force"),
                      field("assigned_to", &D::assigned_to, "Exclusive; null until further notice"),
                      field("open_alarms", &D::open_alarms, "Cases not closed")};
  }
};

struct PlanStepView {
  care::Target target{};
  Text label;
  std::optional<int> limit_s;
  std::optional<Text> hours;
  bool active_now = false;
  bool current = false;

  static constexpr std::string_view kName = "PlanStep";
  static constexpr std::string_view kDoc = "One step of a response plan.";
  static constexpr auto fields() {
    using P = PlanStepView;
    return std::tuple{
        field("target", &P::target, "Who is to act"),
        field("label", &P::label, "Who is to act, in words"),
        field("limit_s", &P::limit_s, "Seconds before the next step; null for the last"),
        field("hours", &P::hours, "When the step counts; null at all hours"),
        field("active_now", &P::active_now, "Its hours hold now"),
        field("current", &P::current, "The alarm is at this step")};
  }
};

struct PlanView {
  PlanId id;
  std::string name;
  std::vector<PlanStepView> steps;

  static constexpr std::string_view kName = "ResponsePlan";
  static constexpr std::string_view kDoc = "Who is to be asked, in order.";
  static constexpr auto fields() {
    return std::tuple{field("id", &PlanView::id, "All zeros for the standard plan"),
                      field("name", &PlanView::name, "In bokmål"),
                      field("steps", &PlanView::steps, "In order")};
  }
};

struct ServiceUserView {
  UserId id;
  std::string name;
  Date born{};
  int age = 0;
  care::Sex sex{};
  tenancy::Municipality municipality;
  std::string municipality_name;
  AddressView address;
  std::optional<std::string> phone;
  std::string language;
  std::vector<ContactView> contacts;
  std::vector<InstructionView> instructions;
  HomeAccessView access;
  std::vector<DeviceView> devices;
  std::vector<AlarmView> alarms;
  std::optional<PlanView> plan;

  static constexpr std::string_view kName = "ServiceUser";
  static constexpr std::string_view kDoc = "A person's details. Every look is recorded.";
  static constexpr auto fields() {
    using U = ServiceUserView;
    return std::tuple{field("id", &U::id, "Of the person"),
                      field("name", &U::name, "Full name"),
                      field("born", &U::born, "Date of birth"),
                      field("age", &U::age, "Whole years"),
                      field("sex", &U::sex, "As registered"),
                      field("municipality", &U::municipality, "Where the service is granted"),
                      field("municipality_name", &U::municipality_name, "The same, by name"),
                      field("address", &U::address, "Home"),
                      field("phone", &U::phone, "Null when there is none"),
                      field("language", &U::language, "BCP 47"),
                      field("contacts", &U::contacts, "Next of kin, in the order of calling"),
                      field("instructions", &U::instructions, "What helpers need to know"),
                      field("access", &U::access, "How to get in"),
                      field("devices", &U::devices, "In use"),
                      field("alarms", &U::alarms, "Newest first, at most 20"),
                      field("plan", &U::plan, "Null: the standard plan")};
  }
};

}  // namespace varde::api
