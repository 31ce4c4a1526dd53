#include "moonlab/layer.hpp"

#include "workspace.hpp"

namespace moonlab {
namespace {

std::size_t at_least_one(std::size_t n, std::string_view name) {
  require(n >= 1, name, n, "1 or more");
  return n;
}

}  // namespace

Layer::Layer(std::size_t n_inputs, std::size_t n_neurons, Activation layer_activation)
    : weights(zeros(at_least_one(n_neurons, "n_neurons"), at_least_one(n_inputs, "n_inputs"))),
      biases(zeros(n_neurons, 1)),
      activation(layer_activation) {}

void Layer::initialize(RandomState& random_state, double scale) {
  require_consistent(*this, "layer");
  for (double& weight : weights) weight = random_state.randn() * scale;
  biases.fill(0.0);
}

Matrix Layer::forward(const Matrix& inputs) const {
  require_consistent(*this, "layer");
  require_samples(inputs, "X", n_inputs());
  return moonlab::forward(Layers(*this), inputs);
}

void require_consistent(const Layer& layer, const Text& name) {
  const auto& [weights, biases, activation] = layer;
  const bool fits = is_whole(weights) && is_whole(biases) && layer.n_neurons() >= 1 &&
                    layer.n_inputs() >= 1 && rows(biases) == layer.n_neurons() &&
                    columns(biases) == 1;
  require(fits, name, {"weights ", shape_of(weights), ", biases ", shape_of(biases)},
          "weights (n_neurons, n_inputs) and biases (n_neurons, 1), not moved from");
  require_activation(activation);
  require(activation != Activation::kSoftmax || layer.n_neurons() >= 2, name,
          "softmax of one neuron, which is always 1", "two neurons or more");
}

}  // namespace moonlab
