#include "moonlab/bayes_classifier.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "classification.hpp"
#include "elementary.hpp"
#include "grid_sides.hpp"
#include "linspace.hpp"
#include "logarithm.hpp"
#include "samples.hpp"

namespace moonlab {
namespace {

using kernels::both;
using kernels::load;
using kernels::Pair;

constexpr double kTwoPi = 6.283185307179586;

// What is known of a component. Two of them share a row of the matrix: the first numbers of both,
// the second ones, … The deviates of a point at a distance d from its middle
// are from_x1 · d1 and, once x1 is known, mixed · d1 + from_x2 · d2.
enum Number : std::size_t { kX1, kX2, kFromX1, kMixed, kFromX2, kLogWeight, kLabel, kNumbers };

// @param share of all points
// @param deviates from_x1, mixed, from_x2
void set_component(Matrix& components, std::size_t i, const double (&middle)[2],
                   const double (&deviates)[3], double share, double label) {
  constexpr double kFarthest = 1e6;
  const double density = share * deviates[0] * deviates[2];  // in the middle, but for 1 / 2π
  const double values[] = {std::clamp(middle[0], -kFarthest, kFarthest),
                           std::clamp(middle[1], -kFarthest, kFarthest),
                           deviates[0],
                           deviates[1],
                           deviates[2],
                           kernels::log(density),
                           label};
  double* to = &components(i / 2, i % 2);
  for (std::size_t number = 0; number < kNumbers; ++number) to[2 * number] = values[number];
}

// A last one too many has no weight.
Matrix empty_components(std::size_t n) {
  Matrix components = zeros((n + 1) / 2, 2 * kNumbers);
  components(rows(components) - 1, 2 * kLogWeight + 1) = -1e300;
  return components;
}

// How far a point comes, at its highest speed, while it runs along a class's curve.
double length_of(Maker maker, double turns) {
  if (maker == Maker::kMoons) return kTwoPi / 2;
  if (maker == Maker::kCircles) return kTwoPi;
  return maker == Maker::kXor ? 1 : 1 + kTwoPi * turns;
}

// @param length of the curve, in deviations of the noise
std::size_t nodes_for(double length) {
  constexpr double kLeast = 12;  // as many as have weights of their own
  constexpr double kSpacing = 0.4;
  // A length that is none, or no number, is refused later.
  const double wanted = std::max(kLeast, kLeast + length / kSpacing);
  return static_cast<std::size_t>(std::min<double>(wanted, BayesClassifier::kMostNodes));
}

// Gregory's weights, with differences up to the fifth: the trapezoid rule with its ends mended.
double weight_of_node(std::size_t i, std::size_t n) {
  constexpr double kEnd[] = {19087, 84199, 37738, 75242, 55031, 61343};
  constexpr double kWhole = 60480;
  const std::size_t from_end = std::min(i, n - 1 - i);
  return from_end < std::size(kEnd) ? kEnd[from_end] / kWhole : 1;
}

// What xor's classes come from: one coordinate, class 1 where it is above 0.
Dataset signs(std::size_t n) {
  Dataset nodes{zeros(2, 2 * n), zeros(1, 2 * n)};
  const auto side = linspace(kXorGap, 1 + kXorGap, n);
  for (std::size_t i = 0; i < n; ++i) {
    set_sample(nodes, i, -side[i], 0, 0);
    set_sample(nodes, n + i, side[i], 0, 1);
  }
  return nodes;
}

struct Range {
  double low = 1e300;
  double high = -1e300;

