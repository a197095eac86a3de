// The floor under varde's numbers: the smallest server on the same HTTP library that keeps what it
// acknowledges. Appends each body to a preallocated file and answers 202 after a grouped fdatasync.
// No parsing, no keys, no state.
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <restinio/all.hpp>
#include <unistd.h>

namespace {

constexpr off_t kPreallocated = 512L * 1024 * 1024;

class Log {
 public:
  explicit Log(const char* path) : file_(::open(path, O_CREAT | O_WRONLY, 0600)) {
    // Written, not only reserved: the first write to a reserved block changes the file's map, which
    // fdatasync must flush.
    const std::string zeros(1 << 20, '\0');
    for (off_t at = 0; at < kPreallocated; at += static_cast<off_t>(zeros.size())) {
      if (::pwrite(file_, zeros.data(), zeros.size(), at) < 0) std::abort();
    }
    if (::fsync(file_) != 0) std::abort();
  }
  void keep(const std::string& bytes) {
    if (offset_ + static_cast<off_t>(bytes.size()) > kPreallocated) offset_ = 0;
    if (::pwrite(file_, bytes.data(), bytes.size(), offset_) < 0) std::abort();
    offset_ += static_cast<off_t>(bytes.size());
    if (::fdatasync(file_) != 0) std::abort();
  }

 private:
  int file_;
  off_t offset_ = 0;
};

// Gathers what comes while the disk is busy, and answers a whole group at once.
class Committer {
 public:
  Committer(Log& log, restinio::asio_ns::io_context& context) : log_(log), context_(context) {
    std::thread([this] { run(); }).detach();
  }
  void add(restinio::request_handle_t request) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(request));
    }
    changed_.notify_one();
  }

 private:
  void run() {
    for (;;) {
      std::vector<restinio::request_handle_t> group;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !waiting_.empty(); });
        group.swap(waiting_);
      }
      std::string bytes;
      for (const auto& request : group) bytes += request->body();
      log_.keep(bytes);
      restinio::asio_ns::post(context_, [group = std::move(group)] {
        for (const auto& request : group) {
          request->create_response(restinio::status_accepted()).set_body("{}").done();
        }
      });
    }
  }

  Log& log_;
  restinio::asio_ns::io_context& context_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<restinio::request_handle_t> waiting_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: varde_floor PORT FILE\n", stderr);
    return 2;
  }
  Log log(argv[2]);
  restinio::asio_ns::io_context context;
  Committer committer(log, context);
  struct Traits : restinio::default_single_thread_traits_t {
    using request_handler_t =
        std::function<restinio::request_handling_status_t(restinio::request_handle_t)>;
  };
  restinio::http_server_t<Traits> server(
      restinio::external_io_context(context), [&](auto& settings) {
        settings.address("127.0.0.1")
            .port(static_cast<std::uint16_t>(std::atoi(argv[1])))
            .concurrent_accepts_count(8)
            .max_pipelined_requests(4)
            .socket_options_setter([](auto& options) {
              options.set_option(restinio::asio_ns::ip::tcp::no_delay(true));
            })
            .request_handler([&](restinio::request_handle_t request) {
              committer.add(std::move(request));
              return restinio::request_accepted();
            });
      });
  restinio::asio_ns::signal_set stop(context, SIGTERM, SIGINT);
  stop.async_wait([&](const auto&, int) { std::_Exit(0); });
  server.open_async([] {}, [](std::exception_ptr) { std::_Exit(1); });
  context.run();
}
