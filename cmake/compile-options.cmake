# What every target of this folder and those below is compiled with, and none of a parent's or a
# consumer's.
set(CMAKE_CXX_EXTENSIONS OFF)

if(MSVC AND NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  message(FATAL_ERROR
    "The compiler is ${CMAKE_CXX_COMPILER_ID}; allowed are GCC and Clang, whose vectors the engine "
    "computes with. On Windows Visual Studio has it: cmake -T ClangCL, or -DCMAKE_CXX_COMPILER=clang-cl")
endif()

# A fused multiply-add rounds once where two operations round twice: the same seed must give the
# same digits on every machine. For the same reason nothing here asks for the instructions of the
# machine at hand, and what a parent allows itself with -ffast-math, or a part of that, is taken back.
if(CMAKE_CXX_COMPILER_FRONTEND_VARIANT STREQUAL "MSVC")
  add_compile_options(/fp:precise /clang:-fno-fast-math /clang:-ffp-contract=off)
else()
  add_compile_options(-fno-fast-math -ffp-contract=off)
endif()

# Warnings are for those who work on the project.
if(PROJECT_IS_TOP_LEVEL)
  if(CMAKE_CXX_COMPILER_FRONTEND_VARIANT STREQUAL "MSVC")
    add_compile_options(/W4) # -Wall -Wextra; its -Wall is every warning that there is
  else()
    add_compile_options(-Wall -Wextra)
  endif()
  add_compile_options(-Wpedantic -Wconversion -Wshadow -Wold-style-cast)
  if(NOT "$ENV{CI}" MATCHES "^(false)?$")
    set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
  endif()
endif()

option(MOONLAB_SANITIZE "Stop at undefined behaviour and memory errors" OFF)
if(MOONLAB_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitizers})
  add_link_options(${sanitizers})
endif()

option(MOONLAB_SSE42 "Use SSE 4.2 on x86, the nearest to what WebAssembly's SIMD128 offers" OFF)
if(MOONLAB_SSE42 AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-msse4.2)
endif()

if(EMSCRIPTEN)
  add_compile_options(-msimd128)
endif()
