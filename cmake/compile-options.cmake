# What every target of the project is compiled with: the interface target moonlab_options.
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if("$ENV{CI}" STREQUAL "" OR "$ENV{CI}" STREQUAL "false")
  set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
else()
  set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

add_library(moonlab_options INTERFACE)
target_compile_options(moonlab_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow
  # A fused multiply-add rounds once where two operations round twice: the same seed must give the
  # same digits on every machine. For the same reason nothing here asks for -ffast-math or for the
  # instructions of the machine at hand.
  -ffp-contract=off)

option(MOONLAB_SANITIZE "Stop at undefined behaviour and memory errors" OFF)
if(MOONLAB_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(moonlab_options INTERFACE ${sanitizers})
  target_link_options(moonlab_options INTERFACE ${sanitizers})
endif()

option(MOONLAB_SSE42 "Use SSE 4.2 on x86, the nearest to what WebAssembly's SIMD128 offers" OFF)
if(MOONLAB_SSE42 AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(moonlab_options INTERFACE -msse4.2)
endif()

if(EMSCRIPTEN)
  target_compile_options(moonlab_options INTERFACE -msimd128)
  # Every object and every link must agree on how an exception is thrown.
  target_compile_options(moonlab_options INTERFACE -fwasm-exceptions)
  target_link_options(moonlab_options INTERFACE -fwasm-exceptions)
endif()
