#include "steering/runs.hpp"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "base/names.hpp"

namespace varde::steering {
namespace {

constexpr auto kStates = make_names<RunState>("waiting", "running", "done", "failed", "cancelled");

constexpr int kNiceness = 10;

bool ended(RunState state) {
  return state == RunState::done || state == RunState::failed || state == RunState::cancelled;
}

}  // namespace

std::string_view to_string(RunState state) { return kStates.of(state); }

Runs::Runs(Cases& cases, const Tools& tools, Clock now, std::string program)
    : cases_(cases), tools_(tools), now_(std::move(now)), program_(std::move(program)) {
  thread_ = std::thread([this] { work(); });
}

Runs::~Runs() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
    for (const auto& job : known_) job->cancel = true;
  }
  woken_.notify_one();
  thread_.join();
}

std::string Runs::key_of(const VersionId& version, const std::string& kind,
                         const Parameters& parameters) const {
  std::string text = program_ + '\n' + to_string(version) + '\n' + kind;
  for (const auto& [name, value] : parameters) {
    text += '\n';
    text += std::to_string(name.size()) + ' ' + name + '=' + value;
  }
  return to_hex(sha256(text));
}

std::optional<std::string> Runs::kept(const VersionId& version, const std::string& kind,
                                      const Parameters& parameters) const {
  return cases_.result(key_of(version, kind, parameters));
}

Runs::JobPtr Runs::job(const RunId& id) const {
  const auto it = std::ranges::find_if(known_, [&](const auto& one) { return one->run.id == id; });
  return it == known_.end() ? nullptr : *it;
}

/// Makes room by forgetting the oldest that has ended.
void Runs::remember(const JobPtr& job) {
  known_.push_back(job);
  if (known_.size() <= limits::kRememberedRuns) return;
  const auto oldest =
      std::ranges::find_if(known_, [](const auto& one) { return ended(one->run.state); });
  if (oldest != known_.end()) known_.erase(oldest);
}

std::optional<Run> Runs::start(const VersionId& version, const std::string& kind,
                               const Parameters& parameters) {
  VARDE_ASSERT(tools_.run(kind) != nullptr);
  const auto key = key_of(version, kind, parameters);
  const bool have = cases_.result(key).has_value();
  const std::lock_guard lock{mutex_};
  for (const auto& one : waiting_)
    if (one->key == key && !one->cancel) return one->run;
  for (const auto& one : known_)
    if (one->key == key && one->run.state == RunState::running && !one->cancel) return one->run;
  if (!have && waiting_.size() >= limits::kWaitingRuns) return std::nullopt;
  const auto id = RunId{make_ulid(now_(), random_u64(), random_u64())};
  auto job = std::make_shared<Job>(Job{{id, version, kind, parameters}, key});
  remember(job);
  if (have) {
    job->run.state = RunState::done;
    job->run.progress = 1;
    return job->run;
  }
  waiting_.push_back(job);
  woken_.notify_one();
  return job->run;
}

std::optional<Run> Runs::find(const RunId& id) const {
  const std::lock_guard lock{mutex_};
  const auto found = job(id);
  return found ? std::optional(found->run) : std::nullopt;
}

std::optional<std::string> Runs::result(const RunId& id) const {
  std::string key;
  {
    const std::lock_guard lock{mutex_};
    const auto found = job(id);
    if (!found || found->run.state != RunState::done) return std::nullopt;
    key = found->key;
  }
  return cases_.result(key);
}

bool Runs::cancel(const RunId& id) {
  const std::lock_guard lock{mutex_};
  const auto found = job(id);
  if (!found) return false;
  if (ended(found->run.state)) return true;
  found->cancel = true;
  if (found->run.state == RunState::waiting) {
    std::erase(waiting_, found);
    found->run.state = RunState::cancelled;
  }
  return true;
}

void Runs::work() {
  // Alarms go first. The threads that a computation starts inherit it.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
  std::unique_lock lock{mutex_};
  while (true) {
    woken_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto job = waiting_.front();
    waiting_.pop_front();
    job->run.state = RunState::running;
    lock.unlock();
    compute(job);
    lock.lock();
  }
}

void Runs::compute(const JobPtr& job) {
  Watch watch;
  watch.progress = [this, &job](double share) {
    const std::lock_guard lock{mutex_};
    job->run.progress = std::max(job->run.progress, std::clamp(share, 0.0, 1.0));
  };
  watch.cancelled = [this, &job] {
    const std::lock_guard lock{mutex_};
    return job->cancel;
  };
  try {
    finish(
        job,
        tools_.run(job->run.kind)->run(cases_.files(job->run.version), job->run.parameters, watch));
  } catch (const std::exception& failure) {
    log::error("steering.run_failed", "{} {}: {}", job->run.kind, to_string(job->run.version),
               failure.what());
    finish(job, Complaints{{"", 0, "the computation stopped on an error of the program"}});
  }
}

void Runs::finish(const JobPtr& job, const Checked<std::string>& computed) {
  bool kept = false;
  Complaints mistakes;
  {
    const std::lock_guard lock{mutex_};
    if (job->cancel) {
      job->run.state = RunState::cancelled;
      return;
    }
  }
  if (!computed) {
    mistakes = computed.error();
  } else if (computed->size() > limits::kResultBytes) {
    mistakes = {{"", 0, "the result is too large to keep; make the case smaller"}};
  } else {
    const auto done = cases_.keep_result(job->key, now_(), *computed);
    kept = done.ok();
    if (!kept) mistakes = {{"", 0, "the result could not be kept: " + done.error().message}};
  }
  const std::lock_guard lock{mutex_};
  job->run.state = kept ? RunState::done : RunState::failed;
  job->run.progress = kept ? 1 : job->run.progress;
  job->run.mistakes = std::move(mistakes);
}

}  // namespace varde::steering
