#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "access/gate.hpp"
#include "api/authenticator.hpp"
#include "api/config.hpp"
#include "api/http.hpp"
#include "api/json_reader.hpp"
#include "api/live_feed.hpp"
#include "api/lookups.hpp"
#include "api/query_reader.hpp"
#include "api/sessions.hpp"
#include "api/sign_in_guard.hpp"
#include "api/workers.hpp"
#include "steering/desk.hpp"

namespace varde::api {

/// Takes a body of signals in; `answer` is called once, from any thread. Given by app, so that this
/// folder knows no intake.
struct SignalsAnswer {
  int status = 202;
  std::string content_type;
  std::string body;
};
using SignalsHandler =
    std::function<void(std::shared_ptr<const tenancy::Actor> sender, const Request& request,
                       std::function<void(SignalsAnswer)> answer)>;

/// Counts the requests that have been taken and not answered.
class InFlight {
 public:
  void began();
  void ended();
  void wait_for_none(std::chrono::milliseconds at_most);

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t count_ = 0;
};

/// What routes work with.
struct Services {
  const Config& config;
  const access::Gate& gate;
  Authenticator& authenticator;
  Sessions& sessions;
  SignInGuard& sign_in_guard;
  Lookups& lookups;
  LiveFeed& feed;
  Workers& workers;
  Clock now;
  SignalsHandler signals;
  std::function<bool(tenancy::Municipality)> has_webhook;
  const steering::Office& steering;
  InFlight in_flight{};
};

/// One request on its way to its one answer. If a route loses it without an answer, it answers
/// "unavailable" itself.
class Call {
 public:
  Call(Request request, Services& services, Respond respond);
  ~Call();
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;

  const Request& request() const { return request_; }
  Services& services() const { return services_; }
  Instant now() const { return now_; }

  const tenancy::Actor& actor() const { return *actor_; }
  const std::shared_ptr<const tenancy::Actor>& sender() const { return actor_; }
  const std::shared_ptr<Session>& session() const { return session_; }  ///< null for machines
  access::Handle handle() const { return services_.gate.handle(*actor_); }
  steering::Desk desk() const { return {handle(), services_.steering}; }
  bool reason_stated(const UserId& person) const {
    return session_ && session_->reason_stated(person, now_);
  }

  /// The value of the path's {parameter}.
  template <class T>
  std::optional<T> path_value() const {
    T value{};
    if (!parse_text(path_value_, value)) return std::nullopt;
    return value;
  }
  /// The described query or body; when it is wrong the call is answered and nullopt is given.
  template <Described T>
  std::optional<T> query() {
    return unless_wrong(read_query<T>(request_.query));
  }
  template <Described T>
  std::optional<T> body() {
    return unless_wrong(read_request<T>(request_.body));
  }

  template <Described T>
  void answer(const T& view, int status = 200) {
    reply(json_response(status, to_json_text(view)));
  }
  void fail(ProblemKind kind, std::string detail) {
    fail(Problem{kind, std::move(detail), {}, {}});
  }
  void fail(const Problem& problem) { reply(problem_response(problem)); }
  void fail(access::Handle::Failure failure);
  /// Only the first reply counts.
  void reply(Response response);

  // Set by the dispatcher.
  void identify(std::shared_ptr<const tenancy::Actor> actor, std::shared_ptr<Session> session);
  void set_path_value(std::string value) { path_value_ = std::move(value); }
  void on_reply(std::function<void(const Response&)> watch) { watch_ = std::move(watch); }

 private:
  template <class T>
  std::optional<T> unless_wrong(Result<T, Problem> read) {
    if (read) return std::move(*read);
    fail(read.error());
    return std::nullopt;
  }

  Request request_;
  Services& services_;
  Respond respond_;
  const Instant now_;
  std::shared_ptr<const tenancy::Actor> actor_;
  std::shared_ptr<Session> session_;
  std::string path_value_;
  std::function<void(const Response&)> watch_;
  std::atomic<bool> replied_{false};
};
using CallPtr = std::shared_ptr<Call>;

/// Runs `work`; what it throws becomes "unavailable" and a line in the log.
void guarded(const CallPtr& call, const std::function<void()>& work);

/// For Handle's asynchronous reads: back from the core thread to a worker, with the answer or the
/// failure.
template <class T, class Then>
access::Handle::Then<T> on_worker(CallPtr call, Then then) {
  return [call = std::move(call), then = std::move(then)](access::Handle::Answer<T> answer) {
    call->services().workers.resume([call, then, answer = std::move(answer)]() mutable {
      guarded(call, [&] { then(answer); });
    });
  };
}
/// The same where every failure ends the call.
template <class T, class Then>
access::Handle::Then<T> on_worker_or_fail(CallPtr call, Then then) {
  return on_worker<T>(
      call, [call, then = std::move(then)](const access::Handle::Answer<T>& answer) mutable {
        if (!answer) return call->fail(answer.error());
        then(*answer);
      });
}

}  // namespace varde::api
