# The header-only libraries, one interface target each. All are found the same way, natively and for
# WebAssembly: emcc must not see /usr/include, which holds the machine's own C headers, so the build
# tree gets a folder with links to just the libraries' folders.
set(MOONLAB_LINKS "${PROJECT_BINARY_DIR}/include")
file(MAKE_DIRECTORY "${MOONLAB_LINKS}")

# moonlab_header_library(<target> HEADER <path> FOLDERS <name>... PACKAGE <what to install>)
function(moonlab_header_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER;PACKAGE" "FOLDERS")
  # Emscripten's toolchain searches its own folders only, so the machine's are named here.
  find_path(${target}_INCLUDE "${arg_HEADER}" NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/local/include /usr/include /opt/homebrew/include)
  if(NOT ${target}_INCLUDE)
    message(FATAL_ERROR
      "<${arg_HEADER}> is missing: install ${arg_PACKAGE}.\n"
      "With Node at hand, this installs all that the project needs: node cmake/setup.js test")
  endif()
  foreach(folder IN LISTS arg_FOLDERS)
    file(CREATE_LINK "${${target}_INCLUDE}/${folder}" "${MOONLAB_LINKS}/${folder}" SYMBOLIC)
  endforeach()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${MOONLAB_LINKS}")
endfunction()

# 0.26 moved the headers, and 0.27 asks for C++20.
moonlab_header_library(moonlab_xtensor
  HEADER xtensor/xtensor.hpp FOLDERS xtensor xtl PACKAGE "libxtensor-dev (xtensor 0.24 or 0.25)")

if(MOONLAB_BUILD_TESTS)
  moonlab_header_library(moonlab_doctest
    HEADER doctest/doctest.h FOLDERS doctest PACKAGE doctest-dev)
  moonlab_header_library(moonlab_json
    HEADER nlohmann/json.hpp FOLDERS nlohmann PACKAGE nlohmann-json3-dev)
endif()
