#include "moonlab/bayes_classifier.hpp"

#include <algorithm>
#include <cmath>

#include "classification.hpp"
#include "elementary.hpp"
#include "grid_sides.hpp"
#include "linspace.hpp"
#include "logarithm.hpp"
#include "names.hpp"
#include "samples.hpp"

namespace moonlab {
namespace {

constexpr double kTwoPi = 6.283185307179586;

enum class Source { kMoons, kCircles, kBlobs, kClassification, kXor, kSpirals };

constexpr Named kSources[] = {
    {"moons", Source::kMoons}, {"circles", Source::kCircles},
    {"blobs", Source::kBlobs}, {"classification", Source::kClassification},
    {"xor", Source::kXor},     {"spirals", Source::kSpirals},
};

// How far a point comes in all, at its highest speed, while it runs along a class's curve.
double length_of(Source source, double turns) {
  switch (source) {
    case Source::kMoons:
      return kTwoPi / 2;
    case Source::kSpirals:
      return 1 + kTwoPi * turns;
    case Source::kXor:
      return 1;
    default:
      return kTwoPi;
  }
}

// @param length of the curve, in deviations of the noise
std::size_t nodes_for(double length) {
  constexpr double kLeast = 12;  // as many as have weights of their own
  constexpr double kSpacing = 0.6;
  return static_cast<std::size_t>(
      std::min<double>(kLeast + length / kSpacing, BayesClassifier::kMostNodes));
}

// Where the points of each class lie without noise, evenly along its curve; class after class.
Dataset nodes_of(std::string_view name, Source source, DatasetOptions options, std::size_t n,
                 std::size_t n_classes) {
  options.n_samples = n * n_classes;
  options.noise = std::nullopt;
  options.shuffle = false;
  if (source != Source::kXor) return make_dataset(name, options, 0);
  // One coordinate's: its sign is all that the class depends on.
  Dataset nodes{zeros(2, options.n_samples), zeros(1, options.n_samples)};
  const auto side = linspace(kXorGap, 1 + kXorGap, n);
  for (std::size_t i = 0; i < n; ++i) {
    set_sample(nodes, i, -side[i], 0, 0);
    set_sample(nodes, n + i, side[i], 0, 1);
  }
  return nodes;
}

// Gregory's weights, with differences up to the fifth: the trapezoid rule with ends mended.
double weight_of_node(std::size_t i, std::size_t n) {
  constexpr double kEnd[] = {19087, 84199, 37738, 75242, 55031, 61343};
  constexpr double kWhole = 60480;
  const std::size_t from_end = std::min(i, n - 1 - i);
  return from_end < std::size(kEnd) ? kEnd[from_end] / kWhole : 1;
}

// Six deviations about a position: what lies outside, 1e-8 of the points, does not count.
struct Box {
  double low[2];
  double high[2];

  bool meets(const Box& other) const {
    return low[0] < other.high[0] && other.low[0] < high[0] && low[1] < other.high[1] &&
           other.low[1] < high[1];
  }

