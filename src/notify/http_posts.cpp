#include "notify/http_posts.hpp"

#include <map>

#include <curl/curl.h>

#include "base/assert.hpp"

namespace varde::notify {
namespace {

struct EasyFree {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiFree {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyFree>;
using List = std::unique_ptr<curl_slist, ListFree>;

/// Once per process, before the first handle.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  VARDE_ASSERT(started == CURLE_OK);
}

constexpr std::size_t kAnswerBytes = 64 * 1024;

/// Reads and forgets; an answer without end is cut off.
std::size_t forget(const char* /*data*/, std::size_t size, std::size_t count, void* seen) {
  auto& total = *static_cast<std::size_t*>(seen);
  total += size * count;
  return total > kAnswerBytes ? 0 : size * count;
}

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  VARDE_ASSERT(curl_easy_setopt(easy, option, value) == CURLE_OK);
}

}  // namespace

struct HttpPosts::Exchange {
  Post post;
  Easy easy{curl_easy_init()};
  List headers;
  std::size_t answer_bytes = 0;
};

struct HttpPosts::Impl {
  std::chrono::milliseconds timeout;
  std::unique_ptr<CURLM, MultiFree> multi{curl_multi_init()};
  std::map<CURL*, std::unique_ptr<Exchange>> running;

  Answer finish(CURL* easy, CURLcode result) {
    Answer answer;
    const auto exchange = running.find(easy);
    VARDE_ASSERT(exchange != running.end());
    answer.id = exchange->second->post.id;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
    if (result != CURLE_OK && !answer.ok()) {
      answer.status = 0;
      answer.error = curl_easy_strerror(result);
    }
    curl_multi_remove_handle(multi.get(), easy);
    running.erase(exchange);
    return answer;
  }
};

HttpPosts::HttpPosts(std::chrono::milliseconds timeout) {
  start_curl();
  impl_ = std::make_unique<Impl>();
  impl_->timeout = timeout;
  VARDE_ASSERT(impl_->multi != nullptr);
}

HttpPosts::~HttpPosts() {
  for (const auto& [easy, exchange] : impl_->running)
    curl_multi_remove_handle(impl_->multi.get(), easy);
}

std::size_t HttpPosts::running() const { return impl_->running.size(); }

void HttpPosts::start(Post post) {
  auto exchange = std::make_unique<Exchange>();
  exchange->post = std::move(post);
  CURL* easy = exchange->easy.get();
  VARDE_ASSERT(easy != nullptr);
  for (const auto& header : exchange->post.headers) {
    curl_slist* longer = curl_slist_append(exchange->headers.get(), header.c_str());
    VARDE_ASSERT(longer != nullptr);
    static_cast<void>(exchange->headers.release());
    exchange->headers.reset(longer);
  }
  const auto timeout = static_cast<long>(impl_->timeout.count());
  set(easy, CURLOPT_URL, exchange->post.url.c_str());
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set(easy, CURLOPT_TIMEOUT_MS, timeout);
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, timeout / 2);
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_USERAGENT, "varde");
  set(easy, CURLOPT_HTTPHEADER, exchange->headers.get());
  set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(exchange->post.body.size()));
  set(easy, CURLOPT_POSTFIELDS, exchange->post.body.data());
  set(easy, CURLOPT_WRITEFUNCTION, &forget);
  set(easy, CURLOPT_WRITEDATA, &exchange->answer_bytes);
  impl_->running.emplace(easy, std::move(exchange));
  VARDE_ASSERT(curl_multi_add_handle(impl_->multi.get(), easy) == CURLM_OK);
}

std::vector<HttpPosts::Answer> HttpPosts::poll(std::chrono::milliseconds longest) {
  CURLM* multi = impl_->multi.get();
  int still_running = 0;
  VARDE_ASSERT(curl_multi_perform(multi, &still_running) == CURLM_OK);
  std::vector<Answer> answers;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi, &left))
    if (message->msg == CURLMSG_DONE)
      answers.push_back(impl_->finish(message->easy_handle, message->data.result));
  if (answers.empty())
    VARDE_ASSERT(curl_multi_poll(multi, nullptr, 0, static_cast<int>(longest.count()), nullptr) ==
                 CURLM_OK);
  return answers;
}

void HttpPosts::wake() { curl_multi_wakeup(impl_->multi.get()); }

}  // namespace varde::notify
