#include "moonlab/decision_grid.hpp"

#include <algorithm>
#include <cmath>

#include "linspace.hpp"
#include "workspace.hpp"

namespace moonlab {
namespace {

constexpr std::size_t kMaxResolution = 2000;

bool is_range(double low, double high) {
  return low < high && std::isfinite(high - low) && std::isfinite(low) && std::isfinite(high);
}

void require_grid(const Network& network, const Bounds& bounds, std::size_t resolution) {
  const auto& [x1_min, x1_max, x2_min, x2_max] = bounds;
  require_consistent(network);
  require(network.n_inputs() == 2, "network", {network.n_inputs(), " inputs"}, "2 inputs");
  require(resolution >= 2 && resolution <= kMaxResolution, "resolution", resolution,
          {"2 to ", kMaxResolution});
  require(is_range(x1_min, x1_max) && is_range(x2_min, x2_max), "bounds",
          {x1_min, " to ", x1_max, " by ", x2_min, " to ", x2_max},
          "two finite ranges, low before high");
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

Matrix decision_grid(const Network& network, const Bounds& bounds, std::size_t resolution) {
  require_grid(network, bounds, resolution);
  const Layers layers(network);
  Workspace workspace(layers);
  // Row by row, in place: all points of the finest grid at once would take 64 MB.
  Matrix points = empty_matrix(2, resolution);
  double* const x1 = &points(0, 0);
  double* const x2 = &points(1, 0);
  const auto x1_values = linspace(bounds.x1_min, bounds.x1_max, resolution);
  const auto x2_values = linspace(bounds.x2_min, bounds.x2_max, resolution);
  std::copy(x1_values.begin(), x1_values.end(), x1);
  Matrix grid = empty_matrix(network.n_outputs() * resolution, resolution);
  for (std::size_t i = 0; i < resolution; ++i) {
    std::fill_n(x2, resolution, x2_values[i]);
    forward(layers, points, workspace, &grid(i, 0), resolution * resolution);
  }
  return grid;
}

}  // namespace moonlab
