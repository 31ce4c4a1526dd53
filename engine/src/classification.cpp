#include "classification.hpp"

#include <algorithm>
#include <cmath>

#include "samples.hpp"

// scikit-learn's _samples_generator.py, draw by draw.

namespace moonlab {
namespace {

constexpr std::size_t kCorners = 4;

// Each has a matrix of its own, which stretches it, and a corner of the square.
void draw_clusters(const std::int32_t* corners, std::size_t n_classes, double class_sep,
                   RandomState& random_state, Clusters& clusters) {
  for (std::size_t k = 0; k < clusters.n; ++k) {
    Cluster& cluster = clusters.cluster[k];
    for (auto& row : cluster.a) {
      for (double& element : row) element = 2 * random_state.random_sample() - 1;
    }
    // The corner's number in binary, a digit a coordinate.
    cluster.at[0] = corners[k] / 2 * 2 * class_sep - class_sep;
    cluster.at[1] = corners[k] % 2 * 2 * class_sep - class_sep;
    cluster.label = k % n_classes;
  }
}

// About the origin until here, one cluster after the other.
void place_clusters(Dataset& dataset, const Clusters& clusters) {
  std::size_t i = 0;
  for (std::size_t k = 0; k < clusters.n; ++k) {
    const auto& [a, at, label] = clusters.cluster[k];
    const std::size_t end = i + group_size(dataset.n_samples(), clusters.n, k);
    for (; i < end; ++i) {
      const double x1 = dataset.X(0, i);
      const double x2 = dataset.X(1, i);
      set_sample(dataset, i, x1 * a[0][0] + x2 * a[1][0] + at[0],
                 x1 * a[0][1] + x2 * a[1][1] + at[1], static_cast<double>(label));
    }
  }
}

// What decides is drawn for all samples before the first class.
void flip_labels(Matrix& y, double flip_y, std::size_t n_classes, RandomState& random_state) {
  Matrix draws = empty_matrix(1, columns(y));
  for (double& draw : draws) draw = random_state.random_sample();
  for (std::size_t i = 0; i < columns(y); ++i) {
    if (draws(0, i) < flip_y) y(0, i) = random_state.randint(static_cast<std::uint32_t>(n_classes));
  }
}

void swap_features(Dataset& dataset, Clusters& clusters) {
  std::swap_ranges(&dataset.X(0, 0), &dataset.X(1, 0), &dataset.X(1, 0));
  for (auto& [a, at, label] : clusters.cluster) {
    for (auto& row : a) std::swap(row[0], row[1]);
    std::swap(at[0], at[1]);
  }
}

}  // namespace

Dataset draw_classification(const DatasetOptions& options, std::uint32_t random_state,
                            Clusters& clusters) {
  const std::size_t n_samples = options.n_samples;
  const std::size_t n_classes = options.n_classes;
  const std::size_t n_clusters_per_class =
      options.n_clusters_per_class.value_or(n_classes == 2 ? 2 : 1);
  const double class_sep = options.class_sep;
  const double flip_y = options.noise.value_or(0);
  require_count(n_samples);
  require(n_classes >= 2 && n_classes <= kCorners, "n_classes", n_classes, {"2 to ", kCorners});
  require(n_clusters_per_class >= 1 && n_clusters_per_class <= kCorners / n_classes,
          "n_clusters_per_class", n_clusters_per_class,
          {"1 to ", kCorners / n_classes, " for ", n_classes, " classes"});
  require(std::isfinite(class_sep), "class_sep", class_sep, "a finite number");
  require(flip_y >= 0 && flip_y <= 1, "flip_y", flip_y, "a share from 0 to 1");
  RandomState stream(random_state);
  const std::size_t n_clusters = n_classes * n_clusters_per_class;
  // scikit-learn draws which corners are taken, unless all of them are.
  std::int32_t corners[kCorners] = {0, 1, 2, 3};
  if (n_clusters < kCorners) {
    const Indices drawn = stream.permutation(kCorners);
    std::copy(drawn.begin(), drawn.end(), corners);
  }
  Dataset dataset{zeros(2, n_samples), zeros(1, n_samples)};
  add_noise(dataset, 1, stream);
  clusters.n = n_clusters;
  draw_clusters(corners, n_classes, class_sep, stream, clusters);
  place_clusters(dataset, clusters);
  flip_labels(dataset.y, flip_y, n_classes, stream);
  if (!options.shuffle) return dataset;
  shuffle_samples(dataset, stream);
  // The features are shuffled, too.
  if (stream.permutation(2)[0] == 1) swap_features(dataset, clusters);
  return dataset;
}

Dataset make_classification(std::size_t n_samples, std::size_t n_classes,
                            std::size_t n_clusters_per_class, double class_sep, double flip_y,
                            std::uint32_t random_state, bool shuffle) {
  DatasetOptions options;
  options.n_samples = n_samples;
  options.n_classes = n_classes;
  options.n_clusters_per_class = n_clusters_per_class;
  options.class_sep = class_sep;
  options.noise = flip_y;
  options.shuffle = shuffle;
  Clusters clusters{};
  return draw_classification(options, random_state, clusters);
}

}  // namespace moonlab
