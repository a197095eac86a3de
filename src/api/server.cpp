#include "api/server.hpp"

#include <future>
#include <thread>

#include <fmt/format.h>

#include "api/dispatcher.hpp"
#include "api/http_types.hpp"
#include "api/live_socket.hpp"
#include "api/reply_queue.hpp"
#include "api/static_files.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"

namespace varde::api {
namespace {

using restinio::http_field;
using restinio::request_handle_t;
using namespace std::chrono_literals;

constexpr std::size_t kConnections = 4'000;
constexpr std::size_t kTargetBytes = 4'096;
constexpr std::size_t kHeaderFields = 64;
constexpr std::size_t kHeaderNameBytes = 128;
constexpr std::size_t kHeaderValueBytes = 8'192;
/// RESTinio drops the connection above its own limit; between ours and this one the sender gets a
/// 413.
constexpr std::size_t kDroppedBodyBytes = 4 * limits::kHttpBodyBytes;
constexpr auto kIdle = 75s;
constexpr auto kHandling = 60s;
constexpr auto kLiveTick = 5s;
constexpr auto kStopGrace = 10s;
constexpr auto kWriteOut = 2s;

Method method_of(const restinio::http_request_header_t& header) {
  const auto method = header.method();
  if (method == restinio::http_method_get()) return Method::get;
  if (method == restinio::http_method_post()) return Method::post;
  if (method == restinio::http_method_put()) return Method::put;
  if (method == restinio::http_method_delete()) return Method::delete_;
  return Method::other;
}

std::string_view text_of(restinio::string_view_t view) { return {view.data(), view.size()}; }

void take_header(Request& request, const restinio::http_header_field_t& field) {
  const std::string_view value = field.value();
  switch (field.field_id()) {
    case http_field::authorization:
      request.authorization = value;
      return;
    case http_field::cookie:
      request.cookie = value;
      return;
    case http_field::content_type:
      request.content_type = value;
      return;
    case http_field::host:
      request.host = value;
      return;
    case http_field::origin:
      request.origin = value;
      return;
    default:
      break;
  }
  if (equal_ignoring_case(field.name(), "idempotency-key")) request.idempotency_key = value;
  if (equal_ignoring_case(field.name(), "x-varde-request")) request.varde_request = value;
}

Request make_request(const request_handle_t& handle) {
  const auto& header = handle->header();
  Request request;
  request.method = method_of(header);
  request.path = text_of(header.path());
  request.query = text_of(header.query());
  request.body = handle->body();
  header.for_each_field([&](const auto& field) { take_header(request, field); });
  request.remote_address = handle->remote_endpoint().address().to_string();
  request.owner = handle;
  return request;
}

/// A browser names the site a WebSocket is opened from; only our own pages may.
bool from_own_site(const Request& request) {
  const auto scheme_end = request.origin.find("://");
  return scheme_end != std::string_view::npos &&
         request.origin.substr(scheme_end + 3) == request.host;
}

}  // namespace

struct Server::Parts {
  Parts(Config given, Dependencies dependencies)
      : config(std::move(given)),
        outside(std::move(dependencies)),
        lookups(outside.gate),
        feed(outside.gate, lookups, sessions, outside.now),
        workers(config.workers, kWaitingCalls),
        services{config,
                 outside.gate,
                 outside.authenticator,
                 sessions,
                 guard,
                 lookups,
                 feed,
                 workers,
                 outside.now,
                 outside.signals,
                 outside.has_webhook,
                 outside.steering},
        dispatcher(services, routes),
        files(config.web_folder),
        io(config.io_threads),
        replies(io),
        live_timer(io) {}

  restinio::request_handling_status_t handle(const request_handle_t& request);
  void answer_here(const request_handle_t& handle, const Request& request);
  void open_live(const request_handle_t& handle, const Request& request);
  void on_worker(const request_handle_t& handle, std::function<Response()> make);
  Response ready() const;
  void configure(restinio::server_settings_t<HttpTraits>& settings);
  void tick_later();
  void write_out();

  const Config config;
  const Dependencies outside;
  Sessions sessions;
  SignInGuard guard;
  Lookups lookups;
  LiveFeed feed;
  Workers workers;
  Services services;
  const RouteTable routes = all_routes();
  Dispatcher dispatcher;
  const StaticFiles files;
  const std::string page_policy = content_security_policy(config.map ? config.map->tile_url : "");

