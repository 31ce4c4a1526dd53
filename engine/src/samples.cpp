#include "samples.hpp"

#include <cmath>

namespace moonlab {

void require_count(std::size_t n_samples) {
  require(n_samples >= 1 && n_samples <= kMaxSamples, "n_samples", n_samples,
          {"1 to ", kMaxSamples});
}

void require_deviation(double value, const Text& name) {
  require(std::isfinite(value) && value >= 0, name, value,
          "a finite standard deviation of 0 or more");
}

void require_noise(const std::optional<double>& noise) {
  if (noise) require_deviation(*noise, "noise");
}

Dataset empty_dataset(std::size_t n_samples) {
  return {empty_matrix(2, n_samples), empty_matrix(1, n_samples)};
}

void set_sample(Dataset& dataset, std::size_t index, double x1, double x2, double label) {
  dataset.X(0, index) = x1;
  dataset.X(1, index) = x2;
  dataset.y(0, index) = label;
}

std::size_t group_size(std::size_t n, std::size_t n_groups, std::size_t group) {
  return n / n_groups + (group < n % n_groups ? 1 : 0);
}

void shuffle_samples(Dataset& dataset, RandomState& random_state) {
  dataset = take(dataset, random_state.permutation(dataset.n_samples()));
}

// NumPy fills (n_samples, 2) row by row: both features of a sample, then the next sample's.
void add_noise(Dataset& dataset, double deviation, RandomState& random_state) {
  for (std::size_t i = 0; i < dataset.n_samples(); ++i) {
    dataset.X(0, i) += random_state.normal(0.0, deviation);
    dataset.X(1, i) += random_state.normal(0.0, deviation);
  }
}

}  // namespace moonlab
