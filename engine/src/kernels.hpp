#pragma once

#include <cstddef>

#include "moonlab/layer.hpp"
#include "workspace.hpp"

/// The inner loops over blocks of samples, by hand and with SIMD (pair.hpp), because an epoch's
/// time goes here. xtensor's expressions read better, and are for everything else: the weighted
/// sums of 8→8 over 240 samples take 44 µs as xt::sum(view * view, {1}) + biases, natively, and 2.7
/// here.
///
/// All matrices of samples have them along the contiguous axis, and kStride columns. Loops run over
/// whole tiles of samples.
///
/// Where an epoch's time goes: 8.0 µs for 2-8-8-1, ReLU, 240 samples in Chromium, on an AMD EPYC
/// whose peak, measured beside, is 26.7 GFLOP/s. In µs, a column a layer:
///
///                        2→8    8→8    8→1
///     forward            0.6    1.6    0.3, and 0.6 for its sigmoid
///     deltas                    1.4    0.3
///     gradient           0.5    1.4    0.2
///     loss 0.3, copies of the samples 0.1, update 0.1, all else 0.6
///
/// Products are bound by multiplication. The core starts two of two doubles a cycle, so those of an
/// epoch take 4.5 µs at the peak. A tile of 8→8, four rows by four samples, has 64, which is
/// 32 cycles, and takes 42: comparisons of ReLU wait for the same units, and between tiles nothing
/// hides what waits for the last sum. 64→64 has eight times as much to do between, and reaches 90 %
/// of the peak. Where there is one neuron, or two inputs, loads and stores are as many as products.
///
/// tanh takes 1.3 ns a number, 8 cycles a pair: its eight operations on the multiplication units,
/// and a division, which holds one of them for four cycles or more; a tanh epoch is 13 µs. sigmoid
/// takes 2.4 ns: 80 cycles from x to the result, with as many pairs under way as the core's queue
/// holds. `tests/bench/native/kernels_benchmark.cpp` measures each kernel natively.
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

/// Rounded to single precision.
void copy(const double* from, std::size_t n, float* to);

void fill(double value, std::size_t n, double* to);

void divide(double* values, std::size_t n, double divisor);

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
