#pragma once

#include <cstddef>

#include "moonlab/array.hpp"
#include "moonlab/features.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// A rectangle of the plane.
struct Bounds {
  double x1_min, x1_max, x2_min, x2_max;
};

/// The rectangle around the samples, widened on every side.
/// @param X (2, n_samples), one sample or more, finite
/// @param margin in units of the features, 0 or more
/// @throws std::invalid_argument for other shapes or numbers
[[nodiscard]] Bounds data_bounds(const Matrix& X, double margin = 0.5);

/// The network's outputs over a regular grid, as `np.meshgrid` of two `np.linspace` gives it.
/// @param network as many inputs as the map has features
/// @param map what the network is given of a point
/// @param resolution points a side, 2 … 2000, the bounds included
/// @returns (n_outputs · resolution, resolution): a grid for each output, one below the other, as
///   NumPy's (n_outputs, resolution, resolution) lies in memory. Row i of a grid is the i-th x2
///   from the lowest, column j the j-th x1.
/// @throws std::invalid_argument for another network, resolution, bounds that are no rectangle, or
///   a map that is none
[[nodiscard]] Matrix decision_grid(const Network& network, const Bounds& bounds,
                                   std::size_t resolution, const FeatureMap& map = {});

}  // namespace moonlab
