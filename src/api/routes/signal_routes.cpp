#include "api/route.hpp"

namespace varde::api {
namespace {

/// What intake/http reads; its fields stand here for the document.
struct SignalIn {
  std::optional<std::string> id;
  std::optional<std::string> device;
  std::optional<alarm::SignalKind> kind;
  std::optional<std::string> code;
  std::optional<std::string> raw_code;
  std::optional<int> location;
  std::optional<std::string> condition;
  std::optional<Instant> time;
  std::optional<std::string> text;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "Signal";
  static constexpr std::string_view kDoc =
      "One message from a device. Nothing is required: what is missing or unknown becomes an alarm "
      "that an operator reads. A further field, data, may hold an object of at most 2 kB that is "
      "kept as it is.";
  static constexpr auto fields() {
    using S = SignalIn;
    return std::tuple{
        field("id", &S::id, "The sender's own, at most 64 bytes; sent again, it counts once"),
        field("device", &S::device, "The device's address at the sender, at most 59 bytes"),
        field("kind", &S::kind, "alarm unless told"),
        field("code", &S::code,
              "Of the national event list, \"3\" or \"4.1\"; unknown ones are kept"),
        field("raw_code", &S::raw_code, "As the device's protocol had it, at most 128 bytes"),
        field("location", &S::location, "SCAIP location code: where in the home"),
        field("condition", &S::condition,
              "battery_low, battery_ok, mains_failed, mains_ok, contact_lost, contact_ok or fault"),
        field("time", &S::time, "What the device's clock says; shown, never used for order"),
        field("text", &S::text, "In words, at most 4,000 bytes")};
  }
};

struct SignalBatch {
  std::vector<SignalIn> signals;

  static constexpr std::string_view kName = "SignalBatch";
  static constexpr std::string_view kDoc =
      "Up to 1,000 signals; each is taken or refused by itself.";
  static constexpr auto fields() {
    return std::tuple{field("signals", &SignalBatch::signals, "In any order")};
  }
};

struct SignalResult {
  std::optional<int> index;
  std::optional<SignalId> id;
  std::string status;
  std::optional<AlarmId> alarm_id;

  static constexpr bool kSparse = true;
  static constexpr std::string_view kName = "SignalResult";
  static constexpr std::string_view kDoc =
      "What became of one signal. What is accepted is durable.";
  static constexpr auto fields() {
    using R = SignalResult;
    return std::tuple{field("index", &R::index, "Place in the batch, from 0"),
                      field("id", &R::id, "What it is called here"),
                      field("status", &R::status,
                            "accepted, duplicate or, in a batch, refused (then problem says why)"),
                      field("alarm_id", &R::alarm_id, "The alarm it opened or joined")};
  }
};

struct SignalResults {
  std::vector<SignalResult> results;

  static constexpr std::string_view kName = "SignalResults";
  static constexpr std::string_view kDoc = "What became of each signal of a batch.";
  static constexpr auto fields() {
    return std::tuple{field("results", &SignalResults::results, "One for each signal")};
  }
};

void take_signals(const CallPtr& call) {
  const tenancy::Request right{tenancy::Act::deliver_signal, {}, std::nullopt};
  if (!tenancy::decide(call->actor(), right, {}).allowed())
    return call->fail(access::Handle::Failure::forbidden);
  call->services().signals(call->sender(), call->request(), [call](SignalsAnswer answer) {
    Response response{answer.status, std::move(answer.content_type), std::move(answer.body), {}};
    if (answer.status == 429 || answer.status == 503)
      response.headers.emplace_back("Retry-After", answer.status == 429 ? "1" : "5");
    call->reply(std::move(response));
  });
}

}  // namespace

void add_signal_routes(RouteTable& table) {
  Route route{Method::post,    "/signals", "Deliver signals; 202 when they are durable",
              Access::machine, Lane::io,   take_signals};
  route.request_schema = &write_either<SignalIn, SignalBatch>;
  route.response_schema = &write_either<SignalResult, SignalResults>;
  route.success = 202;
  table.push_back(route.may_fail({ProblemKind::unreadable, ProblemKind::invalid,
                                  ProblemKind::idempotency_conflict, ProblemKind::too_many}));
}

}  // namespace varde::api
