#include "house.hpp"

namespace varde::sim {

// Stands between sequencer and journal and writes down what was confirmed.
class House::Watch : public engine::Journal {
 public:
  explicit Watch(engine::Journal& journal) : journal_(journal) {}

  Status append(std::span<const engine::Entry> entries,
                std::span<const std::string_view> attachments) override {
    VARDE_ASSERT(entries.size() == attachments.size());
    std::vector<Written> group;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      group.push_back({entries[i], std::string(attachments[i])});
    }
    const engine::Position before = journal_.last();
    auto done = journal_.append(entries, attachments);
    VARDE_ASSERT(journal_.last() == (done.ok() ? before + entries.size() : before));
    if (done.ok()) {
      in_doubt_.clear();
      confirmed_.insert(confirmed_.end(), group.begin(), group.end());
    } else {
      in_doubt_ = std::move(group);
    }
    return done;
  }
  Status read(engine::Position from, const Visitor& visit) const override {
    return journal_.read(from, visit);
  }
  engine::Position last() const override { return journal_.last(); }
  Instant last_time() const override { return journal_.last_time(); }

  std::vector<Written> confirmed_;
  std::vector<Written> in_doubt_;

 private:
  engine::Journal& journal_;
};

House::House() = default;
House::~House() = default;

Result<std::unique_ptr<House>> House::start(Canary canary) {
  std::unique_ptr<House> house(new House);
  house->canary_ = canary;
  auto journal = journal::SqliteJournal::open(kJournalFile, journal::SqliteJournal::Mode::write);
  if (!journal.ok()) return journal.error();
  house->journal_ = std::move(journal).value();
  auto store = store::SqliteStore::open(kStoreFile, {});
  if (!store.ok()) return store.error();
  house->store_ = std::move(store).value();
  house->store_->set_outbox_routes(told());
  auto engine = engine::recover(*house->journal_, *house->store_);
  if (!engine.ok()) return engine.error();
  house->canary_journal_ = faulty_journal(canary, *house->journal_);
  engine::Journal* below = house->canary_journal_.get();
  house->watch_ = std::make_unique<Watch>(below != nullptr ? *below : *house->journal_);
  house->sequencer_ =
      std::make_unique<engine::Sequencer>(std::move(engine).value(), *house->watch_);
  return house;
}

void House::resume(Instant now) { sequencer_->resume(now); }

engine::Sequencer::Batch House::turn(std::span<engine::Submission> submissions, Instant now) {
  auto batch = sequencer_->run(submissions, now);
  if (canary_ == Canary::lost_effect && batch.upto % 7 == 0 && !batch.items.empty()) {
    batch.items.pop_back();
  }
  if (batch.upto > 0) waiting_.push_back({batch.items, batch.upto});
  return batch;
}

std::vector<Written> House::take_confirmed() { return std::exchange(watch_->confirmed_, {}); }
const std::vector<Written>& House::in_doubt() const { return watch_->in_doubt_; }

bool House::project(std::size_t groups) {
  for (; groups > 0 && !waiting_.empty(); --groups) {
    if (!store_->apply(waiting_.front().items, waiting_.front().upto).ok()) return false;
    waiting_.pop_front();
  }
  return true;
}

void House::save_snapshot() {
  if (!waiting_.empty() || store_->position() != engine().position()) return;
  // A snapshot that could not be kept is no loss: the next start replays more.
  static_cast<void>(store_->save_snapshot(engine().position(), engine().snapshot()).ok());
}

std::optional<std::string> House::deliver(bool reached, Instant now) {
  std::vector<access::OutboxMessage> due;
  try {
    due = store_->due(now, 1, {});
  } catch (const std::exception&) {
    return std::nullopt;  // a store that cannot be read throws; the sender too asks again later
  }
  if (due.empty()) return std::nullopt;
  const access::OutboxMessage& message = due.front();
  if (reached) {
    // The receiver has it, whether or not the store could keep that it has: at least once.
    static_cast<void>(store_->delivered(message.id).ok());
    return message.idempotency_key;
  }
  static_cast<void>(store_->failed(message.id, "no answer", now + std::chrono::seconds(60)).ok());
  return std::nullopt;
}

std::set<tenancy::Municipality> told() { return {{1810}, {1811}, {1812}}; }

void House::checkpoint() { static_cast<void>(journal_->checkpoint().ok()); }

}  // namespace varde::sim
