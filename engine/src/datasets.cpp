#include "moonlab/datasets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "circle.hpp"
#include "linspace.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr double kPi = 3.141592653589793;

enum class Maker { kMoons, kCircles, kBlobs };

constexpr Named kMakers[] = {
    {"moons", Maker::kMoons},
    {"circles", Maker::kCircles},
    {"blobs", Maker::kBlobs},
};

void require_count(std::size_t n_samples) {
  require(n_samples >= 1 && n_samples <= kMaxSamples, "n_samples", n_samples,
          {"1 to ", kMaxSamples});
}

void require_deviation(double value, std::string_view name) {
  require(std::isfinite(value) && value >= 0, name, value,
          "a finite standard deviation of 0 or more");
}

void require_centers(const std::vector<std::array<double, 2>>& centers) {
  require(!centers.empty(), "centers", "none", "one or more");
  for (const auto& [x1, x2] : centers) {
    require(std::isfinite(x1) && std::isfinite(x2), "centers", {"(", x1, ", ", x2, ")"},
            "finite positions");
  }
}

Dataset empty_dataset(std::size_t n_samples) {
  return {empty_matrix(2, n_samples), empty_matrix(1, n_samples)};
}

void set_sample(Dataset& dataset, std::size_t index, double x1, double x2, double label) {
  dataset.X(0, index) = x1;
  dataset.X(1, index) = x2;
  dataset.y(0, index) = label;
}

// matrix[:, indices]; a row after the other, which is three times as fast as xt::keep's view.
Matrix columns_at(const Matrix& matrix, const Indices& indices) {
  Matrix taken = empty_matrix(rows(matrix), indices.size());
  for (std::size_t r = 0; r < rows(matrix); ++r) {
    const double* from = matrix.data() + r * columns(matrix);
    std::transform(indices.begin(), indices.end(), taken.data() + r * indices.size(),
                   [=](std::int32_t index) { return from[index]; });
  }
  return taken;
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
  require_count(n_samples);
  if (noise) require_deviation(*noise, "noise");
  const auto outer = linspace(0, kPi, n_samples / 2);
  const auto inner = linspace(0, kPi, n_samples - outer.size());
  Dataset dataset = empty_dataset(n_samples);
  std::size_t i = 0;
  for (const double angle : outer) {
    const auto [x, y] = circle_point(angle);
    set_sample(dataset, i++, x, y, 0);
  }
  for (const double angle : inner) {
    const auto [x, y] = circle_point(angle);
    set_sample(dataset, i++, 1 - x, 1 - y - 0.5, 1);
  }
  return finished(std::move(dataset), noise, random_state, shuffle);
}

Dataset make_circles(std::size_t n_samples, std::optional<double> noise, double factor,
                     std::uint32_t random_state, bool shuffle) {
  require_count(n_samples);
  if (noise) require_deviation(*noise, "noise");
  require(factor >= 0 && factor < 1, "factor", factor, "0 or more and below 1");
  const auto outer = linspace(0, 2 * kPi, n_samples / 2, Endpoint::kLeftOut);
  const auto inner = linspace(0, 2 * kPi, n_samples - outer.size(), Endpoint::kLeftOut);
  Dataset dataset = empty_dataset(n_samples);
  std::size_t i = 0;
  for (const double angle : outer) {
    const auto [x, y] = circle_point(angle);
    set_sample(dataset, i++, x, y, 0);
  }
  for (const double angle : inner) {
    const auto [x, y] = circle_point(angle);
    set_sample(dataset, i++, x * factor, y * factor, 1);
  }
  return finished(std::move(dataset), noise, random_state, shuffle);
}

Dataset make_blobs(std::size_t n_samples, const std::vector<std::array<double, 2>>& centers,
                   double cluster_std, std::uint32_t random_state, bool shuffle) {
  require_count(n_samples);
  require_centers(centers);
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

Dataset make_dataset(std::string_view name, const DatasetOptions& options,
                     std::uint32_t random_state) {
  const auto& [n_samples, noise, factor, centers, shuffle] = options;
  switch (value_of<Maker>("dataset", kMakers, name)) {
    case Maker::kMoons:
      return make_moons(n_samples, noise, random_state, shuffle);
    case Maker::kCircles:
      return make_circles(n_samples, noise, factor, random_state, shuffle);
    case Maker::kBlobs:
      break;
  }
  return make_blobs(n_samples, centers, noise.value_or(0), random_state, shuffle);
}

Split train_test_split(std::size_t n_samples, double test_size, std::uint32_t random_state) {
  require_count(n_samples);
  require(test_size > 0 && test_size < 1, "test_size", test_size, "a share above 0 and below 1");
  const auto n_test =
      static_cast<std::size_t>(std::ceil(test_size * static_cast<double>(n_samples)));
  require(n_test >= 1 && n_test < n_samples, "test_size",
          {test_size, " puts ", n_test, " of ", n_samples, " samples in the test set"},
          "a share that leaves one sample or more in each set");
  const Indices order = RandomState(random_state).permutation(n_samples);
  const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(n_test);
  return {Indices(boundary, order.end()), Indices(order.begin(), boundary)};
}

Dataset take(const Dataset& dataset, const Indices& indices) {
  const std::size_t n = dataset.n_samples();
  require_whole(dataset.X, "X");
  require_shape(dataset.y, "y", rows(dataset.y), n);
  for (const std::int32_t index : indices) {
    if (index >= 0 && static_cast<std::size_t>(index) < n) continue;
    if (n == 0) refuse("indices", index, "none: there is no sample");
    refuse("indices", index, {"0 to ", n - 1});
  }
  return {columns_at(dataset.X, indices), columns_at(dataset.y, indices)};
}

}  // namespace moonlab
