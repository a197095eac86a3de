# varde_embed_migrations(folder namespace output): a .cpp with the texts of every NNNN_*.sql in sql/<folder>, in order, as
# std::span<const sqlite::Migration> <namespace>::migrations(). A gap in the numbers stops the configuration.
function(varde_embed_migrations folder namespace output)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sql/${folder}/*.sql)
  list(SORT files)
  set(number 0)
  set(rows "")
  foreach(file IN LISTS files)
    math(EXPR number "${number} + 1")
    get_filename_component(name ${file} NAME_WE)
    string(REGEX MATCH "^[0-9]+" found ${name})
    if(NOT found EQUAL number)
      message(FATAL_ERROR "${file}: migrations are numbered without gaps; ${number} was expected")
    endif()
    file(READ ${file} text)
    string(APPEND rows "    {${number}, \"${name}\", R\"sql(${text})sql\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [[// Made from sql/@folder@ by cmake/EmbedSql.cmake.
#include <array>
#include <span>

#include "sqlite/migration.hpp"

namespace @namespace@ {
namespace {
constexpr auto kMigrations = std::to_array<sqlite::Migration>({
@rows@});
}  // namespace

std::span<const sqlite::Migration> migrations();
std::span<const sqlite::Migration> migrations() { return kMigrations; }
}  // namespace @namespace@
]])
endfunction()
