#include "moonlab/decision_grid.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "kernels.hpp"
#include "moonlab/workspace.hpp"

namespace moonlab {
namespace {

constexpr std::size_t kMaxResolution = 2000;

// The i-th of n values from low to high, as np.linspace computes it.
double linspace(double low, double high, std::size_t i, std::size_t n) {
  if (i == n - 1) return high;
  const double step = (high - low) / static_cast<double>(n - 1);
  return static_cast<double>(i) * step + low;
}

void require_grid(const Network& network, const Bounds& bounds, std::size_t resolution) {
  require(network.n_inputs() == 2 && network.n_outputs() == 1, "network",
          std::to_string(network.n_inputs()) + " inputs and " +
              std::to_string(network.n_outputs()) + " outputs",
          "2 inputs and 1 output");
  require(resolution >= 2 && resolution <= kMaxResolution, "resolution", std::to_string(resolution),
          "2 to " + std::to_string(kMaxResolution));
  const auto is_range = [](double low, double high) {
    return std::isfinite(low) && std::isfinite(high) && low < high;
  };
  require(is_range(bounds.x1_min, bounds.x1_max) && is_range(bounds.x2_min, bounds.x2_max),
          "bounds",
          number_text(bounds.x1_min) + " to " + number_text(bounds.x1_max) + " by " +
              number_text(bounds.x2_min) + " to " + number_text(bounds.x2_max),
          "two finite ranges, low before high");
}

}  // namespace

Bounds data_bounds(const Matrix& X, double margin) {
  require(rows(X) == 2 && columns(X) >= 1, "X", "shape " + shape_text(X),
          "(2, n_samples), one sample or more");
  require(std::isfinite(margin), "margin", number_text(margin), "a finite number");
  const double* x1 = X.data();
  const double* x2 = x1 + columns(X);
  const auto [x1_min, x1_max] = std::minmax_element(x1, x1 + columns(X));
  const auto [x2_min, x2_max] = std::minmax_element(x2, x2 + columns(X));
  return {*x1_min - margin, *x1_max + margin, *x2_min - margin, *x2_max + margin};
}

Matrix decision_grid(const Network& network, const Bounds& bounds, std::size_t resolution) {
  require_grid(network, bounds, resolution);
  Workspace workspace(network);
  Matrix x1 = Matrix::from_shape({1, resolution});
  for (std::size_t i = 0; i < resolution; ++i) {
    x1(0, i) = linspace(bounds.x1_min, bounds.x1_max, i, resolution);
  }
  Matrix grid = Matrix::from_shape({resolution, resolution});
  for (std::size_t row = 0; row < resolution; ++row) {
    const double x2 = linspace(bounds.x2_min, bounds.x2_max, row, resolution);
    for (std::size_t first = 0; first < resolution; first += kBlockSamples) {
      const std::size_t n = std::min(kBlockSamples, resolution - first);
      workspace.load(x1, first, n);
      kernels::fill(x2, n, &workspace.inputs()(1, 0));
      workspace.forward(network, n);
      kernels::copy(workspace.outputs().data(), n, &grid(row, first));
    }
  }
  return grid;
}

}  // namespace moonlab
