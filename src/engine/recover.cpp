#include <fmt/format.h>

#include "base/limits.hpp"
#include "engine/items.hpp"
#include "engine/sequencer.hpp"

namespace varde::engine {
namespace {

/// From the snapshot, when it is readable and tells of nothing that journal and projection do not
/// have.
Engine start(const Journal& journal, const Projection& projection) {
  if (auto snapshot = projection.load_snapshot()) {
    auto engine = Engine::from_snapshot(snapshot->bytes);
    if (engine && engine->position() == snapshot->position &&
        engine->position() <= journal.last() && engine->position() <= projection.position())
      return std::move(*engine);
  }
  return Engine{};
}

/// Folds what the journal has and the engine has not, and brings the projection along in groups.
class Replay {
 public:
  Replay(Engine& engine, Projection& projection)
      : engine_(engine), projection_(projection), projected_(projection.position()) {}

  bool take(const Entry& entry, std::string_view attachment) {
    if (entry.position != engine_.position() + 1 || entry.time < engine_.now()) {
      status_ = Error{fmt::format(
          "journal entry {} does not follow entry {}: its place or time is out of order",
          entry.position, engine_.position())};
      return false;
    }
    effects_.clear();
    engine_.apply(entry, effects_);
    if (entry.position <= projected_) return true;
    append_items(effects_, attachment, items_);
    return items_.size() < limits::kEffectsPerGroup || flush();
  }

  bool flush() {
    if (engine_.position() <= projected_) return true;
    status_ = projection_.apply(items_, engine_.position());
    projected_ = engine_.position();
    items_.clear();
    return status_.ok();
  }

  const Status& status() const { return status_; }

 private:
  Engine& engine_;
  Projection& projection_;
  Position projected_;
  std::vector<Effect> effects_;
  std::vector<Projection::Item> items_;
  Status status_ = Done{};
};

}  // namespace

Result<Engine> recover(const Journal& journal, Projection& projection) {
  if (projection.position() > journal.last())
    return Error{
        fmt::format("the store is at entry {} but the journal ends at {}: they are not of the same "
                    "centre, or the "
                    "journal was cut; restore both from one backup",
                    projection.position(), journal.last())};
  Engine engine = start(journal, projection);
  Replay replay(engine, projection);
  const Status read =
      journal.read(engine.position() + 1,
                   [&](const Entry& entry, std::string_view a) { return replay.take(entry, a); });
  if (!read) return read.error();
  if (!replay.status()) return replay.status().error();
  if (!replay.flush()) return replay.status().error();
  if (engine.position() != journal.last())
    return Error{fmt::format("the journal ends at entry {} but only {} could be read",
                             journal.last(), engine.position())};
  return engine;
}

}  // namespace varde::engine
