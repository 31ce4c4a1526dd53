#include <benchmark/benchmark.h>

#include <vector>

#include "activation_kernels.hpp"
#include "moonlab/trainer.hpp"

// For working on the kernels: each alone, natively.
//
//     cmake --preset bench && cmake --build --preset bench --target moonlab_kernels_benchmark
//     build/bench/tests/bench/moonlab_kernels_benchmark --benchmark_filter=dense
namespace {

using namespace moonlab;

constexpr std::size_t kSamples = 240;

Matrix random_matrix(std::size_t n_rows, std::size_t n_columns) {
  Matrix matrix = Matrix::from_shape({n_rows, n_columns});
  RandomState stream(1);
  for (double& value : matrix) value = stream.randn();
  return matrix;
}

Layer random_layer(std::size_t n_inputs, std::size_t n_neurons, Activation activation) {
  Layer layer(n_inputs, n_neurons, activation);
  layer.weights = random_matrix(n_neurons, n_inputs);
  return layer;
}

// A product's multiplications and additions a second.
void count_operations(benchmark::State& state, std::size_t n_weights) {
  state.counters["FLOP/s"] = benchmark::Counter(2.0 * static_cast<double>(n_weights * kSamples),
                                                benchmark::Counter::kIsIterationInvariantRate,
                                                benchmark::Counter::kIs1000);
}

void dense_forward(benchmark::State& state) {
  const auto n_inputs = static_cast<std::size_t>(state.range(0));
  const auto n_neurons = static_cast<std::size_t>(state.range(1));
  const Layer layer = random_layer(n_inputs, n_neurons, Activation::kRelu);
  const Matrix inputs = random_matrix(n_inputs, kernels::kStride);
  Matrix outputs = random_matrix(n_neurons, kernels::kStride);
  std::vector<double> panel(kernels::kBlockRows * n_inputs);
  for (auto _ : state) {
    kernels::dense_forward(layer, inputs, outputs, kSamples, panel.data());
  }
  count_operations(state, layer.weights.size());
}

void dense_backward(benchmark::State& state) {
  const auto n_inputs = static_cast<std::size_t>(state.range(0));
  const auto n_neurons = static_cast<std::size_t>(state.range(1));
  const Layer layer = random_layer(n_inputs, n_neurons, Activation::kRelu);
  const Matrix inputs = random_matrix(n_inputs, kernels::kStride);
  const Matrix deltas = random_matrix(n_neurons, kernels::kStride);
  Matrix input_deltas = random_matrix(n_inputs, kernels::kStride);
  for (auto _ : state) {
    kernels::dense_backward(layer, deltas, inputs, Activation::kRelu, input_deltas, kSamples);
  }
  count_operations(state, layer.weights.size());
}

void accumulate_gradient(benchmark::State& state) {
  const auto n_inputs = static_cast<std::size_t>(state.range(0));
  const auto n_neurons = static_cast<std::size_t>(state.range(1));
  const Matrix inputs = random_matrix(n_inputs, kernels::kStride);
  const Matrix deltas = random_matrix(n_neurons, kernels::kStride);
  Matrix weights = random_matrix(n_neurons, n_inputs);
  Matrix biases = random_matrix(n_neurons, 1);
  for (auto _ : state) {
    kernels::accumulate_gradient(deltas, inputs, n_neurons, kSamples, weights, biases);
  }
  count_operations(state, weights.size());
}

template <Activation kActivation>
void activate(benchmark::State& state) {
  const Matrix sums = random_matrix(8, kSamples);
  Matrix values = sums;
  for (auto _ : state) {
    values = sums;
    kernels::activate(kActivation, values.data(), values.size());
  }
  state.counters["per element"] = benchmark::Counter(
      static_cast<double>(values.size()),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

template <Activation kActivation>
void epoch(benchmark::State& state) {
  Network network({2, 8, 8, 1}, {kActivation, kActivation, Activation::kSigmoid});
  RandomState stream(42);
  network.initialize(Init::kXavier, stream);
  const Dataset none{Matrix::from_shape({2, 0}), Matrix::from_shape({1, 0})};
  Trainer trainer(network, make_moons(kSamples, 0.2, 42), none, {}, stream);
  for (auto _ : state) trainer.step();
}

void layer_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Args({2, 8})->Args({8, 8})->Args({8, 1})->Args({64, 64});
}

BENCHMARK(dense_forward)->Apply(layer_sizes);
BENCHMARK(dense_backward)->Apply(layer_sizes);
BENCHMARK(accumulate_gradient)->Apply(layer_sizes);
BENCHMARK_TEMPLATE(activate, Activation::kRelu);
BENCHMARK_TEMPLATE(activate, Activation::kSigmoid);
BENCHMARK_TEMPLATE(activate, Activation::kTanh);
BENCHMARK_TEMPLATE(activate, Activation::kLeakyRelu);
BENCHMARK_TEMPLATE(activate, Activation::kElu);
BENCHMARK_TEMPLATE(epoch, Activation::kRelu);
BENCHMARK_TEMPLATE(epoch, Activation::kTanh);

}  // namespace