  double size() const { return high - low; }
  void include(double middle, double reach) {
    low = std::min(low, middle - reach);
    high = std::max(high, middle + reach);
  }
};

}  // namespace

BayesClassifier::BayesClassifier(std::string_view name, DatasetOptions options,
                                 std::uint32_t random_state) {
  const Maker maker = maker_of(name);
  require(maker < Maker::kPlane, "dataset", {"\"", name, "\""}, "one with classes");
  require_noise(options.noise);
  if (maker == Maker::kClassification) {
    use_clusters(options, random_state);
  } else {
    use_nodes(name, maker, options);
  }
}

// What the generator makes without noise lies evenly along each class's curve, class after class.
void BayesClassifier::use_nodes(std::string_view name, Maker maker, DatasetOptions& options) {
  constexpr double kLeastNoise = 1e-5;
  constexpr double kMostNoise = 1e5;
  const double noise = std::clamp(options.noise.value_or(0), kLeastNoise, kMostNoise);
  const bool is_blobs = maker == Maker::kBlobs;
  if (is_blobs || maker == Maker::kSpirals) n_classes_ = options.n_classes;
  if (is_blobs && options.centers) n_classes_ = options.centers->size();
  // Of no classes, or too many, there are some samples: the generator is to refuse the classes.
  const bool is_one = is_blobs || n_classes_ > kMaxClasses;
  const std::size_t n = is_one ? 1 : nodes_for(length_of(maker, options.turns) / noise);
  has_noise_ = options.noise.value_or(0) > 0;
  options.n_samples = std::clamp<std::size_t>(n * n_classes_, 1, kMaxSamples);
  options.noise = std::nullopt;
  options.shuffle = false;
  is_xor_ = maker == Maker::kXor;
  const Dataset nodes = is_xor_ ? signs(n) : make_dataset(name, options, 0);
  const bool has_ends = !is_blobs && maker != Maker::kCircles;
  const auto intervals = static_cast<double>(n_classes_ * (has_ends ? n - 1 : n));
  components_ = empty_components(nodes.n_samples());
  for (std::size_t i = 0; i < nodes.n_samples(); ++i) {
    const double weight = has_ends ? weight_of_node(i % n, n) : 1;
    set_component(components_, i, {nodes.X(0, i), nodes.X(1, i)}, {1 / noise, 0, 1 / noise},
                  weight / intervals, nodes.y(0, i));
  }
}

void BayesClassifier::use_clusters(const DatasetOptions& options, std::uint32_t random_state) {
  Clusters clusters{};
  (void)draw_classification(options, random_state, clusters);
  n_classes_ = options.n_classes;
  flip_y_ = options.noise.value_or(0);
  components_ = empty_components(clusters.n);
  for (std::size_t k = 0; k < clusters.n; ++k) {
    const auto& [a, at, label] = clusters.cluster[k];
    const double variance = a[0][0] * a[0][0] + a[1][0] * a[1][0];
    const double covariance = a[0][0] * a[0][1] + a[1][0] * a[1][1];
    const double determinant = std::abs(a[0][0] * a[1][1] - a[0][1] * a[1][0]);
    const double deviation = std::sqrt(variance);
    const double from_x2 = deviation / determinant;
    set_component(components_, k, at, {1 / deviation, -covariance / variance * from_x2, from_x2},
                  1 / static_cast<double>(clusters.n), static_cast<double>(label));
  }
}

std::vector<double> BayesClassifier::scratch() const {
  return std::vector<double>(2 * rows(components_) + n_classes_);
}

// The mixture's density, but for 1 / 2π. Scratch becomes the classes' shares of it, which are
// returned, and what they are computed with.
BayesClassifier::Mixture BayesClassifier::mixture_at(double x1, double x2,
                                                     std::vector<double>& scratch) const {
  constexpr double kFarthest = 1e300;  // so that no difference of two is NaN
  constexpr double kNothing = -40;     // e^-40 is lost beside 1
  double* exponents = scratch.data() + n_classes_;
  const double* const end = components_.data() + components_.size();
  Pair least = both(kFarthest);
  double* to = exponents;
  for (const double* two = components_.data(); two != end; two += 2 * kNumbers) {
    const Pair d1 = both(x1) - load(two + 2 * kX1);
    const Pair d2 = both(x2) - load(two + 2 * kX2);
    const Pair z1 = load(two + 2 * kFromX1) * d1;
    const Pair z2 = load(two + 2 * kMixed) * d1 + load(two + 2 * kFromX2) * d2;
    const Pair exponent = kernels::at_most(
        both(kFarthest), both(0.5) * (z1 * z1 + z2 * z2) - load(two + 2 * kLogWeight));
    least = kernels::at_most(least, exponent);
    kernels::store(exponent, to);
    to += 2;
  }
  const double nearest = std::min(least[0], least[1]);
  double* shares = scratch.data();
  std::fill(shares, exponents, 0.0);
  double sum = 0;
  for (const double* two = components_.data(); two != end; two += 2 * kNumbers) {
    const Pair distance = both(nearest) - load(exponents);
    exponents += 2;
    if (distance[0] < kNothing && distance[1] < kNothing) continue;
    const Pair part = kernels::exp(
        kernels::reduce_exponent(kernels::at_least(distance, both(kernels::kLeastExponent)),
                                 kernels::kExpConstants),
        kernels::kExpConstants);
    shares[static_cast<std::size_t>(two[2 * kLabel])] += part[0];
    shares[static_cast<std::size_t>(two[2 * kLabel + 1])] += part[1];
    sum += kernels::sum(part);
  }
  for (std::size_t k = 0; k < n_classes_; ++k) shares[k] /= sum;
  return {sum * kernels::exp(std::max(-nearest, kernels::kLeastExponent)), shares};
}

void BayesClassifier::classify(double x1, double x2, std::vector<double>& scratch, double* to,
                               std::size_t stride) const {
  double* shares = mixture_at(x1, x2, scratch).shares;
  if (is_xor_) {
    const double positive = shares[1];
    mixture_at(x2, 0, scratch);
    // Rounding may bring it above 1, or below 0.
    const double odd = positive * shares[0] + (1 - positive) * shares[1];
    shares[1] = std::clamp(odd, 0.0, 1.0);
    shares[0] = 1 - shares[1];
  }
  for (std::size_t k = 0; k < n_classes_; ++k) to[k * stride] = with_flips(shares[k]);
}

double BayesClassifier::with_flips(double probability) const {
  return (1 - flip_y_) * probability + flip_y_ / static_cast<double>(n_classes_);
}

Matrix BayesClassifier::probabilities(const Matrix& X) const {
  require_samples(X, "X", 2);
  require_finite(X, "X");
  Matrix found = empty_matrix(n_classes_, columns(X));
  auto numbers = scratch();
  for (std::size_t i = 0; i < columns(X); ++i) {
    classify(X(0, i), X(1, i), numbers, found.data() + i, columns(X));
  }
  return found;
}

Matrix BayesClassifier::grid(const Bounds& bounds, std::size_t resolution) const {
  const Matrix sides = grid_sides(bounds, resolution);
  Matrix found = empty_matrix(n_classes_ * resolution, resolution);
  auto numbers = scratch();
  for (std::size_t i = 0; i < resolution; ++i) {
    for (std::size_t j = 0; j < resolution; ++j) {
      classify(sides(0, j), sides(1, i), numbers, &found(i, j), resolution * resolution);
    }
  }
  return found;
}

// Of the points, those that are not of the class that is the likeliest of the mixture's.
double BayesClassifier::lost() const {
  constexpr double kDeviations = 6;       // about a middle: 2e-9 of the points lie outside
  constexpr std::size_t kFew = 24;        // normal clusters: they may meet far from their middles
  constexpr double kMostExponents = 4e7;  // to be computed
  constexpr std::size_t kMostPoints = 121393;
  auto numbers = scratch();
  const auto unsure = [&](const Mixture& mixture) {
    return 1 - *std::max_element(mixture.shares, mixture.shares + n_classes_);
  };
  const std::size_t n_components = 2 * rows(components_);
  Range sides[2];
  for (std::size_t i = 0; i < n_components; ++i) {
    const double* at = &components_(i / 2, i % 2);
    const double x1 = at[2 * kX1];
    const double x2 = at[2 * kX2];
    const double from_x1 = at[2 * kFromX1];
    if (from_x1 == 0) continue;  // none
    if (n_components > kFew && unsure(mixture_at(x1, x2, numbers)) == 0) continue;
    const double slope = at[2 * kMixed] / from_x1;
    sides[0].include(x1, kDeviations / from_x1);
    sides[1].include(x2, kDeviations / at[2 * kFromX2] * std::sqrt(1 + slope * slope));
  }
  if (sides[0].size() < 0) return 0;
  // Of Fibonacci's lattices the largest that is soon enough done: they are even, and no line that
  // classes may meet at lies along one of theirs.
  std::size_t n = 1;
  std::size_t step = 1;
  while (n < kMostPoints && static_cast<double>(n * n_components) < kMostExponents) {
    n += std::exchange(step, n);
  }
  const double width = sides[0].size() / static_cast<double>(n);
  const double height = sides[1].size() / static_cast<double>(n);
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < n; ++i, j = (j + step) % n) {
    const Mixture mixture =
        mixture_at(sides[0].low + width * (static_cast<double>(i) + 0.5),
                   sides[1].low + height * (static_cast<double>(j) + 0.5), numbers);
    sum += mixture.density * unsure(mixture);
  }
  return sum * width * height * static_cast<double>(n) / kTwoPi;
}

double BayesClassifier::accuracy() const {
  const double wrong = has_noise_ ? lost() : 0;
  // Of xor that is one coordinate's sign: the class is right with both of them, and with neither.
  return with_flips(is_xor_ ? 1 - 2 * wrong * (1 - wrong) : 1 - wrong);
}

}  // namespace moonlab
