#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include "moonlab/array.hpp"
#include "support.hpp"

using namespace moonlab;

namespace {

std::string printed(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

}  // namespace

TEST_CASE("a number is written as printf writes it with ten digits") {
  for (const double value :
       {0.0,           1.0,          10.0,          0.1,          0.2,
        0.03,          1.5,          100.25,        1e-4,         1e-5,
        123456789.0,   1234567890.0, 12345678901.0, 9999999999.9, 99999999999.9,
        0.99999999999, 1e15,         1e300,         5e-324,       1.7976931348623157e308,
        1.0 / 3,       4294967295.0}) {
    CHECK(number_text(value) == printed(value));
    CHECK(number_text(-value) == (value == 0 ? "0" : printed(-value)));
  }
  for (double value = 1e-300; value < 1e300; value *= 1.2345678) {
    CHECK(number_text(value) == printed(value));
  }
}

TEST_CASE("what is no number is written as such") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(number_text(NAN) == "nan");
  CHECK(number_text(infinity) == "inf");
  CHECK(number_text(-infinity) == "-inf");
}
