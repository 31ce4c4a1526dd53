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
/// distribution that they come from, and answers with the likeliest class (Bayes' classifier; e.g.
/// Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 2nd ed., section 2.4).
///
/// A fresh point is of any class with equal probability. It lies anywhere on its class's curve, as
/// evenly as the generator goes along it (moons and circles by the angle, spirals by the radius),
/// or in its squares, and is moved by the normal noise. Of classification it comes from the
/// clusters that n_samples and the seed draw, and its class is drawn anew with probability flip_y.
///
/// Each class's density is a sum of normal ones: that is exact for blobs and classification; those
/// along curves and across squares are integrated by quadrature. A noise below 1e-5 is taken as
/// that: the likeliest class is then that of the nearest curve.
class BayesClassifier {
 public:
  /// The most points of quadrature that a class has. They are near enough to each other for noise
  /// of 0.01 or more, and for less wherever the default data sets' classes meet.
  static constexpr std::size_t kMostNodes = 600;

  /// @param name as make_dataset has it, of a data set with classes
  /// @param options as make_dataset has them; positions beyond ±1e6 are taken as that
  /// @param random_state as make_dataset has it; only classification's points depend on it
  /// @throws std::invalid_argument as make_dataset, and for "plane" and "hills"
  BayesClassifier(std::string_view name, DatasetOptions options, std::uint32_t random_state);

  [[nodiscard]] std::size_t n_classes() const { return n_classes_; }

  /// @param X (2, n_points), finite
  /// @returns each class's probability at each point, (n_classes, n_points)
  /// @throws std::invalid_argument for other shapes or numbers
  [[nodiscard]] Matrix probabilities(const Matrix& X) const;

  /// The same over a regular grid.
  /// @param resolution points a side, 2 … 2000, the bounds included
  /// @returns (n_classes · resolution, resolution), laid out as decision_grid's
  /// @throws std::invalid_argument for another resolution, or bounds that are no rectangle
  [[nodiscard]] Matrix grid(const Bounds& bounds, std::size_t resolution) const;

  /// @returns the share of fresh points that are of the likeliest class, to 1e-4: by a lattice rule
  ///   (Sloan & Joe, Lattice Methods for Multiple Integration) over the part of the plane where
  ///   points of different classes can be mixed up
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
};

}  // namespace moonlab
