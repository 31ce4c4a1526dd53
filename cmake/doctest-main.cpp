// CTest keeps what is printed, and the WebAssembly build takes that for a terminal.
#define DOCTEST_CONFIG_COLORS_NONE
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
