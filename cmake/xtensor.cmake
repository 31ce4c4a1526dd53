# The target xtensor: the parent's where it has one, else the package's. Global, because whoever
# links the engine links it, too. From 0.27 on it asks for C++20 by itself.
if(NOT EMSCRIPTEN)
  if(NOT TARGET xtensor)
    find_package(xtensor 0.24...<0.28 CONFIG REQUIRED GLOBAL)
  endif()
  return()
endif()

# Emscripten finds no packages of the machine's: the same from the headers alone.
include("${PROJECT_SOURCE_DIR}/cmake/header-library.cmake")
moonlab_header_library(xtensor
  HEADERS xtensor/core/xtensor_config.hpp xtensor/xtensor_config.hpp
  FOLDERS xtensor xtl
  PACKAGE libxtensor-dev)

file(GLOB config "${xtensor_INCLUDE}/xtensor/core/xtensor_config.hpp"
  "${xtensor_INCLUDE}/xtensor/xtensor_config.hpp")
file(STRINGS "${config}" minor REGEX "^#define XTENSOR_VERSION_MINOR ")
string(REGEX REPLACE "[^0-9]" "" minor "${minor}")
if(minor LESS 24 OR minor GREATER 27)
  message(FATAL_ERROR "xtensor in ${xtensor_INCLUDE} is 0.${minor}; allowed are 0.24 to 0.27.")
elseif(minor EQUAL 27)
  target_compile_features(xtensor INTERFACE cxx_std_20)
endif()
