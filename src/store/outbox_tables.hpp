#pragma once

#include "access/outbox.hpp"
#include "access/records.hpp"
#include "store/row.hpp"

// The outbox's table (sql/*/store/0003_outbox.sql), as a sender and as a person sees it.
namespace varde::store {

template <>
struct Table<access::OutboxMessage> {
  static constexpr auto kName = "outbox";
  static constexpr auto kKey = "id";
  static void columns(auto& m, auto&& visit) {
    visit("id", m.id);
    visit("municipality", m.municipality);
    visit("kind", m.kind);
    visit("idempotency_key", m.idempotency_key);
    visit("body", m.body);
    visit("created_at", m.created_at);
    visit("attempts", m.attempts);
  }
};
template <>
struct Table<access::OutboxRow> {
  static constexpr auto kName = "outbox";
  static constexpr auto kKey = "id";
  static void columns(auto& r, auto&& visit) {
    visit("id", r.id);
    visit("municipality", r.municipality);
    visit("kind", r.kind);
    visit("created_at", r.created_at);
    visit("attempts", r.attempts);
    visit("next_attempt_at", r.next_attempt_at);
    visit("last_error", r.last_error);
  }
};

/// A message on its way in: the database numbers it.
struct NewMessage {
  access::OutboxMessage message;
};
template <>
struct Table<NewMessage> {
  static constexpr auto kName = "outbox";
  static constexpr auto kKey = "idempotency_key";
  static void columns(auto& n, auto&& visit) {
    visit("idempotency_key", n.message.idempotency_key);
    visit("municipality", n.message.municipality);
    visit("kind", n.message.kind);
    visit("body", n.message.body);
    visit("created_at", n.message.created_at);
    visit("next_attempt_at", n.message.created_at);
  }
};

}  // namespace varde::store
