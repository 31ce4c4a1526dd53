#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "moonlab/array.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab {

/// The most samples that a data set can have: their indices have 31 bits, and a matrix an end.
constexpr std::size_t kMaxSamples = std::min<std::size_t>(INT32_MAX, kMaxElements / 2);

/// Samples and what is to be learned of them.
struct Dataset {
  Matrix X;  ///< features, (n_features, n_samples)
  Matrix y;  ///< class numbers 0, 1, …, or values, (1, n_samples)

  std::size_t n_samples() const { return columns(X); }
};

/// Which samples are for training and which for testing.
struct Split {
  Indices train;
  Indices test;
};

/// As scikit-learn's `train_test_split` shuffles and splits: ceil(test_size · n_samples) test
/// samples.
/// @param test_size share of the test set, 0 < test_size < 1
/// @throws std::invalid_argument when a set would be empty, or n_samples or test_size is out of
/// range
[[nodiscard]] Split train_test_split(std::size_t n_samples, double test_size,
                                     std::uint32_t random_state);

/// @returns the samples at these indices, in this order.
/// @throws std::invalid_argument for an index that is not in the data set, when X and y have not
/// the
///   same number of samples, or when they were moved from
[[nodiscard]] Dataset take(const Dataset& dataset, const Indices& indices);

}  // namespace moonlab
