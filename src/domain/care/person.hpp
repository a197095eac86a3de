#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/tenancy/municipality.hpp"

// Persons live in the store only: never in the journal, a log line or a metric.
namespace varde::care {

enum class Sex : std::uint8_t { unknown, female, male };
std::string_view to_string(Sex sex);

struct Address {
  HomeId home;  ///< two people in one home share it
  std::string line;
  std::string postal_code;
  std::string city;
  double latitude = 0;  ///< WGS 84 degrees; 0,0 = not known
  double longitude = 0;
};

/// A relative, a home-care team or an on-call service.
struct Contact {
  ContactId id;
  std::string kind;  ///< "next_of_kin", "home_care_team", "on_call": the words of care::Target
  std::string name;
  std::string relation;  ///< "datter", "nabo"; empty for a team
  std::string phone;     ///< as dialled, "+4775000000"
  bool has_key = false;
};

struct Instruction {
  std::string title;
  std::string text;
};

/// How to get in.
struct HomeAccess {
  std::string key_box;
  std::string e_lock;
  std::string door;
};

/// A service user (tjenestemottaker).
struct ServiceUser {
  UserId id;
  std::string national_id;  ///< synthetic series only (month + 80) outside real operation
  std::string name;
  std::chrono::year_month_day born;
  Sex sex = Sex::unknown;
  tenancy::Municipality municipality;
  Address address;
  std::string phone;
  std::string language = "nb";
  std::vector<Contact> contacts;  ///< in the order they are to be called
  std::vector<Instruction> instructions;
  HomeAccess access;
  std::optional<PlanId> plan;
};

/// Whole years at `t`, by the Norwegian calendar date.
int age_at(std::chrono::year_month_day born, Instant t);

}  // namespace varde::care
