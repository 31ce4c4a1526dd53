#include "moonlab/features.hpp"

#include <cmath>

#include "moonlab/decision_grid.hpp"
#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

const std::vector<Feature> kAllFeatures{Feature::kX1,        Feature::kX2,      Feature::kX1Squared,
                                        Feature::kX2Squared, Feature::kProduct, Feature::kSineX1,
                                        Feature::kSineX2};

const Scaler kScaler{{1, -2}, {3, 0.5}};

}  // namespace

TEST_CASE("features are what their names say, of points that are scaled before") {
  for (const std::size_t n : {0u, 1u, 2u, 9u, 300u}) {
    const Matrix X = random_matrix(2, n, 1);
    const Matrix inputs = inputs_of(X, {kScaler, kAllFeatures});
    REQUIRE(shape_text(inputs) == "(7, " + std::to_string(n) + ")");
    for (std::size_t i = 0; i < n; ++i) {
      const double x1 = (X(0, i) - 1) / 3;
      const double x2 = (X(1, i) + 2) / 0.5;
      CHECK(inputs(0, i) == x1);
      CHECK(inputs(1, i) == x2);
      CHECK(inputs(2, i) == x1 * x1);
      CHECK(inputs(3, i) == x2 * x2);
      CHECK(inputs(4, i) == x1 * x2);
      CHECK(std::abs(inputs(5, i) - std::sin(x1)) < 4e-16);
      CHECK(std::abs(inputs(6, i) - std::sin(x2)) < 4e-16);
    }
  }
}

TEST_CASE("features come in the order asked for, and without any said are the points themselves") {
  const Matrix X = random_matrix(2, 5, 1);
  CHECK(inputs_of(X, {}) == X);
  const Matrix inputs = inputs_of(X, {{}, {Feature::kX2, Feature::kX1}});
  CHECK(inputs(0, 4) == X(1, 4));
  CHECK(inputs(1, 4) == X(0, 4));
}

TEST_CASE("features have names") {
  const std::string_view names[] = {"x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"};
  for (std::size_t i = 0; i < 7; ++i) CHECK(feature_from_name(names[i]) == kAllFeatures[i]);
  CHECK(message_of([] { return feature_from_name("x3"); }) ==
        "features: \"x3\"; allowed: x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2)");
}

TEST_CASE("points scaled by their own scaler have mean 0 and standard deviation 1") {
  Matrix X = random_matrix(2, 1001, 1);
  for (std::size_t i = 0; i < 1001; ++i) {
    X(0, i) = 1e6 + X(0, i);
    X(1, i) *= 1e-9;
  }
  const Matrix scaled = inputs_of(X, {standard_scaler(X), {Feature::kX1, Feature::kX2}});
  for (std::size_t r = 0; r < 2; ++r) {
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < 1001; ++i) {
      sum += scaled(r, i);
      squares += scaled(r, i) * scaled(r, i);
    }
    CHECK(std::abs(sum / 1001) < 1e-6);
    CHECK(squares / 1001 == doctest::Approx(1).epsilon(1e-9));
  }
}

TEST_CASE("what does not vary, or by rounding alone, is left undivided") {
  Matrix X = zeros(2, 1000);
  for (std::size_t i = 0; i < 1000; ++i) {
    X(0, i) = 0.1;
    X(1, i) = i % 2 == 0 ? 1e6 : std::nextafter(1e6, 2e6);
  }
  CHECK(standard_scaler(X).mean[0] == doctest::Approx(0.1));
  CHECK(standard_scaler(X).deviation[0] == 1);
  CHECK(standard_scaler(X).deviation[1] == 1);
  CHECK(standard_scaler({{7}, {-3}}).mean[1] == -3);
  CHECK(standard_scaler({{7}, {-3}}).deviation[1] == 1);
  CHECK(standard_scaler({{0, 0}, {1e-200, 3e-200}}).deviation[1] == 1);
}

