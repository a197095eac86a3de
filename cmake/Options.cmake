# Language level, warnings and sanitizers: one interface target that every target of ours links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(VARDE_FUZZ "Build the libFuzzer targets (clang)" OFF)
set(VARDE_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(varde_options INTERFACE)
target_compile_options(varde_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Werror -fno-omit-frame-pointer)
target_include_directories(varde_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these in its own library headers under optimisation and sanitizers.
  target_compile_options(varde_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-dangling-pointer)
endif()
if(VARDE_SANITIZE)
  add_compile_options(-fsanitize=${VARDE_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${VARDE_SANITIZE})
  # Asio's fences, which ThreadSanitizer does not follow: it locks a mutex beside them.
  if(VARDE_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-tsan)
  endif()
endif()
# Assertions of the standard library stay on in every build: the alarm path prefers a stop to a wrong answer.
add_compile_definitions(_GLIBCXX_ASSERTIONS)
