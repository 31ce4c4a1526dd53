#include "kernels.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "algebra.hpp"
#include "output_kernels.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

constexpr std::size_t kSizes[] = {1, 2, 3, 4, 5, 7, 8, 13};
constexpr std::size_t kSamples = 12;

// As the kernels want it: with kStride columns, of which the first are these.
Matrix block(const Matrix& matrix) {
  Matrix result = random_matrix(rows(matrix), kernels::kStride, 9);
  xt::view(result, xt::all(), xt::range(0, columns(matrix))) = matrix;
  return result;
}

Matrix samples_of(const Matrix& block) {
  return xt::view(block, xt::all(), xt::range(0, kSamples));
}

Matrix derivatives(Activation activation, Matrix values) {
  for (double& value : values) value = derivative_from_value(activation, value);
  return values;
}

void check_close(const Matrix& ours, const Matrix& expected) {
  REQUIRE(shape_text(ours) == shape_text(expected));
  CHECK(xt::allclose(ours, expected, 1e-13, 1e-13));
}

}  // namespace

TEST_CASE("the forward kernel is a matrix product for every number of rows") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      Layer layer(n_inputs, n_neurons, Activation::kLinear);
      layer.weights = random_matrix(n_neurons, n_inputs, 1);
      layer.biases = random_matrix(n_neurons, 1, 2);
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      Matrix outputs = random_matrix(n_neurons, kernels::kStride, 4);
      std::vector<double> panel(kernels::kBlockRows * n_inputs);
      kernels::dense_forward(layer, block(inputs), outputs, kSamples, panel.data());
      check_close(samples_of(outputs), product(layer.weights, inputs) + layer.biases);
    }
  }
}

TEST_CASE("the backward kernel is the transposed product times the derivative") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      Layer layer(n_inputs, n_neurons, Activation::kLinear);
      layer.weights = random_matrix(n_neurons, n_inputs, 1);
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      const Matrix deltas = random_matrix(n_neurons, kSamples, 4);
      for (const Activation activation : kHiddenActivations) {
        Matrix expected = product(transposed(layer.weights), deltas);
        expected *= derivatives(activation, inputs);
        Matrix input_deltas = random_matrix(n_inputs, kernels::kStride, 5);
        kernels::dense_backward(layer, block(deltas), block(inputs), activation, input_deltas,
                                kSamples);
        check_close(samples_of(input_deltas), expected);
      }
    }
  }
}

TEST_CASE("the softmax kernel divides each exponential by its column's sum") {
  for (const std::size_t n_rows : {2u, 3u, 6u, 13u}) {
    for (const std::size_t n_samples : {4u, 12u, 84u, 256u}) {
      const Matrix z = 5 * random_matrix(n_rows, n_samples, 7);
      Matrix values = random_matrix(n_rows, kernels::kStride, 9);
      xt::view(values, xt::all(), xt::range(0, n_samples)) = z;
      kernels::softmax(values, n_samples);
      const Matrix powers = xt::exp(z);
      const Matrix sums = xt::sum(powers, {0}, xt::keep_dims);
      const Matrix ours = xt::view(values, xt::all(), xt::range(0, n_samples));
      check_close(ours, powers / sums);
    }
  }
}

TEST_CASE("softmax neither overflows nor loses a NaN") {
  Matrix values = random_matrix(3, kernels::kStride, 9);
  xt::view(values, xt::all(), xt::range(0, 4)) =
      Matrix{{1000, -1000, 0, 1}, {-1000, -1000, 1000, 2}, {999, -1000, -1000, NAN}};
  kernels::softmax(values, 4);
  CHECK(values(0, 0) == doctest::Approx(1 / (1 + std::exp(-1.0))).epsilon(1e-15));
  CHECK(values(1, 0) < 1e-300);
  CHECK(values(0, 1) == 1.0 / 3);
  CHECK(values(1, 2) == 1.0);
  for (std::size_t r = 0; r < 3; ++r) CHECK(std::isnan(values(r, 3)));
}

TEST_CASE("the gradient kernel adds deltas times inputs") {
  for (const std::size_t n_inputs : kSizes) {
    for (const std::size_t n_neurons : kSizes) {
      const Matrix inputs = random_matrix(n_inputs, kSamples, 3);
      const Matrix deltas = random_matrix(n_neurons, kSamples, 4);
      Matrix weights = random_matrix(n_neurons, n_inputs, 5);
      Matrix biases = random_matrix(n_neurons, 1, 6);
      const Matrix expected_weights = weights + product(deltas, transposed(inputs));
      const Matrix expected_biases = biases + xt::sum(deltas, {1}, xt::keep_dims);
      kernels::accumulate_gradient(block(deltas), block(inputs), n_neurons, kSamples, weights,
                                   biases);
      check_close(weights, expected_weights);
      check_close(biases, expected_biases);
    }
  }
}
