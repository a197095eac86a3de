#include "app/simulate/line.hpp"

#include "app/clock.hpp"
#include "base/digest.hpp"

namespace varde::app::simulate {
namespace {

constexpr std::chrono::milliseconds kHttpTimeout{10'000};
constexpr std::chrono::milliseconds kHttpPoll{1'000};
constexpr long kAccepted = 202;

}  // namespace

ScaipLine::ScaipLine(scaip::ClientConfig config, Answers& answers)
    : answers_(answers), client_(std::move(config), wall_clock, random_u64) {}

void ScaipLine::send(std::uint64_t id, scaip::ClientMessage message) {
  const bool taken =
      client_.send(std::move(message), [this, id](const scaip::ClientResult& result) {
        answers_.put({id, result.ok()});
      });
  if (!taken) answers_.put({id, false});
}

HttpLine::HttpLine(std::string url, std::string key, Answers& answers)
    : url_(std::move(url)), key_(std::move(key)), answers_(answers), posts_(kHttpTimeout) {
  thread_ = std::thread{[this] { run(); }};
}

HttpLine::~HttpLine() { stop(); }

void HttpLine::stop() {
  stopping_ = true;
  posts_.wake();
  if (thread_.joinable()) thread_.join();
}

void HttpLine::send(std::uint64_t id, std::string json) {
  notify::HttpPosts::Post post;
  post.id = id;
  post.url = url_;
  post.headers = {"Content-Type: application/json", "Authorization: Bearer " + key_};
  post.body = std::move(json);
  {
    const std::lock_guard lock{mutex_};
    waiting_.push_back(std::move(post));
  }
  posts_.wake();
}

void HttpLine::run() {
  while (!stopping_) {
    std::vector<notify::HttpPosts::Post> fresh;
    {
      const std::lock_guard lock{mutex_};
      fresh.swap(waiting_);
    }
    for (auto& post : fresh) posts_.start(std::move(post));
    for (const auto& answer : posts_.poll(kHttpPoll))
      answers_.put({answer.id, answer.status == kAccepted});
  }
}

}  // namespace varde::app::simulate
