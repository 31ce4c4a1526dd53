#include "moonlab/activation.hpp"

#include <cmath>
#include <limits>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

TEST_CASE("activations are found by the name they tell") {
  for (const Activation activation : kHiddenActivations) {
    CHECK(activation_from_name(name_of(activation)) == activation);
  }
  CHECK(activation_from_name("softmax") == Activation::kSoftmax);
}

TEST_CASE("an unknown activation is reported with the known ones") {
  CHECK(message_of([] { return activation_from_name("swish"); }) ==
        "activation: \"swish\"; allowed: linear, relu, sigmoid, tanh, leaky_relu, elu, softmax");
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
  for (const Activation activation : kHiddenActivations) {
    CHECK(std::isnan(activate(activation, std::numeric_limits<double>::quiet_NaN())));
  }
}

TEST_CASE("derivatives agree with central differences") {
  constexpr double kEpsilon = 1e-6;
  for (const Activation activation : kHiddenActivations) {
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

TEST_CASE("at its corner a function has the derivative of the side below") {
  CHECK(activation_derivative(Activation::kRelu, 0.0) == 0.0);
  CHECK(activation_derivative(Activation::kLeakyRelu, 0.0) == 0.01);
  CHECK(activation_derivative(Activation::kElu, 0.0) == 1.0);
}

TEST_CASE("leaky ReLU and ELU leave positive numbers as they are") {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double x : {5e-324, 0.1, 1000.0, 1e308, infinity}) {
    CHECK(activate(Activation::kLeakyRelu, x) == x);
    CHECK(activate(Activation::kElu, x) == x);
  }
}

TEST_CASE("below 0 leaky ReLU is a hundredth, and ELU e^x - 1") {
  CHECK(activate(Activation::kLeakyRelu, -3.0) == 0.01 * -3.0);
  CHECK(activate(Activation::kElu, -1.5) == doctest::Approx(std::expm1(-1.5)).epsilon(1e-15));
  CHECK(activate(Activation::kElu, -1e-12) == doctest::Approx(-1e-12).epsilon(1e-15));
  CHECK(activate(Activation::kElu, -1e308) == -1.0);
}

TEST_CASE("softmax, which has no value for a number by itself, is refused where there is one") {
  const char* const message =
      "activation: softmax; allowed: a function of one number; softmax is one of a whole layer";
  CHECK(message_of([] { return activate(Activation::kSoftmax, 1); }) == message);
  CHECK(message_of([] { return derivative_from_value(Activation::kSoftmax, 1); }) == message);
  CHECK(message_of([] { return activation_derivative(Activation::kSoftmax, 1); }) == message);
}
