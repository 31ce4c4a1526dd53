#include "moonlab/optimizer.hpp"

#include <array>
#include <cmath>
#include <utility>
#include <xtensor/xmath.hpp>
#include <xtensor/xnoalias.hpp>

#include "names.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 4> kMethods = {{
    {"sgd", Method::kSgd},
    {"momentum", Method::kMomentum},
    {"rmsprop", Method::kRmsprop},
    {"adam", Method::kAdam},
}};

void require_share(double value, std::string_view name) {
  require(value >= 0 && value < 1, name, number_text(value), "0 or more and below 1");
}

OptimizerOptions checked(const OptimizerOptions& options) {
  require(std::isfinite(options.learning_rate) && options.learning_rate > 0, "learning_rate",
          number_text(options.learning_rate), "a finite number above 0");
  require_share(options.momentum, "momentum");
  require_share(options.decay, "decay");
  require_share(options.beta1, "beta1");
  require_share(options.beta2, "beta2");
  require(std::isfinite(options.epsilon) && options.epsilon >= 0, "epsilon",
          number_text(options.epsilon), "a finite number of 0 or more");
  return options;
}

}  // namespace

Method method_from_name(std::string_view name) { return value_of("optimizer", kMethods, name); }

Optimizer::Optimizer(const OptimizerOptions& options, const Network& network)
    : options_(checked(options)),
      mean_(zero_gradient(network)),
      mean_square_(zero_gradient(network)) {}

void Optimizer::step(Network& network, const Gradient& gradient) {
  beta1_power_ *= options_.beta1;
  beta2_power_ *= options_.beta2;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    Layer& layer = network.layers()[i];
    update(layer.weights, gradient[i].weights, mean_[i].weights, mean_square_[i].weights);
    update(layer.biases, gradient[i].biases, mean_[i].biases, mean_square_[i].biases);
  }
}

void Optimizer::update(Matrix& w, const Matrix& g, Matrix& mean, Matrix& mean_square) {
  const auto& [method, rate, momentum, decay, beta1, beta2, epsilon] = options_;
  switch (method) {
    case Method::kSgd:
      xt::noalias(w) -= rate * g;
      return;
    case Method::kMomentum:
      xt::noalias(mean) = momentum * mean + g;
      xt::noalias(w) -= rate * mean;
      return;
    case Method::kRmsprop:
      xt::noalias(mean_square) = decay * mean_square + (1 - decay) * g * g;
      xt::noalias(w) -= rate * g / (xt::sqrt(mean_square) + epsilon);
      return;
    case Method::kAdam: {
      const double mean_correction = 1 - beta1_power_;
      const double root_correction = std::sqrt(1 - beta2_power_);
      xt::noalias(mean) = beta1 * mean + (1 - beta1) * g;
      xt::noalias(mean_square) = beta2 * mean_square + (1 - beta2) * g * g;
      xt::noalias(w) -=
          (rate / mean_correction) * mean / (xt::sqrt(mean_square) / root_correction + epsilon);
      return;
    }
  }
}

}  // namespace moonlab
