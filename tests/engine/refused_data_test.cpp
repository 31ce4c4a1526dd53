#include <cmath>

#include "allocations.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/trace.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

// Numbers and labels that nothing can be computed from.

TEST_CASE("labels that the loss does not take are refused") {
  const Network network = small_network();
  const std::string message = "y: 2; allowed: labels from 0 to 1 for cross-entropy";
  const Dataset three_classes{random_matrix(2, 3, 1), row_of({0, 1, 2})};
  CHECK(message_of([&] { return evaluate(network, three_classes, kLoss); }) == message);
  CHECK(message_of([&] { return backpropagate(network, three_classes, kLoss); }) == message);
  CHECK(message_of([&] { return numerical_gradient(network, three_classes, kLoss, 1e-6); }) ==
        message);
  CHECK(message_of([&] { return trace(network, three_classes); }) == message);
  CHECK(message_of([&] { Trainer(network, three_classes, {}, {}, RandomState(1)); }) ==
        "train " + message);
  CHECK(message_of([&] {
          Trainer(network, random_dataset(2, 1, 3, 1), three_classes, {}, RandomState(1));
        }) == "test " + message);
  CHECK(message_of([&] { return binary_cross_entropy(row_of({-0.5}), row_of({0.5})); }) ==
        "y_true: -0.5; allowed: labels from 0 to 1 for cross-entropy");
  CHECK(message_of([&] { return binary_cross_entropy(row_of({NAN}), row_of({0.5})); }) ==
        "y_true: nan; allowed: labels from 0 to 1 for cross-entropy");
  CHECK(message_of([&] { return mean_squared_error(row_of({NAN}), row_of({0.5})); }) ==
        "y_true: nan; allowed: finite numbers");
  CHECK(evaluate(network, three_classes, Loss::kMeanSquaredError).loss > 0);
  CHECK(message_of([&] { return simplified_gradient(network, three_classes); }) == "");
}

TEST_CASE("numbers that are none are refused by what they came as") {
  CHECK(message_of([] {
          return make_blobs(9, {{0, NAN}}, 1, 1);
        }) == "centers: (0, nan); allowed: finite positions");
  CHECK(message_of([] {
          return data_bounds({{0, NAN}, {0, 1}});
        }) == "X: nan; allowed: finite numbers");
  CHECK(message_of([] {
          return data_bounds({{0, 1}, {-INFINITY, 1}});
        }) == "X: -inf; allowed: finite numbers");
  CHECK(message_of([] {
          return data_bounds({{1e308}, {0}}, 1e308);
        }) == "margin: 1e+308; allowed: one that leaves the bounds finite");
  CHECK(message_of([] {
          return decision_grid(small_network(), {-1e308, 1e308, 0, 1}, 5);
        }) == "bounds: -1e+308 to 1e+308 by 0 to 1; allowed: two finite ranges, low before high");
  const Dataset data{{{0, INFINITY}, {0, 1}}, {{0, 1}}};
  CHECK(message_of([&] { return evaluate(small_network(), data, kLoss); }) ==
        "X: inf; allowed: finite numbers");
}

TEST_CASE("what fills a block up adds nothing that the samples do not have") {
  // The sample's outputs are all finite. Those of a sample of 0 would not be: 10 · 1e308.
  Network network({1, 1, 1, 1}, {Activation::kLinear, Activation::kLinear, Activation::kSigmoid});
  network.set_parameters({1, 1e308, 10, 0, 1e-3, 0});
  const Gradient gradient = backpropagate(network, {{{-1e308}}, {{1}}}, kLoss);
  for (const LayerGradient& layer : gradient) {
    CHECK(all_finite(layer.weights));
    CHECK(all_finite(layer.biases));
  }
}

TEST_CASE("a check that passes builds no message") {
  const Dataset data = random_dataset(2, 1, 1000, 1);
  const auto allocations = [&](std::size_t n) {
    const Indices indices(n, 0);
    const std::size_t before = n_allocations();
    (void)take(data, indices);
    return n_allocations() - before;
  };
  CHECK(allocations(1000) == allocations(1));
  const std::size_t before = n_allocations();
  require(true, {"a name that fits into no small string: ", 1}, {"came ", 2.5}, Shape{3, 4});
  CHECK(n_allocations() == before);
}