  const std::shared_ptr<ConnectionLimit> connections =
      std::make_shared<ConnectionLimit>(kConnections);
  restinio::asio_ns::io_context io;
  restinio::asio_ns::executor_work_guard<restinio::asio_ns::io_context::executor_type> stay{
      io.get_executor()};
  ReplyQueue replies;
  restinio::asio_ns::steady_timer live_timer;
  std::unique_ptr<HttpServer> http;
  std::uint16_t bound_port = 0;
  std::vector<std::thread> threads;
};

restinio::request_handling_status_t Server::Parts::handle(const request_handle_t& handle) {
  Request request = make_request(handle);
  if (request.path.starts_with(kPrefix)) {
    const bool upgrade =
        handle->header().connection() == restinio::http_connection_header_t::upgrade;
    if (upgrade && request.path == "/api/v1/live") {
      open_live(handle, request);
    } else {
      dispatcher.dispatch(std::move(request), [this, handle](Response response) {
        replies.give(handle, std::move(response));
      });
    }
  } else {
    answer_here(handle, request);
  }
  return restinio::request_accepted();
}

void Server::Parts::answer_here(const request_handle_t& handle, const Request& request) {
  if (request.method != Method::get)
    return replies.give(handle,
                        problem_response({ProblemKind::not_found, "Nothing here.", {}, {}}));
  if (request.path == "/healthz")
    return replies.give(handle, {200, "text/plain", "alive\n", {{"Cache-Control", "no-store"}}});
  if (request.path == "/readyz") return replies.give(handle, ready());
  if (request.path == "/metrics")
    return on_worker(handle, [this] {
      return Response{200, "text/plain; version=0.0.4", outside.metrics(), {}};
    });
  on_worker(handle, [this, path = request.path, owner = request.owner] {
    Response response = files.get(path);
    add_page_headers(response, page_policy);
    return response;
  });
}

void Server::Parts::on_worker(const request_handle_t& handle, std::function<Response()> make) {
  const bool taken =
      workers.offer([this, handle, make = std::move(make)] { replies.give(handle, make()); });
  if (!taken)
    replies.give(handle, problem_response({ProblemKind::unavailable, "Try again.", {}, {}}));
}

Response Server::Parts::ready() const {
  const std::string reason = outside.not_ready();
  if (reason.empty()) return {200, "text/plain", "ready\n", {{"Cache-Control", "no-store"}}};
  return problem_response({ProblemKind::unavailable, reason, {}, {}});
}

void Server::Parts::open_live(const request_handle_t& handle, const Request& request) {
  auto session = sessions.find(cookie_value(request.cookie, kSessionCookie), outside.now());
  if (!session)
    return replies.give(handle,
                        problem_response({ProblemKind::not_signed_in, "Sign in first.", {}, {}}));
  if (!from_own_site(request))
    return replies.give(handle,
                        problem_response({ProblemKind::forbidden, "Wrong Origin.", {}, {}}));
  std::optional<LivePosition> since;
  for (const auto& [name, value] : parse_query(request.query)) {
    LivePosition position = 0;
    if (name == "since" && parse_text(value, position)) since = position;
  }
  const auto post = [this](std::function<void()> work) {
    restinio::asio_ns::post(io, std::move(work));
  };
  open_live_socket(handle, {feed, workers, post}, std::move(session), since);
}

void Server::Parts::configure(restinio::server_settings_t<HttpTraits>& settings) {
  settings.address(config.address)
      .port(config.port)
      .protocol(config.address.find(':') == std::string::npos ? restinio::asio_ns::ip::tcp::v4()
                                                              : restinio::asio_ns::ip::tcp::v6())
      .request_handler([this](request_handle_t request) { return handle(request); })
      .buffer_size(8 * 1024)
      .max_pipelined_requests(4)
      .ip_blocker(connections)
      .connection_state_listener(connections)
      .read_next_http_message_timelimit(kIdle)
      .handle_request_timeout(kHandling)
      .write_http_response_timelimit(kHandling)
      .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                    .max_url_size(kTargetBytes)
                                    .max_field_count(kHeaderFields)
                                    .max_field_name_size(kHeaderNameBytes)
                                    .max_field_value_size(kHeaderValueBytes)
                                    .max_body_size(kDroppedBodyBytes))
      .socket_options_setter(
          [](auto& options) { options.set_option(restinio::asio_ns::ip::tcp::no_delay{true}); })
      .acceptor_post_bind_hook([this](restinio::asio_ns::ip::tcp::acceptor& acceptor) {
        bound_port = acceptor.local_endpoint().port();
      });
}

void Server::Parts::tick_later() {
  live_timer.expires_after(kLiveTick);
  live_timer.async_wait([this](const restinio::asio_ns::error_code& error) {
    if (error) return;
    feed.tick();
    tick_later();
  });
}

/// Waits until the io threads have come past everything that was given to them before.
void Server::Parts::write_out() {
  const auto done = std::make_shared<std::promise<void>>();
  restinio::asio_ns::post(io, [done] { done->set_value(); });
  done->get_future().wait_for(kWriteOut);
}

Server::Server(Config config, Dependencies dependencies)
    : parts_(std::make_unique<Parts>(std::move(config), std::move(dependencies))) {}

Server::~Server() { stop(); }

Status Server::start() {
  Parts& p = *parts_;
  try {
    p.http = std::make_unique<HttpServer>(restinio::external_io_context(p.io),
                                          [&](auto& settings) { p.configure(settings); });
    p.http->open_sync();
  } catch (const std::exception& error) {
    return Error{fmt::format("http: cannot listen on {}:{}: {}", p.config.address, p.config.port,
                             error.what())};
  }
  p.tick_later();
  for (int i = 0; i < p.config.io_threads; ++i) p.threads.emplace_back([&p] { p.io.run(); });
  log::info("http.started", "http://{}:{}", p.config.address, p.bound_port);
  return Done{};
}

std::uint16_t Server::port() const { return parts_->bound_port; }

Server::Figures Server::figures() const {
  return {parts_->connections->open(), parts_->feed.client_count(), parts_->sessions.count()};
}

void Server::publish(std::span<const engine::Projection::Item> items, engine::Position upto) {
  parts_->feed.publish(items, upto);
}

void Server::stop() {
  Parts& p = *parts_;
  if (p.threads.empty()) return;
  restinio::asio_ns::post(p.io, [&p] {
    p.http->close_sync();
    p.live_timer.cancel();
  });
  p.feed.close_all();
  p.services.in_flight.wait_for_none(kStopGrace);
  p.workers.stop();
  p.dispatcher.stop();
  p.write_out();
  p.io.stop();
  for (auto& thread : p.threads) thread.join();
  p.threads.clear();
  log::info("http.stopped", "port {}", p.bound_port);
}

}  // namespace varde::api
