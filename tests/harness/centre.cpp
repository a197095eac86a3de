#include "centre.hpp"

#include <stdexcept>
#include <thread>

#include <signal.h>

namespace varde::harness {

using namespace std::chrono_literals;

Centre::Centre(Options options)
    : options_(std::move(options)),
      data_(options_.data.empty() ? folder_.path() / "data" : options_.data),
      log_(folder_.path() / "log"),
      http_port_(free_port()),
      sip_port_(free_port()) {}

void Centre::start() {
  std::vector<std::string> command = {VARDE_PROGRAM, "serve",
                                      "--demo",      "--no-history",
                                      "--data",      data_.string(),
                                      "--port",      std::to_string(http_port_),
                                      "--sip-port",  std::to_string(sip_port_)};
  command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
  process_ = std::make_unique<Process>(
      command, Process::Options{.log = log_, .file_bytes_max = options_.file_bytes_max});
  const auto deadline = std::chrono::steady_clock::now() + 60s;
  while (!ready()) {
    if (!process_->running() || std::chrono::steady_clock::now() > deadline) {
      throw std::runtime_error("the centre did not get ready:\n" + log());
    }
    std::this_thread::sleep_for(20ms);
  }
}

bool Centre::ready() const { return http().get("/readyz").status == 200; }

double Centre::metric(const std::string& name) const {
  const std::string page = "\n" + http().get("/metrics").body;
  const std::size_t at = page.find("\n" + name + " ");
  return at == std::string::npos ? -1 : std::stod(page.substr(at + name.size() + 2));
}

void Centre::settle() const {
  const auto deadline = std::chrono::steady_clock::now() + 60s;
  const double kept = metric("varde_journal_position");
  while (metric("varde_store_position") < kept) {
    if (std::chrono::steady_clock::now() > deadline)
      throw std::runtime_error("the store does not catch up");
    std::this_thread::sleep_for(10ms);
  }
}

void Centre::kill() {
  process_->signal(SIGKILL);
  process_->wait(20s);
}

int Centre::stop() {
  process_->signal(SIGTERM);
  return process_->wait(20s);
}

Http Centre::http() const { return Http("http://127.0.0.1:" + std::to_string(http_port_)); }

namespace {
std::string first_line(const std::filesystem::path& path) {
  const std::string text = read_text(path);
  return text.substr(0, text.find('\n'));
}
}  // namespace

Http Centre::sender() const {
  Http client = http();
  client.header("Authorization: Bearer " + first_line(data_ / "keys" / "sender"));
  return client;
}

Http Centre::reader() const {
  Http client = http();
  client.header("Authorization: Bearer " + first_line(data_ / "keys" / "reader"));
  return client;
}

Http Centre::operator_console(const std::string& account) const {
  Http client = http();
  client.header("X-Varde-Request: console");
  const Answer answer = client.post("/api/v1/session", R"({"account":")" + account + R"("})");
  if (answer.status / 100 != 2) throw std::runtime_error("sign-in failed: " + answer.body);
  return client;
}

Ran varde(std::vector<std::string> arguments, std::chrono::milliseconds patience) {
  arguments.insert(arguments.begin(), VARDE_PROGRAM);
  return run(arguments, patience);
}

}  // namespace varde::harness
