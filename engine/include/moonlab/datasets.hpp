#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "moonlab/dataset.hpp"

namespace moonlab {

/// The most classes that a data set is made with.
constexpr std::size_t kMaxClasses = 6;

/// Positions in the plane: x1, x2.
using Positions = std::vector<std::array<double, 2>>;

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
[[nodiscard]] Dataset make_blobs(std::size_t n_samples, const Positions& centers,
                                 double cluster_std, std::uint32_t random_state,
                                 bool shuffle = true);

/// Centres of as many blobs, evenly on the circle of radius √2: the first at (-1, -1), the others
/// after it, against the clock. Near enough for a deviation of 1 to mix them, far enough for one of
/// 0.2 to part them.
/// @param n_classes 2 … kMaxClasses
/// @throws std::invalid_argument for another number
[[nodiscard]] Positions blob_centers(std::size_t n_classes);

/// Normal clusters, each stretched in its own way, about the corners of a square: scikit-learn's
/// `make_classification` with n_features = n_informative = 2 and n_redundant = 0.
/// @param n_classes 2 … 4; @param n_clusters_per_class 1 or more, at most 4 clusters in all
/// @param class_sep half the square's side, finite
/// @param flip_y share of the samples, 0 … 1, whose class is drawn anew
/// @throws std::invalid_argument as make_moons, and for other numbers of classes or clusters, or
///   another class_sep or flip_y
/// @see make_moons for the other parameters
[[nodiscard]] Dataset make_classification(std::size_t n_samples, std::size_t n_classes,
                                          std::size_t n_clusters_per_class, double class_sep,
                                          double flip_y, std::uint32_t random_state,
                                          bool shuffle = true);

/// Points of the square from -1 to 1, moved away from its axes by 0.1: class 1 where the signs of
/// the coordinates differ.
/// @throws std::invalid_argument as make_moons
/// @see make_moons for the parameters
[[nodiscard]] Dataset make_xor(std::size_t n_samples, std::optional<double> noise,
                               std::uint32_t random_state);

/// Arms of a spiral, a class each, from the origin to the unit circle.
/// @param n_classes 2 … kMaxClasses; the first ones get the odd samples
/// @param turns of an arm, 0 … 1000
/// @throws std::invalid_argument as make_moons, and for other n_classes or turns
/// @see make_moons for the other parameters
[[nodiscard]] Dataset make_spirals(std::size_t n_samples, std::size_t n_classes, double turns,
                                   std::optional<double> noise, std::uint32_t random_state,
                                   bool shuffle = true);

/// Values of the plane (x1 + x2) / 2 at points of the square from -1 to 1.
/// @param noise as make_moons has it, but of the values
/// @throws std::invalid_argument as make_moons
[[nodiscard]] Dataset make_plane(std::size_t n_samples, std::optional<double> noise,
                                 std::uint32_t random_state);

/// Values of two hills, about (0.5, 0.5) and (-0.5, -0.5), and two hollows between them: normal
/// curves of height 1 and standard deviation 0.25.
/// @see make_plane
[[nodiscard]] Dataset make_hills(std::size_t n_samples, std::optional<double> noise,
                                 std::uint32_t random_state);

/// What may be said of a data set by its name; what does not concern it is ignored.
struct DatasetOptions {
  std::size_t n_samples = 100;
  /// Standard deviation of the noise; of blobs, that of every cluster; of classification, flip_y.
  /// nullopt draws none.
  std::optional<double> noise = std::nullopt;
  std::size_t n_classes = 2;  ///< of blobs, spirals and classification
  double factor = 0.8;        ///< of circles
  double turns = 1.5;         ///< of spirals
  double class_sep = 1;       ///< of classification
  /// Of classification; nullopt is two for two classes, one for more.
  std::optional<std::size_t> n_clusters_per_class = std::nullopt;
  std::optional<Positions> centers = std::nullopt;  ///< of blobs; nullopt is blob_centers
  bool shuffle = true;  ///< of moons, circles, blobs, classification and spirals
};

/// The data set of that name, for those who choose by name: one of the functions above.
/// @param name "moons", "circles", "blobs", "classification", "xor", "spirals", "plane" or "hills"
/// @throws std::invalid_argument as these, and for another name: it lists those that there are
[[nodiscard]] Dataset make_dataset(std::string_view name, const DatasetOptions& options,
                                   std::uint32_t random_state);

}  // namespace moonlab
