#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/random_state.hpp"

namespace moonlab {

/// The most samples that a data set can have: their indices have 31 bits, and a matrix an end.
constexpr std::size_t kMaxSamples = std::min<std::size_t>(INT32_MAX, kMaxElements / 2);

/// Labelled samples.
struct Dataset {
  Matrix X;  ///< features, (n_features, n_samples)
  Matrix y;  ///< labels, (1, n_samples): 0, 1, …

  std::size_t n_samples() const { return columns(X); }
};

/// Two interleaving half circles, as scikit-learn's `make_moons` gives them.
/// @param n_samples 1 … kMaxSamples; the odd one belongs to class 1
/// @param noise standard deviation of the normal noise, 0 or more; nullopt draws none. With one
/// near
///   the largest double, points come out infinite, which whatever trains on them refuses.
/// @param random_state seed
/// @param shuffle whether the samples are shuffled (else class 0 comes first)
/// @returns X (2, n_samples), y (1, n_samples)
/// @throws std::invalid_argument for another n_samples, or a noise that is negative or not finite
[[nodiscard]] Dataset make_moons(std::size_t n_samples, std::optional<double> noise,
                                 std::uint32_t random_state, bool shuffle = true);

/// A circle (class 1) inside a circle (class 0), as scikit-learn's `make_circles` gives them.
/// @param factor radius of the inner circle, 0 ≤ factor < 1; the outer radius is 1
/// @throws std::invalid_argument as make_moons, and for another factor
/// @see make_moons for the other parameters
[[nodiscard]] Dataset make_circles(std::size_t n_samples, std::optional<double> noise,
                                   double factor, std::uint32_t random_state, bool shuffle = true);

/// Isotropic normal clusters, one class a centre, as scikit-learn's `make_blobs` gives them.
/// @param centers finite positions in the plane, 1 or more; the first ones get the odd samples
/// @param cluster_std standard deviation of every cluster, 0 or more
/// @throws std::invalid_argument as make_moons, for no centre, and for one that is not finite
/// @see make_moons for the other parameters
[[nodiscard]] Dataset make_blobs(std::size_t n_samples,
                                 const std::vector<std::array<double, 2>>& centers,
                                 double cluster_std, std::uint32_t random_state,
                                 bool shuffle = true);

/// What may be said of a data set by its name; what does not concern it is ignored.
struct DatasetOptions {
  std::size_t n_samples = 100;
  /// Standard deviation of the noise; of blobs, that of every cluster. nullopt draws none.
  std::optional<double> noise = std::nullopt;
  double factor = 0.8;                              ///< of circles
  std::vector<std::array<double, 2>> centers = {};  ///< of blobs, which need one or more
  bool shuffle = true;
};

/// The data set of that name, for those who choose by name: one of the functions above.
/// @param name "moons", "circles" or "blobs"
/// @throws std::invalid_argument as these, and for another name: it lists those that there are
[[nodiscard]] Dataset make_dataset(std::string_view name, const DatasetOptions& options,
                                   std::uint32_t random_state);

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
