#include "api/openapi.hpp"

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"

namespace varde::app {

void add_openapi(CLI::App& program, Run& run) {
  auto* command = program.add_subcommand("openapi", "Print the OpenAPI 3.1 document of the API");
  command->callback([&run] {
    run = [] {
      say("{}", api::openapi());
      return 0;
    };
  });
}

void add_version(CLI::App& program, Run& run) {
  auto* command = program.add_subcommand("version", "Print the version");
  command->callback([&run] {
    run = [] {
      say("varde {}", VARDE_VERSION);
      return 0;
    };
  });
}

}  // namespace varde::app
