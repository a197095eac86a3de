#include "intake/scaip/loop.hpp"

#include <algorithm>
#include <future>
#include <mutex>
#include <vector>

#include <re/re.h>
#define DEBUG_MODULE "varde"
#define DEBUG_LEVEL 3
#include <re/re_dbg.h>
#include <sys/resource.h>

#include "base/assert.hpp"
#include "base/limits.hpp"

namespace varde::scaip {
namespace {

constexpr int kTickMs = 100;

int descriptors_allowed() {
  rlimit limit{};
  const auto wanted = limits::kSipConnections + 1'024;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return static_cast<int>(wanted);
  return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, wanted));
}

/// libre's process-wide part, once; it is never closed, as other loops may live on.
bool library_ready() {
  static const bool ready = [] {
    dbg_init(DBG_ERR, DBG_NONE);  // a client that breaks off a handshake is no news; it is counted
    return libre_init() == 0;
  }();
  return ready;
}

}  // namespace

/// Tasks wait here; the pipe behind mqueue only wakes the loop, so that a full pipe loses nothing.
class Loop::Queue : public Loop::Mailbox {
 public:
  void post(Task task) override {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    tasks_.push_back(std::move(task));
    if (tasks_.size() == 1 && wake_ != nullptr) mqueue_push(wake_, 0, nullptr);
  }

  bool open() {
    const std::lock_guard lock(mutex_);
    VARDE_ASSERT(wake_ == nullptr);
    closed_ =
        mqueue_alloc(
            &wake_, [](int, void*, void* self) { static_cast<Queue*>(self)->run(); }, this) != 0;
    return !closed_;
  }

  void run() {
    std::vector<Task> tasks;
    {
      const std::lock_guard lock(mutex_);
      tasks.swap(tasks_);
    }
    for (const auto& task : tasks) task();
  }

  void close() {
    run();
    std::vector<Task> dropped;
    const std::lock_guard lock(mutex_);
    closed_ = true;
    dropped.swap(tasks_);
    wake_ = static_cast<mqueue*>(mem_deref(wake_));
  }

 private:
  std::mutex mutex_;
  std::vector<Task> tasks_;
  mqueue* wake_ = nullptr;
  bool closed_ = true;
};

namespace {

struct Ticker {
  tmr timer{};
  const Loop::Task& task;

  static void fire(void* arg) {
    auto* self = static_cast<Ticker*>(arg);
    self->task();
    tmr_start(&self->timer, kTickMs, fire, self);
  }
};

}  // namespace

Loop::Loop() : mailbox_(std::make_shared<Queue>()) {}

Loop::~Loop() { stop(); }

Status Loop::start(std::function<Status()> setup, Task tick, Task teardown) {
  VARDE_ASSERT(!thread_.joinable());
  if (!library_ready()) return Error{"libre could not be initialised"};
  auto started = std::make_shared<std::promise<Status>>();
  auto result = started->get_future();
  thread_ = std::thread(
      [this, started, handlers = Handlers{std::move(setup), std::move(tick), std::move(teardown)}] {
        run(handlers, [&](Status status) { started->set_value(std::move(status)); });
      });
  Status status = result.get();
  if (!status) thread_.join();
  return status;
}

void Loop::run(const Handlers& handlers, const std::function<void(Status)>& started) {
  re_thread_init();
  fd_setsize(descriptors_allowed());
  auto& queue = static_cast<Queue&>(*mailbox_);
  const bool open = queue.open();
  Status status = open ? handlers.setup() : Status(Error{"no descriptors left for the SIP loop"});
  const bool running = status.ok();
  started(std::move(status));
  if (running) {
    Ticker ticker{{}, handlers.tick};
    tmr_start(&ticker.timer, kTickMs, Ticker::fire, &ticker);
    re_main(nullptr);
    tmr_cancel(&ticker.timer);
  }
  if (open) queue.close();
  handlers.teardown();
  re_thread_close();
}

void Loop::stop() {
  if (!thread_.joinable()) return;
  VARDE_ASSERT(thread_.get_id() != std::this_thread::get_id());
  mailbox_->post([] { re_cancel(); });
  thread_.join();
}

}  // namespace varde::scaip
