#include "store/messages.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace varde::store {
namespace {

using Json = nlohmann::ordered_json;

template <class Tag>
Json id_or_null(const std::optional<Id<Tag>>& id) {
  return id ? Json(to_string(*id)) : Json(nullptr);
}

}  // namespace

access::OutboxMessage alarm_message(const engine::Effect& effect, const engine::AlarmLogged& line,
                                    std::uint32_t number, const alarm::Alarm& alarm) {
  const auto kind = fmt::format("alarm.{}", alarm::to_string(line.step));
  const auto key = fmt::format("{}-{}-{}", effect.position, to_string(line.alarm), number);
  const Json body = {
      {"event", kind},
      {"vkp_event", alarm::vkp_event(line.step)},
      {"key", key},
      {"at", to_rfc3339(effect.time)},
      {"alarm",
       {{"id", to_string(alarm.id)},
        {"kind", alarm::to_string(alarm.kind)},
        {"code", alarm::to_string(alarm.code)},
        {"raw_code", alarm.raw_code},
        {"municipality", tenancy::to_string(alarm.municipality)},
        {"device_id", id_or_null(alarm.device)},
        {"service_user_id", id_or_null(alarm.user)},
        {"state", alarm::to_string(alarm.state)},
        {"priority", alarm.priority},
        {"received_at", to_rfc3339(alarm.received_at)},
        {"handler", id_or_null(alarm.handler)},
        {"outcome", alarm::to_string(alarm.outcome)},
        {"version", alarm.version}}},
  };
  // A raw code may hold bytes that are not UTF-8: they are replaced, the message is sent.
  return {.id = 0,
          .municipality = alarm.municipality,
          .kind = kind,
          .idempotency_key = key,
          .body = body.dump(-1, ' ', false, Json::error_handler_t::replace),
          .created_at = effect.time,
          .attempts = 0};
}

}  // namespace varde::store
