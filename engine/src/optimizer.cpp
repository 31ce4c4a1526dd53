#include "moonlab/optimizer.hpp"

#include <array>
#include <cmath>
#include <utility>

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

void Optimizer::update(Matrix& parameters, const Matrix& gradient, Matrix& means,
                       Matrix& mean_squares) {
  const auto& [method, rate, momentum, decay, beta1, beta2, epsilon] = options_;
  const std::size_t n = parameters.size();
  double* w = parameters.data();
  const double* g = gradient.data();
  double* mean = means.data();
  double* mean_square = mean_squares.data();
  switch (method) {
    case Method::kSgd:
      for (std::size_t i = 0; i < n; ++i) w[i] -= rate * g[i];
      return;
    case Method::kMomentum:
      for (std::size_t i = 0; i < n; ++i) {
        mean[i] = momentum * mean[i] + g[i];
        w[i] -= rate * mean[i];
      }
      return;
    case Method::kRmsprop:
      for (std::size_t i = 0; i < n; ++i) {
        mean_square[i] = decay * mean_square[i] + (1 - decay) * g[i] * g[i];
        w[i] -= rate * g[i] / (std::sqrt(mean_square[i]) + epsilon);
      }
      return;
    case Method::kAdam: {
      const double step = rate / (1 - beta1_power_);
      const double root_correction = std::sqrt(1 - beta2_power_);
      for (std::size_t i = 0; i < n; ++i) {
        mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
        mean_square[i] = beta2 * mean_square[i] + (1 - beta2) * g[i] * g[i];
        w[i] -= step * mean[i] / (std::sqrt(mean_square[i]) / root_correction + epsilon);
      }
      return;
    }
  }
}

}  // namespace moonlab
