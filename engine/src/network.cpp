#include "moonlab/network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "moonlab/workspace.hpp"
#include "names.hpp"
#include "pair.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Init>, 3> kInits = {{
    {"small", Init::kSmall},
    {"xavier", Init::kXavier},
    {"he", Init::kHe},
}};

constexpr double kSmallScale = 0.01;

double scale_of(Init init, const Layer& layer) {
  const auto n_inputs = static_cast<double>(layer.n_inputs());
  const auto n_neurons = static_cast<double>(layer.n_neurons());
  switch (init) {
    case Init::kXavier:
      return std::sqrt(2.0 / (n_inputs + n_neurons));
    case Init::kHe:
      return std::sqrt(2.0 / n_inputs);
    case Init::kSmall:
      break;
  }
  return kSmallScale;
}

// 0 · x is 0 for a finite x, and NaN, which stays in a sum, for any other.
bool all_finite(const Matrix& matrix) {
  const double* values = matrix.data();
  const std::size_t n = matrix.size();
  kernels::Pair sums = {};
  for (std::size_t i = 0; i + 2 <= n; i += 2) sums += 0.0 * kernels::load(values + i);
  return kernels::sum(sums) == 0 && std::isfinite(values[n - 1]);
}

}  // namespace

Init init_from_name(std::string_view name) { return value_of("init", kInits, name); }

Network::Network(const std::vector<std::size_t>& layer_sizes,
                 const std::vector<Activation>& activations) {
  require(layer_sizes.size() >= 2, "layer_sizes", std::to_string(layer_sizes.size()) + " sizes",
          "inputs, hidden layers and outputs: 2 sizes or more");
  require(activations.size() + 1 == layer_sizes.size(), "activations",
          std::to_string(activations.size()) + " for " + std::to_string(layer_sizes.size() - 1) +
              " layers",
          "one a layer");
  layers_.reserve(activations.size());
  for (std::size_t i = 0; i < activations.size(); ++i) {
    layers_.emplace_back(layer_sizes[i], layer_sizes[i + 1], activations[i]);
  }
}

std::size_t Network::n_parameters() const {
  std::size_t n = 0;
  for (const Layer& layer : layers_) n += layer.n_parameters();
  return n;
}

void Network::initialize(Init init, RandomState& random_state) {
  for (Layer& layer : layers_) layer.initialize(random_state, scale_of(init, layer));
}

void Network::initialize(double scale, RandomState& random_state) {
  for (Layer& layer : layers_) layer.initialize(random_state, scale);
}

Matrix Network::forward(const Matrix& X) const {
  require_features(*this, X);
  Workspace workspace(*this);
  Matrix outputs = Matrix::from_shape({n_outputs(), columns(X)});
  for (std::size_t start = 0; start < columns(X); start += kBlockSamples) {
    const std::size_t n = std::min(kBlockSamples, columns(X) - start);
    workspace.load(X, start, n);
    workspace.forward(*this, n);
    for (std::size_t r = 0; r < n_outputs(); ++r) {
      std::copy_n(&workspace.outputs()(r, 0), n, &outputs(r, start));
    }
  }
  return outputs;
}

std::vector<double> Network::parameters() const {
  std::vector<double> values;
  values.reserve(n_parameters());
  for (const Layer& layer : layers_) {
    values.insert(values.end(), layer.weights.begin(), layer.weights.end());
    values.insert(values.end(), layer.biases.begin(), layer.biases.end());
  }
  return values;
}

void Network::set_parameters(const std::vector<double>& values) {
  require(values.size() == n_parameters(), "parameters", std::to_string(values.size()) + " values",
          std::to_string(n_parameters()));
  const double* from = values.data();
  for (Layer& layer : layers_) {
    for (Matrix* matrix : {&layer.weights, &layer.biases}) {
      std::copy_n(from, matrix->size(), matrix->begin());
      from += matrix->size();
    }
  }
}

bool Network::is_finite() const {
  return std::all_of(layers_.begin(), layers_.end(), [](const Layer& layer) {
    return all_finite(layer.weights) && all_finite(layer.biases);
  });
}

std::string Network::describe() const {
  std::string text = "Neural Network Architecture:";
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const Layer& layer = layers_[i];
    text += "\n  Layer " + std::to_string(i + 1) + ": " + std::to_string(layer.n_inputs()) + " → " +
            std::to_string(layer.n_neurons()) + " (" + std::string(name_of(layer.activation)) + ")";
  }
  return text;
}

void require_features(const Network& network, const Matrix& X) {
  require(rows(X) == network.n_inputs(), "X", "shape " + shape_text(X),
          "(" + std::to_string(network.n_inputs()) + ", n_samples)");
}

}  // namespace moonlab
