#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "moonlab/array.hpp"

namespace moonlab {

/// What a network can be given of a point (x1, x2) of the plane.
enum class Feature { kX1, kX2, kX1Squared, kX2Squared, kProduct, kSineX1, kSineX2 };

/// @param name "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)" or "sin(x2)"
/// @throws std::invalid_argument for any other name
[[nodiscard]] Feature feature_from_name(std::string_view name);

/// How the plane's coordinates are scaled: (x - mean) / deviation. As it is made, not at all.
struct Scaler {
  std::array<double, 2> mean{0, 0};
  std::array<double, 2> deviation{1, 1};  ///< above 0
};

/// scikit-learn's StandardScaler: scaled by it, these points have mean 0 and standard deviation 1
/// in each coordinate. The deviation is the population's, and 1 for a coordinate that does not
/// vary, or no more than rounding makes a constant vary.
/// @param X (2, n_samples), one sample or more, finite
/// @throws std::invalid_argument for other shapes or numbers, and where mean or deviation are
///   beyond the largest double
[[nodiscard]] Scaler standard_scaler(const Matrix& X);

/// What a network is given of points of the plane: features of their scaled coordinates.
struct FeatureMap {
  Scaler scaler;
  std::vector<Feature> features{Feature::kX1, Feature::kX2};
};

/// inputs = features(scale(X)). Sines are the engine's own, the same bits on every machine.
/// @param X (2, n_samples), finite
/// @returns (n_features, n_samples), in the map's order of features
/// @throws std::invalid_argument for other shapes or numbers; for a map without features, with a
///   number that is none of them, with a mean that is not finite or a deviation that is not above
///   0; and where a feature is beyond the largest double
[[nodiscard]] Matrix inputs_of(const Matrix& X, const FeatureMap& map);

}  // namespace moonlab
