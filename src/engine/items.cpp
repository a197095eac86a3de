#include "engine/items.hpp"

namespace varde::engine {

void append_items(std::vector<Effect>& effects, std::string_view attachment,
                  std::vector<Projection::Item>& items) {
  bool logged = false;
  for (Effect& effect : effects) {
    const bool first_line = !logged && std::holds_alternative<AlarmLogged>(effect.body);
    logged = logged || first_line;
    const bool shows_words = first_line || std::holds_alternative<SignalLogged>(effect.body) ||
                             std::holds_alternative<AccessLogged>(effect.body);
    items.push_back({std::move(effect), shows_words ? std::string(attachment) : std::string()});
  }
}

}  // namespace varde::engine
