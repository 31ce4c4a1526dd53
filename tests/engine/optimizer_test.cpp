#include "moonlab/optimizer.hpp"

#include <cmath>
#include <functional>

#include "support.hpp"

using namespace moonlab;
using namespace moonlab::testing;

namespace {

// Two steps of one weight from 1 against the gradients 0.5 and -2, with learning rate 0.1.
double after_two_steps(OptimizerOptions options) {
  options.learning_rate = 0.1;
  Network network({1, 1}, {Activation::kLinear});
  network.set_parameters({1, 0});
  Optimizer optimizer(options, network);
  Gradient gradient = zero_gradient(network);
  for (const double slope : {0.5, -2.0}) {
    gradient[0].weights(0, 0) = slope;
    optimizer.step(network, gradient);
  }
  return network.parameters()[0];
}

std::string message_for(const std::function<void(OptimizerOptions&)>& change) {
  OptimizerOptions options;
  change(options);
  const Network network({1, 1}, {Activation::kLinear});
  return message_of([&] { return Optimizer(options, network); });
}

}  // namespace

TEST_CASE("gradient descent subtracts the scaled gradient") {
  CHECK(after_two_steps({Method::kSgd}) == doctest::Approx(1 - 0.1 * 0.5 + 0.1 * 2));
}

TEST_CASE("momentum keeps a share of the last step") {
  const double velocity = 0.9 * 0.5 - 2;
  CHECK(after_two_steps({Method::kMomentum}) == doctest::Approx(1 - 0.1 * 0.5 - 0.1 * velocity));
}

TEST_CASE("RMSProp divides by the root of the mean square") {
  const double first = 0.01 * 0.25;
  const double second = 0.99 * first + 0.01 * 4;
  CHECK(after_two_steps({Method::kRmsprop}) ==
        doctest::Approx(1 - 0.1 * 0.5 / (std::sqrt(first) + 1e-8) +
                        0.1 * 2 / (std::sqrt(second) + 1e-8)));
}

TEST_CASE("Adam corrects both moments for their start at 0") {
  const double m1 = 0.1 * 0.5;
  const double v1 = 0.001 * 0.25;
  const double m2 = 0.9 * m1 - 0.1 * 2;
  const double v2 = 0.999 * v1 + 0.001 * 4;
  const double step1 = (m1 / 0.1) / (std::sqrt(v1 / 0.001) + 1e-8);
  const double step2 = (m2 / (1 - 0.81)) / (std::sqrt(v2 / (1 - 0.999 * 0.999)) + 1e-8);
  CHECK(after_two_steps({Method::kAdam}) == doctest::Approx(1 - 0.1 * step1 - 0.1 * step2));
}

TEST_CASE("an optimiser goes on from what it has with another learning rate, and anew as another") {
  Network network({1, 1}, {Activation::kLinear});
  OptimizerOptions options{Method::kMomentum, 0.1};
  Optimizer optimizer(options, network);
  Gradient gradient = zero_gradient(network);
  gradient[0].weights(0, 0) = 1;
  optimizer.step(network, gradient);
  options.learning_rate = 0.5;
  optimizer.change(options);
  optimizer.step(network, gradient);
  CHECK(network.parameters()[0] == doctest::Approx(-0.1 - 0.5 * 1.9));
  optimizer.change(options, true);
  optimizer.step(network, gradient);
  CHECK(network.parameters()[0] == doctest::Approx(-0.1 - 0.5 * 1.9 - 0.5));
  for (const Method method : {Method::kAdam, Method::kMomentum, Method::kRmsprop}) {
    options.method = method;
    Network other = network;
    Optimizer fresh(options, other);
    optimizer.change(options);
    optimizer.step(network, gradient);
    fresh.step(other, gradient);
    CHECK(network.parameters() == other.parameters());
  }
  CHECK(message_of([&] {
          optimizer.change({Method::kMomentum, -1});
        }) == "learning_rate: -1; allowed: a finite number above 0");
}

TEST_CASE("optimisers are found by name, and an unknown one is reported") {
  CHECK(method_from_name("sgd") == Method::kSgd);
  CHECK(method_from_name("momentum") == Method::kMomentum);
  CHECK(method_from_name("rmsprop") == Method::kRmsprop);
  CHECK(method_from_name("adam") == Method::kAdam);
  CHECK(message_of([] { return method_from_name("lion"); }) ==
        "optimizer: \"lion\"; allowed: sgd, momentum, rmsprop, adam");
}

TEST_CASE("options out of range are reported by name") {
  CHECK(message_for([](auto& o) { o.learning_rate = 0; }) ==
        "learning_rate: 0; allowed: a finite number above 0");
  CHECK(message_for([](auto& o) { o.learning_rate = -1; }) ==
        "learning_rate: -1; allowed: a finite number above 0");
  CHECK(message_for([](auto& o) { o.learning_rate = INFINITY; }) ==
        "learning_rate: inf; allowed: a finite number above 0");
  CHECK(message_for([](auto& o) { o.momentum = 1; }) ==
        "momentum: 1; allowed: 0 or more and below 1");
  CHECK(message_for([](auto& o) { o.decay = -0.5; }) ==
        "decay: -0.5; allowed: 0 or more and below 1");
  CHECK(message_for([](auto& o) { o.beta1 = 1; }) == "beta1: 1; allowed: 0 or more and below 1");
  CHECK(message_for([](auto& o) { o.beta2 = 2; }) == "beta2: 2; allowed: 0 or more and below 1");
  CHECK(message_for([](auto& o) { o.epsilon = -1; }) ==
        "epsilon: -1; allowed: a finite number of 0 or more");
}
