#include "moonlab/activation.hpp"

#include <array>
#include <utility>

#include "kernels.hpp"
#include "names.hpp"

namespace moonlab {
namespace {

constexpr std::array<std::pair<std::string_view, Activation>, 4> kActivations = {{
    {"linear", Activation::kLinear},
    {"relu", Activation::kRelu},
    {"sigmoid", Activation::kSigmoid},
    {"tanh", Activation::kTanh},
}};

}  // namespace

Activation activation_from_name(std::string_view name) {
  return value_of("activation", kActivations, name);
}

std::string_view name_of(Activation activation) {
  for (const auto& [name, value] : kActivations) {
    if (value == activation) return name;
  }
  return "";
}

double activate(Activation activation, double x) {
  double tile[kernels::kTile] = {x};
  kernels::activate(activation, tile, kernels::kTile);
  return tile[0];
}

}  // namespace moonlab
