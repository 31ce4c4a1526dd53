#pragma once

#include <vector>

#include "moonlab/features.hpp"

/// What features are made of, for callers that have checked what they give.
namespace moonlab {

/// @throws std::invalid_argument as inputs_of() for a map that is none
void require_feature_map(const FeatureMap& map);

/// (X - mean) / deviation
/// @param X (2, n_samples)
Matrix scaled(const Matrix& X, const Scaler& scaler);

/// @param plane scaled coordinates, (2, n_samples)
/// @returns (n_features, n_samples), infinite where that is what comes out
Matrix features_of(const Matrix& plane, const std::vector<Feature>& features);

}  // namespace moonlab
