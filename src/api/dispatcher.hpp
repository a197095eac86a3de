#pragma once

#include "api/api_keys.hpp"
#include "api/idempotency.hpp"
#include "api/route.hpp"

namespace varde::api {

inline constexpr std::string_view kPrefix = "/api/v1";
inline constexpr std::string_view kSessionCookie = "varde_session";
/// Work waiting for a worker; beyond it requests are answered "unavailable".
inline constexpr std::size_t kWaitingCalls = 2'000;
inline constexpr std::size_t kWaitingSignIns = 100;
/// Few, so that the last is answered within a minute.
inline constexpr std::size_t kWaitingReports = 8;

/// From a request to the route that answers it: finds the route, finds out who asks, guards against
/// foreign sites (a write with a cookie needs the header X-Varde-Request), gives a repeated write
/// its first answer, and picks the thread.
class Dispatcher {
 public:
  Dispatcher(Services& services, const RouteTable& routes);

  /// Takes a request below /api/v1. On an io thread; answers from any.
  void dispatch(Request request, Respond respond);
  void stop() {
    sign_in_.stop();
    reports_.stop();
  }

 private:
  Workers& workers(Lane lane);
  void run(const CallPtr& call, const Route& route);
  bool identify(const CallPtr& call, Access access);
  bool identify_console(const CallPtr& call);
  bool identify_machine(const CallPtr& call);
  bool is_first(const CallPtr& call);

  Services& services_;
  const RouteTable& routes_;
  ApiKeys keys_;
  RememberedReplies replies_;
  Workers sign_in_{1, kWaitingSignIns};
  Workers reports_{1, kWaitingReports};
};

}  // namespace varde::api
