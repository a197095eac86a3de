#pragma once

#include <string>

namespace varde::api {

/// The OpenAPI 3.1 document of every route, made from the same descriptions the routes work with.
std::string openapi();

}  // namespace varde::api
