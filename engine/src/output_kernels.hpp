#pragma once

#include <cstddef>

#include "kernels.hpp"

/// What the output layer alone needs, over blocks of samples. Part of the kernels.
namespace moonlab::kernels {

/// values = softmax(values), down each column.
/// @param n_samples a multiple of kTile
void softmax(Matrix& values, std::size_t n_samples);

/// From dL/da of a layer's outputs a to dL/dz, in place: dL/da ∘ f'(a), and for softmax, where
/// every output depends on every z, a_k (dL/da_k - Σ_j dL/da_j a_j).
/// @param n_samples a multiple of kTile
void activation_backward(Activation activation, const Matrix& outputs, Matrix& deltas,
                         std::size_t n_samples);

}  // namespace moonlab::kernels
