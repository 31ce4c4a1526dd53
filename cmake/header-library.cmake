# moonlab_header_library(<target> HEADERS <path>... FOLDERS <name>... PACKAGE <what to install>):
# a library of headers that is found by one of them. HEADERS are alternatives.
function(moonlab_header_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PACKAGE" "HEADERS;FOLDERS")
  # Toolchains for other machines search their own folders only, so this one's are named here.
  find_path(${target}_INCLUDE NAMES ${arg_HEADERS} NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/local/include /usr/include /opt/homebrew/include)
  set(include "${${target}_INCLUDE}")
  if(NOT include)
    list(JOIN arg_HEADERS "> or <" headers)
    message(FATAL_ERROR
      "<${headers}> is missing: install ${arg_PACKAGE}.\n"
      "With Node at hand, this installs all that the project needs: node cmake/setup.js test")
  endif()
  if(CMAKE_CROSSCOMPILING)
    # Their compilers must not see /usr/include, which holds this machine's own C headers: they get a
    # folder with links to just the libraries' folders.
    set(links "${PROJECT_BINARY_DIR}/include")
    file(MAKE_DIRECTORY "${links}")
    foreach(folder IN LISTS arg_FOLDERS)
      file(CREATE_LINK "${include}/${folder}" "${links}/${folder}" SYMBOLIC)
    endforeach()
    set(include "${links}")
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${include}")
endfunction()
