#pragma once

#include <memory>

#include "disk.hpp"

namespace varde::sim {

/// Makes the simulated disk SQLite's default file system (sqlite3_vfs), with file locks and the
/// write-ahead log's shared memory, so that the program's own journal and store run on it
/// unchanged. One thread.
class SimulatedFiles {
 public:
  /// Registers the file system with SQLite, for the rest of the process.
  SimulatedFiles();
  ~SimulatedFiles();
  SimulatedFiles(const SimulatedFiles&) = delete;
  SimulatedFiles& operator=(const SimulatedFiles&) = delete;

  /// Files are opened on this disk from now on. Connections that are open stay with their own.
  static void mount(std::shared_ptr<Disk> disk);
};

}  // namespace varde::sim
