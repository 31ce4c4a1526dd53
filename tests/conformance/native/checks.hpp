#pragma once

#include <string>
#include <vector>

#include "comparison.hpp"
#include "fields.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/network.hpp"

namespace moonlab::conformance {

/// Computes a case with the engine and compares. One function a kind of golden file.
using Check = void (*)(const Fields& golden, Comparison& comparison);

/// @throws std::runtime_error for an unknown kind
Check check_for(const std::string& kind);

void check_rng(const Fields& golden, Comparison& comparison);
void check_datasets(const Fields& golden, Comparison& comparison);
void check_split(const Fields& golden, Comparison& comparison);
void check_features(const Fields& golden, Comparison& comparison);
void check_activations(const Fields& golden, Comparison& comparison);
void check_neuron(const Fields& golden, Comparison& comparison);
void check_forward(const Fields& golden, Comparison& comparison);
void check_loss(const Fields& golden, Comparison& comparison);
void check_notebook(const Fields& golden, Comparison& comparison);
void check_gradients(const Fields& golden, Comparison& comparison);
void check_optimizers(const Fields& golden, Comparison& comparison);
void check_boundary(const Fields& golden, Comparison& comparison);

/// @returns the network that `layer_sizes` and `activations` describe, all parameters 0.
Network read_network(const Fields& golden);

/// Gives the network the parameters of the field `layers`.
void read_layers(const Fields& golden, Network& network);

/// Compares weights and biases with those of the field `name`.
void compare_layers(const Fields& golden, const std::string& name, const Gradient& ours,
                    Comparison& comparison);

/// @returns the network's parameters in the shape of a gradient, to compare either with one
/// function.
Gradient parameters_of(const Network& network);

}  // namespace moonlab::conformance
