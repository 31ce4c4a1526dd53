#include "workspace.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace moonlab {
namespace {

static_assert(kBlockSamples % kernels::kTile == 0);

Matrix buffer(std::size_t n_rows) {
  Matrix matrix = empty_matrix(n_rows, kernels::kStride);
  kernels::fill(0.0, matrix.size(), matrix.data());
  return matrix;
}

// By hand: a batch is gathered, and a block ends in the middle of a tile. The columns behind the
// last sample, up to a whole tile, repeat it: what the layers make of them is finite wherever it is
// for the samples.
void copy_samples(const Matrix& from, const std::int32_t* batch, std::size_t first,
                  std::size_t n_samples, Matrix& to) {
  const std::size_t padded = kernels::round_up_to_tile(n_samples);
  for (std::size_t r = 0; r < rows(from); ++r) {
    const double* source = from.data() + r * columns(from);
    double* target = to.data() + r * columns(to);
    if (batch) {
      for (std::size_t s = 0; s < n_samples; ++s) target[s] = source[batch[first + s]];
    } else {
      kernels::copy(source + first, n_samples, target);
    }
    kernels::fill(target[n_samples - 1], padded - n_samples, target + n_samples);
  }
}

}  // namespace

Workspace::Workspace(Layers layers)
    : activations_(layers.count + 1), deltas_(layers.count), labels_(buffer(layers.n_outputs())) {
  std::size_t most_inputs = 0;
  for (std::size_t i = 0; i < layers.count; ++i) {
    activations_[i] = buffer(layers[i].n_inputs());
    deltas_[i] = buffer(layers[i].n_neurons());
    most_inputs = std::max(most_inputs, layers[i].n_inputs());
  }
  activations_.back() = buffer(layers.n_outputs());
  panel_.resize(kernels::kBlockRows * most_inputs);
}

void Workspace::load(const Matrix& X, std::size_t first, std::size_t n_samples) {
  copy_samples(X, nullptr, first, n_samples, inputs());
}

void Workspace::load(const Dataset& data, const std::int32_t* batch, std::size_t first,
                     std::size_t n_samples) {
  copy_samples(data.X, batch, first, n_samples, inputs());
  copy_samples(data.y, batch, first, n_samples, labels_);
}

void Workspace::forward(Layers layers, std::size_t n_samples) {
  const std::size_t n = kernels::round_up_to_tile(n_samples);
  for (std::size_t i = 0; i < layers.count; ++i) {
    kernels::dense_forward(layers[i], activations_[i], activations_[i + 1], n, panel_.data());
  }
}

void forward(Layers layers, const Matrix& X, Workspace& workspace, double* outputs,
             std::size_t stride) {
  for (std::size_t first = 0; first < columns(X); first += kBlockSamples) {
    const std::size_t n = std::min(kBlockSamples, columns(X) - first);
    workspace.load(X, first, n);
    workspace.forward(layers, n);
    for (std::size_t k = 0; k < layers.n_outputs(); ++k) {
      kernels::copy(&workspace.outputs()(k, 0), n, outputs + k * stride + first);
    }
  }
}

Matrix forward(Layers layers, const Matrix& X) {
  Matrix outputs = empty_matrix(layers.n_outputs(), columns(X));
  Workspace workspace(layers);
  forward(layers, X, workspace, outputs.data(), columns(X));
  return outputs;
}

}  // namespace moonlab
