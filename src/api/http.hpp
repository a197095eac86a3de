#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"

// HTTP as the routes see it: no word of the library that speaks it.
namespace varde::api {

enum class Method : std::uint8_t { get, post, put, delete_, other };
std::string_view to_string(Method method);  ///< "GET"

/// One request. The views are good as long as `owner` is held.
struct Request {
  Method method = Method::get;
  std::string_view path;   ///< as sent, without the query: "/api/v1/alarms"
  std::string_view query;  ///< without '?'
  std::string_view body;

  // The header fields that mean something here; empty when absent.
  std::string_view authorization;
  std::string_view cookie;
  std::string_view content_type;
  std::string_view host;
  std::string_view idempotency_key;
  std::string_view origin;
  std::string_view varde_request;  ///< X-Varde-Request

  std::string remote_address;  ///< of the peer, for throttling of sign-in only
  std::shared_ptr<const void> owner;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};
/// Answers a request, once, from any thread.
using Respond = std::function<void(Response)>;

Response json_response(int status, std::string json);
Response problem_response(const Problem& problem);
Response no_content();

bool equal_ignoring_case(std::string_view a, std::string_view b);  ///< ASCII letters

/// "%41+b" to "A b"; nullopt for a broken escape.
std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space);

using QueryPairs = std::vector<std::pair<std::string, std::string>>;
/// Pairs in order; at most 50, the rest is passed over. Pairs with a broken escape are left out.
QueryPairs parse_query(std::string_view query);

/// The value of one cookie in a Cookie header; empty when absent.
std::string_view cookie_value(std::string_view header, std::string_view name);
/// The key of "Bearer KEY" (scheme in any case); empty for anything else.
std::string_view bearer_key(std::string_view authorization);

}  // namespace varde::api
