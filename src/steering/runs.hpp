#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "steering/cases.hpp"
#include "steering/tools.hpp"

namespace varde::steering {

enum class RunState : std::uint8_t { waiting, running, done, failed, cancelled };
std::string_view to_string(RunState state);

/// A computation that was asked for.
struct Run {
  RunId id;
  VersionId version;
  std::string kind;
  Parameters parameters{};
  RunState state = RunState::waiting;
  double progress = 0;  ///< 0..1
  Complaints mistakes{};
  std::string program{};  ///< that computed the result: an earlier one's when it was decided on
  /// Whether this program computes something else than what was decided on. Nothing while it has
  /// not computed it.
  std::optional<bool> differs = false;
};

/// Computes on versions, one run at a time on a thread of its own, from a bounded queue. A result
/// is kept under its version, kind and parameters, so that it is computed once. What a decided
/// version showed when it was decided is shown ever after, whatever newer programs compute.
/// Thread-safe.
class Runs {
 public:
  using Clock = std::function<Instant()>;
  /// `program` names the program's version: another one computes anew. References must outlive it.
  Runs(Cases& cases, const Tools& tools, Clock now, std::string program);
  ~Runs();  ///< cancels what is left
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;

  /// nullopt: the queue is full. The kind must be one of the tools'. A run of the same that waits
  /// or runs already is given instead; one that is kept is done at once.
  std::optional<Run> start(const VersionId& version, const std::string& kind,
                           const Parameters& parameters);
  std::optional<Run> find(const RunId& id) const;
  /// Nothing when there is no such run, it is not done, or its result was dropped meanwhile.
  std::optional<std::string> result(const RunId& id) const;
  /// The kept result of such a run, when there is one.
  std::optional<std::string> kept(const VersionId& version, const std::string& kind,
                                  const Parameters& parameters) const;
  /// The latest such run that can still be asked for.
  std::optional<Run> latest(const VersionId& version, const std::string& kind,
                            const Parameters& parameters) const;
  bool cancel(const RunId& id);  ///< false: no such run
  /// A version was decided: keeps for good what its kind of case shows of it, and computes what was
  /// not computed yet.
  void decided(const VersionId& version);

 private:
  struct Job {
    Run run;
    std::string key;
    bool cancel = false;
    bool decided = false;  ///< its result is that of the decision
  };
  using JobPtr = std::shared_ptr<Job>;

  std::string key_of(const VersionId& version, const std::string& kind,
                     const Parameters& parameters) const;
  std::optional<DecidedResult> decided_result(const Run& run) const;
  void keep_if_decided(const Run& run, const std::string& json);
  JobPtr job(const RunId& id) const;
  JobPtr new_job(const VersionId& version, const std::string& kind, const Parameters& parameters);
  void remember(const JobPtr& job);
  void work();
  void compute(const JobPtr& job);
  void finish(const JobPtr& job, const Checked<std::string>& computed);

  Cases& cases_;
  const Tools& tools_;
  const Clock now_;
  const std::string program_;
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  std::deque<JobPtr> waiting_;
  std::deque<JobPtr> known_;  ///< all that can be asked for, oldest first
  bool stopping_ = false;
  std::thread thread_;  ///< last: it uses the rest
};

}  // namespace varde::steering
