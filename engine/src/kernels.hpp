#pragma once

#include <cstddef>

#include "moonlab/layer.hpp"
#include "moonlab/workspace.hpp"

/// The inner loops over blocks of samples, and the only place with SIMD.
///
/// All matrices of samples have them along the contiguous axis, and kStride columns. Loops run over
/// whole tiles of samples.
namespace moonlab::kernels {

/// Samples a tile: two SIMD registers of two doubles.
constexpr std::size_t kTile = 4;

/// Columns of every matrix of a block: its samples, then free space, without which all rows would
/// compete for the same few lines of the cache.
constexpr std::size_t kStride = kBlockSamples + 8;

/// Rows that a kernel computes together.
constexpr std::size_t kBlockRows = 4;

constexpr std::size_t round_up_to_tile(std::size_t n) { return (n + kTile - 1) / kTile * kTile; }

/// For rows of a block: the browser build's memcpy would leave for JavaScript to copy them.
void copy(const double* from, std::size_t n, double* to);

void fill(double value, std::size_t n, double* to);

void divide(double* values, std::size_t n, double divisor);

/// values = activation(values), n of them, a multiple of kTile.
void activate(Activation activation, double* values, std::size_t n);

/// outputs = activation(weights · inputs + biases)
/// @param n_samples a multiple of kTile
/// @param panel room for kBlockRows · n_inputs numbers
void dense_forward(const Layer& layer, const Matrix& inputs, Matrix& outputs, std::size_t n_samples,
                   double* panel);

/// input_deltas = weightsᵀ · deltas ∘ f'(inputs): dL/dz one layer down.
/// @param inputs the layer's inputs, which are the lower layer's values f(z)
/// @param input_activation the lower layer's f
void dense_backward(const Layer& layer, const Matrix& deltas, const Matrix& inputs,
                    Activation input_activation, Matrix& input_deltas, std::size_t n_samples);

/// weights += deltas · inputsᵀ, biases += Σ deltas, over the first n_neurons rows of deltas.
void accumulate_gradient(const Matrix& deltas, const Matrix& inputs, std::size_t n_neurons,
                         std::size_t n_samples, Matrix& weights, Matrix& biases);

}  // namespace moonlab::kernels
