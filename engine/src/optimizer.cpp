#include "moonlab/optimizer.hpp"

#include <cmath>

#include "algebra.hpp"
#include "kernels.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr Named kMethods[] = {
    {"sgd", Method::kSgd},
    {"momentum", Method::kMomentum},
    {"rmsprop", Method::kRmsprop},
    {"adam", Method::kAdam},
};

void require_share(double value, std::string_view name) {
  require(value >= 0 && value < 1, name, value, "0 or more and below 1");
}

OptimizerOptions checked(const OptimizerOptions& options) {
  require_named("optimizer", kMethods, options.method);
  require(std::isfinite(options.learning_rate) && options.learning_rate > 0, "learning_rate",
          options.learning_rate, "a finite number above 0");
  require_share(options.momentum, "momentum");
  require_share(options.decay, "decay");
  require_share(options.beta1, "beta1");
  require_share(options.beta2, "beta2");
  require(std::isfinite(options.epsilon) && options.epsilon >= 0, "epsilon", options.epsilon,
          "a finite number of 0 or more");
  return options;
}

// Refuses a layer's matrices unless they have the shapes of its moments. Once an update, so that it
// puts together nothing that is not said.
void require_shapes(const char* of, std::size_t layer, const Matrix& weights, const Matrix& biases,
                    const LayerGradient& moments) {
  const auto same = [](const Matrix& a, const Matrix& b) {
    return rows(a) == rows(b) && columns(a) == columns(b) &&
           a.storage().size() == b.storage().size();
  };
  if (same(weights, moments.weights) && same(biases, moments.biases)) return;
  refuse({of, " layer ", layer + 1}, {"weights ", shape_of(weights), ", biases ", shape_of(biases)},
         {"weights ", shape_of(moments.weights), ", biases ", shape_of(moments.biases)});
}

void require_layers(const char* name, std::size_t n_layers, const Gradient& moments) {
  if (n_layers == moments.size()) return;
  refuse(name, {n_layers, " layers"}, {moments.size(), ", as the optimiser was made for"});
}

}  // namespace

Method method_from_name(std::string_view name) {
  return value_of<Method>("optimizer", kMethods, name);
}

Optimizer::Optimizer(const OptimizerOptions& options, const Network& network)
    : options_(checked(options)), moments_{1, 1, zero_gradient(network), zero_gradient(network)} {}

void Optimizer::change(const OptimizerOptions& options, bool restart) {
  restart = restart || options.method != options_.method;
  options_ = checked(options);
  if (!restart) return;
  moments_.beta1_power = 1;
  moments_.beta2_power = 1;
  for (Gradient* moments : {&moments_.mean, &moments_.mean_square}) {
    for (LayerGradient& layer : *moments) {
      for (Matrix* matrix : {&layer.weights, &layer.biases}) {
        kernels::fill(0.0, matrix->size(), matrix->data());
      }
    }
  }
}

void Optimizer::step(Network& network, const Gradient& gradient) {
  std::vector<Layer>& layers = network.layers();
  if (moments_.mean.empty()) refuse("optimizer", "no moments", "one that was not moved from");
  require_layers("network", layers.size(), moments_.mean);
  require_layers("gradient", gradient.size(), moments_.mean);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    require_shapes("network", i, layers[i].weights, layers[i].biases, moments_.mean[i]);
    require_shapes("gradient", i, gradient[i].weights, gradient[i].biases, moments_.mean[i]);
  }
  moments_.beta1_power *= options_.beta1;
  moments_.beta2_power *= options_.beta2;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    update(layers[i].weights, gradient[i].weights, moments_.mean[i].weights,
           moments_.mean_square[i].weights);
    update(layers[i].biases, gradient[i].biases, moments_.mean[i].biases,
           moments_.mean_square[i].biases);
  }
}

void Optimizer::update(Matrix& w, const Matrix& g, Matrix& mean, Matrix& mean_square) const {
  const auto& [method, rate, momentum, decay, beta1, beta2, epsilon] = options_;
  switch (method) {
    case Method::kSgd:
      assign(w, w - rate * g);
      return;
    case Method::kMomentum:
      assign(mean, momentum * mean + g);
      assign(w, w - rate * mean);
      return;
    case Method::kRmsprop:
      assign(mean_square, decay * mean_square + (1 - decay) * g * g);
      assign(w, w - rate * g / (xt::sqrt(mean_square) + epsilon));
      return;
    case Method::kAdam: {
      const double step = rate / (1 - moments_.beta1_power);
      const double root_correction = std::sqrt(1 - moments_.beta2_power);
      assign(mean, beta1 * mean + (1 - beta1) * g);
      assign(mean_square, beta2 * mean_square + (1 - beta2) * g * g);
      assign(w, w - step * mean / (xt::sqrt(mean_square) / root_correction + epsilon));
      return;
    }
  }
}

}  // namespace moonlab
