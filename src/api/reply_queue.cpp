#include "api/reply_queue.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/log.hpp"

namespace varde::api {
namespace {

/// "https://tiles.example:8443" of a web address; empty when it is none.
std::string_view origin_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos || !url.starts_with("http")) return {};
  const auto origin = url.substr(0, url.find('/', scheme + 3));
  const bool plain = std::ranges::all_of(origin, [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view{"-.:/[]"}.find(static_cast<char>(c)) != std::string_view::npos;
  });
  return plain ? origin : std::string_view{};
}

std::string reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Status";
  }
}

void write(const restinio::request_handle_t& request, Response response) {
  const auto& header = request->header();
  if (log::enabled(log::Level::debug))
    log::write(log::Level::debug, "http.request",
               fmt::format("{} {} {}", header.method().c_str(), header.path(), response.status));
  auto builder = request->create_response(restinio::http_status_line_t{
      restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)},
      reason_of(response.status)});
  if (!response.content_type.empty())
    builder.append_header(restinio::http_field::content_type, std::move(response.content_type));
  builder.append_header("X-Content-Type-Options", "nosniff");
  for (auto& [name, value] : response.headers)
    builder.append_header(std::move(name), std::move(value));
  builder.set_body(std::move(response.body));
  builder.done();
}

}  // namespace

std::string content_security_policy(std::string_view tile_url) {
  const auto tiles = origin_of(tile_url);
  const std::string_view gap = tiles.empty() ? "" : " ";
  return fmt::format(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      "img-src 'self' data: blob:{0}{1}; connect-src 'self'{0}{1}; worker-src 'self' blob:; "
      "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      gap, tiles);
}

void add_page_headers(Response& response, const std::string& policy) {
  response.headers.emplace_back("Content-Security-Policy", policy);
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("X-Frame-Options", "DENY");
}

void ReplyQueue::give(const restinio::request_handle_t& request, Response response) {
  if (io_.get_executor().running_in_this_thread()) return write(request, std::move(response));
  {
    const std::lock_guard lock{mutex_};
    pending_.push_back({request, std::move(response)});
    if (draining_) return;
    draining_ = true;
  }
  restinio::asio_ns::post(io_, [this] { drain(); });
}

void ReplyQueue::drain() {
  std::vector<Pending> batch;
  {
    const std::lock_guard lock{mutex_};
    batch.swap(pending_);
    draining_ = false;
  }
  for (auto& [request, response] : batch) {
    try {
      write(request, std::move(response));
    } catch (const std::exception& error) {
      log::warning("http.reply_failed", "{}", error.what());
    }
  }
}

}  // namespace varde::api
