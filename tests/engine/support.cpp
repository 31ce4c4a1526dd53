#include "support.hpp"

#include <algorithm>

#include "xtensor.hpp"

namespace moonlab::testing {

double largest_difference(const Matrix& a, const Matrix& b) { return xt::amax(xt::abs(a - b))(); }

Matrix row_of(const std::vector<double>& values) {
  Matrix matrix = Matrix::from_shape({1, values.size()});
  std::copy(values.begin(), values.end(), matrix.begin());
  return matrix;
}

Matrix column_of(const std::vector<double>& values) {
  Matrix matrix = Matrix::from_shape({values.size(), 1});
  std::copy(values.begin(), values.end(), matrix.begin());
  return matrix;
}

Matrix random_matrix(std::size_t n_rows, std::size_t n_columns, std::uint32_t seed) {
  RandomState stream(seed);
  Matrix matrix = Matrix::from_shape({n_rows, n_columns});
  for (double& value : matrix) value = stream.randn();
  return matrix;
}

Network random_network(const std::vector<std::size_t>& layer_sizes,
                       const std::vector<Activation>& activations, std::uint32_t seed) {
  RandomState stream(seed);
  Network network(layer_sizes, activations);
  network.initialize(Init::kHe, stream);
  for (Layer& layer : network.layers()) {
    for (double& bias : layer.biases) bias = stream.normal(0, 0.1);
  }
  return network;
}

Network small_network() {
  return random_network({2, 3, 1}, {Activation::kTanh, Activation::kSigmoid}, 1);
}

Dataset random_dataset(std::size_t n_features, std::size_t n_outputs, std::size_t n_samples,
                       std::uint32_t seed) {
  const Matrix y = random_matrix(n_outputs, n_samples, seed + 1);
  return {random_matrix(n_features, n_samples, seed), xt::cast<double>(y > 0)};
}

std::string text_of(const Ending& ending) {
  return std::string(name_of(ending.activation)) + " of " + std::to_string(ending.n_outputs) +
         " under loss " + std::to_string(static_cast<int>(ending.loss));
}

Dataset random_dataset(std::size_t n_features, const Ending& ending, std::size_t n_samples,
                       std::uint32_t seed) {
  const bool one_hot =
      ending.activation == Activation::kSoftmax || ending.loss == Loss::kCategoricalCrossEntropy;
  Dataset data = random_dataset(n_features, ending.n_outputs, n_samples, seed);
  if (one_hot) {
    RandomState stream(seed + 1);
    data.y.fill(0.0);
    for (std::size_t s = 0; s < n_samples; ++s) {
      const double place = stream.uniform(0, static_cast<double>(ending.n_outputs));
      data.y(static_cast<std::size_t>(place), s) = 1;
    }
  } else if (ending.activation != Activation::kSigmoid) {
    data.y = random_matrix(ending.n_outputs, n_samples, seed + 1);
  }
  return data;
}

NotebookData notebook_data() {
  const Dataset data = make_moons(300, 0.2, 42);
  const Split split = train_test_split(300, 0.2, 42);
  return {take(data, split.train), take(data, split.test)};
}

Network notebook_network(Activation activation, Init init) {
  Network network({2, 8, 8, 1}, {activation, activation, Activation::kSigmoid});
  RandomState stream(42);
  network.initialize(init, stream);
  return network;
}

double largest_difference(const Gradient& a, const Gradient& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max({largest, largest_difference(a[i].weights, b[i].weights),
                        largest_difference(a[i].biases, b[i].biases)});
  }
  return largest;
}

}  // namespace moonlab::testing
