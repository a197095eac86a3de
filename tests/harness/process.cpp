#include "process.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace varde::harness {

namespace {

void become(const std::vector<std::string>& command, const Process::Options& options) {
  if (!options.log.empty()) {
    const int log = ::open(options.log.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    if (log >= 0) {
      ::dup2(log, 1);
      ::dup2(log, 2);
    }
  }
  if (options.file_bytes_max > 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{options.file_bytes_max, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int bound_socket(int type, std::uint16_t port) {
  const int handle = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  if (::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    return handle;
  ::close(handle);
  return -1;
}

}  // namespace

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "varde-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}
TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Process::Process(const std::vector<std::string>& command, const Options& options) {
  pid_ = ::fork();
  if (pid_ == 0) become(command, options);
  if (pid_ < 0) throw std::runtime_error("fork failed");
}

Process::~Process() {
  if (!running()) return;
  signal(SIGKILL);
  wait(std::chrono::seconds(10));
}

bool Process::running() { return wait(std::chrono::milliseconds(0)) == -1; }

void Process::signal(int number) const {
  if (!ended_) ::kill(pid_, number);
}

int Process::wait(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!ended_) {
    int raw = 0;
    const pid_t changed = ::waitpid(pid_, &raw, WNOHANG);
    if (changed == pid_) {
      ended_ = true;
      status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
    } else if (std::chrono::steady_clock::now() >= deadline) {
      return -1;
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
  return status_;
}

void Process::limit_file_size(std::uint64_t bytes) const {
  const rlimit limit{bytes == 0 ? RLIM_INFINITY : bytes, RLIM_INFINITY};
  if (::prlimit(pid_, RLIMIT_FSIZE, &limit, nullptr) != 0)
    throw std::runtime_error("prlimit failed");
}

std::uint64_t Process::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  file >> size >> resident;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

// Fields 14 and 15 of proc_pid_stat(5), after the name in parentheses.
std::uint64_t Process::cpu_ms() const {
  const std::string text = read_text("/proc/" + std::to_string(pid_) + "/stat");
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string field;
  for (int skipped = 0; skipped < 11; ++skipped) fields >> field;
  std::uint64_t user = 0;
  std::uint64_t system = 0;
  fields >> user >> system;
  return (user + system) * 1000 / static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
}

Ran run(const std::vector<std::string>& command, std::chrono::milliseconds patience) {
  const TempFolder folder;
  const auto log = folder.path() / "output";
  Process process(command, {.log = log});
  const int status = process.wait(patience);
  return {status, read_text(log)};
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::uint16_t free_port() {
  for (int tries = 0; tries < 100; ++tries) {
    const int stream = bound_socket(SOCK_STREAM, 0);
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(stream, reinterpret_cast<sockaddr*>(&address), &size);
    const std::uint16_t port = ntohs(address.sin_port);
    const int datagram = bound_socket(SOCK_DGRAM, port);
    ::close(stream);
    if (datagram < 0) continue;
    ::close(datagram);
    return port;
  }
  throw std::runtime_error("no free port");
}

}  // namespace varde::harness
