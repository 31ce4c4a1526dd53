#include "moonlab/gradient.hpp"

#include <cmath>
#include <utility>

#include "names.hpp"
#include "pass.hpp"

namespace moonlab {
namespace {

constexpr Named kRules[] = {
    {"backprop", Rule::kBackprop},
    {"simplified", Rule::kSimplified},
};

Gradient gradient_of(const Network& network, const Dataset& data, Rule rule, Loss loss) {
  require_data(network, data, loss);
  Workspace workspace{Layers(network)};
  Gradient gradient = zero_gradient(network);
  pass(network, data, nullptr, data.n_samples(), rule, loss, workspace, &gradient);
  return gradient;
}

}  // namespace

Rule rule_from_name(std::string_view name) { return value_of<Rule>("rule", kRules, name); }

Gradient zero_gradient(const Network& network) {
  require_consistent(network);
  Gradient gradient(network.layers().size());
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const Layer& layer = network.layers()[i];
    gradient[i].weights = zeros(layer.n_neurons(), layer.n_inputs());
    gradient[i].biases = zeros(layer.n_neurons(), 1);
  }
  return gradient;
}

Gradient backpropagate(const Network& network, const Dataset& data, Loss loss) {
  return gradient_of(network, data, Rule::kBackprop, loss);
}

Gradient simplified_gradient(const Network& network, const Dataset& data) {
  require_rule(Rule::kSimplified, network);
  // Its direction does not depend on the loss; squared error takes every label.
  return gradient_of(network, data, Rule::kSimplified, Loss::kMeanSquaredError);
}

Gradient numerical_gradient(const Network& network, const Dataset& data, Loss loss,
                            double epsilon) {
  require_data(network, data, loss);
  require(std::isfinite(epsilon) && epsilon > 0, "epsilon", epsilon, "a finite number above 0");
  Network probe = network;
  Workspace workspace{Layers(network)};
  const auto loss_at = [&](double& parameter, double value) {
    const double kept = std::exchange(parameter, value);
    const double found =
        pass(probe, data, nullptr, data.n_samples(), Rule::kBackprop, loss, workspace, nullptr)
            .loss;
    parameter = kept;
    return found;
  };
  const auto differentiate = [&](Matrix& parameters, Matrix& slopes) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      double& parameter = parameters.data()[i];
      const double above = loss_at(parameter, parameter + epsilon);
      const double below = loss_at(parameter, parameter - epsilon);
      slopes.data()[i] = (above - below) / (2 * epsilon);
    }
  };
  Gradient gradient = zero_gradient(network);
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    differentiate(probe.layers()[i].weights, gradient[i].weights);
    differentiate(probe.layers()[i].biases, gradient[i].biases);
  }
  return gradient;
}

Evaluation evaluate(const Network& network, const Dataset& data, Loss loss) {
  require_data(network, data, loss);
  Workspace workspace{Layers(network)};
  const std::size_t n = data.n_samples();
  Evaluation found = pass(network, data, nullptr, n, Rule::kBackprop, loss, workspace, nullptr);
  if (has_r2(network, loss)) found.r2 = r2_from(found.loss, variance_of(data.y.data(), n));
  return found;
}

bool has_r2(const Network& network, Loss loss) {
  return loss == Loss::kMeanSquaredError && network.n_outputs() == 1;
}

void require_data(const Network& network, const Dataset& data, Loss loss, std::string_view set) {
  const std::size_t n = data.n_samples();
  require_consistent(network);
  require(n >= 1, {set, "X"}, "no sample", "one or more");
  require(n <= kMaxSamples, {set, "X"}, {n, " samples"}, {"up to ", kMaxSamples});
  require_shape(data.X, {set, "X"}, network.n_inputs(), n);
  require_shape(data.y, {set, "y"}, network.n_outputs(), n);
  require_finite(data.X, {set, "X"});
  require_labels(loss, data.y, {set, "y"});
}

void require_rule(Rule rule, const Network& network) {
  require_named("rule", kRules, rule);
  require(rule != Rule::kSimplified || network.n_outputs() == 1, "network",
          {network.n_outputs(), " outputs"}, "one output, for the simplified rule");
}

}  // namespace moonlab
