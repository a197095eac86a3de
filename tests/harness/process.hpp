#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace varde::harness {

/// A folder that is gone at the end.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A program that is started for a test and ended with it, by its process id.
class Process {
 public:
  struct Options {
    std::filesystem::path log;         ///< where its output goes; empty = ours
    std::uint64_t file_bytes_max = 0;  ///< RLIMIT_FSIZE, with SIGXFSZ ignored; 0 = none
  };
  Process(const std::vector<std::string>& command, const Options& options);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  bool running();
  pid_t pid() const { return pid_; }
  void signal(int number) const;
  /// Exit status, or 128 + the signal that ended it; -1 when it has not ended after `patience`.
  int wait(std::chrono::milliseconds patience);
  /// Changes RLIMIT_FSIZE of the running process; 0 = none.
  void limit_file_size(std::uint64_t bytes) const;
  std::uint64_t resident_bytes() const;
  std::uint64_t cpu_ms() const;

 private:
  pid_t pid_ = -1;
  int status_ = -1;
  bool ended_ = false;
};

struct Ran {
  int status;          ///< as Process::wait
  std::string output;  ///< standard output and error together
};
/// Runs a program to its end.
Ran run(const std::vector<std::string>& command, std::chrono::milliseconds patience);

std::string read_text(const std::filesystem::path& path);
/// A TCP port that was free a moment ago, and its UDP twin too.
std::uint16_t free_port();

}  // namespace varde::harness
