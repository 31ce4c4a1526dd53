#pragma once

#include <cstddef>
#include <vector>

#include "moonlab/decision_grid.hpp"
#include "moonlab/features.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// Where a neuron is: in layer 0, the inputs, or in layer i, which is Network::layers()[i - 1].
struct NeuronPlace {
  std::size_t layer;
  std::size_t neuron;
};

/// What neurons give over the plane, at the points of decision_grid(), in one forward pass that
/// goes no further than the last of their layers.
/// @param neurons one or more
/// @returns (n_neurons · resolution, resolution): a grid for each neuron, one below the other
/// @throws std::invalid_argument as decision_grid(), and for a neuron that the network does not
/// have
[[nodiscard]] Matrix neuron_maps(const Network& network, const std::vector<NeuronPlace>& neurons,
                                 const Bounds& bounds, std::size_t resolution,
                                 const FeatureMap& map = {});

/// The same of every input, and then of every neuron, layer by layer; each number rounded as soon
/// as it is computed: for pictures that are drawn again and again, where memory takes most of the
/// time.
[[nodiscard]] SingleMatrix all_neuron_maps(const Network& network, const Bounds& bounds,
                                           std::size_t resolution, const FeatureMap& map = {});

}  // namespace moonlab
