# A suite is one executable with doctest's main; each of its files is a test of CTest's.
add_library(moonlab_doctest_main OBJECT "${CMAKE_CURRENT_LIST_DIR}/doctest-main.cpp")
target_link_libraries(moonlab_doctest_main PRIVATE moonlab moonlab_doctest moonlab_test_options)

if(EMSCRIPTEN)
  # The project's package.json makes every .js below it a module, which emcc's programs are not.
  file(WRITE "${PROJECT_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")
  set(MOONLAB_GOLDEN_DIR /golden)
else()
  set(MOONLAB_GOLDEN_DIR "${PROJECT_SOURCE_DIR}/tests/golden")
endif()

# moonlab_add_suite(<name> <helper source>...): the tests added after it belong to it.
function(moonlab_add_suite name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE
    moonlab moonlab_doctest moonlab_doctest_main moonlab_test_options)
  target_compile_definitions(${name} PRIVATE MOONLAB_GOLDEN_DIR="${MOONLAB_GOLDEN_DIR}")
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE
      -sSINGLE_FILE=1
      -sEXIT_RUNTIME=1
      -sALLOW_MEMORY_GROWTH=1
      "--embed-file=${PROJECT_SOURCE_DIR}/tests/golden@${MOONLAB_GOLDEN_DIR}")
  endif()
  # Several files a compilation: what xtensor brings is instantiated once for all of them.
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON)
  set(MOONLAB_SUITE ${name} PARENT_SCOPE)
endfunction()

# moonlab_add_test(<name>): the test cases of <name>.cpp, in the suite above.
function(moonlab_add_test name)
  target_sources(${MOONLAB_SUITE} PRIVATE ${name}.cpp)
  add_test(NAME ${name} COMMAND ${MOONLAB_SUITE} "--source-file=*${name}.cpp" --no-version)
  # doctest is content with a filter that finds nothing; we are not.
  set_tests_properties(${name} PROPERTIES FAIL_REGULAR_EXPRESSION "test cases: +0 ")
endfunction()
