#include "run.hpp"

#include <algorithm>

#include "auditor.hpp"
#include "compare.hpp"
#include "engine/onward_time.hpp"
#include "house.hpp"
#include "vfs.hpp"
#include "workload.hpp"

namespace varde::sim {
namespace {

using engine::Receipt;
using namespace std::chrono_literals;

constexpr int kStarts = 50;

// How often what goes wrong, per step; drawn anew for each seed so that quiet and rough runs both
// occur.
struct Weather {
  std::uint64_t crash;
  std::uint64_t kill;
  std::uint64_t restart;
  std::uint64_t full;
  std::uint64_t bad_sync;
  std::uint64_t clock_jump;
  std::uint64_t lazy_projector;
  std::uint64_t snapshot;

  static Weather draw(Random& random) {
    return {random.below(8), random.below(3), random.below(3),  random.below(3),
            random.below(4), random.below(6), random.below(90), random.below(20)};
  }
};

// An alarm that waits, and when its deadline runs out by a clock that nobody can set.
struct Deadline {
  Instant shown;
  Instant real;
};

class Run {
 public:
  Run(std::uint64_t seed, Canary canary)
      : random_(seed),
        canary_(canary),
        weather_(Weather::draw(random_)),
        world_(World::make(random_.fork())),
        workload_(random_.fork(), world_),
        disk_(std::make_shared<Disk>(random_.next())) {
    SimulatedFiles::mount(disk_);
  }

  void begin();
  void step();
  void end();
  const Figures& figures() const { return figures_; }

 private:
  void weather();
  void pass_time();
  Instant now();
  void check_real_time();
  void upkeep();
  void give(std::vector<Workload::Given> group);
  void confirm(std::vector<Written> confirmed);
  void take(const Written& written);
  void answer(const std::vector<Workload::Given>& group, const engine::Sequencer::Batch& batch,
              const std::vector<Written>& confirmed);
  void answer_without_entry(const Workload::Given& given, const engine::Inbox::Outcome& outcome);
  void crash(Disk::Loss loss);
  void start();
  void check_after_start();
  void check_journal();
  void check_store();
  bool dead() const { return disk_->dead(); }

  Random random_;
  Canary canary_;
  Weather weather_;
  World world_;
  Workload workload_;
  std::shared_ptr<Disk> disk_;
  std::unique_ptr<House> house_;
  Instant true_time_ = start_of_time();
  Duration clock_error_{};
  engine::OnwardTime onward_{start_of_time(), {}};
  std::uint64_t full_for_ = 0;

