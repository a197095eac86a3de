#include "canary.hpp"

#include <string>

namespace varde::sim {

namespace {

// Keeps the newest group in memory until the next one comes.
class AckBeforeCommit : public engine::Journal {
 public:
  explicit AckBeforeCommit(engine::Journal& journal) : journal_(journal) {}

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override {
    if (auto done = flush(); !done.ok()) return done;
    entries_.assign(entries.begin(), entries.end());
    words_.assign(attachments.begin(), attachments.end());
    return Done{};
  }
  Status read(engine::Position from, const Visitor& visit) const override {
    return journal_.read(from, visit);
  }
  engine::Position last() const override { return journal_.last() + entries_.size(); }
  Instant last_time() const override {
    return entries_.empty() ? journal_.last_time() : entries_.back().time;
  }

 private:
  Status flush() {
    if (entries_.empty()) return Done{};
    const std::vector<std::string_view> views(words_.begin(), words_.end());
    auto done = journal_.append(entries_, views);
    if (done.ok()) entries_.clear();
    return done;
  }

  engine::Journal& journal_;
  std::vector<engine::Entry> entries_;
  std::vector<std::string> words_;
};

}  // namespace

std::optional<Canary> parse_canary(std::string_view text) {
  if (text == "none") return Canary::none;
  if (text == "ack-before-commit") return Canary::ack_before_commit;
  if (text == "lying-disk") return Canary::lying_disk;
  if (text == "lost-effect") return Canary::lost_effect;
  return std::nullopt;
}

std::unique_ptr<engine::Journal> faulty_journal(Canary canary, engine::Journal& journal) {
  if (canary != Canary::ack_before_commit) return nullptr;
  return std::make_unique<AckBeforeCommit>(journal);
}

}  // namespace varde::sim
