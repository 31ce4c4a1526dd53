#include "moonlab/decision_grid.hpp"

#include <algorithm>
#include <cmath>

#include "feature_rows.hpp"
#include "grid_sides.hpp"
#include "kernels.hpp"
#include "linspace.hpp"
#include "workspace.hpp"

namespace moonlab {
namespace {

constexpr std::size_t kMaxResolution = 2000;

bool is_range(double low, double high) {
  return low < high && std::isfinite(high - low) && std::isfinite(low) && std::isfinite(high);
}

// A feature of the points of row i. What is of x1 alone is the same in every row.
void set_row(Feature feature, const Matrix& sides, double of_x2, std::size_t i, double* values) {
  const std::size_t n = columns(sides);
  switch (feature) {
    case Feature::kX1:
    case Feature::kX1Squared:
    case Feature::kSineX1:
      return;
    case Feature::kProduct:
      for (std::size_t j = 0; j < n; ++j) values[j] = sides(0, j) * sides(1, i);
      return;
    default:
      kernels::fill(of_x2, n, values);
  }
}

}  // namespace

Bounds data_bounds(const Matrix& X, double margin) {
  require(rows(X) == 2 && columns(X) >= 1, "X", {"shape ", shape_of(X)},
          "(2, n_samples), one sample or more");
  require_whole(X, "X");
  require_finite(X, "X");
  require(std::isfinite(margin) && margin >= 0, "margin", margin, "a finite number of 0 or more");
  const double* x1 = X.data();
  const double* x2 = x1 + columns(X);
  const auto [x1_min, x1_max] = std::minmax_element(x1, x1 + columns(X));
  const auto [x2_min, x2_max] = std::minmax_element(x2, x2 + columns(X));
  const Bounds bounds{*x1_min - margin, *x1_max + margin, *x2_min - margin, *x2_max + margin};
  require(std::isfinite(bounds.x1_min) && std::isfinite(bounds.x1_max) &&
              std::isfinite(bounds.x2_min) && std::isfinite(bounds.x2_max),
          "margin", margin, "one that leaves the bounds finite");
  return bounds;
}

Matrix grid_sides(const Bounds& bounds, std::size_t resolution) {
  const auto& [x1_min, x1_max, x2_min, x2_max] = bounds;
  require(resolution >= 2 && resolution <= kMaxResolution, "resolution", resolution,
          {"2 to ", kMaxResolution});
  require(is_range(x1_min, x1_max) && is_range(x2_min, x2_max), "bounds",
          {x1_min, " to ", x1_max, " by ", x2_min, " to ", x2_max},
          "two finite ranges, low before high");
  const auto x1 = linspace(x1_min, x1_max, resolution);
  const auto x2 = linspace(x2_min, x2_max, resolution);
  Matrix sides = empty_matrix(2, resolution);
  std::copy(x2.begin(), x2.end(), std::copy(x1.begin(), x1.end(), sides.data()));
  return sides;
}

Matrix decision_grid(const Network& network, const Bounds& bounds, std::size_t resolution,
                     const FeatureMap& map) {
  require_feature_map(map);
  require_consistent(network);
  const std::size_t n_features = map.features.size();
  require(network.n_inputs() == n_features, "network", {network.n_inputs(), " inputs"},
          {n_features, " inputs"});
  const Layers layers(network);
  Workspace workspace(layers);
  // Row by row, in place: all points of the finest grid at once would take 64 MB.
  const Matrix sides = scaled(grid_sides(bounds, resolution), map.scaler);
  const Matrix diagonal = features_of(sides, map.features);
  Matrix points = diagonal;
  Matrix grid = empty_matrix(network.n_outputs() * resolution, resolution);
  for (std::size_t i = 0; i < resolution; ++i) {
    for (std::size_t r = 0; r < rows(points); ++r) {
      set_row(map.features[r], sides, diagonal(r, i), i, &points(r, 0));
    }
    forward(layers, points, workspace, &grid(i, 0), resolution * resolution);
  }
  return grid;
}

}  // namespace moonlab
