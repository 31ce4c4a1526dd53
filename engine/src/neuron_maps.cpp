#include "moonlab/neuron_maps.hpp"

#include <algorithm>

#include "feature_rows.hpp"
#include "grid_sides.hpp"
#include "kernels.hpp"
#include "workspace.hpp"

namespace moonlab {
namespace {

// A feature of the points of row i. What is of x1 alone is the same in every row.
void set_row(Feature feature, const Matrix& sides, double of_x2, std::size_t i, double* values) {
  const std::size_t n = columns(sides);
  switch (feature) {
    case Feature::kX1:
    case Feature::kX1Squared:
    case Feature::kSineX1:
      return;
    case Feature::kProduct:
      for (std::size_t j = 0; j < n; ++j) values[j] = sides(0, j) * sides(1, i);
      return;
    default:
      kernels::fill(of_x2, n, values);
  }
}

std::size_t size_of(const Network& network, std::size_t layer) {
  return layer == 0 ? network.n_inputs() : network.layers()[layer - 1].n_neurons();
}

void require_neurons(const Network& network, const std::vector<NeuronPlace>& neurons) {
  require(!neurons.empty(), "neurons", "none", "one or more");
  for (const auto& [layer, neuron] : neurons) {
    require(layer <= network.layers().size(), "layer", layer, {"0 to ", network.layers().size()});
    require(neuron < size_of(network, layer), "neuron", neuron,
            {"0 to ", size_of(network, layer) - 1, " in layer ", layer});
  }
}

void require_inputs(const Network& network, const FeatureMap& map) {
  require_feature_map(map);
  require_consistent(network);
  const std::size_t n_features = map.features.size();
  require(network.n_inputs() == n_features, "network", {network.n_inputs(), " inputs"},
          {n_features, " inputs"});
}

// The layers that these neurons hang on; one at least, since no workspace is without.
Layers layers_before(const Network& network, const std::vector<NeuronPlace>& neurons) {
  Layers layers(network);
  layers.count = 1;
  for (const NeuronPlace& place : neurons) layers.count = std::max(layers.count, place.layer);
  return layers;
}

}  // namespace

Matrix neuron_maps(const Network& network, const std::vector<NeuronPlace>& neurons,
                   const Bounds& bounds, std::size_t resolution, const FeatureMap& map) {
  require_inputs(network, map);
  require_neurons(network, neurons);
  const Layers layers = layers_before(network, neurons);
  Workspace workspace(layers);
  // Row by row, in place: all points of the finest grid at once would take 64 MB.
  const Matrix sides = scaled(grid_sides(bounds, resolution), map.scaler);
  const Matrix diagonal = features_of(sides, map.features);
  Matrix points = diagonal;
  Matrix maps = empty_matrix(neurons.size() * resolution, resolution);
  for (std::size_t i = 0; i < resolution; ++i) {
    for (std::size_t r = 0; r < rows(points); ++r) {
      set_row(map.features[r], sides, diagonal(r, i), i, &points(r, 0));
    }
    for (std::size_t first = 0; first < resolution; first += kBlockSamples) {
      const std::size_t n = std::min(kBlockSamples, resolution - first);
      workspace.load(points, first, n);
      workspace.forward(layers, n);
      double* to = &maps(i, first);
      for (const auto& [layer, neuron] : neurons) {
        kernels::copy(&workspace.activations(layer)(neuron, 0), n, to);
        to += resolution * resolution;
      }
    }
  }
  return maps;
}

}  // namespace moonlab
