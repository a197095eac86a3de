#include "engine/codec.hpp"

#include "base/assert.hpp"
#include "engine/serial.hpp"

namespace varde::engine {
namespace {

// Numbered once and for ever: a journal keeps them for years.
template <class T>
constexpr std::uint8_t kNumber = 0;
template <>
constexpr std::uint8_t kNumber<alarm::Signal> = 1;
template <>
constexpr std::uint8_t kNumber<alarm::Command> = 2;
template <>
constexpr std::uint8_t kNumber<SignOfLife> = 3;
template <>
constexpr std::uint8_t kNumber<Tick> = 4;
template <>
constexpr std::uint8_t kNumber<Settings> = 5;
template <>
constexpr std::uint8_t kNumber<DevicePut> = 6;
template <>
constexpr std::uint8_t kNumber<PlanPut> = 7;
template <>
constexpr std::uint8_t kNumber<tenancy::AccessRecord> = 8;
template <>
constexpr std::uint8_t kNumber<Resumed> = 9;

template <class T>
bool read_as(std::uint8_t number, ByteReader& in, Body& body) {
  if (number != kNumber<T>) return false;
  auto& value = body.emplace<T>();
  if constexpr (!std::is_empty_v<T>) serial::get(in, value);
  return true;
}

template <class... T>
bool read_body(std::uint8_t number, ByteReader& in, std::variant<T...>& body) {
  return (read_as<T>(number, in, body) || ...);
}

}  // namespace

void encode(const Entry& entry, ByteWriter& out) {
  std::visit(
      [&](const auto& value) {
        using T = std::remove_cvref_t<decltype(value)>;
        static_assert(kNumber<T> != 0, "every kind of entry has its number");
        out.u8(kNumber<T>);
        serial::put(out, entry.time);
        out.u8(entry.attachment_hash ? 1 : 0);
        if (entry.attachment_hash) {
          const auto& hash = *entry.attachment_hash;
          out.raw({reinterpret_cast<const char*>(hash.data()), hash.size()});
        }
        if constexpr (!std::is_empty_v<T>) serial::put(out, value);
      },
      entry.body);
}

std::optional<Entry> decode(std::string_view bytes) {
  std::optional<Entry> entry{std::in_place};
  ByteReader in(bytes);
  const std::uint8_t number = in.u8();
  serial::get(in, entry->time);
  bool has_attachment = false;
  serial::get(in, has_attachment);
  if (has_attachment) {
    const std::string_view raw = in.raw(sizeof(Sha256));
    if (in.ok()) std::memcpy(entry->attachment_hash.emplace().data(), raw.data(), raw.size());
  }
  const bool known = read_body(number, in, entry->body);
  if (!known || !in.ok() || !in.at_end()) entry.reset();
  return entry;
}

}  // namespace varde::engine
