#include "moonlab/network.hpp"

#include <algorithm>
#include <cmath>

#include "names.hpp"
#include "workspace.hpp"

namespace moonlab {
namespace {

constexpr Named kInits[] = {
    {"small", Init::kSmall},
    {"xavier", Init::kXavier},
    {"he", Init::kHe},
};

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

void require_layers(const std::vector<Layer>& layers) {
  require(!layers.empty(), "network", "no layers", "one that was not moved from");
}

}  // namespace

Init init_from_name(std::string_view name) { return value_of<Init>("init", kInits, name); }

Network::Network(const std::vector<std::size_t>& layer_sizes,
                 const std::vector<Activation>& activations) {
  require(layer_sizes.size() >= 2, "layer_sizes", {layer_sizes.size(), " sizes"},
          "inputs, hidden layers and outputs: 2 sizes or more");
  require(activations.size() + 1 == layer_sizes.size(), "activations",
          {activations.size(), " for ", layer_sizes.size() - 1, " layers"}, "one a layer");
  layers_.reserve(activations.size());
  for (std::size_t i = 0; i < activations.size(); ++i) {
    layers_.emplace_back(layer_sizes[i], layer_sizes[i + 1], activations[i]);
  }
  require_consistent(*this);
}

std::size_t Network::n_inputs() const {
  require_layers(layers_);
  return layers_.front().n_inputs();
}

std::size_t Network::n_outputs() const {
  require_layers(layers_);
  return layers_.back().n_neurons();
}

std::size_t Network::n_parameters() const {
  std::size_t n = 0;
  for (const Layer& layer : layers_) n += layer.n_parameters();
  return n;
}

void Network::initialize(Init init, RandomState& random_state) {
  require_named("init", kInits, init);
  require_consistent(*this);
  for (Layer& layer : layers_) layer.initialize(random_state, scale_of(init, layer));
}

void Network::initialize(double scale, RandomState& random_state) {
  require_consistent(*this);
  for (Layer& layer : layers_) layer.initialize(random_state, scale);
}

Matrix Network::forward(const Matrix& X) const {
  require_consistent(*this);
  require_samples(X, "X", n_inputs());
  return moonlab::forward(Layers(*this), X);
}

std::vector<double> Network::parameters() const {
  require_consistent(*this);
  std::vector<double> values;
  values.reserve(n_parameters());
  for (const Layer& layer : layers_) {
    values.insert(values.end(), layer.weights.begin(), layer.weights.end());
    values.insert(values.end(), layer.biases.begin(), layer.biases.end());
  }
  return values;
}

void Network::set_parameters(const std::vector<double>& values) {
  require_consistent(*this);
  require(values.size() == n_parameters(), "parameters", {values.size(), " values"},
          n_parameters());
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

void require_consistent(const Network& network) {
  const std::vector<Layer>& layers = network.layers();
  require_layers(layers);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    require_consistent(layers[i], {"layer ", i + 1});
    require(i == 0 || layers[i].n_inputs() == layers[i - 1].n_neurons(), {"layer ", i + 1},
            {layers[i].n_inputs(), " inputs"},
            {layers[i > 0 ? i - 1 : 0].n_neurons(), ", as the layer before has neurons"});
    require(layers[i].activation != Activation::kSoftmax || i + 1 == layers.size(),
            {"layer ", i + 1}, "softmax", "softmax in the last layer only");
  }
}

}  // namespace moonlab
