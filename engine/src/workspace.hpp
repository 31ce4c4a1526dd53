#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/network.hpp"

namespace moonlab {

/// Samples are passed through the network in blocks of this many, so that a block's activations
/// stay in the cache whatever the size of the data. A multiple of the kernels' tile.
constexpr std::size_t kBlockSamples = 256;

/// Layers one after the other, wherever they lie: a network's, or one by itself.
struct Layers {
  explicit Layers(const Network& network)
      : first(network.layers().data()), count(network.layers().size()) {}
  explicit Layers(const Layer& layer) : first(&layer), count(1) {}

  const Layer* begin() const { return first; }
  const Layer* end() const { return first + count; }
  const Layer& operator[](std::size_t index) const { return first[index]; }
  std::size_t n_outputs() const { return first[count - 1].n_neurons(); }

  const Layer* first;
  std::size_t count;  ///< 1 or more
};

/// Buffers for one block of samples on its way forward and back.
///
/// Sizes depend on the layers alone, so the same workspace serves training, test set and grid, full
/// and mini batches. Up to a tile's end, the columns after a block's last sample are padding: the
/// kernels compute on them, and what comes out is not used.
class Workspace {
 public:
  explicit Workspace(Layers layers);

  /// Activations before layer `index` (0 is the inputs), (n, at least kBlockSamples).
  Matrix& activations(std::size_t index) { return activations_[index]; }
  Matrix& inputs() { return activations_.front(); }
  Matrix& outputs() { return activations_.back(); }

  /// What the outputs should be, (n_outputs, at least kBlockSamples).
  const Matrix& labels() const { return labels_; }

  /// dL/dz of layer `index`, (n_neurons, at least kBlockSamples).
  Matrix& deltas(std::size_t index) { return deltas_[index]; }

  /// Copies samples first … first + n_samples - 1 of X into inputs().
  void load(const Matrix& X, std::size_t first, std::size_t n_samples);

  /// The same, and the labels into labels().
  /// @param batch which of the data's samples are number 0, 1, …, or nullptr for their own order
  void load(const Dataset& data, const std::int32_t* batch, std::size_t first,
            std::size_t n_samples);

  /// Runs the block in inputs() through all layers.
  /// @param n_samples 1 … kBlockSamples
  void forward(Layers layers, std::size_t n_samples);

 private:
  std::vector<Matrix> activations_;
  std::vector<Matrix> deltas_;
  Matrix labels_;
  std::vector<double> panel_;
};

/// Runs all samples of X through the layers, block by block.
/// @param outputs output k of sample s goes to outputs[k · stride + s]
void forward(Layers layers, const Matrix& X, Workspace& workspace, double* outputs,
             std::size_t stride);

/// @returns (n_outputs, n_samples)
Matrix forward(Layers layers, const Matrix& X);

}  // namespace moonlab
