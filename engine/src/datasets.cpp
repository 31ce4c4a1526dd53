#include "moonlab/datasets.hpp"

#include <algorithm>
#include <cmath>

#include "circle.hpp"
#include "classification.hpp"
#include "elementary.hpp"
#include "linspace.hpp"
#include "names.hpp"
#include "samples.hpp"

namespace moonlab {
namespace {

constexpr double kPi = 3.141592653589793;

constexpr Named kMakers[] = {
    {"moons", Maker::kMoons}, {"circles", Maker::kCircles},
    {"blobs", Maker::kBlobs}, {"classification", Maker::kClassification},
    {"xor", Maker::kXor},     {"spirals", Maker::kSpirals},
    {"plane", Maker::kPlane}, {"hills", Maker::kHills},
};

void require_classes(std::size_t n_classes) {
  require(n_classes >= 2 && n_classes <= kMaxClasses, "n_classes", n_classes,
          {"2 to ", kMaxClasses});
}

void require_centers(const Positions& centers) {
  require(!centers.empty(), "centers", "none", "one or more");
  for (const auto& [x1, x2] : centers) {
    require(std::isfinite(x1) && std::isfinite(x2), "centers", {"(", x1, ", ", x2, ")"},
            "finite positions");
  }
}

// X = random_state.uniform(-1, 1, (n_samples, 2)).T, which NumPy fills sample by sample.
Dataset square(std::size_t n_samples, const std::optional<double>& noise,
               RandomState& random_state) {
  require_count(n_samples);
  require_noise(noise);
  Dataset dataset = empty_dataset(n_samples);
  for (std::size_t i = 0; i < n_samples; ++i) {
    dataset.X(0, i) = random_state.uniform(-1, 1);
    dataset.X(1, i) = random_state.uniform(-1, 1);
  }
  return dataset;
}

// What is done with curves: shuffle first, then add the noise.
void finish(Dataset& dataset, const std::optional<double>& noise, std::uint32_t seed,
            bool shuffle) {
  RandomState random_state(seed);
  if (shuffle) shuffle_samples(dataset, random_state);
  if (noise) add_noise(dataset, *noise, random_state);
}

// NumPy's sign.
double sign_of(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

// A normal curve of height 1 about (a, b), standard deviation 0.25.
double hill(double x1, double x2, double a, double b) {
  return kernels::exp(-((x1 - a) * (x1 - a) + (x2 - b) * (x2 - b)) / (2 * 0.25 * 0.25));
}

double hills_at(double x1, double x2) {
  return hill(x1, x2, .5, .5) + hill(x1, x2, -.5, -.5) - hill(x1, x2, -.5, .5) -
         hill(x1, x2, .5, -.5);
}

double plane_at(double x1, double x2) { return (x1 + x2) / 2; }

// Points of the square and a function's values there.
Dataset values_of(double (*function)(double, double), std::size_t n_samples,
                  std::optional<double> noise, std::uint32_t seed) {
  RandomState stream(seed);
  Dataset dataset = square(n_samples, noise, stream);
  for (std::size_t i = 0; i < n_samples; ++i) {
    dataset.y(0, i) = function(dataset.X(0, i), dataset.X(1, i));
    if (noise) dataset.y(0, i) += stream.normal(0.0, *noise);
  }
  return dataset;
}

}  // namespace

Dataset make_moons(std::size_t n_samples, std::optional<double> noise, std::uint32_t random_state,
                   bool shuffle) {
  require_count(n_samples);
  require_noise(noise);
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
  finish(dataset, noise, random_state, shuffle);
  return dataset;
}

Dataset make_circles(std::size_t n_samples, std::optional<double> noise, double factor,
                     std::uint32_t random_state, bool shuffle) {
  require_count(n_samples);
  require_noise(noise);
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
  finish(dataset, noise, random_state, shuffle);
  return dataset;
}

Dataset make_blobs(std::size_t n_samples, const Positions& centers, double cluster_std,
                   std::uint32_t random_state, bool shuffle) {
  require_count(n_samples);
  require_centers(centers);
  require_deviation(cluster_std, "cluster_std");
  RandomState stream(random_state);
  Dataset dataset = empty_dataset(n_samples);
  std::size_t i = 0;
  for (std::size_t label = 0; label < centers.size(); ++label) {
    const std::size_t end = i + group_size(n_samples, centers.size(), label);
    for (; i < end; ++i) {
      const double x1 = stream.normal(centers[label][0], cluster_std);
      const double x2 = stream.normal(centers[label][1], cluster_std);
      set_sample(dataset, i, x1, x2, static_cast<double>(label));
    }
  }
  if (shuffle) shuffle_samples(dataset, stream);
  return dataset;
}

Positions blob_centers(std::size_t n_classes) {
  require_classes(n_classes);
  Positions centers(n_classes);
  for (std::size_t k = 0; k < n_classes; ++k) {
    const double turn = 2 * kPi * static_cast<double>(k) / static_cast<double>(n_classes);
    const auto [x1, x2] = circle_point(5 * kPi / 4 + turn);
    centers[k] = {std::sqrt(2.0) * x1, std::sqrt(2.0) * x2};
  }
  if (n_classes == 2) {
    // The formula's are beside them by the last bit.
    centers[0] = {-1, -1};
    centers[1] = {1, 1};
  }
  return centers;
}

Dataset make_xor(std::size_t n_samples, std::optional<double> noise, std::uint32_t random_state) {
  RandomState stream(random_state);
  Dataset dataset = square(n_samples, noise, stream);
  for (std::size_t i = 0; i < n_samples; ++i) {
    const double x1 = dataset.X(0, i);
    const double x2 = dataset.X(1, i);
    set_sample(dataset, i, x1 + kXorGap * sign_of(x1), x2 + kXorGap * sign_of(x2),
               sign_of(x1) != sign_of(x2));
  }
  if (noise) add_noise(dataset, *noise, stream);
  return dataset;
}

Dataset make_spirals(std::size_t n_samples, std::size_t n_classes, double turns,
                     std::optional<double> noise, std::uint32_t random_state, bool shuffle) {
  constexpr double kMaxTurns = 1000;
  require_count(n_samples);
  require_classes(n_classes);
  require(turns >= 0 && turns <= kMaxTurns, "turns", turns, {"0 to ", kMaxTurns});
  require_noise(noise);
  Dataset dataset = empty_dataset(n_samples);
  std::size_t i = 0;
  for (std::size_t label = 0; label < n_classes; ++label) {
    const auto k = static_cast<double>(label);
    const double start = k / static_cast<double>(n_classes);
    for (const double t : linspace(0, 1, group_size(n_samples, n_classes, label))) {
      const auto [x, y] = circle_point(2 * kPi * (turns * t + start));
      set_sample(dataset, i++, t * x, t * y, k);
    }
  }
  finish(dataset, noise, random_state, shuffle);
  return dataset;
}

Dataset make_plane(std::size_t n_samples, std::optional<double> noise, std::uint32_t random_state) {
  return values_of(plane_at, n_samples, noise, random_state);
}

Dataset make_hills(std::size_t n_samples, std::optional<double> noise, std::uint32_t random_state) {
  return values_of(hills_at, n_samples, noise, random_state);
}

Maker maker_of(std::string_view name) { return value_of<Maker>("dataset", kMakers, name); }

Dataset make_dataset(std::string_view name, const DatasetOptions& options,
                     std::uint32_t random_state) {
  const auto& [n_samples, noise, n_classes, factor, turns, class_sep, n_clusters, centers,
               shuffle] = options;
  switch (maker_of(name)) {
    case Maker::kMoons:
      return make_moons(n_samples, noise, random_state, shuffle);
    case Maker::kCircles:
      return make_circles(n_samples, noise, factor, random_state, shuffle);
    case Maker::kBlobs: {
      const Positions even = centers ? Positions() : blob_centers(n_classes);
      return make_blobs(n_samples, centers ? *centers : even, noise.value_or(0), random_state,
                        shuffle);
    }
    case Maker::kClassification: {
      Clusters clusters{};
      return draw_classification(options, random_state, clusters);
    }
    case Maker::kXor:
      return make_xor(n_samples, noise, random_state);
    case Maker::kSpirals:
      return make_spirals(n_samples, n_classes, turns, noise, random_state, shuffle);
    case Maker::kPlane:
      return make_plane(n_samples, noise, random_state);
    case Maker::kHills:
      break;
  }
  return make_hills(n_samples, noise, random_state);
}

}  // namespace moonlab
