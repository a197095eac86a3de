#include "http.hpp"

#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>

#include <curl/curl.h>

namespace varde::harness {

namespace {
std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* into) {
  static_cast<std::string*>(into)->append(bytes, size * count);
  return size * count;
}
}  // namespace

Http::Http(std::string base_url) : base_url_(std::move(base_url)) {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  handle_ = curl_easy_init();
  if (handle_ == nullptr) throw std::runtime_error("libcurl does not start");
  curl_easy_setopt(static_cast<CURL*>(handle_), CURLOPT_COOKIEFILE, "");  // keep cookies
}

Http::~Http() {
  if (handle_ != nullptr) curl_easy_cleanup(static_cast<CURL*>(handle_));
}

Http::Http(Http&& other) noexcept
    : base_url_(std::move(other.base_url_)),
      headers_(std::move(other.headers_)),
      patience_ms_(other.patience_ms_),
      handle_(std::exchange(other.handle_, nullptr)) {}

Answer Http::send(const std::string& method, const std::string& path, std::string_view body,
                  const std::vector<std::string>& headers) {
  auto* curl = static_cast<CURL*>(handle_);
  Answer answer;
  curl_slist* lines = nullptr;
  for (const std::string& line : headers_) lines = curl_slist_append(lines, line.c_str());
  for (const std::string& line : headers) lines = curl_slist_append(lines, line.c_str());
  lines = curl_slist_append(lines, "Expect:");
  if (!body.empty() && method != "GET") {
    lines = curl_slist_append(lines, "Content-Type: application/json");
  }
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> owned(lines, curl_slist_free_all);
  curl_easy_setopt(curl, CURLOPT_URL, (base_url_ + path).c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TCP_NODELAY, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, patience_ms_);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer.head);
  if (method == "GET") {
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, nullptr);
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  } else {
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  }
  if (curl_easy_perform(curl) != CURLE_OK) return {};
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

}  // namespace varde::harness
