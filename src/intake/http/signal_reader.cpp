#include "intake/http/signal_reader.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/digest.hpp"
#include "base/limits.hpp"
#include "intake/http/fields.hpp"

namespace varde::http {
namespace {

namespace dom = simdjson::dom;
using alarm::Condition;
using alarm::Signal;
using alarm::SignalKind;

constexpr std::string_view kScheme = "http:";
constexpr std::size_t kDataBytes = 2'048;

/// A person may stand behind it, so a fault in it is an operator's work, not a reason to refuse.
bool may_be_help(SignalKind kind) { return kind == SignalKind::alarm; }

std::uint64_t content_hash(const ReadSignal& read) {
  const Signal& s = read.signal;
  const std::string head =
      fmt::format("{}|{}|{}|{}|{}|{}|{}|", static_cast<int>(s.kind), s.address, to_string(s.code),
                  s.raw_code, s.location, static_cast<int>(s.condition), s.understood);
  const Sha256 digest = sha256(head, read.words);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) value = value << 8 | digest[i];
  return value;
}

/// "http:<sender>/<id>", or its hash when it would be too long.
std::string key_of(const Delivery& delivery, std::string_view id) {
  std::string key = fmt::format("{}{}/{}", kScheme, delivery.sender, id);
  if (key.size() <= limits::kIdempotencyKeyBytes) return key;
  return fmt::format("{}{}/#{}", kScheme, delivery.sender, to_hex(sha256(id)));
}

class ItemReader {
 public:
  ItemReader(const dom::element& json, const Delivery& delivery, std::string id_instead)
      : fields_(json), json_(json), delivery_(delivery), id_instead_(std::move(id_instead)) {}

  ReadItem read() {
    read_kind();
    read_address();
    read_code();
    read_place_and_state();
    read_words();
    if (!faults_.empty() && !may_be_help(read_.signal.kind))
      return Problem{ProblemKind::invalid,
                     "The signal was not taken: fields are wrong.",
                     std::move(faults_),
                     {}};
    finish();
    return std::move(read_);
  }

 private:
  void fault(std::string_view field, std::string_view detail) {
    faults_.push_back({fmt::format("/{}", field), std::string{detail}});
  }
  /// Without this field right, nobody can tell what the signal means.
  void grave_fault(std::string_view field, std::string_view detail) {
    fault(field, detail);
    read_.signal.understood = false;
  }

  /// Without a kind it is an alarm. A kind nobody knows may be one too ("fall"): an operator reads
  /// it.
  void read_kind() {
    const auto kind = fields_.text("kind");
    if (kind.is_wrong) grave_fault("kind", "must be a string");
    if (!kind.value) return;
    if (const auto known = alarm::parse_signal_kind(*kind.value)) {
      read_.signal.kind = *known;
    } else {
      grave_fault("kind",
                  "must be alarm, reset, technical, heartbeat, measurement, event or location");
    }
  }

  void read_address() {
    const auto device = fields_.text("device");
    const std::string_view address = device.value.value_or("");
    const bool fits = !address.empty() && address.size() + kScheme.size() <= limits::kAddressBytes;
    if (!fits || !is_printable(address))
      grave_fault("device", fmt::format("must be 1 to {} printable characters without spaces",
                                        limits::kAddressBytes - kScheme.size()));
    const bool usable = fits && is_printable(address);
    read_.signal.address = fmt::format("{}{}", kScheme, usable ? address : "?");
  }

  void read_code() {
    Signal& signal = read_.signal;
    const auto raw = fields_.text("raw_code");
    if (raw.is_wrong) fault("raw_code", "must be a string");
    signal.raw_code = cut(raw.value.value_or(""), limits::kRawCodeBytes);
    const auto code = fields_.text("code");
    if (code.is_wrong) grave_fault("code", "must be a string like \"3\" or \"4.1\"");
    if (!code.value) return;
    if (const auto parsed = alarm::parse_alert_code(*code.value)) {
      signal.code = *parsed;
    } else {
      grave_fault("code", "must be like \"3\" or \"4.1\"");
    }
    if (signal.raw_code.empty()) signal.raw_code = cut(*code.value, limits::kRawCodeBytes);
  }

