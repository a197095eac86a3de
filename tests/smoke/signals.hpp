#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "harness/centre.hpp"

namespace varde::smoke {

using nlohmann::json;

/// The body of one signal. `id` is the sender's own: the same id again is the same signal.
inline std::string signal(const std::string& device, const std::string& id,
                          const std::string& kind = "alarm") {
  return json{{"device", device}, {"id", id}, {"kind", kind}, {"code", "3"}}.dump();
}

inline harness::Answer deliver(harness::Http& sender, const std::string& body) {
  return sender.post("/api/v1/signals", body);
}

/// All open alarms, page by page.
inline std::vector<json> open_alarms(harness::Http& reader) {
  std::vector<json> all;
  std::string cursor;
  do {
    const harness::Answer answer = reader.get("/api/v1/alarms?state=open&limit=200" +
                                              (cursor.empty() ? "" : "&cursor=" + cursor));
    if (answer.status != 200) throw std::runtime_error("no list of alarms: " + answer.body);
    const json page = json::parse(answer.body);
    for (const json& alarm : page.at("items")) all.push_back(alarm);
    cursor = page.at("next_cursor").is_null() ? "" : page.at("next_cursor").get<std::string>();
  } while (!cursor.empty());
  return all;
}

/// How many open alarms each id has: 1 everywhere, or something is shown twice.
inline std::map<std::string, json> by_id(const std::vector<json>& alarms) {
  std::map<std::string, json> found;
  for (const json& alarm : alarms) found[alarm.at("id").get<std::string>()] = alarm;
  return found;
}

}  // namespace varde::smoke
