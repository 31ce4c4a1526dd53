#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/datasets.hpp"
#include "moonlab/decision_grid.hpp"

namespace moonlab {

enum class Maker;

/// The classifier that nobody can beat on fresh points of a generated data set: it knows the
/// distribution that they come from, and takes the likeliest class (Bayes' classifier; Hastie,
/// Tibshirani & Friedman, The Elements of Statistical Learning, section 2.4).
///
/// A fresh point is of any class with equal probability. It lies anywhere on its class's curve, as
/// evenly as the generator runs along it (moons and circles by the angle, spirals by the radius),
/// or in its squares, and is moved by the normal noise. Of classification it comes from the
/// clusters that n_samples and the seed draw, and its class is drawn anew with probability flip_y.
///
/// A class's density is a sum of normal ones: that is exact for blobs and classification; for the
/// others it is the integral along the curve, or across a side of the squares, by quadrature. Where
/// there is no noise, probabilities are those for one of 1e-5: all but the nearest curve's are 0.
class BayesClassifier {
 public:
  /// The most points of quadrature that a class has. They are near enough to each other for noise
  /// of 0.02 or more and up to three turns, and for less wherever classes can be mixed up.
  static constexpr std::size_t kMostNodes = 600;

  /// @param name as make_dataset has it, of a data set with classes
  /// @param options as make_dataset has them; positions beyond ±1e6 are taken as that
  /// @param random_state as make_dataset has it; the distribution of classification depends on it
  /// @throws std::invalid_argument as make_dataset, and for "plane" and "hills"
  BayesClassifier(std::string_view name, DatasetOptions options, std::uint32_t random_state);

  [[nodiscard]] std::size_t n_classes() const { return n_classes_; }

  /// @param X (2, n_points), finite
  /// @returns each class's probability at each point, to 1e-5, (n_classes, n_points)
  /// @throws std::invalid_argument for other shapes or numbers
  [[nodiscard]] Matrix probabilities(const Matrix& X) const;

  /// The same over a regular grid.
  /// @param resolution points a side, 2 … 2000, the bounds included
  /// @returns (n_classes · resolution, resolution), laid out as decision_grid's
  /// @throws std::invalid_argument for another resolution, or bounds that are no rectangle
  [[nodiscard]] Matrix grid(const Bounds& bounds, std::size_t resolution) const;

  /// The share of fresh points that are of the likeliest class: 1 without noise, else by a lattice
  /// rule (Sloan & Joe, Lattice Methods for Multiple Integration) over that part of the plane where
  /// points of different classes can be mixed up.
  /// @returns it, to 1e-4 for noise of 0.001 or more
  [[nodiscard]] double accuracy() const;

 private:
  /// The sum of all normal densities at a point, but for 1 / 2π, and each class's share of it.
  struct Mixture {
    double density;
    double* shares;
  };

  void use_nodes(std::string_view name, Maker maker, DatasetOptions& options);
  void use_clusters(const DatasetOptions& options, std::uint32_t random_state);
  std::vector<double> scratch() const;
  Mixture mixture_at(double x1, double x2, std::vector<double>& scratch) const;
  void classify(double x1, double x2, std::vector<double>& scratch, double* to,
                std::size_t stride) const;
  double with_flips(double probability) const;
  double lost() const;

  Matrix components_;  ///< a column each
  std::size_t n_classes_ = 2;
  double flip_y_ = 0;
  bool is_xor_ = false;
  bool has_noise_ = true;
};

}  // namespace moonlab
