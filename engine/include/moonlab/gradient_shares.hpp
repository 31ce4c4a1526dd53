#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/loss.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// Where a parameter is: Network::layers()[layer].weights(neuron, input); without an input it is
/// biases(neuron, 0).
struct ParameterPlace {
  std::size_t layer;
  std::size_t neuron;
  std::optional<std::size_t> input;
};

/// What each sample adds to one parameter's gradient. The gradient of a mean loss is a sum over the
/// samples: of the parameter's ∂L/∂z, times what comes in from the neuron before, or times 1 for a
/// bias. Under the simplified rule the output's error takes the place of ∂L/∂z.
/// @param data X (n_inputs, n_samples), y (n_outputs, n_samples)
/// @returns n_samples numbers, whose sum is that of backpropagate() or simplified_gradient()
/// @throws std::invalid_argument as these, and for a parameter that the network does not have
[[nodiscard]] std::vector<double> gradient_shares(const Network& network, const Dataset& data,
                                                  Rule rule, Loss loss,
                                                  const ParameterPlace& place);

/// @throws std::invalid_argument for a parameter that the network does not have
void require_parameter(const Network& network, const ParameterPlace& place);

}  // namespace moonlab
