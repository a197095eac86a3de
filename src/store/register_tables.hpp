#pragma once

#include "access/records.hpp"
#include "store/row.hpp"

// The register's tables (sql/*/store/0002_register.sql).
namespace varde::store {

template <>
struct Table<access::MunicipalityRow> {
  static constexpr auto kName = "municipality";
  static constexpr auto kKey = "number";
  static void columns(auto& m, auto&& visit) {
    visit("number", m.municipality);
    visit("name", m.name);
    visit("organisation_number", m.organisation_number);
    visit("inhabitants", m.inhabitants);
    visit("latitude", m.latitude);
    visit("longitude", m.longitude);
  }
};

struct KeptUser {
  care::ServiceUser user;  ///< without contacts and instructions
  std::string search;      ///< the folded name
};
template <>
struct Table<KeptUser> {
  static constexpr auto kName = "service_user";
  static constexpr auto kKey = "id";
  static void columns(auto& r, auto&& visit) {
    auto& u = r.user;
    visit("id", u.id);
    visit("national_id", u.national_id);
    visit("name", u.name);
    visit("search", r.search);
    visit("born", u.born);
    visit("sex", u.sex);
    visit("municipality", u.municipality);
    visit("home", u.address.home);
    visit("address_line", u.address.line);
    visit("postal_code", u.address.postal_code);
    visit("city", u.address.city);
    visit("latitude", u.address.latitude);
    visit("longitude", u.address.longitude);
    visit("phone", u.phone);
    visit("language", u.language);
    visit("key_box", u.access.key_box);
    visit("e_lock", u.access.e_lock);
    visit("door", u.access.door);
    visit("plan", u.plan);
  }
};

/// A service user in a list.
struct KeptBrief {
  access::UserBrief brief;
  std::string search;
};
template <>
struct Table<KeptBrief> {
  static constexpr auto kName = "service_user";
  static constexpr auto kKey = "id";
  static void columns(auto& r, auto&& visit) {
    visit("id", r.brief.id);
    visit("name", r.brief.name);
    visit("born", r.brief.born);
    visit("sex", r.brief.sex);
    visit("municipality", r.brief.municipality);
    visit("city", r.brief.city);
    visit("search", r.search);
  }
};

struct ContactRow {
  std::string owner;  ///< a user's id or a municipality's number
  std::uint32_t number = 0;
  care::Contact contact;
};
template <>
struct Table<ContactRow> {
  static constexpr auto kName = "contact";
  static constexpr auto kKey = "owner, number";
  static void columns(auto& r, auto&& visit) {
    visit("owner", r.owner);
    visit("number", r.number);
    visit("id", r.contact.id);
    visit("kind", r.contact.kind);
    visit("name", r.contact.name);
    visit("relation", r.contact.relation);
    visit("phone", r.contact.phone);
    visit("has_key", r.contact.has_key);
  }
};

struct InstructionRow {
  std::string owner;
  std::uint32_t number = 0;
  care::Instruction instruction;
};
template <>
struct Table<InstructionRow> {
  static constexpr auto kName = "instruction";
  static constexpr auto kKey = "owner, number";
  static void columns(auto& r, auto&& visit) {
    visit("owner", r.owner);
    visit("number", r.number);
    visit("title", r.instruction.title);
    visit("text", r.instruction.text);
  }
};

/// Name, role and scope, in the columns of an account or a key.
void actor_columns(auto& actor, auto&& visit) {
  visit("actor", actor.id);
  visit("name", actor.name);
  visit("role", actor.role);
  visit("scope", actor.municipalities);
}

template <>
struct Table<access::Account> {
  static constexpr auto kName = "account";
  static constexpr auto kKey = "login";
  static void columns(auto& a, auto&& visit) {
    visit("login", a.login);
    actor_columns(a.actor, visit);
    visit("password_hash", a.password_hash);
  }
};
template <>
struct Table<access::ApiKey> {
  static constexpr auto kName = "api_key";
  static constexpr auto kKey = "key_hash";
  static void columns(auto& k, auto&& visit) {
    visit("key_hash", k.key_hash);
    visit("key_name", k.name);
    actor_columns(k.actor, visit);
  }
};
template <>
struct Table<access::DeviceSecret> {
  static constexpr auto kName = "device_secret";
  static constexpr auto kKey = "address";
  static void columns(auto& s, auto&& visit) {
    visit("address", s.address);
    visit("ha1", s.ha1);
  }
};

}  // namespace varde::store