  void include(const Box& other) {
    for (int axis = 0; axis < 2; ++axis) {
      low[axis] = std::min(low[axis], other.low[axis]);
      high[axis] = std::max(high[axis], other.high[axis]);
    }
  }
};

template <typename Component>
Box box_of(const Component& component) {
  constexpr double kDeviations = 6;
  const auto& [at, from_x1, mixed, from_x2, log_weight, label] = component;
  const double slope = mixed / from_x1;
  const double reach[] = {kDeviations / from_x1,
                          kDeviations * std::sqrt(1 + slope * slope) / from_x2};
  return {{at[0] - reach[0], at[1] - reach[1]}, {at[0] + reach[0], at[1] + reach[1]}};
}

// The box around all components that meet one of another class; an empty one if none does.
template <typename Components>
Box contested(const Components& components) {
  Box area = {{1, 1}, {-1, -1}};
  bool is_empty = true;
  for (const auto& one : components) {
    const Box box = box_of(one);
    const auto meets = [&](const auto& other) {
      return other.label != one.label && box.meets(box_of(other));
    };
    if (!std::any_of(components.begin(), components.end(), meets)) continue;
    if (is_empty) area = box;
    area.include(box);
    is_empty = false;
  }
  return area;
}

}  // namespace

BayesClassifier::BayesClassifier(std::string_view name, const DatasetOptions& options,
                                 std::uint32_t random_state) {
  constexpr double kLeastNoise = 1e-5;
  constexpr double kMostNoise = 1e5;
  const auto source = value_of<Source>("dataset", kSources, name);
  require_noise(options.noise);
  if (source == Source::kClassification) {
    add_clusters(options, random_state);
    return;
  }
  is_xor_ = source == Source::kXor;
  const bool is_blobs = source == Source::kBlobs;
  if (is_blobs || source == Source::kSpirals) n_classes_ = options.n_classes;
  if (is_blobs && options.centers) n_classes_ = options.centers->size();
  const double noise = std::clamp(options.noise.value_or(0), kLeastNoise, kMostNoise);
  const double length = length_of(source, options.turns);
  const std::size_t n = is_blobs ? 1 : nodes_for(length / noise);
  const bool has_ends = !is_blobs && source != Source::kCircles;
  const Dataset nodes = nodes_of(name, source, options, n, n_classes_);
  const auto intervals = static_cast<double>((has_ends ? n - 1 : n) * n_classes_);
  for (std::size_t i = 0; i < nodes.n_samples(); ++i) {
    const double weight = has_ends ? weight_of_node(i % n, n) : 1;
    add({nodes.X(0, i), nodes.X(1, i)}, 1 / noise, 0, 1 / noise, weight / intervals, nodes.y(0, i));
  }
}

void BayesClassifier::add_clusters(const DatasetOptions& options, std::uint32_t random_state) {
  std::vector<Cluster> clusters;
  (void)draw_classification(options, random_state, clusters);
  n_classes_ = options.n_classes;
  flip_y_ = options.noise.value_or(0);
  for (const auto& [a, at, label] : clusters) {
    const double variance = a[0][0] * a[0][0] + a[1][0] * a[1][0];
    const double covariance = a[0][0] * a[0][1] + a[1][0] * a[1][1];
    const double determinant = std::abs(a[0][0] * a[1][1] - a[0][1] * a[1][0]);
    const double deviation = std::sqrt(variance);
    const double from_x2 = deviation / determinant;
    add(at, 1 / deviation, -covariance / variance * from_x2, from_x2,
        1 / static_cast<double>(clusters.size()), static_cast<double>(label));
  }
}

void BayesClassifier::add(const double (&at)[2], double from_x1, double mixed, double from_x2,
                          double share, double label) {
  constexpr double kFarthest = 1e6;
  components_.push_back(
      {{std::clamp(at[0], -kFarthest, kFarthest), std::clamp(at[1], -kFarthest, kFarthest)},
       from_x1,
       mixed,
       from_x2,
       kernels::log(share * from_x1 * from_x2),
       static_cast<std::size_t>(label)});
}

// The mixture's density, but for 1 / 2π; scratch becomes the classes' shares of it, then what it is
// computed with.
double BayesClassifier::density_at(double x1, double x2, double* scratch) const {
  constexpr double kFarthest = 1e300;  // so that no difference of two is NaN
  constexpr double kNothing = 40;      // e^-40 is lost beside 1
  double* shares = scratch;
  double* exponents = scratch + n_classes_;
  double nearest = kFarthest;
  for (const auto& [at, from_x1, mixed, from_x2, log_weight, label] : components_) {
    const double z1 = from_x1 * (x1 - at[0]);
    const double z2 = mixed * (x1 - at[0]) + from_x2 * (x2 - at[1]);
    *exponents = std::min(kFarthest, (z1 * z1 + z2 * z2) / 2 - log_weight);
    nearest = std::min(nearest, *exponents++);
  }
  exponents = scratch + n_classes_;
  std::fill(shares, exponents, 0.0);
  double sum = 0;
  for (const Component& component : components_) {
    const double distance = *exponents++ - nearest;
    if (distance > kNothing) continue;
    const double part = kernels::exp(-distance);
    shares[component.label] += part;
    sum += part;
  }
  for (std::size_t k = 0; k < n_classes_; ++k) shares[k] /= sum;
  return sum * kernels::exp(std::max(-nearest, kernels::kLeastExponent));
}

void BayesClassifier::classify(double x1, double x2, double* scratch, double* to,
                               std::size_t stride) const {
  density_at(x1, x2, scratch);
  if (is_xor_) {
    const double positive = scratch[1];
    density_at(x2, 0, scratch);
    const double one = positive * scratch[0] + (1 - positive) * scratch[1];
    scratch[0] = 1 - one;
    scratch[1] = one;
  }
  for (std::size_t k = 0; k < n_classes_; ++k) {
    to[k * stride] = (1 - flip_y_) * scratch[k] + flip_y_ / static_cast<double>(n_classes_);
  }
}

Matrix BayesClassifier::probabilities(const Matrix& X) const {
  require_samples(X, "X", 2);
  require_finite(X, "X");
  const std::size_t n = columns(X);
  Matrix found = empty_matrix(n_classes_, n);
  std::vector<double> scratch(n_classes_ + components_.size());
  for (std::size_t i = 0; i < n; ++i) {
    classify(X(0, i), X(1, i), scratch.data(), found.data() + i, n);
  }
  return found;
}

Matrix BayesClassifier::grid(const Bounds& bounds, std::size_t resolution) const {
  const Matrix sides = grid_sides(bounds, resolution);
  Matrix found = empty_matrix(n_classes_ * resolution, resolution);
  std::vector<double> scratch(n_classes_ + components_.size());
  for (std::size_t i = 0; i < resolution; ++i) {
    for (std::size_t j = 0; j < resolution; ++j) {
      classify(sides(0, j), sides(1, i), scratch.data(), &found(i, j), resolution * resolution);
    }
  }
  return found;
}

double BayesClassifier::accuracy() const {
  // Of Fibonacci's lattices the largest that these allow: evenly spread, and along no line that
  // classes could meet at.
  constexpr double kMostExponents = 4e7;
  constexpr std::size_t kMostPoints = 121393;
  const Box area = contested(components_);
  std::size_t n = 1;
  std::size_t step = 1;
  while (n < kMostPoints && static_cast<double>(n * components_.size()) < kMostExponents) {
    n += std::exchange(step, n);
  }
  std::vector<double> scratch(n_classes_ + components_.size());
  const double width = (area.high[0] - area.low[0]) / static_cast<double>(n);
  const double height = (area.high[1] - area.low[1]) / static_cast<double>(n);
  double lost = 0;
  for (std::size_t i = 0, j = 0; area.low[0] < area.high[0] && i < n; ++i) {
    const double density =
        density_at(area.low[0] + (static_cast<double>(i) + 0.5) * width,
                   area.low[1] + (static_cast<double>(j) + 0.5) * height, scratch.data());
    lost += density * (1 - *std::max_element(&scratch[0], &scratch[n_classes_]));
    j += step;
    if (j >= n) j -= n;
  }
  double best = 1 - lost * width * height * static_cast<double>(n) / kTwoPi;
  // Of xor, so many have a coordinate whose sign is right; right are those with both, or neither.
  if (is_xor_) best = best * best + (1 - best) * (1 - best);
  return (1 - flip_y_) * best + flip_y_ / static_cast<double>(n_classes_);
}

}  // namespace moonlab
