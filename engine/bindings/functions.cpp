#include <emscripten/bind.h>

#include "javascript.hpp"
#include "moonlab/activation.hpp"
#include "moonlab/loss.hpp"

namespace moonlab::javascript {
namespace {

template <typename Function>
val map(const val& array, Function function) {
  std::vector<double> values = numbers(array);
  for (double& value : values) value = function(value);
  return typed_array(values);
}

val activate_all(const std::string& name, const val& x) {
  const Activation activation = activation_from_name(name);
  return map(x, [&](double value) { return activate(activation, value); });
}

val differentiate_all(const std::string& name, const val& x) {
  const Activation activation = activation_from_name(name);
  return map(x, [&](double value) { return activation_derivative(activation, value); });
}

using Measure = double (*)(const Matrix& y_true, const Matrix& y_pred);

double measure(Measure function, const val& y_true, const val& y_pred, double n_outputs) {
  const std::size_t n_rows = whole(n_outputs, "n_outputs");
  return function(matrix(y_true, n_rows, "y_true"), matrix(y_pred, n_rows, "y_pred"));
}

template <Measure kFunction>
double compare(const val& y_true, const val& y_pred, double n_outputs) {
  return measure(kFunction, y_true, y_pred, n_outputs);
}

}  // namespace

EMSCRIPTEN_BINDINGS(moonlab_functions) {
  emscripten::function("activate", guarded<&activate_all>);
  emscripten::function("activationDerivative", guarded<&differentiate_all>);
  emscripten::function("binaryCrossEntropy", guarded<&compare<&binary_cross_entropy>>);
  emscripten::function("categoricalCrossEntropy", guarded<&compare<&categorical_cross_entropy>>);
  emscripten::function("meanSquaredError", guarded<&compare<&mean_squared_error>>);
  emscripten::function("accuracy", guarded<&compare<&accuracy>>);
  emscripten::function("r2Score", guarded<&compare<&r2_score>>);
}

}  // namespace moonlab::javascript
