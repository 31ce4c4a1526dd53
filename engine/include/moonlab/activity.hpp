#pragma once

#include <cstddef>
#include <vector>

#include "moonlab/network.hpp"

namespace moonlab {

/// What the neurons of a layer do on a data set.
struct LayerActivity {
  /// How many neurons' worth of different outputs the layer has: 1 when all say the same (up to a
  /// factor), n_neurons when all say something of their own. The exponential of the entropy of the
  /// activations' singular values (Roy & Vetterli 2007); 0 when all outputs are 0, NaN when one is
  /// not finite or nobody asked for it.
  double effective_rank;

  /// For each neuron whether its output is the same for every sample: it tells samples apart no
  /// more.
  std::vector<bool> dead;

  /// For each neuron the first neuron whose outputs it repeats (itself when it is the first). Two
  /// repeat one another when their outputs, as vectors over the samples, point the same way.
  std::vector<std::size_t> twin_of;
};

/// Cosine between two neurons' outputs from which they count as repeating one another.
constexpr double kTwinCosine = 0.999;

/// @param X (n_inputs, n_samples), one sample or more, finite
/// @param with_ranks their eigenvalues take by far the longest of it
/// @returns one entry for each layer, the output layer included
/// @throws std::invalid_argument for another number of features, no sample, numbers that are not
///   finite
[[nodiscard]] std::vector<LayerActivity> layer_activities(const Network& network, const Matrix& X,
                                                          bool with_ranks = true);

/// Eigenvalues of a symmetric matrix, largest first, by cyclic Jacobi rotations.
/// @param matrix (n, n), taken to be symmetric
/// @throws std::invalid_argument unless it is square
[[nodiscard]] std::vector<double> symmetric_eigenvalues(Matrix matrix);

}  // namespace moonlab
