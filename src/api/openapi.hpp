#pragma once

#include <set>
#include <string>

namespace varde::api {

/// The OpenAPI 3.1 document of every route, made from the same descriptions the routes work with.
std::string openapi();

struct Route;
/// Every status the document names for the route, of its success and of its problems.
std::set<int> described_statuses(const Route& route);

}  // namespace varde::api
