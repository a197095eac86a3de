#include "engine/sequencer.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/assert.hpp"
#include "base/limits.hpp"
#include "engine/items.hpp"
#include "engine/remembered.hpp"
#include "engine/serial.hpp"

namespace varde::engine {
namespace {

/// What is longer than an entry takes is cut, never refused: somebody may be lying on a floor. A
/// key that is too long cannot tell repeats apart, so there is none.
void fit(alarm::Signal& signal) {
  if (signal.address.size() > limits::kAddressBytes) signal.address.resize(limits::kAddressBytes);
  if (signal.raw_code.size() > limits::kRawCodeBytes) signal.raw_code.resize(limits::kRawCodeBytes);
  if (signal.key.size() > limits::kAddressBytes + 1 + limits::kIdempotencyKeyBytes)
    signal.key.clear();
  const auto& claimed = signal.device_time;
  if (claimed && (*claimed < serial::kEarliest || *claimed > serial::kLatest))
    signal.device_time.reset();
}

bool is_due(const Engine& engine, Instant at) {
  const auto due = engine.next_due();
  return due && *due <= at;
}

/// One commit on its way: what goes into the journal, and who is told what.
class Commit {
 public:
  Commit(Engine& engine, Instant at, std::size_t submissions) : engine_(engine), at_(at) {
    entries_.reserve(submissions + 1);  // keys_ looks into the entries, so they must not move
    attachments_.reserve(submissions + 1);
    places_.reserve(submissions);
  }

  void tick() { add(Tick{}, {}); }
  void resume(Duration pause) { add(Resumed{pause}, {}); }
  void take(Submission& submission);
  /// Durable, or an error and nothing has happened.
  Status write(Journal& journal) {
    return entries_.empty() ? Status{Done{}} : journal.append(entries_, attachments_);
  }
  void fold(Sequencer::Batch& batch);

 private:
  /// Where a submission's receipt comes from: it was answered without an entry, its entry, or the
  /// entry it repeats.
  struct Place {
    std::optional<Receipt> receipt;
    std::optional<std::size_t> entry;
    const alarm::Signal* repeat = nullptr;
  };

  std::optional<Receipt> answer(const Body& body) const;
  bool repeats(const alarm::Signal& signal) const {
    return keeps_key(signal) && keys_.contains(signal.key);
  }
  std::size_t add(Body body, std::string_view attachment);
  Receipt receipt(const Place& place, std::vector<Receipt>& folded) const;

  Engine& engine_;
  Instant at_;
  std::vector<Entry> entries_;
  std::vector<std::string_view> attachments_;
  std::vector<Place> places_;
  std::unordered_set<std::string_view> keys_;
};

void Commit::take(Submission& submission) {
  auto* signal = std::get_if<alarm::Signal>(&submission.body);
  if (signal != nullptr) fit(*signal);
  if (auto* command = std::get_if<alarm::Command>(&submission.body))
    command->has_note = !submission.attachment.empty();

  Place& place = places_.emplace_back();
  place.receipt = answer(submission.body);
  if (place.receipt) return;
  if (signal != nullptr && repeats(*signal)) {
    place.repeat = signal;
    return;
  }
  place.entry = add(std::move(submission.body), submission.attachment);
}

/// What needs no entry: a repeat of what is remembered, a sign of life of somebody who holds
/// nothing.
std::optional<Receipt> Commit::answer(const Body& body) const {
  if (const auto* signal = std::get_if<alarm::Signal>(&body))
    return engine_.remembered(*signal, at_);
  const auto* sign = std::get_if<SignOfLife>(&body);
  if (sign == nullptr || engine_.holds_alarm(sign->actor)) return std::nullopt;
  Receipt receipt;
  receipt.position = engine_.position();
  return receipt;
}

std::size_t Commit::add(Body body, std::string_view attachment) {
  VARDE_ASSERT(entries_.size() < entries_.capacity());
  Entry& entry = entries_.emplace_back();
  entry.position = engine_.position() + entries_.size();
  entry.time = at_;
  entry.body = std::move(body);
  if (!attachment.empty()) entry.attachment_hash = sha256(attachment);
  attachments_.push_back(attachment);
  const auto* signal = std::get_if<alarm::Signal>(&entry.body);
  if (signal != nullptr && keeps_key(*signal)) keys_.insert(signal->key);
  return entries_.size() - 1;
}

void Commit::fold(Sequencer::Batch& batch) {
  std::vector<Receipt> folded;
  std::vector<Effect> effects;
  folded.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    effects.clear();
    folded.push_back(engine_.apply(entries_[i], effects));
    append_items(effects, attachments_[i], batch.items);
  }
  for (const Place& place : places_) batch.outcomes.emplace_back(receipt(place, folded));
  batch.upto = engine_.position();
}

Receipt Commit::receipt(const Place& place, std::vector<Receipt>& folded) const {
  if (place.receipt) return *place.receipt;
  if (place.entry) return std::move(folded[*place.entry]);
  const auto first = engine_.remembered(*place.repeat, at_);
  VARDE_ASSERT(first.has_value());
  return *first;
}

}  // namespace

Sequencer::Sequencer(Engine engine, Journal& journal)
    : engine_(std::move(engine)), journal_(journal) {}

Sequencer::Batch Sequencer::run(std::span<Submission> submissions, Instant now) {
  const Instant at = std::max(now, engine_.now());
  Batch batch;
  batch.upto = engine_.position();
  Commit commit(engine_, at, submissions.size());
  // What fell due in a pause is seen after the pause has been told, by the ticks below.
  if (pause_) commit.resume(*pause_);
  if (!pause_ && is_due(engine_, at)) commit.tick();
  for (Submission& submission : submissions) commit.take(submission);
  if (!commit.write(journal_)) {
    batch.outcomes.assign(submissions.size(), Inbox::Failure::unavailable);
    return batch;
  }
  pause_.reset();
  commit.fold(batch);
  for (std::size_t ticks = 1; ticks < limits::kTicksPerRun && is_due(engine_, at); ++ticks) {
    Commit more(engine_, at, 0);
    more.tick();
    if (!more.write(journal_)) break;
    more.fold(batch);
  }
  return batch;
}

void Sequencer::resume(Instant now) {
  if (engine_.position() > 0 && now > engine_.now()) pause_ = now - engine_.now();
}

}  // namespace varde::engine
