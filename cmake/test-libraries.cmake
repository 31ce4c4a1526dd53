# What the tests need and the engine does not.
include("${PROJECT_SOURCE_DIR}/cmake/header-library.cmake")

moonlab_header_library(moonlab_doctest
  HEADERS doctest/doctest.h FOLDERS doctest PACKAGE doctest-dev)
moonlab_header_library(moonlab_json
  HEADERS nlohmann/json.hpp FOLDERS nlohmann PACKAGE nlohmann-json3-dev)

# The tests take longer to compile than to run. What they test is compiled as it ships.
add_library(moonlab_test_options INTERFACE)
if(NOT MSVC)
  target_compile_options(moonlab_test_options INTERFACE -O1)
endif()
if(EMSCRIPTEN)
  target_link_options(moonlab_test_options INTERFACE -O1)
endif()