TEST_CASE("the grid is of the network's inputs at every point, scaled and in their order") {
  const Bounds bounds{-1, 2, -30, 5};
  constexpr std::size_t kSide = 17;
  Matrix points = zeros(2, kSide * kSide);
  for (std::size_t i = 0; i < kSide; ++i) {
    for (std::size_t j = 0; j < kSide; ++j) {
      points(0, i * kSide + j) = j == kSide - 1 ? 2 : double(j) * (3.0 / (kSide - 1)) - 1;
      points(1, i * kSide + j) = i == kSide - 1 ? 5 : double(i) * (35.0 / (kSide - 1)) - 30;
    }
  }
  std::vector<std::vector<Feature>> choices{kAllFeatures,
                                            {kAllFeatures.rbegin(), kAllFeatures.rend()}};
  for (const Feature feature : kAllFeatures) choices.push_back({feature});
  for (const std::vector<Feature>& features : choices) {
    const FeatureMap map{kScaler, features};
    const Network network =
        random_network({features.size(), 5, 1}, {Activation::kTanh, Activation::kSigmoid}, 2);
    const Matrix grid = decision_grid(network, bounds, kSide, map);
    const Matrix expected = network.forward(inputs_of(points, map));
    for (std::size_t i = 0; i < points.shape(1); ++i) {
      CHECK(grid(i / kSide, i % kSide) == expected(0, i));
    }
  }
}

TEST_CASE("what no features can be made of is refused by name") {
  const Matrix X = random_matrix(2, 4, 1);
  const auto message = [&](const FeatureMap& map) {
    const Network network({2, 1}, {Activation::kSigmoid});
    const std::string said = message_of([&] { return inputs_of(X, map); });
    CHECK(message_of([&] { return decision_grid(network, {-1, 1, -1, 1}, 5, map); }) == said);
    return said;
  };
  CHECK(message({{}, {}}) == "features: none; allowed: one or more");
  CHECK(message({{}, {Feature::kX1, static_cast<Feature>(7)}}) ==
        "features: number 7; allowed: x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2)");
  const std::string allowed = "; allowed: finite numbers, a standard deviation above 0";
  CHECK(message({{{0, NAN}, {1, 1}}, {Feature::kX1}}) ==
        "scaler: mean nan, standard deviation 1" + allowed);
  CHECK(message({{{0, 0}, {1, 0}}, {Feature::kX1}}) ==
        "scaler: mean 0, standard deviation 0" + allowed);
  CHECK(message({{{0, 0}, {1, INFINITY}}, {Feature::kX1}}) ==
        "scaler: mean 0, standard deviation inf" + allowed);
  CHECK(message_of([] { return inputs_of(random_matrix(3, 4, 1), {}); }) ==
        "X: shape (3, 4); allowed: (2, n_samples)");
  CHECK(message_of([] {
          return inputs_of({{NAN}, {0}}, {});
        }) == "X: nan; allowed: finite numbers");
  CHECK(message_of([] {
          return inputs_of({{1}, {1e200}}, {{}, {Feature::kX2Squared}});
        }) == "features: inf; allowed: finite numbers");
  CHECK(message_of([&] {
          return decision_grid(Network({2, 1}, {Activation::kSigmoid}), {-1, 1, -1, 1}, 5,
                               {{}, kAllFeatures});
        }) == "network: 2 inputs; allowed: 7 inputs");
}

TEST_CASE("what no scaler can be fitted on is refused by name") {
  CHECK(message_of([] { return standard_scaler(zeros(2, 0)); }) ==
        "X: shape (2, 0); allowed: (2, n_samples), one sample or more");
  CHECK(message_of([] { return standard_scaler(zeros(3, 5)); }) ==
        "X: shape (3, 5); allowed: (2, n_samples), one sample or more");
  CHECK(message_of([] {
          return standard_scaler({{0, INFINITY}, {0, 1}});
        }) == "X: inf; allowed: finite numbers");
  CHECK(message_of([] {
          return standard_scaler({{1e200, -1e200}, {0, 1}});
        }) ==
        "X: mean 0, standard deviation inf; allowed: numbers whose mean and standard deviation are "
        "finite");
}
