#include "vfs.hpp"

#include <cstring>
#include <new>
#include <string>

#include <sqlite3.h>

#include "vfs_locks.hpp"

namespace varde::sim {
namespace {

// Locks belong to the file as the machine runs: a crash makes new files of what is left.
struct Machine {
  std::shared_ptr<Disk> disk;
  std::map<const File*, std::weak_ptr<FileLocks>> locks;
};
Machine& machine() {
  static Machine instance;
  return instance;
}

struct Handle {
  std::shared_ptr<Disk> disk;
  std::shared_ptr<File> file;
  std::shared_ptr<FileLocks> locks;
  std::string name;
  bool delete_on_close = false;
};
struct OpenFile {
  sqlite3_file base;
  Handle* handle;
};
Handle& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->handle; }

int write_result(DiskAnswer answer, int failure) {
  if (answer == DiskAnswer::done) return SQLITE_OK;
  return answer == DiskAnswer::full ? SQLITE_FULL : failure;
}

int file_close(sqlite3_file* file) {
  Handle* handle = reinterpret_cast<OpenFile*>(file)->handle;
  handle->locks->unlock(handle, SQLITE_LOCK_NONE);
  handle->locks->shared_memory_unmap(handle);
  if (handle->delete_on_close) handle->disk->remove(handle->name, false);
  delete handle;
  return SQLITE_OK;
}
int file_read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  Handle& handle = of(file);
  auto* bytes = static_cast<char*>(into);
  const auto wanted = static_cast<std::size_t>(size);
  std::size_t count = 0;
  const DiskAnswer answer = handle.disk->read(*handle.file, static_cast<std::size_t>(offset),
                                              std::span(bytes, wanted), count);
  if (answer != DiskAnswer::done) return SQLITE_IOERR_READ;
  if (count == wanted) return SQLITE_OK;
  std::memset(bytes + count, 0, wanted - count);
  return SQLITE_IOERR_SHORT_READ;
}
int file_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  Handle& handle = of(file);
  const std::string_view bytes(static_cast<const char*>(from), static_cast<std::size_t>(size));
  return write_result(handle.disk->write(*handle.file, static_cast<std::size_t>(offset), bytes),
                      SQLITE_IOERR_WRITE);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  Handle& handle = of(file);
  return write_result(handle.disk->truncate(*handle.file, static_cast<std::size_t>(size)),
                      SQLITE_IOERR_TRUNCATE);
}
int file_sync(sqlite3_file* file, int) {
  Handle& handle = of(file);
  return write_result(handle.disk->sync(*handle.file), SQLITE_IOERR_FSYNC);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(of(file).file->seen.size());
  return SQLITE_OK;
}
int file_lock(sqlite3_file* file, int level) {
  Handle& handle = of(file);
  return handle.locks->lock(&handle, level) ? SQLITE_OK : SQLITE_BUSY;
}
int file_unlock(sqlite3_file* file, int level) {
  Handle& handle = of(file);
  handle.locks->unlock(&handle, level);
  return SQLITE_OK;
}
int file_check_reserved(sqlite3_file* file, int* result) {
  *result = of(file).locks->reserved() ? 1 : 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 512; }
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
int shm_map(sqlite3_file* file, int index, int size, int extend, void volatile** region) {
  *region = of(file).locks->region(static_cast<std::size_t>(index), static_cast<std::size_t>(size),
                                   extend != 0);
  return SQLITE_OK;
}
int shm_lock(sqlite3_file* file, int first, int count, int flags) {
  Handle& handle = of(file);
  return handle.locks->shared_memory_lock(&handle, first, count, flags) ? SQLITE_OK : SQLITE_BUSY;
}
void shm_barrier(sqlite3_file*) {}
int shm_unmap(sqlite3_file* file, int) {
  Handle& handle = of(file);
  handle.locks->shared_memory_unmap(&handle);
  return SQLITE_OK;
}

