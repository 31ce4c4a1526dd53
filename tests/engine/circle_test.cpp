#include "circle.hpp"

#include <algorithm>
#include <cmath>

#include "support.hpp"

using namespace moonlab;

TEST_CASE("points of the circle are right to the last places, all the way round") {
  constexpr double kFullTurn = 6.283185307179586;
  double worst = 0;
  for (double angle = 0; angle <= kFullTurn; angle += 0.00037) {
    const auto [x, y] = circle_point(angle);
    worst = std::max({worst, std::abs(x - std::cos(angle)), std::abs(y - std::sin(angle))});
  }
  CHECK(worst < 4e-16);
}

TEST_CASE("the ends of half circles come out as NumPy prints them") {
  CHECK(circle_point(0).x == 1);
  CHECK(circle_point(0).y == 0);
  CHECK(circle_point(3.141592653589793).x == -1);
  CHECK(circle_point(3.141592653589793).y == doctest::Approx(1.2246467991473532e-16).epsilon(1e-9));
}
