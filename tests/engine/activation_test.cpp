#include "moonlab/activation.hpp"

#include <cmath>
#include <limits>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

constexpr Activation kAll[] = {Activation::kLinear, Activation::kRelu, Activation::kSigmoid,
                               Activation::kTanh};

TEST_CASE("activations are found by the name they tell") {
  for (const Activation activation : kAll) {
    CHECK(activation_from_name(name_of(activation)) == activation);
  }
}

TEST_CASE("an unknown activation is reported with the known ones") {
  CHECK(message_of([] { return activation_from_name("swish"); }) ==
        "activation: \"swish\"; allowed: linear, relu, sigmoid, tanh");
}

TEST_CASE("sigmoid(0) is one half to the last bit") {
  CHECK(activate(Activation::kSigmoid, 0.0) == 0.5);
}

TEST_CASE("the clipped sigmoid stays finite and in range at the far ends") {
  CHECK(activate(Activation::kSigmoid, 1e308) == 1.0);
  CHECK(activate(Activation::kSigmoid, -1e308) > 0.0);
  CHECK(activate(Activation::kSigmoid, -1e308) == activate(Activation::kSigmoid, -kSigmoidClip));
}

TEST_CASE("NaN goes through every activation, so that divergence is seen") {
  for (const Activation activation : kAll) {
    CHECK(std::isnan(activate(activation, std::numeric_limits<double>::quiet_NaN())));
  }
}

TEST_CASE("derivatives agree with central differences") {
  constexpr double kEpsilon = 1e-6;
  for (const Activation activation : kAll) {
    for (double x = -4.05; x < 4; x += 0.1) {
      const double slope =
          (activate(activation, x + kEpsilon) - activate(activation, x - kEpsilon)) /
          (2 * kEpsilon);
      CHECK(activation_derivative(activation, x) == doctest::Approx(slope).epsilon(1e-7));
      CHECK(derivative_from_value(activation, activate(activation, x)) ==
            activation_derivative(activation, x));
    }
  }
}

TEST_CASE("ReLU's derivative at its corner is 0") {
  CHECK(activation_derivative(Activation::kRelu, 0.0) == 0.0);
}
