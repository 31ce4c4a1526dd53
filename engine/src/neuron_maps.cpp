#include "moonlab/neuron_maps.hpp"

#include <algorithm>

#include "feature_rows.hpp"
#include "grid_sides.hpp"
#include "kernels.hpp"
#include "workspace.hpp"

namespace moonlab {
namespace {

// A feature of the points of row i.
// @param diagonal the feature at (x1, x2) of each column, which is that of every row if it is of x1
void set_row(Feature feature, const Matrix& sides, const double* diagonal, std::size_t i,
             double* values) {
  const std::size_t n = columns(sides);
  switch (feature) {
    case Feature::kX1:
    case Feature::kX1Squared:
    case Feature::kSineX1:
      kernels::copy(diagonal, n, values);
      return;
    case Feature::kProduct:
      for (std::size_t j = 0; j < n; ++j) values[j] = sides(0, j) * sides(1, i);
      return;
    default:
      kernels::fill(diagonal[i], n, values);
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

// @returns the sides of the grid, scaled
// @throws std::invalid_argument as neuron_maps()
Matrix checked_sides(const Network& network, const std::vector<NeuronPlace>& neurons,
                     const Bounds& bounds, std::size_t resolution, const FeatureMap& map) {
  require_inputs(network, map);
  require_neurons(network, neurons);
  return scaled(grid_sides(bounds, resolution), map.scaler);
}

// Where the maps go: numbers of one of the two kinds.
struct Room {
  double* doubles;
  float* singles;
};

void compute_maps(const Network& network, const std::vector<NeuronPlace>& neurons,
                  const Matrix& sides, const std::vector<Feature>& features, Room maps) {
  const std::size_t resolution = columns(sides);
  const Layers layers = layers_before(network, neurons);
  Workspace workspace(layers);
  // As many rows at a time as a block has room for, in place: all points of the finest grid at once
  // would take 64 MB.
  const std::size_t most = std::max<std::size_t>(1, kBlockSamples / resolution);
  const Matrix diagonal = features_of(sides, features);
  Matrix points = empty_matrix(rows(diagonal), most * resolution);
  for (std::size_t i = 0; i < resolution; i += most) {
    const std::size_t n_rows = std::min(most, resolution - i);
    for (std::size_t r = 0; r < rows(points); ++r) {
      for (std::size_t row = 0; row < n_rows; ++row) {
        set_row(features[r], sides, &diagonal(r, 0), i + row, &points(r, row * resolution));
      }
    }
    for (std::size_t first = 0; first < n_rows * resolution; first += kBlockSamples) {
      const std::size_t n = std::min(kBlockSamples, n_rows * resolution - first);
      workspace.load(points, first, n);
      workspace.forward(layers, n);
      std::size_t at = i * resolution + first;
      for (const auto& [layer, neuron] : neurons) {
        const double* values = &workspace.activations(layer)(neuron, 0);
        if (maps.singles) {
          kernels::copy(values, n, maps.singles + at);
        } else {
          kernels::copy(values, n, maps.doubles + at);
        }
        at += resolution * resolution;
      }
    }
  }
}

}  // namespace

Matrix neuron_maps(const Network& network, const std::vector<NeuronPlace>& neurons,
                   const Bounds& bounds, std::size_t resolution, const FeatureMap& map) {
  const Matrix sides = checked_sides(network, neurons, bounds, resolution, map);
  Matrix maps = empty_matrix(neurons.size() * resolution, resolution);
  compute_maps(network, neurons, sides, map.features, {maps.data(), nullptr});
  return maps;
}

SingleMatrix all_neuron_maps(const Network& network, const Bounds& bounds, std::size_t resolution,
                             const FeatureMap& map) {
  std::vector<NeuronPlace> neurons;
  for (std::size_t layer = 0; layer <= network.layers().size(); ++layer) {
    for (std::size_t i = 0; i < size_of(network, layer); ++i) neurons.push_back({layer, i});
  }
  const Matrix sides = checked_sides(network, neurons, bounds, resolution, map);
  SingleMatrix maps = empty_single_matrix(neurons.size() * resolution, resolution);
  compute_maps(network, neurons, sides, map.features, {nullptr, maps.data()});
  return maps;
}

}  // namespace moonlab
