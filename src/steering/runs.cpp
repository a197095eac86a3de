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

namespace {

/// The same for the same kind and parameters.
std::string name_of(const std::string& kind, const Parameters& parameters) {
  std::string text = kind;
  for (const auto& [name, value] : parameters) {
    text += '\n';
    text += std::to_string(name.size()) + ' ' + name + '=' + value;
  }
  return text;
}

}  // namespace

std::string Runs::key_of(const VersionId& version, const std::string& kind,
                         const Parameters& parameters) const {
  return to_hex(sha256(program_ + '\n' + to_string(version) + '\n' + name_of(kind, parameters)));
}

std::optional<std::string> Runs::kept(const VersionId& version, const std::string& kind,
                                      const Parameters& parameters) const {
  if (auto stands = cases_.decided_result(version, name_of(kind, parameters))) return stands->json;
  return cases_.result(key_of(version, kind, parameters));
}

std::optional<DecidedResult> Runs::decided_result(const Run& run) const {
  return cases_.decided_result(run.version, name_of(run.kind, run.parameters));
}

/// Of a decided version, what its kind of case shows.
void Runs::keep_if_decided(const Run& run, const std::string& json) {
  const auto version = cases_.version(run.version);
  if (!version || !version->decision) return;
  const auto owner = cases_.find(version->of);
  const auto* kind = owner ? tools_.kind(owner->kind) : nullptr;
  if (kind == nullptr) return;
  const auto same = [&](const ShownRun& shown) {
    return shown.kind == run.kind && shown.parameters == run.parameters;
  };
  if (std::ranges::none_of(kind->shown, same)) return;
  const auto done =
      cases_.keep_decided(run.version, name_of(run.kind, run.parameters), now_(), {program_, json});
  if (!done)
    log::error("steering.decided_result", "{} {}: {}", run.kind, to_string(run.version),
               done.error().message);
}

void Runs::decided(const VersionId& id) {
  const auto version = cases_.version(id);
  const auto owner = version ? cases_.find(version->of) : std::nullopt;
  const auto* kind = owner ? tools_.kind(owner->kind) : nullptr;
  if (kind == nullptr) return;
  for (const auto& shown : kind->shown) {
    if (const auto json = cases_.result(key_of(id, shown.kind, shown.parameters))) {
      keep_if_decided({{}, id, shown.kind, shown.parameters}, *json);
    } else {
      start(id, shown.kind,
            shown.parameters);  // kept when it is done, or when it is next asked for
    }
  }
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

Runs::JobPtr Runs::new_job(const VersionId& version, const std::string& kind,
                           const Parameters& parameters) {
  const auto id = RunId{make_ulid(now_(), random_u64(), random_u64())};
  auto job = std::make_shared<Job>(
      Job{{id, version, kind, parameters}, key_of(version, kind, parameters)});
  job->run.program = program_;
  remember(job);
  return job;
}

std::optional<Run> Runs::start(const VersionId& version, const std::string& kind,
                               const Parameters& parameters) {
  VARDE_ASSERT(tools_.run(kind) != nullptr);
  const auto key = key_of(version, kind, parameters);
  const auto stands = cases_.decided_result(version, name_of(kind, parameters));
  const auto have = cases_.result(key);
  const std::lock_guard lock{mutex_};
  const auto same = [&](const JobPtr& one) {
    return one->key == key && !one->cancel && !one->decided;
  };
  const auto waits = std::ranges::find_if(waiting_, same);
  const auto runs = std::ranges::find_if(
      known_, [&](const JobPtr& one) { return same(one) && one->run.state == RunState::running; });
  const bool under_way = waits != waiting_.end() || runs != known_.end();
  const bool room = waiting_.size() < limits::kWaitingRuns;
  const auto wait_for_turn = [&](const JobPtr& job) {
    waiting_.push_back(job);
    woken_.notify_one();
  };
  if (!stands && under_way) return waits != waiting_.end() ? (*waits)->run : (*runs)->run;
  if (!stands && !have && !room) return std::nullopt;
  const bool compare = stands && stands->program != program_ && !have && !under_way && room;
  if (compare) wait_for_turn(new_job(version, kind, parameters));
  const auto job = new_job(version, kind, parameters);
  if (!stands && !have) {
    wait_for_turn(job);
    return job->run;
  }
  job->run.state = RunState::done;
  job->run.progress = 1;
  if (stands) {
    job->decided = true;
    job->run.program = stands->program;
    if (stands->program != program_) {
      job->run.differs = have ? std::optional(*have != stands->json) : std::nullopt;
    }
  }
  return job->run;
}

std::optional<Run> Runs::find(const RunId& id) const {
  std::string key;
  std::optional<Run> run;
  {
    const std::lock_guard lock{mutex_};
    const auto found = job(id);
    if (!found) return std::nullopt;
    run = found->run;
    if (!found->decided || run->program == program_) return run;
    key = found->key;
  }
  const auto now = cases_.result(key);
  const auto stands = decided_result(*run);
  if (now && stands) run->differs = *now != stands->json;
  return run;
}

std::optional<std::string> Runs::result(const RunId& id) const {
  std::string key;
  std::optional<Run> decided;
  {
    const std::lock_guard lock{mutex_};
    const auto found = job(id);
    if (!found || found->run.state != RunState::done) return std::nullopt;
    key = found->key;
    if (found->decided) decided = found->run;
  }
  if (!decided) return cases_.result(key);
  const auto stands = decided_result(*decided);
  return stands ? std::optional(stands->json) : std::nullopt;
}

std::optional<Run> Runs::latest(const VersionId& version, const std::string& kind,
                                const Parameters& parameters) const {
  const auto key = key_of(version, kind, parameters);
  const std::lock_guard lock{mutex_};
  const auto newest = std::find_if(known_.rbegin(), known_.rend(),
                                   [&](const JobPtr& one) { return one->key == key; });
  return newest == known_.rend() ? std::nullopt : std::optional((*newest)->run);
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
    if (kept) keep_if_decided(job->run, *computed);
    if (!kept) mistakes = {{"", 0, "the result could not be kept: " + done.error().message}};
  }
  const std::lock_guard lock{mutex_};
  job->run.state = kept ? RunState::done : RunState::failed;
  job->run.progress = kept ? 1 : job->run.progress;
  job->run.mistakes = std::move(mistakes);
}

}  // namespace varde::steering
