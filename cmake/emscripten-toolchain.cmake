# Emscripten's own toolchain file, wherever this machine has it. (emcmake would find it too, but
# Debian's hands newer versions of Node a flag that they refuse.)
find_program(EM_CONFIG em-config)
if(EM_CONFIG)
  execute_process(COMMAND "${EM_CONFIG}" EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT EM_CONFIG OR NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR
    "Emscripten is missing: install it and have em-config on the PATH.\n"
    "With Node at hand, this installs all that the project needs: node cmake/setup.js build")
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's emcc needs Debian's Node modules (acorn), where another Node does not look.
if(EXISTS /usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env NODE_PATH=/usr/share/nodejs)
endif()
