#include "api/call.hpp"

#include "base/assert.hpp"
#include "base/log.hpp"

namespace varde::api {

void InFlight::began() {
  const std::lock_guard lock{mutex_};
  ++count_;
}

void InFlight::ended() {
  const std::lock_guard lock{mutex_};
  VARDE_ASSERT(count_ > 0);
  if (--count_ == 0) ended_.notify_all();
}

void InFlight::wait_for_none(std::chrono::milliseconds at_most) {
  std::unique_lock lock{mutex_};
  ended_.wait_for(lock, at_most, [this] { return count_ == 0; });
}

Call::Call(Request request, Services& services, Respond respond)
    : request_(std::move(request)),
      services_(services),
      respond_(std::move(respond)),
      now_(services.now()) {
  services_.in_flight.began();
}

Call::~Call() {
  if (!replied_) fail(ProblemKind::unavailable, "The server is stopping. Try again.");
  services_.in_flight.ended();
}

void Call::identify(std::shared_ptr<const tenancy::Actor> actor, std::shared_ptr<Session> session) {
  actor_ = std::move(actor);
  session_ = std::move(session);
}

void Call::reply(Response response) {
  if (replied_.exchange(true)) return;
  if (watch_) watch_(response);
  respond_(std::move(response));
}

void Call::fail(access::Handle::Failure failure) {
  using enum access::Handle::Failure;
  switch (failure) {
    case forbidden:
      return fail(ProblemKind::forbidden, "Your role has no access to this.");
    case reason_required:
      return fail(ProblemKind::reason_required,
                  "There is no open alarm for this person. State a reason first: POST .../access.");
    case not_found:
      return fail(ProblemKind::not_found, "There is no such thing among what you may see.");
    case unavailable:
      break;
  }
  fail(ProblemKind::unavailable, "It could not be recorded, so nothing was done. Try again.");
}

void guarded(const CallPtr& call, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    log::error("api.request_failed", "{}", error.what());
    call->fail(ProblemKind::unavailable, "The records cannot be read now. Try again.");
  }
}

}  // namespace varde::api
