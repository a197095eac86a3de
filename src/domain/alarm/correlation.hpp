#pragma once

#include <cstdint>

#include "domain/alarm/lifecycle.hpp"
#include "domain/alarm/signal.hpp"
#include "domain/care/device.hpp"

// Which signals belong to one case. An alarm of a device joins the device's open alarm, whatever
// its code; a technical signal joins an open technical alarm of the same code and condition;
// neither joins the other.
namespace varde::alarm {

/// Whether the signal is one that opens an alarm when it joins none: alarms, and technical signals
/// of something wrong.
bool opens(const Signal& signal);

/// Whether an opening signal from the same address joins this open alarm. A signal that names no
/// device ("scaip:?") joins only while the alarm waits: nothing unintelligible may hide behind a
/// case somebody has already looked at.
bool joins(const Alarm& alarm, const Signal& signal);

/// Whether the device serves another person at `at` than the one the alarm is of: what it sends
/// then is a case of its own, or help would be sent to the home where the device was before.
bool serves_another(const care::Device& device, const Alarm& alarm, Instant at);

/// Whether the signal withdraws this open alarm: a reset an alarm, "battery ok" a low battery, and
/// so on.
bool withdraws(const Alarm& alarm, const Signal& signal);

/// The condition that `condition` puts an end to; none when it ends nothing.
Condition ended_by(Condition condition);

/// Whether the address names a device at all.
bool names_device(std::string_view address);

/// An opening signal joins: counted; every third raises the priority a class; a code that is more
/// urgent takes over; an earlier reset no longer holds. A resolved alarm is its handler's to act on
/// again: then true.
bool join(Alarm& alarm, const Signal& signal, std::int8_t plan_shift, Instant at);

/// The device withdrew the alarm. Never closes it: a person still has to look.
void withdraw(Alarm& alarm, Instant at);

/// The alarm is this device's. Whose home and plan it is only while an assignment covers `at`: a
/// device from the store, or one withdrawn, still alarms.
void name_device(Alarm& alarm, const care::Device& device, Instant at);

/// Something else was heard from the device while its alarm is open. Not a repeat, raises nothing.
void mention(Alarm& alarm, Instant at);

}  // namespace varde::alarm