  void read_place_and_state() {
    const auto location = fields_.integer("location");
    const bool in_range = location.value.value_or(0) >= 0 && location.value.value_or(0) <= 0xFFFF;
    if (location.is_wrong || !in_range) fault("location", "must be a number from 0 to 65535");
    if (location.value && in_range)
      read_.signal.location = static_cast<std::uint16_t>(*location.value);
    const auto condition = fields_.text("condition");
    if (condition.value) read_condition(*condition.value);
    if (condition.is_wrong) fault("condition", "must be a string");
    const auto time = fields_.text("time");
    if (time.value) read_.signal.device_time = parse_rfc3339(*time.value);
    if (time.is_wrong || (time.value && !read_.signal.device_time))
      fault("time", "must be a time of RFC 3339");
  }

  void read_condition(std::string_view word) {
    for (int i = 0; i <= static_cast<int>(Condition::fault); ++i) {
      if (to_string(static_cast<Condition>(i)) != word) continue;
      read_.signal.condition = static_cast<Condition>(i);
      return;
    }
    fault("condition", "is not one of the words for it");
  }

  void read_words() {
    const auto text = fields_.text("text");
    if (text.is_wrong) fault("text", "must be a string");
    read_.words = cut(text.value.value_or(""), limits::kNoteBytes);
    const auto data = fields_.object("data");
    if (data.is_wrong) fault("data", "must be an object");
    if (!data.value) return;
    if (data.value->size() > kDataBytes)
      return fault("data", fmt::format("may have {} bytes", kDataBytes));
    if (!read_.words.empty()) read_.words += '\n';
    read_.words += *data.value;
  }

  void finish() {
    Signal& signal = read_.signal;
    signal.id = delivery_.make_id();
    signal.protocol = alarm::Protocol::http;
    if (!faults_.empty()) read_.words = cut(simdjson::minify(json_), limits::kKeptRawBytes);
    const auto id = fields_.text("id");
    if (id.value && !id.value->empty()) {
      signal.key = key_of(delivery_, *id.value);
    } else if (!id_instead_.empty()) {
      signal.key = key_of(delivery_, id_instead_);
    }
    signal.content = content_hash(read_);
  }

  Fields fields_;
  dom::element json_;
  const Delivery& delivery_;
  std::string id_instead_;
  ReadSignal read_;
  std::vector<Problem::Item> faults_;
};

ReadBody read_batch(const dom::array& items, const Delivery& delivery) {
  ReadBody body{true, {}};
  for (const dom::element item : items) {
    std::string instead;
    if (!delivery.idempotency_key.empty())
      instead = fmt::format("{}/{}", delivery.idempotency_key, body.items.size());
    if (item.is_object()) {
      body.items.push_back(ItemReader{item, delivery, std::move(instead)}.read());
    } else {
      body.items.emplace_back(Problem{ProblemKind::invalid, "A signal is an object.", {}, {}});
    }
  }
  return body;
}

}  // namespace

std::optional<ReadBody> read_signals(std::string_view body, const Delivery& delivery) {
  thread_local dom::parser parser{limits::kHttpBodyBytes};
  dom::element root;
  if (parser.parse(body.data(), body.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  if (!root.is_object()) return std::nullopt;
  dom::array items;
  if (root["signals"].get(items) == simdjson::SUCCESS) {
    if (items.size() == 0) return std::nullopt;
    return read_batch(items, delivery);
  }
  if (root["signals"].error() == simdjson::SUCCESS) return std::nullopt;
  ReadBody read;
  read.items.push_back(ItemReader{root, delivery, std::string{delivery.idempotency_key}}.read());
  return read;
}

ReadSignal unreadable(std::string_view body, const Delivery& delivery) {
  ReadSignal read;
  read.signal.id = delivery.make_id();
  read.signal.protocol = alarm::Protocol::http;
  read.signal.address = fmt::format("{}?", kScheme);
  read.signal.understood = false;
  if (!delivery.idempotency_key.empty())
    read.signal.key = key_of(delivery, delivery.idempotency_key);
  read.words = body.substr(0, limits::kKeptRawBytes);
  read.signal.content = content_hash(read);
  return read;
}

}  // namespace varde::http
