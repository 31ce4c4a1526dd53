#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "moonlab/datasets.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::testing {

/// What the networks of these tests are trained for, where it is no matter.
constexpr Loss kLoss = Loss::kBinaryCrossEntropy;

/// @returns what the call's std::invalid_argument says, or "" when it throws nothing.
template <typename Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

Matrix row_of(const std::vector<double>& values);
Matrix column_of(const std::vector<double>& values);

/// @returns standard normal numbers from a stream seeded with `seed`.
Matrix random_matrix(std::size_t n_rows, std::size_t n_columns, std::uint32_t seed);

/// @returns a network with He-scaled weights and small random biases, so that no unit is symmetric.
Network random_network(const std::vector<std::size_t>& layer_sizes,
                       const std::vector<Activation>& activations, std::uint32_t seed);

/// @returns a network of two features, three neurons and one output, for two classes.
Network small_network();

/// @returns random features with labels 0 and 1.
Dataset random_dataset(std::size_t n_features, std::size_t n_outputs, std::size_t n_samples,
                       std::uint32_t seed);

/// The data and split of the notebook: 300 moons, noise 0.2, seed 42 everywhere.
struct NotebookData {
  Dataset train;
  Dataset test;
};
NotebookData notebook_data();

/// @returns the notebook's 2-8-8-1 network with this activation and start, seed 42.
Network notebook_network(Activation activation, Init init);

/// @returns the largest |a - b|.
double largest_difference(const Matrix& a, const Matrix& b);

/// @returns the largest |a - b| over all weights and biases.
double largest_difference(const Gradient& a, const Gradient& b);

}  // namespace moonlab::testing
