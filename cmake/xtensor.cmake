# The target xtensor: the parent's where it has one, else the package's. Global, because whoever
# links the engine links it, too. From 0.27 on it asks for C++20 by itself.
if(CMAKE_CROSSCOMPILING AND NOT TARGET xtensor)
  # The machine's packages are not looked for then: the same from the headers alone.
  include("${PROJECT_SOURCE_DIR}/cmake/header-library.cmake")
  moonlab_header_library(xtensor
    HEADERS xtensor/core/xtensor_config.hpp xtensor/xtensor_config.hpp
    FOLDERS xtensor xtl
    PACKAGE libxtensor-dev)
  file(GLOB config "${xtensor_INCLUDE}/xtensor/core/xtensor_config.hpp"
    "${xtensor_INCLUDE}/xtensor/xtensor_config.hpp")
  file(STRINGS "${config}" minor REGEX "^#define XTENSOR_VERSION_MINOR ")
  string(REGEX REPLACE "[^0-9]" "" minor "${minor}")
  set(xtensor_VERSION "0.${minor}")
  if(xtensor_VERSION VERSION_LESS 0.24 OR xtensor_VERSION VERSION_GREATER_EQUAL 0.28)
    message(FATAL_ERROR
      "xtensor in ${xtensor_INCLUDE} is ${xtensor_VERSION}; allowed are 0.24 to 0.27.")
  elseif(xtensor_VERSION VERSION_GREATER_EQUAL 0.27)
    target_compile_features(xtensor INTERFACE cxx_std_20)
  endif()
elseif(NOT TARGET xtensor)
  find_package(xtensor 0.24...<0.28 CONFIG REQUIRED GLOBAL)
endif()

if(xtensor_VERSION VERSION_GREATER_EQUAL 0.27
    AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
  message(FATAL_ERROR
    "Clang ${CMAKE_CXX_COMPILER_VERSION} cannot compile xtensor ${xtensor_VERSION}; "
    "allowed are Clang 16 or newer, or xtensor 0.24 to 0.26.")
endif()
