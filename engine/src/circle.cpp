#include "circle.hpp"

#include <initializer_list>

namespace moonlab {
namespace {

// 1 - r²/a + r⁴/ab - …, for divisors … b, a from the last to the first.
double alternating_series(double square, std::initializer_list<double> divisors) {
  double sum = 1;
  for (const double divisor : divisors) sum = 1 - square * sum / divisor;
  return sum;
}

double small_sine(double r) {
  const double square = r * r;
  const double tail =
      alternating_series(square, {17. * 16, 15. * 14, 13. * 12, 11. * 10, 9. * 8, 7. * 6, 5. * 4});
  return r - r * square * tail / 6;
}

double small_cosine(double r) {
  const double square = r * r;
  const double tail =
      alternating_series(square, {16. * 15, 14. * 13, 12. * 11, 10. * 9, 8. * 7, 6. * 5, 4. * 3});
  return 1 - square * tail / 2;
}

}  // namespace

CirclePoint circle_point(double angle) {
  constexpr double kQuarter = 1.5707963267948966;
  constexpr double kQuarterHigh = 1.57079632673412561417e+00;  // 20 trailing zero bits
  constexpr double kQuarterLow = 6.07710050650619224932e-11;
  const int quarters = static_cast<int>(angle / kQuarter + 0.5);
  const double r = (angle - quarters * kQuarterHigh) - quarters * kQuarterLow;
  const double sine = small_sine(r);
  const double cosine = small_cosine(r);
  switch (quarters % 4) {
    case 0:
      return {cosine, sine};
    case 1:
      return {-sine, cosine};
    case 2:
      return {-cosine, -sine};
    default:
      return {sine, -cosine};
  }
}

}  // namespace moonlab
