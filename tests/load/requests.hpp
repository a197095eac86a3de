#pragma once

#include <cstdint>
#include <string>

namespace varde::load {

/// Makes the bytes of POST /api/v1/signals: each signal from the next of `devices` addresses, with
/// a key and a number of its own.
class Requests {
 public:
  struct Options {
    std::string host;
    std::string path = "/api/v1/signals";
    std::string key;             ///< API key; empty = none
    std::string kind = "alarm";  ///< of every signal
    std::size_t devices = 100'000;
    std::size_t batch = 1;  ///< signals per request; 1 = the single form
    std::string run = "r";  ///< makes this run's keys differ from another's
  };
  explicit Requests(Options options);

  /// The next request. `number` is that of its first signal.
  std::string next();
  std::uint64_t number() const { return number_; }
  std::size_t batch() const { return options_.batch; }

 private:
  void add_signal(std::string& body);

  Options options_;
  std::string head_;
  std::uint64_t number_ = 0;
};

}  // namespace varde::load
