#include "moonlab/decision_grid.hpp"

#include <cmath>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("bounds surround the samples with a margin") {
  const Bounds bounds = data_bounds({{1, -2, 3}, {5, 4, 6}}, 0.5);
  CHECK(bounds.x1_min == -2.5);
  CHECK(bounds.x1_max == 3.5);
  CHECK(bounds.x2_min == 3.5);
  CHECK(bounds.x2_max == 6.5);
}

TEST_CASE("the grid holds the network's output at every point, lowest x2 first") {
  const Network network = random_network({2, 5, 1}, {Activation::kTanh, Activation::kSigmoid}, 2);
  const Bounds bounds{-1, 2, -3, 5};
  for (const std::size_t n : {2u, 3u, 17u, 40u}) {
    const Matrix grid = decision_grid(network, bounds, n);
    REQUIRE(shape_text(grid) == "(" + std::to_string(n) + ", " + std::to_string(n) + ")");
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const double x1 = j == n - 1 ? 2 : double(j) * (3.0 / double(n - 1)) - 1;
        const double x2 = i == n - 1 ? 5 : double(i) * (8.0 / double(n - 1)) - 3;
        CHECK(grid(i, j) == network.forward({{x1}, {x2}})(0, 0));
      }
    }
  }
}

TEST_CASE("each output has a grid of its own, one below the other") {
  const Network network = random_network({2, 5, 3}, {Activation::kTanh, Activation::kSigmoid}, 2);
  const Bounds bounds{-1, 2, -3, 5};
  constexpr std::size_t kSide = 17;
  const Matrix grids = decision_grid(network, bounds, kSide);
  REQUIRE(shape_text(grids) == "(51, 17)");
  for (std::size_t k = 0; k < 3; ++k) {
    // The network that has this output alone.
    Network single({2, 5, 1}, {Activation::kTanh, Activation::kSigmoid});
    single.layers()[0] = network.layers()[0];
    for (std::size_t j = 0; j < 5; ++j) {
      single.layers()[1].weights(0, j) = network.layers()[1].weights(k, j);
    }
    single.layers()[1].biases(0, 0) = network.layers()[1].biases(k, 0);
    const Matrix grid = decision_grid(single, bounds, kSide);
    for (std::size_t i = 0; i < kSide; ++i) {
      for (std::size_t j = 0; j < kSide; ++j) CHECK(grids(k * kSide + i, j) == grid(i, j));
    }
  }
}

TEST_CASE("the grids of a softmax are probabilities that sum to 1 at every point") {
  const Network network = random_network({2, 5, 4}, {Activation::kElu, Activation::kSoftmax}, 2);
  constexpr std::size_t kSide = 19;
  const Matrix grids = decision_grid(network, {-1, 2, -3, 5}, kSide);
  REQUIRE(rows(grids) == 4 * kSide);
  for (std::size_t i = 0; i < kSide; ++i) {
    for (std::size_t j = 0; j < kSide; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < 4; ++k) sum += grids(k * kSide + i, j);
      CHECK(sum == doctest::Approx(1).epsilon(1e-15));
    }
  }
}

TEST_CASE("what no grid can be made of is reported") {
  const Network network({2, 1}, {Activation::kSigmoid});
  const Bounds bounds{-1, 2, -3, 5};
  CHECK(message_of([&] {
          return decision_grid(Network({3, 1}, {Activation::kSigmoid}), bounds, 9);
        }) == "network: 3 inputs; allowed: 2 inputs");
  CHECK(message_of([&] { return decision_grid(network, bounds, 1); }) ==
        "resolution: 1; allowed: 2 to 2000");
  CHECK(message_of([&] { return decision_grid(network, bounds, 2001); }) ==
        "resolution: 2001; allowed: 2 to 2000");
  CHECK(message_of([&] {
          return decision_grid(network, {1, 1, 0, 2}, 9);
        }) == "bounds: 1 to 1 by 0 to 2; allowed: two finite ranges, low before high");
  CHECK(message_of([&] {
          return decision_grid(network, {0, INFINITY, 0, 2}, 9);
        }) == "bounds: 0 to inf by 0 to 2; allowed: two finite ranges, low before high");
  CHECK(message_of([] { return data_bounds(random_matrix(3, 4, 1)); }) ==
        "X: shape (3, 4); allowed: (2, n_samples), one sample or more");
  CHECK(message_of([] { return data_bounds(random_matrix(2, 4, 1), NAN); }) ==
        "margin: nan; allowed: a finite number of 0 or more");
}
