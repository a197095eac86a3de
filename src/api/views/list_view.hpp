#pragma once

#include "api/views/care_view.hpp"

// Rows of the console's lists.
namespace varde::api {

struct UserRow {
  UserId id;
  std::string name;
  int age = 0;
  care::Sex sex{};
  tenancy::Municipality municipality;
  std::string municipality_name;
  std::string city;
  std::uint32_t open_alarms = 0;

  static constexpr std::string_view kName = "ServiceUserRow";
  static constexpr std::string_view kDoc = "A person in a list: no address, no number.";
  static constexpr auto fields() {
    using U = UserRow;
    return std::tuple{field("id", &U::id, "Of the person"),
                      field("name", &U::name, "Full name"),
                      field("age", &U::age, "Whole years"),
                      field("sex", &U::sex, "As registered"),
                      field("municipality", &U::municipality, "Where the service is granted"),
                      field("municipality_name", &U::municipality_name, "The same, by name"),
                      field("city", &U::city, "Postal town"),
                      field("open_alarms", &U::open_alarms, "Cases not closed")};
  }
};

struct AccessActor {
  ActorId id;
  std::string name;
  tenancy::Role role{};

  static constexpr std::string_view kName = "AccessActor";
  static constexpr std::string_view kDoc = "Who looked.";
  static constexpr auto fields() {
    return std::tuple{field("id", &AccessActor::id, "Of the actor"),
                      field("name", &AccessActor::name, "As shown"),
                      field("role", &AccessActor::role, "At that time")};
  }
};

struct AccessLine {
  Instant at{};
  AccessActor actor;
  tenancy::Act action{};
  Text purpose;
  std::optional<std::string> reason;
  bool allowed = false;

  static constexpr std::string_view kName = "AccessLine";
  static constexpr std::string_view kDoc = "One look at a person, or an attempt.";
  static constexpr auto fields() {
    using A = AccessLine;
    return std::tuple{field("at", &A::at, "When"),
                      field("actor", &A::actor, "Who"),
                      field("action", &A::action, "What was done"),
                      field("purpose", &A::purpose, "On what basis, or why it was refused"),
                      field("reason", &A::reason, "As stated; null when none was"),
                      field("allowed", &A::allowed, "False: an attempt")};
  }
};

struct ReasonRequest {
  std::string reason;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "Reason";
  static constexpr std::string_view kDoc = "Why a person is looked at without an open alarm.";
  static constexpr auto fields() {
    return std::tuple{field("reason", &ReasonRequest::reason, "3 to 500 bytes; kept and shown")};
  }
};

struct AssignmentView {
  UserId service_user_id;
  Instant from{};
  std::optional<Instant> to;

  static constexpr std::string_view kName = "Assignment";
  static constexpr std::string_view kDoc = "One period of a device at a person.";
  static constexpr auto fields() {
    using A = AssignmentView;
    return std::tuple{field("service_user_id", &A::service_user_id, "Who had it"),
                      field("from", &A::from, "First moment"),
                      field("to", &A::to, "Exclusive; null until further notice")};
  }
};

struct DeviceDetail {
  DeviceView device;
  std::vector<AssignmentView> assignments;
  std::vector<AlarmView> alarms;

  static constexpr std::string_view kName = "DeviceDetail";
  static constexpr std::string_view kDoc = "A device, who has had it and what came from it.";
  static constexpr auto fields() {
    using D = DeviceDetail;
    return std::tuple{field("device", &D::device, "As it is now"),
                      field("assignments", &D::assignments, "Newest first"),
                      field("alarms", &D::alarms, "Newest first, at most 20")};
  }
};

struct MunicipalityView {
  tenancy::Municipality number;
  std::string name;
  std::uint32_t inhabitants = 0;
  std::uint32_t service_users = 0;
  std::uint32_t devices = 0;
  std::uint32_t open_alarms = 0;
  std::uint32_t lost_contact = 0;

  static constexpr std::string_view kName = "Municipality";
  static constexpr std::string_view kDoc = "A municipality and its counts now.";
  static constexpr auto fields() {
    using M = MunicipalityView;
    return std::tuple{field("number", &M::number, "Four digits (kommunenummer)"),
                      field("name", &M::name, "Official name"),
                      field("inhabitants", &M::inhabitants, "As registered"),
                      field("service_users", &M::service_users, "With the service"),
                      field("devices", &M::devices, "In use"),
                      field("open_alarms", &M::open_alarms, "Cases not closed"),
                      field("lost_contact", &M::lost_contact, "Devices silent beyond their limit")};
  }
};

struct TeamView {
  ContactId id;
  std::string name;
  std::string phone;

  static constexpr std::string_view kName = "Team";
  static constexpr std::string_view kDoc = "Somebody the municipality sends.";
  static constexpr auto fields() {
    return std::tuple{field("id", &TeamView::id, "Of the contact"),
                      field("name", &TeamView::name, "As registered"),
                      field("phone", &TeamView::phone, "As dialled")};
  }
};

struct WebhookView {
  bool configured = false;
  std::uint32_t waiting = 0;
  std::uint32_t dead = 0;

  static constexpr std::string_view kName = "Webhook";
  static constexpr std::string_view kDoc = "What waits to be told to the municipality's systems.";
  static constexpr auto fields() {
    using W = WebhookView;
    return std::tuple{
        field("configured", &W::configured, "There is a receiver"),
        field("waiting", &W::waiting, "Messages not delivered yet, of the first 1,000"),
        field("dead", &W::dead, "Messages given up, of the first 1,000")};
  }
};

struct MunicipalityDetail : MunicipalityView {
  std::string organisation_number;
  std::vector<TeamView> home_care_teams;
  std::optional<TeamView> on_call;
  std::optional<WebhookView> webhook;
  std::vector<AlarmView> open;
  double lat = 0;
  double lon = 0;

  static constexpr std::string_view kName = "MunicipalityDetail";
  static constexpr std::string_view kDoc = "A municipality, who it sends, and its open alarms.";
  static constexpr auto fields() {
    using M = MunicipalityDetail;
    return std::tuple_cat(
        inherited<M>(MunicipalityView::fields()),
        std::tuple{field("organisation_number", &M::organisation_number, "Nine digits"),
                   field("home_care_teams", &M::home_care_teams, "In the register's order"),
                   field("on_call", &M::on_call, "Null when there is none"),
                   field("webhook", &M::webhook, "Null for roles that do not manage the outbox"),
                   field("open", &M::open,
                         "Most urgent first, at most 50; empty for roles without alarms"),
                   field("lat", &M::lat, "Of its centre, WGS 84 degrees"),
                   field("lon", &M::lon, "Of its centre, WGS 84 degrees")});
  }
};

}  // namespace varde::api
