#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "base/result.hpp"

namespace varde::scaip {

/// A thread that runs libre's event loop. libre's objects belong to the thread that made them, so
/// everything that touches one runs here: in its own callbacks, in setup and teardown, or posted.
class Loop {
 public:
  using Task = std::function<void()>;

  /// Takes tasks for the loop from any thread, also after the loop is gone: then they are dropped.
  class Mailbox {
   public:
    virtual ~Mailbox() = default;
    virtual void post(Task task) = 0;
  };

  Loop();
  ~Loop();

  /// Starts the thread and runs `setup` on it; its failure is the result, and the thread ends.
  /// `tick` runs ten times a second; `teardown` last of all.
  Status start(std::function<Status()> setup, Task tick, Task teardown);
  void post(Task task) { mailbox_->post(std::move(task)); }
  std::shared_ptr<Mailbox> mailbox() const { return mailbox_; }
  /// Ends the loop and waits for the thread. What was posted before is run first.
  void stop();

 private:
  class Queue;
  struct Handlers {
    std::function<Status()> setup;
    Task tick;
    Task teardown;
  };
  void run(const Handlers& handlers, const std::function<void(Status)>& started);

  std::shared_ptr<Mailbox> mailbox_;
  std::thread thread_;
};

}  // namespace varde::scaip
