#include "api/openapi.hpp"
#include "api/route.hpp"

namespace varde::api {

void add_document_route(RouteTable& table) {
  table.push_back(Route{Method::get, "/openapi.json", "This document", Access::anybody,
                        Lane::worker,
                        [](const CallPtr& call) { call->reply(json_response(200, openapi())); }});
}

}  // namespace varde::api
