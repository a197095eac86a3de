#include "report/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace varde::report {
namespace {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void set(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

/// Our end and the program's. A socket, because writing to it can be told not to raise SIGPIPE.
struct Channel {
  Descriptor ours, theirs;

  bool open() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
    ours.set(ends[0]);
    theirs.set(ends[1]);
    return ::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
  }
};

class Child {
 public:
  Result<Done> start(const std::vector<std::string>& command) {
    if (!in_.open() || !out_.open() || !error_.open()) return failure(command, errno);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in_.theirs.number(), 0);
    posix_spawn_file_actions_adddup2(&actions, out_.theirs.number(), 1);
    posix_spawn_file_actions_adddup2(&actions, error_.theirs.number(), 2);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    std::array<std::string, 3> environment{"PATH=/usr/bin:/bin", "LANG=C.UTF-8",
                                           "HOME=/nonexistent"};
    std::array<char*, 4> variables{environment[0].data(), environment[1].data(),
                                   environment[2].data(), nullptr};
    const int code =
        ::posix_spawn(&pid_, words[0], &actions, nullptr, words.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    for (auto* channel : {&in_, &out_, &error_}) channel->theirs.close();
    if (code != 0) {
      pid_ = -1;
      return failure(command, code);
    }
    return Done{};
  }

  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      wait();
    }
  }

  /// Feeds and reads until the program has closed its outputs; the error says why it was given up.
  Status talk(std::string_view input, std::chrono::milliseconds limit, std::size_t most,
              Finished& into) {
    const auto end = std::chrono::steady_clock::now() + limit;
    if (input.empty()) in_.ours.close();
    while (out_.ours.number() >= 0 || error_.ours.number() >= 0) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          end - std::chrono::steady_clock::now());
      if (left.count() <= 0) {
        return Error{fmt::format("it took more than {} s and was ended", limit.count() / 1000)};
      }
      std::array<pollfd, 3> all{pollfd{in_.ours.number(), POLLOUT, 0},
                                pollfd{out_.ours.number(), POLLIN, 0},
                                pollfd{error_.ours.number(), POLLIN, 0}};
      if (::poll(all.data(), all.size(), static_cast<int>(left.count())) < 0 && errno != EINTR) {
        return Error{std::generic_category().message(errno)};
      }
      if (all[0].revents != 0) feed(input);
      if (all[1].revents != 0) read(out_.ours, into.out);
      if (all[2].revents != 0) read(error_.ours, into.error);
      if (into.out.size() > most) return Error{"it wrote more than it may and was ended"};
      if (into.error.size() > 4'096) into.error.erase(0, into.error.size() - 4'096);
    }
    return Done{};
  }

  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  static Error failure(const std::vector<std::string>& command, int code) {
    return Error{fmt::format("{} cannot be started: {}", command.front(),
                             std::generic_category().message(code))};
  }

  void feed(std::string_view& input) {
    const auto sent = ::send(in_.ours.number(), input.data(), input.size(), MSG_NOSIGNAL);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
    if (sent < 0 || input.empty()) in_.ours.close();
  }

  static void read(Descriptor& from, std::string& into) {
    std::array<char, 65'536> buffer;
    const auto got = ::read(from.number(), buffer.data(), buffer.size());
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return from.close();
    into.append(buffer.data(), static_cast<std::size_t>(got));
  }

  Channel in_, out_, error_;
  pid_t pid_ = -1;
};

}  // namespace

Result<Finished> run_process(const std::vector<std::string>& command, std::string_view input,
                             std::chrono::milliseconds limit, std::size_t most) {
  Child child;
  if (auto started = child.start(command); !started) return started.error();
  Finished result;
  if (auto talked = child.talk(input, limit, most, result); !talked) {
    return Error{command.front() + ": " + talked.error().message};
  }
  result.exit_code = child.wait();
  return result;
}

}  // namespace varde::report