  std::vector<Written> history_;  ///< confirmed, or found after a crash
  std::vector<std::vector<Written>>
      in_doubt_;                   ///< groups whose commit failed since the last good one
  engine::Engine mirror_;          ///< folds the history, and was never restarted
  std::vector<Receipt> receipts_;  ///< of the mirror, by position
  Auditor auditor_;
  std::set<Ulid> handlers_;  ///< before the group that is being given
  std::map<Ulid, Deadline> deadlines_;
  std::set<std::string> delivered_;    ///< messages, by key
  std::vector<std::string> accounts_;  ///< that were confirmed
  Figures figures_;
};

void Run::begin() {
  if (canary_ == Canary::lying_disk) disk_->set_lying(true);
  start();
  std::vector<Workload::Given> setup;
  for (engine::Submission& submission : world_.setup())
    setup.push_back({std::move(submission), {}});
  give(std::move(setup));
}

void Run::step() {
  weather();
  pass_time();
  if (!dead()) give(workload_.next(house_->engine(), now()));
  if (!dead()) upkeep();
  if (dead()) crash(static_cast<Disk::Loss>(random_.below(3)));
}

void Run::weather() {
  if (random_.chance(weather_.crash)) disk_->crash_after(random_.between(1, 60));
  if (random_.chance(weather_.kill)) disk_->kill();
  if (random_.chance(weather_.bad_sync))
    disk_->fail_syncs(static_cast<unsigned>(random_.between(1, 3)));
  if (full_for_ > 0 && --full_for_ == 0) disk_->set_full(false);
  if (full_for_ == 0 && random_.chance(weather_.full)) {
    full_for_ = random_.between(1, 12);
    disk_->set_full(true);
  }
  if (!dead() && full_for_ == 0 && random_.chance(weather_.restart)) {
    house_.reset();
    if (!dead()) start();
  }
}

void Run::pass_time() {
  static constexpr std::uint64_t kPauses_s[] = {0, 1, 1, 5, 5, 15, 15, 40, 70, 130, 600};
  true_time_ += std::chrono::milliseconds(random_.below(1000)) +
                std::chrono::seconds(random_.pick(kPauses_s));
  if (!random_.chance(weather_.clock_jump)) return;
  const auto jump = std::chrono::seconds(random_.below(2 * 3600));
  clock_error_ = random_.chance(50) ? jump : -jump;
  if (random_.chance(40)) clock_error_ = {};
}

Instant Run::now() { return onward_.now(true_time_ + clock_error_, true_time_ - start_of_time()); }

void Run::upkeep() {
  if (!random_.chance(weather_.lazy_projector)) house_->project(random_.between(1, 20));
  if (random_.chance(weather_.snapshot)) house_->save_snapshot();
  if (random_.chance(5)) house_->checkpoint();
  if (auto key = house_->deliver(random_.chance(70), now())) delivered_.insert(std::move(*key));
  if (!random_.chance(5)) return;
  access::Account account;
  account.actor.id = ActorId(random_id(random_, now()));
  account.login = "login" + std::to_string(accounts_.size());
  if (house_->store().put_account(account).ok()) accounts_.push_back(account.login);
}

void Run::give(std::vector<Workload::Given> group) {
  std::vector<engine::Submission> submissions;
  for (const Workload::Given& given : group) submissions.push_back(given.submission);
  const engine::Position before = house_->engine().position();
  handlers_ = auditor_.handlers();
  const auto batch = house_->turn(submissions, now());
  require(batch.outcomes.size() == group.size(), "every submission has an outcome");
  const auto confirmed = house_->take_confirmed();
  require(house_->engine().position() == before + confirmed.size(),
          "folded is what was confirmed, no more and no less");
  if (!confirmed.empty()) in_doubt_.clear();
  if (!house_->in_doubt().empty()) {
    in_doubt_.push_back(house_->in_doubt());
    ++figures_.refused;
  }
  for (const Written& written : confirmed) take(written);
  answer(group, batch, confirmed);
  check_real_time();
  if (random_.chance(10)) {
    require(house_->engine().snapshot() == mirror_.snapshot(),
            "the same entries give the same state");
  }
}

void Run::take(const Written& written) {
  history_.push_back(written);
  std::vector<engine::Effect> effects;
  const Receipt receipt = mirror_.apply(written.entry, effects);
  auditor_.entry(written.entry, receipt, effects);
  auditor_.look(mirror_);
  receipts_.push_back(receipt);
  ++figures_.entries;
}

bool body_is(const engine::Body& body, const Written& written) {
  engine::Entry entry = written.entry;
  entry.body = body;
  return same({entry, written.attachment}, written);
}

bool same_receipt(const Receipt& a, const Receipt& b) {
  return a.status == b.status && a.position == b.position && a.signal == b.signal &&
         a.alarm == b.alarm && a.refusal == b.refusal;
}

bool is_sequencers_own(const engine::Body& body) {
  return std::holds_alternative<engine::Tick>(body) ||
         std::holds_alternative<engine::Resumed>(body);
}

// Pairs submissions with the entries that were made of them: the same order, the sequencer's own in
// between, and none for what it answered from memory or could not keep.
void Run::answer(const std::vector<Workload::Given>& group, const engine::Sequencer::Batch& batch,
                 const std::vector<Written>& confirmed) {
  std::size_t next = 0;
  const auto skip_own = [&] {
    while (next < confirmed.size() && is_sequencers_own(confirmed[next].entry.body)) ++next;
  };
  for (std::size_t i = 0; i < group.size(); ++i) {
    skip_own();
    const engine::Inbox::Outcome& outcome = batch.outcomes[i];
    const bool kept = next < confirmed.size() &&
                      confirmed[next].attachment == group[i].submission.attachment &&
                      body_is(group[i].submission.body, confirmed[next]);
    if (!kept) {
      answer_without_entry(group[i], outcome);
    } else {
      const Receipt& expected = receipts_[confirmed[next].entry.position - 1];
      require(outcome.ok(), "what is kept is acknowledged");
      require(same_receipt(*outcome, expected), "the receipt is that of the entry");
      ++next;
    }
    workload_.answered(group[i], outcome);
  }
  skip_own();
  require(next == confirmed.size(), "every entry was submitted by somebody");
}

void Run::answer_without_entry(const Workload::Given& given,
                               const engine::Inbox::Outcome& outcome) {
  if (!outcome.ok()) {
    require(outcome.error() == engine::Inbox::Failure::unavailable && !in_doubt_.empty(),
            "refused only when the journal could not keep it");
    return;
  }
  if (const auto* sign = std::get_if<engine::SignOfLife>(&given.submission.body)) {
    return require(!handlers_.contains(sign->actor), "a handler's sign of life is kept");
  }
  const auto* signal = std::get_if<alarm::Signal>(&given.submission.body);
  require(signal != nullptr, "only a signal is answered from memory");
  auditor_.repeat(*signal, *outcome, now());
}

// However the machine's clock is set: who waits does not wait longer than their deadline said.
// Journalled time is checked by the auditor; this is about the time in which somebody lies on a
// floor.
void Run::check_real_time() {
  std::map<Ulid, Deadline> waiting;
  for (const alarm::Alarm* open : house_->engine().open_alarms()) {
    if (!open->step_deadline || open->handler) continue;
    const auto before = deadlines_.find(open->id);
    if (before != deadlines_.end() && before->second.shown == *open->step_deadline) {
      require(!in_doubt_.empty() || true_time_ <= before->second.real,
              "a deadline runs out although the clock was set back: " + to_string(open->id));
      waiting[open->id] = before->second;
    } else {
      waiting[open->id] = {*open->step_deadline,
                           true_time_ + (*open->step_deadline - house_->engine().now())};
    }
  }
  deadlines_ = std::move(waiting);
}

void Run::crash(Disk::Loss loss) {
  house_.reset();
  ++figures_.crashes;
  disk_ = disk_->after_crash(loss);
  if (canary_ == Canary::lying_disk) disk_->set_lying(true);
  full_for_ = 0;
  SimulatedFiles::mount(disk_);
  if (random_.chance(20)) disk_->crash_after(random_.between(1, 40));
  start();
}

// A start may itself meet a crash or a disk that fails; on a sound disk it must succeed.
void Run::start() {
  for (int tries = 0; tries < kStarts; ++tries) {
    const bool sound = disk_->healthy();
    auto started = House::start(canary_);
    if (dead()) {
      house_.reset();
      disk_ = disk_->after_crash(static_cast<Disk::Loss>(random_.below(3)));
      SimulatedFiles::mount(disk_);
      ++figures_.crashes;
      continue;
    }
    if (started.ok()) {
      house_ = std::move(started).value();
      onward_ = engine::OnwardTime(house_->engine().now(), true_time_ - start_of_time());
      deadlines_.clear();
      house_->resume(now());
      return check_after_start();
    }
    require(!sound, "a start on a sound disk succeeds: " + started.error().message);
    disk_->heal();
    full_for_ = 0;
  }
  throw Violation("the program starts in the end");
}

void Run::check_after_start() {
  check_journal();
  require(house_->engine().snapshot() == mirror_.snapshot(),
          "a restart gives the state that was before it");
  check_store();
}

void Run::check_journal() {
  std::vector<Written> found;
  const auto read =
      house_->journal().read(1, [&](const engine::Entry& entry, std::string_view words) {
        found.push_back({entry, std::string(words)});
        return true;
      });
  require(read.ok(), "the journal can be read: " + (read.ok() ? "" : read.error().message));
  require(found.size() >= history_.size(),
          "nothing acknowledged is lost: " + std::to_string(found.size()) + " of " +
              std::to_string(history_.size()) + " entries are there");
  for (std::size_t i = 0; i < history_.size(); ++i) {
    require(same(found[i], history_[i]),
            "what was acknowledged is unchanged: entry " + std::to_string(i + 1));
  }
  const std::vector<Written> more(found.begin() + static_cast<std::ptrdiff_t>(history_.size()),
                                  found.end());
  const bool whole =
      more.empty() || std::any_of(in_doubt_.begin(), in_doubt_.end(), [&](auto& group) {
        return std::equal(group.begin(), group.end(), more.begin(), more.end(), same);
      });
  require(whole, "a group is kept whole or not at all");
  for (const Written& written : more) take(written);
  in_doubt_.clear();
}

void Run::check_store() {
  for (const std::string& login : accounts_) {
    require(house_->store().account(login).has_value(), "what people write is kept: " + login);
  }
  require(house_->store().position() == history_.size(),
          "the store has caught up with the journal");
  if (!random_.chance(30)) return;
  const Contents found = contents(kStoreFile);
  const Contents expected = rebuilt(history_);
  SimulatedFiles::mount(disk_);
  const std::string differs = difference(found.read_models, expected.read_models);
  require(differs.empty(), "the store equals a rebuild: " + differs);
  for (const auto& [key, body] : expected.messages) {
    const auto waiting = found.messages.find(key);
    require(waiting != found.messages.end() || delivered_.contains(key),
            "what others must be told waits until it is delivered: " + key);
    require(waiting == found.messages.end() || waiting->second == body,
            "a message tells what happened: " + key);
  }
  for (const auto& [key, body] : found.messages) {
    require(expected.messages.contains(key), "nothing is told that did not happen: " + key);
  }
}

void Run::end() {
  disk_->heal();
  if (canary_ == Canary::lying_disk) disk_->set_lying(true);
  for (auto left = workload_.unacknowledged(now()); !left.empty();) {
    const std::size_t before = left.size();
    left.resize(std::min<std::size_t>(left.size(), 200));
    give(std::move(left));
    left = workload_.unacknowledged(now());
    require(left.size() < before, "on a sound disk what is sent again is acknowledged");
  }
  weather_.snapshot = 0;
  crash(Disk::Loss::all);
  figures_.alarms = auditor_.cases();
}

}  // namespace

Figures run_seed(std::uint64_t seed, std::uint64_t steps, Canary canary, std::uint64_t& step) {
  const SimulatedFiles files;
  Run run(seed, canary);
  run.begin();
  for (step = 1; step <= steps; ++step) run.step();
  run.end();
  return run.figures();
}

}  // namespace varde::sim
