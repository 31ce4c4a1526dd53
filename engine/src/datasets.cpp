#include "moonlab/datasets.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "circle.hpp"

namespace moonlab {
namespace {

constexpr double kPi = 3.141592653589793;

void require_samples(std::size_t n_samples) {
  require(n_samples >= 1, "n_samples", std::to_string(n_samples), "1 or more");
}

void require_deviation(double value, std::string_view name) {
  require(std::isfinite(value) && value >= 0, name, number_text(value),
          "a finite standard deviation of 0 or more");
}

Dataset empty_dataset(std::size_t n_samples) {
  return {Matrix::from_shape({2, n_samples}), Matrix::from_shape({1, n_samples})};
}

void set_sample(Dataset& dataset, std::size_t index, double x1, double x2, double label) {
  dataset.X(0, index) = x1;
  dataset.X(1, index) = x2;
  dataset.y(0, index) = label;
}

// The i-th of n angles from 0 to `end`; as np.linspace, whose last value is `end` itself.
double angle(std::size_t i, std::size_t n, double end) {
  if (n > 1 && i == n - 1) return end;
  return n > 1 ? static_cast<double>(i) * (end / static_cast<double>(n - 1)) : 0.0;
}

// The same without the end point.
double angle_open(std::size_t i, std::size_t n, double end) {
  return static_cast<double>(i) * (end / static_cast<double>(n));
}

Dataset shuffled(const Dataset& dataset, RandomState& random_state) {
  return take(dataset, random_state.permutation(dataset.n_samples()));
}

// NumPy fills (n_samples, 2) row by row: both features of a sample, then the next sample's.
void add_noise(Dataset& dataset, double deviation, RandomState& random_state) {
  for (std::size_t i = 0; i < dataset.n_samples(); ++i) {
    dataset.X(0, i) += random_state.normal(0.0, deviation);
    dataset.X(1, i) += random_state.normal(0.0, deviation);
  }
}

// What make_moons and make_circles do with their curves: shuffle first, then add the noise.
Dataset finished(Dataset dataset, std::optional<double> noise, std::uint32_t seed, bool shuffle) {
  RandomState random_state(seed);
  if (shuffle) dataset = shuffled(dataset, random_state);
  if (noise) add_noise(dataset, *noise, random_state);
  return dataset;
}

}  // namespace

Dataset make_moons(std::size_t n_samples, std::optional<double> noise, std::uint32_t random_state,
                   bool shuffle) {
  require_samples(n_samples);
  if (noise) require_deviation(*noise, "noise");
  const std::size_t n_outer = n_samples / 2;
  const std::size_t n_inner = n_samples - n_outer;
  Dataset dataset = empty_dataset(n_samples);
  for (std::size_t i = 0; i < n_outer; ++i) {
    const auto [x, y] = circle_point(angle(i, n_outer, kPi));
    set_sample(dataset, i, x, y, 0);
  }
  for (std::size_t i = 0; i < n_inner; ++i) {
    const auto [x, y] = circle_point(angle(i, n_inner, kPi));
    set_sample(dataset, n_outer + i, 1 - x, 1 - y - 0.5, 1);
  }
  return finished(std::move(dataset), noise, random_state, shuffle);
}

Dataset make_circles(std::size_t n_samples, std::optional<double> noise, double factor,
                     std::uint32_t random_state, bool shuffle) {
  require_samples(n_samples);
  if (noise) require_deviation(*noise, "noise");
  require(factor >= 0 && factor < 1, "factor", number_text(factor), "0 or more and below 1");
  const std::size_t n_outer = n_samples / 2;
  const std::size_t n_inner = n_samples - n_outer;
  Dataset dataset = empty_dataset(n_samples);
  for (std::size_t i = 0; i < n_outer; ++i) {
    const auto [x, y] = circle_point(angle_open(i, n_outer, 2 * kPi));
    set_sample(dataset, i, x, y, 0);
  }
  for (std::size_t i = 0; i < n_inner; ++i) {
    const auto [x, y] = circle_point(angle_open(i, n_inner, 2 * kPi));
    set_sample(dataset, n_outer + i, x * factor, y * factor, 1);
  }
  return finished(std::move(dataset), noise, random_state, shuffle);
}

Dataset make_blobs(std::size_t n_samples, const std::vector<std::array<double, 2>>& centers,
                   double cluster_std, std::uint32_t random_state, bool shuffle) {
  require_samples(n_samples);
  require(!centers.empty(), "centers", "none", "one or more");
  require_deviation(cluster_std, "cluster_std");
  RandomState stream(random_state);
  Dataset dataset = empty_dataset(n_samples);
  std::size_t i = 0;
  for (std::size_t label = 0; label < centers.size(); ++label) {
    const std::size_t extra = label < n_samples % centers.size() ? 1 : 0;
    const std::size_t end = i + n_samples / centers.size() + extra;
    for (; i < end; ++i) {
      const double x1 = stream.normal(centers[label][0], cluster_std);
      const double x2 = stream.normal(centers[label][1], cluster_std);
      set_sample(dataset, i, x1, x2, static_cast<double>(label));
    }
  }
  return shuffle ? shuffled(dataset, stream) : dataset;
}

Split train_test_split(std::size_t n_samples, double test_size, std::uint32_t random_state) {
  require(test_size > 0 && test_size < 1, "test_size", number_text(test_size),
          "a share above 0 and below 1");
  const auto n_test =
      static_cast<std::size_t>(std::ceil(test_size * static_cast<double>(n_samples)));
  require(n_test >= 1 && n_test < n_samples, "test_size",
          number_text(test_size) + " puts " + std::to_string(n_test) + " of " +
              std::to_string(n_samples) + " samples in the test set",
          "a share that leaves one sample or more in each set");
  const Indices order = RandomState(random_state).permutation(n_samples);
  const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(n_test);
  return {Indices(boundary, order.end()), Indices(order.begin(), boundary)};
}

Dataset take(const Dataset& dataset, const Indices& indices) {
  Dataset taken{Matrix::from_shape({rows(dataset.X), indices.size()}),
                Matrix::from_shape({rows(dataset.y), indices.size()})};
  for (std::size_t i = 0; i < indices.size(); ++i) {
    const auto from = static_cast<std::size_t>(indices[i]);
    require(indices[i] >= 0 && from < dataset.n_samples(), "indices", std::to_string(indices[i]),
            "0 to " + std::to_string(dataset.n_samples()) + " - 1");
    for (std::size_t f = 0; f < rows(dataset.X); ++f) taken.X(f, i) = dataset.X(f, from);
    for (std::size_t f = 0; f < rows(dataset.y); ++f) taken.y(f, i) = dataset.y(f, from);
  }
  return taken;
}

}  // namespace moonlab
