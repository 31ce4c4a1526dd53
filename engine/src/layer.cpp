#include "moonlab/layer.hpp"

#include <string>

#include "moonlab/network.hpp"

namespace moonlab {

Layer::Layer(std::size_t n_inputs, std::size_t n_neurons, Activation layer_activation)
    : weights(xt::zeros<double>({n_neurons, n_inputs})),
      biases(xt::zeros<double>({n_neurons, std::size_t{1}})),
      activation(layer_activation) {
  require(n_inputs >= 1, "n_inputs", std::to_string(n_inputs), "1 or more");
  require(n_neurons >= 1, "n_neurons", std::to_string(n_neurons), "1 or more");
}

void Layer::initialize(RandomState& random_state, double scale) {
  for (double& weight : weights) weight = random_state.randn() * scale;
  biases.fill(0.0);
}

Matrix Layer::forward(const Matrix& inputs) const {
  Network network({n_inputs(), n_neurons()}, {activation});
  network.layers().front() = *this;
  return network.forward(inputs);
}

}  // namespace moonlab
