# The C++ program in README is the one that the tests here compile.
file(READ "${README}" readme)
file(READ "${CMAKE_CURRENT_LIST_DIR}/moons.cpp" program)
string(FIND "${readme}" "```cpp\n${program}```\n" at)
if(at EQUAL -1)
  message(FATAL_ERROR "${README} has no cpp block that is ${CMAKE_CURRENT_LIST_DIR}/moons.cpp.")
endif()
