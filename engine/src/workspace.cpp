#include "moonlab/workspace.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace moonlab {
namespace {

static_assert(kBlockSamples % kernels::kTile == 0);

Matrix buffer(std::size_t n_rows) { return xt::zeros<double>({n_rows, kBlockSamples}); }

}  // namespace

Workspace::Workspace(const Network& network) {
  activations_.push_back(buffer(network.n_inputs()));
  for (const Layer& layer : network.layers()) {
    activations_.push_back(buffer(layer.n_neurons()));
    deltas_.push_back(buffer(layer.n_neurons()));
  }
}

void Workspace::load(const Matrix& X, std::size_t start, std::size_t n_samples) {
  for (std::size_t f = 0; f < rows(X); ++f) {
    std::copy_n(X.data() + f * columns(X) + start, n_samples, &inputs()(f, 0));
  }
  clear_padding(n_samples);
}

void Workspace::gather(const Matrix& X, const std::int32_t* samples, std::size_t n_samples) {
  for (std::size_t f = 0; f < rows(X); ++f) {
    const double* from = X.data() + f * columns(X);
    std::transform(samples, samples + n_samples, &inputs()(f, 0),
                   [from](std::int32_t sample) { return from[sample]; });
  }
  clear_padding(n_samples);
}

void Workspace::clear_padding(std::size_t n_samples) {
  for (std::size_t f = 0; f < rows(inputs()); ++f) {
    std::fill(&inputs()(f, 0) + n_samples, &inputs()(f, 0) + kernels::round_up_to_tile(n_samples),
              0.0);
  }
}

void Workspace::forward(const Network& network, std::size_t n_samples) {
  const std::size_t n = kernels::round_up_to_tile(n_samples);
  for (std::size_t i = 0; i < network.layers().size(); ++i) {
    kernels::dense_forward(network.layers()[i], activations_[i], activations_[i + 1], n);
  }
}

}  // namespace moonlab
