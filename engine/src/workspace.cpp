#include "moonlab/workspace.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace moonlab {
namespace {

static_assert(kBlockSamples % kernels::kTile == 0);

Matrix buffer(std::size_t n_rows) { return xt::zeros<double>({n_rows, kernels::kStride}); }

// The columns behind the last sample, up to a whole tile, become 0.
void copy_samples(const Matrix& from, const std::int32_t* batch, std::size_t first,
                  std::size_t n_samples, Matrix& to) {
  const std::size_t padded = kernels::round_up_to_tile(n_samples);
  for (std::size_t r = 0; r < rows(from); ++r) {
    const double* source = from.data() + r * columns(from);
    double* target = &to(r, 0);
    if (batch) {
      for (std::size_t s = 0; s < n_samples; ++s) target[s] = source[batch[first + s]];
    } else {
      kernels::copy(source + first, n_samples, target);
    }
    kernels::fill(0.0, padded - n_samples, target + n_samples);
  }
}

}  // namespace

Workspace::Workspace(const Network& network) : labels_(buffer(network.n_outputs())) {
  activations_.push_back(buffer(network.n_inputs()));
  for (const Layer& layer : network.layers()) {
    activations_.push_back(buffer(layer.n_neurons()));
    deltas_.push_back(buffer(layer.n_neurons()));
    panel_.resize(std::max(panel_.size(), kernels::kBlockRows * layer.n_inputs()));
  }
}

void Workspace::load(const Matrix& X, std::size_t first, std::size_t n_samples) {
  copy_samples(X, nullptr, first, n_samples, inputs());
}

void Workspace::load(const Dataset& data, const std::int32_t* batch, std::size_t first,
                     std::size_t n_samples) {
  copy_samples(data.X, batch, first, n_samples, inputs());
  copy_samples(data.y, batch, first, n_samples, labels_);
}

void Workspace::forward(const Network& network, std::size_t n_samples) {
  const std::size_t n = kernels::round_up_to_tile(n_samples);
  for (std::size_t i = 0; i < network.layers().size(); ++i) {
    kernels::dense_forward(network.layers()[i], activations_[i], activations_[i + 1], n,
                           panel_.data());
  }
}

}  // namespace moonlab
