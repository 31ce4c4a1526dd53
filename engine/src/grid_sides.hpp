#pragma once

#include <cstddef>

#include "moonlab/decision_grid.hpp"

namespace moonlab {

/// The sides of a regular grid, x1 and x2: point (i, j) is at x1 of column j and x2 of column i.
/// @returns (2, resolution)
/// @throws std::invalid_argument unless resolution is 2 … 2000 and the bounds are a rectangle
Matrix grid_sides(const Bounds& bounds, std::size_t resolution);

}  // namespace moonlab
