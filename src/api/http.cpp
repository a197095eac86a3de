#include "api/http.hpp"

#include <algorithm>

namespace varde::api {
namespace {

constexpr std::size_t kQueryPairs = 50;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Takes everything up to `separator` (which is dropped) off the front of `rest`.
std::string_view take_until(std::string_view& rest, char separator) {
  const auto end = std::min(rest.find(separator), rest.size());
  const auto part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

}  // namespace

std::string_view to_string(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::delete_:
      return "DELETE";
    case Method::other:
      break;
  }
  return "OTHER";
}

Response json_response(int status, std::string json) {
  return {status, "application/json", std::move(json), {{"Cache-Control", "no-store"}}};
}

Response problem_response(const Problem& problem) {
  Response response{text_of(problem.kind).status,
                    "application/problem+json",
                    to_json(problem),
                    {{"Cache-Control", "no-store"}}};
  if (response.status == 429 || response.status == 503)
    response.headers.emplace_back("Retry-After", "5");
  return response;
}

Response no_content() { return {204, {}, {}, {{"Cache-Control", "no-store"}}}; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

QueryPairs parse_query(std::string_view query) {
  QueryPairs pairs;
  while (!query.empty() && pairs.size() < kQueryPairs) {
    std::string_view pair = take_until(query, '&');
    auto name = decode_percent(take_until(pair, '='), true);
    auto value = decode_percent(pair, true);
    if (name && value && !name->empty()) pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return pairs;
}

std::string_view cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::string_view pair = take_until(header, ';');
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (take_until(pair, '=') == name) return pair;
  }
  return {};
}

std::string_view bearer_key(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!equal_ignoring_case(authorization.substr(0, kScheme.size()), kScheme)) return {};
  authorization.remove_prefix(kScheme.size());
  return authorization;
}

}  // namespace varde::api
