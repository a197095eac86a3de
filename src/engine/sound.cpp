#include "engine/sound.hpp"

#include "base/limits.hpp"
#include "domain/alarm/correlation.hpp"

namespace varde::engine {
namespace {

bool is_sound(Duration silence) {
  return silence >= limits::kShortestSilence && silence <= limits::kLongestSilence;
}

}  // namespace

bool is_sound(const Settings& settings) {
  return is_sound(settings.handler_timeout) && is_sound(settings.default_step_limit);
}

bool is_sound(const care::Device& device) {
  return !device.id.is_nil() && alarm::names_device(device.address) &&
         device.address.size() <= limits::kAddressBytes &&
         (!device.silence_limit || is_sound(*device.silence_limit));
}

}  // namespace varde::engine
