#include "circle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

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

TEST_CASE("sines are right to the last places, near 0 and as far as doubles go") {
  std::vector<double> x{0, 1e-300, 1e6, 999999.9999, 1000000.1, 1e22, 1.7976931348623157e308};
  for (double value = 1e-9; value < 1e308; value *= 1.0173) x.push_back(value);
  for (double value = 0; value < 30; value += 0.00173) x.push_back(value);
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i) x.push_back(-x[i]);
  std::vector<double> found(x.size());
  sines(x.data(), x.size(), found.data());
  double worst = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    worst = std::max(worst, std::abs(found[i] - std::sin(x[i])));
  }
  CHECK(worst < 8e-16);
}

TEST_CASE("the sine of the double next to a multiple of pi is what that lies beside it") {
  // Half of it is nearer to a multiple of π / 2 than any other double, by 4.7e-19: Muller,
  // Elementary Functions.
  const double x[] = {std::ldexp(6381956970095103.0, 798), 3.141592653589793};
  double found[2];
  sines(x, 2, found);
  CHECK(std::abs(std::abs(found[0]) - 9.37e-19) < 4e-19);
  CHECK(found[1] == doctest::Approx(1.2246467991473532e-16).epsilon(1e-9));
}

TEST_CASE("a sine is the same wherever its number stands, and NaN for what is no number") {
  const double infinity = std::numeric_limits<double>::infinity();
  const double x[] = {0.7, -0.7, 5e9, infinity, NAN, -infinity, 2.5};
  double all[7];
  sines(x, 7, all);
  for (std::size_t i = 0; i < 7; ++i) {
    double alone = 0;
    sines(x + i, 1, &alone);
    CHECK((alone == all[i] || std::isnan(alone)));
    CHECK(std::isnan(all[i]) == (i >= 3 && i <= 5));
  }
  CHECK(all[1] == -all[0]);
}
