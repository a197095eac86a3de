#include <optional>
#include <string>

#include "app/commands/commands.hpp"
#include "app/commands/end_signals.hpp"
#include "app/commands/output.hpp"
#include "app/commands/supervisor.hpp"
#include "app/config/config.hpp"
#include "app/serve/demo_folder.hpp"
#include "app/serve/service.hpp"
#include "base/log.hpp"

namespace varde::app {
namespace {

namespace fs = std::filesystem;

struct Options {
  bool demo = false;
  bool no_history = false;
  std::optional<std::string> config;
  std::optional<std::string> data;
  std::optional<std::uint16_t> port;
  std::optional<std::uint16_t> sip_port;
};

constexpr const char* kLoopback = "127.0.0.1";

/// The console as ./run builds it, beside the program's own build folder; or as it is installed.
fs::path built_console() {
  std::error_code failed;
  const auto program = fs::read_symlink("/proc/self/exe", failed);
  const auto beside = program.parent_path().parent_path().parent_path() / "web" / "dist";
  if (!failed && fs::exists(beside / "index.html", failed)) return beside;
  if (fs::exists("web/dist/index.html", failed)) return "web/dist";
  return Config{}.server.web_folder;
}

/// Invented people are shown without a password, so the demo is reached from this machine only.
void make_demo(Config& config) {
  config.server.address = kLoopback;
  config.server.secure_cookies = false;
  for (auto* endpoint : {&config.scaip.udp, &config.scaip.tcp, &config.scaip.tls})
    if (*endpoint) (*endpoint)->host = kLoopback;
  if (config.server.web_folder == Config{}.server.web_folder)
    config.server.web_folder = built_console();
  if (config.data_folder == Config{}.data_folder) config.data_folder = "var/demo";
  if (config.scaip.call_uri.empty()) config.scaip.call_uri = "sip:responssenter@127.0.0.1";
  if (config.centre.name == Config{}.centre.name) config.centre.name = "Responssenter Helgeland";
}

Result<Config> configure(const Options& options) {
  Config config;
  if (options.config) {
    auto loaded = load_config(*options.config);
    if (!loaded) return loaded;
    config = std::move(*loaded);
  }
  if (options.demo) make_demo(config);
  if (options.data) config.data_folder = *options.data;
  if (options.port) config.server.port = *options.port;
  if (options.sip_port)
    for (auto* endpoint : {&config.scaip.udp, &config.scaip.tcp})
      if (*endpoint) (*endpoint)->port = *options.sip_port;
  return config;
}

int serve(const Options& options) {
  const sigset_t ends = block_end_signals();
  const auto config = configure(options);
  if (!config) return fail(config.error());
  log::start(config->log_level);
  const DataFolder folder{config->data_folder};
  if (options.demo) {
    const auto ready = prepare_demo(folder, *config, !options.no_history, wall_clock());
    if (!ready) return fail(ready.error());
  } else if (folder.is_demo()) {
    return fail(
        {fmt::format("{} holds the demo's invented people; start with --demo, or give "
                     "another folder with --data",
                     folder.root.string())});
  }
  auto service = Service::start(*config, folder, options.demo);
  if (!service) return fail(service.error());
  say("varde is ready: {} (SCAIP: {}){}", (*service)->http_address(), (*service)->scaip_addresses(),
      options.demo ? ", demo" : "");
  tell_supervisor("READY=1");
  wait_for_end_signal(ends);
  tell_supervisor("STOPPING=1");
  (*service)->stop();
  return 0;
}

}  // namespace

void add_serve(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("serve", "Run the alarm centre: intake, console and API");
  command->add_flag("--demo", options->demo,
                    "Invented people and ready roles without a password; this machine only");
  command->add_flag("--no-history", options->no_history,
                    "A new demo starts empty and quiet, without a made-up past");
  command->add_option("--config", options->config, "Configuration, see deploy/varde.toml");
  command->add_option("--data", options->data, "Data folder, instead of the configuration's");
  command->add_option("--port", options->port,
                      "HTTP port, instead of the configuration's; 0 = any");
  command->add_option("--sip-port", options->sip_port,
                      "SIP port for UDP and TCP, instead of the configuration's; 0 = any");
  command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

}  // namespace varde::app
