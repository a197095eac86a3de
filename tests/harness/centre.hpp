#pragma once

#include <memory>
#include <optional>

#include "http.hpp"
#include "process.hpp"

namespace varde::harness {

/// One alarm centre: the real program, serving an empty demo from a folder of its own on free ports
/// of the loopback address. Data stays over a kill and a new start, and goes with the object.
class Centre {
 public:
  struct Options {
    std::vector<std::string> arguments;  ///< more for `varde serve`
    std::uint64_t file_bytes_max = 0;
    std::filesystem::path data;  ///< empty = a folder of its own
  };
  Centre() : Centre(Options{}) {}
  explicit Centre(Options options);

  /// Starts the program and waits until it is ready; throws with its output when it is not within
  /// 60 s.
  void start();
  /// SIGKILL: no chance to tidy up.
  void kill();
  /// SIGTERM, and its exit status; -1 when it has not ended within 20 s.
  int stop();
  /// Waits until the store shows all that the journal has; lists are read from the store.
  void settle() const;
  /// The value of a metric without labels; -1 when it is not there.
  double metric(const std::string& name) const;
  bool running() { return process_ != nullptr && process_->running(); }

  Http http() const;
  /// With the key of a machine that delivers signals, and of one that reads alarms.
  Http sender() const;
  Http reader() const;
  /// Signed in as the demo's operator.
  Http operator_console(const std::string& account) const;

  Process& process() { return *process_; }
  const std::filesystem::path& data() const { return data_; }
  std::uint16_t http_port() const { return http_port_; }
  std::uint16_t sip_port() const { return sip_port_; }
  std::string log() const { return read_text(log_); }

 private:
  bool ready() const;

  TempFolder folder_;
  Options options_;
  std::filesystem::path data_;
  std::filesystem::path log_;
  std::uint16_t http_port_;
  std::uint16_t sip_port_;
  std::unique_ptr<Process> process_;
};

/// The program under test with these arguments, run to its end.
Ran varde(std::vector<std::string> arguments,
          std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace varde::harness
