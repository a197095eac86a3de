#pragma once

#include <set>
#include <vector>

#include "access/outbox.hpp"
#include "engine/ports.hpp"

namespace varde::store {

/// What an entry's effect on an alarm is told to its municipality as: one message per line of the
/// alarm's log, with the alarm as it is after the entry. `number` tells several lines of one entry
/// apart. Ids and codes only.
access::OutboxMessage alarm_message(const engine::Effect& effect, const engine::AlarmLogged& line,
                                    std::uint32_t number, const alarm::Alarm& alarm);

}  // namespace varde::store
