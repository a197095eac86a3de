#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "api/http_types.hpp"
#include "api/live_feed.hpp"
#include "api/workers.hpp"

namespace varde::api {

/// What a console's wire needs: the feed it joins, a worker to join on (a snapshot reads the
/// store), and a way back to an io thread.
struct LiveParts {
  LiveFeed& feed;
  Workers& workers;
  std::function<void(std::function<void()>)> post;
};

/// Turns an authenticated upgrade request into a client of the feed.
void open_live_socket(const restinio::request_handle_t& request, LiveParts parts,
                      std::shared_ptr<Session> session, std::optional<LivePosition> since);

}  // namespace varde::api
