#include "moonlab/gradient_shares.hpp"

#include "moonlab/trace.hpp"

namespace moonlab {

void require_parameter(const Network& network, const ParameterPlace& place) {
  require_consistent(network);
  const std::vector<Layer>& layers = network.layers();
  require(place.layer < layers.size(), "layer", place.layer, {"0 to ", layers.size() - 1});
  const Layer& layer = layers[place.layer];
  require(place.neuron < layer.n_neurons(), "neuron", place.neuron,
          {"0 to ", layer.n_neurons() - 1});
  require(!place.input || *place.input < layer.n_inputs(), "input", place.input.value_or(0),
          {"0 to ", layer.n_inputs() - 1});
}

std::vector<double> gradient_shares(const Network& network, const Dataset& data, Rule rule,
                                    Loss loss, const ParameterPlace& place) {
  require_parameter(network, place);
  require_rule(rule, network);
  const std::vector<LayerTrace> layers = trace(network, data, loss);
  const std::size_t n = data.n_samples();
  std::vector<double> shares(n);
  if (rule == Rule::kSimplified) {
    const Matrix& p = layers.back().output;
    const double divisor = loss_divisor(loss, rows(p), n);
    for (std::size_t s = 0; s < n; ++s) shares[s] = (p(0, s) - data.y(0, s)) / divisor;
  } else {
    const Matrix& delta = layers[place.layer].delta;
    for (std::size_t s = 0; s < n; ++s) shares[s] = delta(place.neuron, s);
  }
  if (!place.input) return shares;
  const Matrix& inputs = place.layer == 0 ? data.X : layers[place.layer - 1].output;
  for (std::size_t s = 0; s < n; ++s) shares[s] *= inputs(*place.input, s);
  return shares;
}

}  // namespace moonlab
