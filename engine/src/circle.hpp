#pragma once

#include <cstddef>

namespace moonlab {

/// A point of the unit circle.
struct CirclePoint {
  double x;  ///< cos(angle)
  double y;  ///< sin(angle)
};

/// Sine and cosine from IEEE operations alone, so that a seed's data set is the same to the last
/// bit on every machine; C libraries differ there. Right to about 1 unit in the last place of 1.
///
/// Cody & Waite's reduction to |r| ≤ π/4, with π/2 in two parts, then the Taylor series; the first
/// terms left out, r^19 / 19! and r^18 / 18!, are below 2e-18.
/// @param angle in radians, |angle| ≤ 1e6
CirclePoint circle_point(double angle);

/// to[i] = sin(x[i]), by the same operations and for any size: what lies further from 0 is brought
/// near by Payne & Hanek's reduction. NaN where x is infinite or NaN.
void sines(const double* x, std::size_t n, double* to);

}  // namespace moonlab
