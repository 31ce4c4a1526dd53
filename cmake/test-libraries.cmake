# What the tests need and the engine does not.
include("${PROJECT_SOURCE_DIR}/cmake/header-library.cmake")

moonlab_header_library(moonlab_doctest
  HEADERS doctest/doctest.h FOLDERS doctest PACKAGE doctest-dev)
moonlab_header_library(moonlab_json
  HEADERS nlohmann/json.hpp FOLDERS nlohmann PACKAGE nlohmann-json3-dev)
