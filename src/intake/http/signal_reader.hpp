#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.hpp"
#include "domain/alarm/signal.hpp"

// The JSON of POST /signals into signals. Pure. What may be a person in need is never refused: an
// alarm with a field that is wrong comes through with its raw JSON beside it, and as "not
// understood" when that field is its device, kind or code.
namespace varde::http {

/// Who delivers, for keys; and where ids come from.
struct Delivery {
  std::string_view sender;  ///< of the API key's actor; scopes what the sender calls its signals
  std::string_view idempotency_key;  ///< of the request; stands in for ids that signals do not have
  std::function<SignalId()> make_id;
};

struct ReadSignal {
  alarm::Signal signal;
  std::string
      words;  ///< text and data, or the raw JSON when something in it was wrong; empty = none
};
using ReadItem = std::variant<ReadSignal, Problem>;

struct ReadBody {
  bool is_batch = false;
  std::vector<ReadItem> items;
};

/// One object, or {"signals": [...]} of 1 to limits::kSignalsPerBatch. nullopt when the body is
/// neither, which the caller must take for a possible cry for help: see unreadable().
std::optional<ReadBody> read_signals(std::string_view body, const Delivery& delivery);

/// The alarm that stands for a body nobody could read, with its beginning as words.
ReadSignal unreadable(std::string_view body, const Delivery& delivery);

}  // namespace varde::http
