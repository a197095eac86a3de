#include "requests.hpp"

#include <fmt/format.h>

namespace varde::load {

Requests::Requests(Options options) : options_(std::move(options)) {
  head_ = fmt::format("POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n",
                      options_.path, options_.host);
  if (!options_.key.empty()) head_ += fmt::format("Authorization: Bearer {}\r\n", options_.key);
}

void Requests::add_signal(std::string& body) {
  const std::uint64_t number = number_++;
  fmt::format_to(
      std::back_inserter(body),
      R"({{"device":"load/{}","kind":"{}","code":"3","raw_code":"load={}","id":"{}-{}"}})",
      number % options_.devices, options_.kind, number, options_.run, number);
}

std::string Requests::next() {
  std::string body;
  if (options_.batch == 1) {
    add_signal(body);
  } else {
    body = R"({"signals":[)";
    for (std::size_t i = 0; i < options_.batch; ++i) {
      if (i > 0) body += ',';
      add_signal(body);
    }
    body += "]}";
  }
  return fmt::format("{}Content-Length: {}\r\n\r\n{}", head_, body.size(), body);
}

}  // namespace varde::load
