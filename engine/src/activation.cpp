#include "moonlab/activation.hpp"

#include "activation_kernels.hpp"
#include "moonlab/require.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr Named kActivations[] = {
    {"linear", Activation::kLinear},        {"relu", Activation::kRelu},
    {"sigmoid", Activation::kSigmoid},      {"tanh", Activation::kTanh},
    {"leaky_relu", Activation::kLeakyRelu}, {"elu", Activation::kElu},
    {"softmax", Activation::kSoftmax},
};

[[noreturn]] void refuse_softmax() {
  refuse("activation", "softmax", "a function of one number; softmax is one of a whole layer");
}

}  // namespace

Activation activation_from_name(std::string_view name) {
  return value_of<Activation>("activation", kActivations, name);
}

std::string_view name_of(Activation activation) {
  for (const Named& named : kActivations) {
    if (named.value == static_cast<int>(activation)) return named.name;
  }
  return "";
}

void require_activation(Activation activation) {
  require_named("activation", kActivations, activation);
}

double activate(Activation activation, double x) {
  if (activation == Activation::kSoftmax) refuse_softmax();
  double tile[kernels::kTile] = {x};
  kernels::activate(activation, tile, kernels::kTile);
  return tile[0];
}

double derivative_from_value(Activation activation, double a) {
  switch (activation) {
    case Activation::kRelu:
      return a > 0 ? 1.0 : 0.0;
    case Activation::kSigmoid:
      return a * (1.0 - a);
    case Activation::kTanh:
      return 1.0 - a * a;
    case Activation::kLeakyRelu:
      return a > 0 ? 1.0 : kLeakySlope;
    case Activation::kElu:
      return a > 0 ? 1.0 : a + 1.0;
    case Activation::kSoftmax:
      refuse_softmax();
    case Activation::kLinear:
      break;
  }
  return 1.0;
}

double activation_derivative(Activation activation, double x) {
  return derivative_from_value(activation, activate(activation, x));
}

}  // namespace moonlab
