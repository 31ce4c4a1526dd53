#include "moonlab/decision_grid.hpp"

#include <algorithm>
#include <cmath>

#include "grid_sides.hpp"
#include "linspace.hpp"
#include "moonlab/neuron_maps.hpp"

namespace moonlab {
namespace {

constexpr std::size_t kMaxResolution = 2000;

bool is_range(double low, double high) {
  return low < high && std::isfinite(high - low) && std::isfinite(low) && std::isfinite(high);
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
  require_consistent(network);
  std::vector<NeuronPlace> outputs;
  for (std::size_t k = 0; k < network.n_outputs(); ++k) {
    outputs.push_back({network.layers().size(), k});
  }
  return neuron_maps(network, outputs, bounds, resolution, map);
}

}  // namespace moonlab
