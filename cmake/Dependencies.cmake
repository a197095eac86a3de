# Every outside part, found once, under one name. All come from Debian 12.
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(pugixml REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(CURL REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(argon2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(re REQUIRED IMPORTED_TARGET libre)
find_package(prometheus-cpp CONFIG REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(tomlplusplus CONFIG QUIET)

# Headers of others are SYSTEM: our warnings are for our code.
add_library(varde_soci INTERFACE)
target_link_libraries(varde_soci INTERFACE soci_core soci_sqlite3 SQLite::SQLite3)
# Debian's SOCI keeps the type information of its classes to itself, which UBSan's vptr check would link to.
target_compile_options(varde_soci INTERFACE -fno-sanitize=vptr)

# libre's Debian headers ask for these definitions; without them they redefine C99 types.
add_library(varde_re INTERFACE)
target_link_libraries(varde_re INTERFACE PkgConfig::re)
target_compile_definitions(varde_re INTERFACE HAVE_INTTYPES_H HAVE_STDBOOL_H USE_TLS)

# GLPK has no file for pkg-config.
find_library(GLPK_LIB glpk REQUIRED)
add_library(varde_glpk INTERFACE)
target_link_libraries(varde_glpk INTERFACE ${GLPK_LIB})

add_library(varde_rapidcheck INTERFACE)
find_library(RAPIDCHECK_LIB rapidcheck REQUIRED)
target_link_libraries(varde_rapidcheck INTERFACE ${RAPIDCHECK_LIB})

add_library(varde_restinio INTERFACE)
find_library(LLHTTP_LIB NAMES http_parser REQUIRED)
target_link_libraries(varde_restinio INTERFACE ${LLHTTP_LIB} fmt::fmt Threads::Threads)
target_compile_definitions(varde_restinio INTERFACE ASIO_STANDALONE)