const sqlite3_io_methods kFileMethods = {2,
                                         file_close,
                                         file_read,
                                         file_write,
                                         file_truncate,
                                         file_sync,
                                         file_size,
                                         file_lock,
                                         file_unlock,
                                         file_check_reserved,
                                         file_control,
                                         sector_size,
                                         device_characteristics,
                                         shm_map,
                                         shm_lock,
                                         shm_barrier,
                                         shm_unmap,
                                         nullptr,
                                         nullptr};

int vfs_open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  static std::uint64_t temporary = 0;
  auto* opened = reinterpret_cast<OpenFile*>(file);
  opened->base.pMethods = nullptr;
  Machine& here = machine();
  if (here.disk == nullptr) return SQLITE_CANTOPEN;
  const std::string name =
      path != nullptr ? std::string(path) : "temporary-" + std::to_string(++temporary);
  const bool create = path == nullptr || (flags & SQLITE_OPEN_CREATE) != 0;
  auto content = here.disk->open(name, create);
  if (content == nullptr) return SQLITE_CANTOPEN;
  std::shared_ptr<FileLocks> locks = here.locks[content.get()].lock();
  if (locks == nullptr) here.locks[content.get()] = locks = std::make_shared<FileLocks>();
  const bool fleeting = path == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  opened->handle = new Handle{here.disk, std::move(content), std::move(locks), name, fleeting};
  opened->base.pMethods = &kFileMethods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}
int vfs_delete(sqlite3_vfs*, const char* path, int sync_directory) {
  Machine& here = machine();
  if (here.disk == nullptr || here.disk->dead()) return SQLITE_IOERR_DELETE;
  if (!here.disk->exists(path)) return SQLITE_IOERR_DELETE_NOENT;
  return write_result(here.disk->remove(path, sync_directory != 0), SQLITE_IOERR_DELETE);
}
int vfs_access(sqlite3_vfs*, const char* path, int, int* result) {
  *result = machine().disk != nullptr && machine().disk->exists(path) ? 1 : 0;
  return SQLITE_OK;
}
int vfs_full_pathname(sqlite3_vfs*, const char* path, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", path);
  return SQLITE_OK;
}
int vfs_randomness(sqlite3_vfs*, int size, char* out) {
  for (int i = 0; i < size; ++i) {
    out[i] = machine().disk ? static_cast<char>(machine().disk->random().next()) : '\0';
  }
  return size;
}
int vfs_sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
int vfs_time_ms(sqlite3_vfs*, sqlite3_int64* julian_ms) {
  // Always the same: our data never has SQLite's time in it.
  *julian_ms = 24405875LL * 8640000LL;
  return SQLITE_OK;
}
int vfs_time(sqlite3_vfs* vfs, double* julian_days) {
  sqlite3_int64 ms = 0;
  vfs_time_ms(vfs, &ms);
  *julian_days = static_cast<double>(ms) / 86'400'000.0;
  return SQLITE_OK;
}
int vfs_last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs& file_system() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs v{};
    v.iVersion = 2;
    v.szOsFile = sizeof(OpenFile);
    v.mxPathname = 512;
    v.zName = "simulated";
    v.xOpen = vfs_open;
    v.xDelete = vfs_delete;
    v.xAccess = vfs_access;
    v.xFullPathname = vfs_full_pathname;
    v.xRandomness = vfs_randomness;
    v.xSleep = vfs_sleep;
    v.xCurrentTime = vfs_time;
    v.xGetLastError = vfs_last_error;
    v.xCurrentTimeInt64 = vfs_time_ms;
    return v;
  }();
  return vfs;
}

}  // namespace

SimulatedFiles::SimulatedFiles() { sqlite3_vfs_register(&file_system(), 1); }

SimulatedFiles::~SimulatedFiles() {
  sqlite3_vfs_unregister(&file_system());
  machine() = Machine{};
}

void SimulatedFiles::mount(std::shared_ptr<Disk> disk) {
  machine().disk = std::move(disk);
  std::erase_if(machine().locks, [](const auto& entry) { return entry.second.expired(); });
  sqlite3_randomness(0, nullptr);  // so that the next random bytes come from the new disk's seed
}

}  // namespace varde::sim
