#include <algorithm>
#include <numeric>

#include "checks.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/loss.hpp"

namespace moonlab::conformance {
namespace {

Matrix row_matrix(const std::vector<double>& values) {
  Matrix matrix = Matrix::from_shape({1, values.size()});
  std::copy(values.begin(), values.end(), matrix.begin());
  return matrix;
}

Matrix column_matrix(const std::vector<double>& values) {
  Matrix matrix = Matrix::from_shape({values.size(), 1});
  std::copy(values.begin(), values.end(), matrix.begin());
  return matrix;
}

// Of one output a list of numbers, of several a list a row.
Matrix outputs_of(const Fields& golden, const std::string& name) {
  return golden.has_rows(name) ? golden.matrix(name) : row_matrix(golden.numbers(name));
}

// What a case of the losses may ask for.
struct Measure {
  const char* name;
  double (*of)(const Matrix& y_true, const Matrix& y_pred);
};

constexpr Measure kMeasures[] = {
    {"binary_cross_entropy", binary_cross_entropy},
    {"categorical_cross_entropy", categorical_cross_entropy},
    {"mean_squared_error", mean_squared_error},
    {"accuracy", accuracy},
    {"r2", r2_score},
};

// Row by row: one sum over all of a large grid can lose more than the tolerance to rounding.
double mean_of(const Matrix& grid) {
  double sum = 0;
  for (std::size_t r = 0; r < rows(grid); ++r) {
    const double* row = grid.data() + r * columns(grid);
    sum += std::accumulate(row, row + columns(grid), 0.0);
  }
  return sum / static_cast<double>(grid.size());
}

double run_neuron(const Fields& golden, Activation activation) {
  const Matrix inputs = column_matrix(golden.numbers("inputs"));
  Layer layer(rows(inputs), 1, activation);
  const std::vector<double> weights = golden.numbers("weights");
  require(weights.size() == rows(inputs), "weights", std::to_string(weights.size()),
          "as many as inputs");
  layer.weights = row_matrix(weights);
  layer.biases(0, 0) = golden.number("bias");
  return layer.forward(inputs)(0, 0);
}

}  // namespace

Network read_network(const Fields& golden) {
  std::vector<Activation> activations;
  for (const std::string& name : golden.texts("activations")) {
    activations.push_back(activation_from_name(name));
  }
  return Network(golden.counts("layer_sizes"), activations);
}

void read_layers(const Fields& golden, Network& network) {
  const std::vector<Fields> layers = golden.objects("layers");
  require(layers.size() == network.layers().size(), "layers", std::to_string(layers.size()),
          std::to_string(network.layers().size()));
  for (std::size_t i = 0; i < layers.size(); ++i) {
    Layer& layer = network.layers()[i];
    const Matrix weights = layers[i].matrix("weights");
    const Matrix biases = column_matrix(layers[i].numbers("biases"));
    require_shape(weights, layers[i].path("weights"), layer.n_neurons(), layer.n_inputs());
    require_shape(biases, layers[i].path("biases"), layer.n_neurons(), 1);
    layer.weights = weights;
    layer.biases = biases;
  }
}

void compare_layers(const Fields& golden, const std::string& name, const Gradient& ours,
                    Comparison& comparison) {
  const std::vector<Fields> layers = golden.objects(name);
  require(layers.size() == ours.size(), golden.path(name),
          std::to_string(layers.size()) + " layers", std::to_string(ours.size()));
  for (std::size_t i = 0; i < layers.size(); ++i) {
    comparison.close(layers[i].path("weights"), ours[i].weights, layers[i].matrix("weights"));
    comparison.close(layers[i].path("biases"), ours[i].biases,
                     column_matrix(layers[i].numbers("biases")));
  }
}

Gradient parameters_of(const Network& network) {
  Gradient parameters;
  for (const Layer& layer : network.layers()) parameters.push_back({layer.weights, layer.biases});
  return parameters;
}

void check_activations(const Fields& golden, Comparison& comparison) {
  const Activation activation = activation_from_name(golden.text("activation"));
  std::vector<double> values;
  std::vector<double> derivatives;
  for (const double x : golden.numbers("x")) {
    values.push_back(activate(activation, x));
    derivatives.push_back(activation_derivative(activation, x));
  }
  comparison.close("value", values, golden.numbers("value"));
  comparison.close("derivative", derivatives, golden.numbers("derivative"));
}

void check_neuron(const Fields& golden, Comparison& comparison) {
  comparison.close("z", run_neuron(golden, Activation::kLinear), golden.number("z"));
  comparison.close("output", run_neuron(golden, Activation::kSigmoid), golden.number("output"));
}

void check_forward(const Fields& golden, Comparison& comparison) {
  Network network = read_network(golden);
  RandomState stream(golden.seed("seed"));
  network.initialize(golden.number("weight_scale"), stream);
  compare_layers(golden, "layers", parameters_of(network), comparison);
  comparison.close("output", network.forward(golden.matrix("X")), golden.matrix("output"));
}

void check_loss(const Fields& golden, Comparison& comparison) {
  const Matrix y_true = outputs_of(golden, "y_true");
  const Matrix y_pred = outputs_of(golden, "y_pred");
  bool compared = false;
  for (const auto& [name, measure] : kMeasures) {
    if (!golden.has(name)) continue;
    compared = true;
    comparison.close(name, measure(y_true, y_pred), golden.number(name));
  }
  if (!compared) golden.number(kMeasures[0].name);  // says that it is missing
}

void check_gradients(const Fields& golden, Comparison& comparison) {
  Network network = read_network(golden);
  read_layers(golden, network);
  const Dataset data{golden.matrix("X"), golden.matrix("y")};
  const Loss loss = loss_from_name(golden.text("loss"));
  comparison.close("loss_value", evaluate(network, data, loss).loss, golden.number("loss_value"));
  compare_layers(golden, "gradients", backpropagate(network, data, loss), comparison);
}

void check_boundary(const Fields& golden, Comparison& comparison) {
  Network network = read_network(golden);
  read_layers(golden, network);
  const Bounds bounds = data_bounds(golden.matrix("X"), golden.number("margin"));
  comparison.close("bounds", {bounds.x1_min, bounds.x1_max, bounds.x2_min, bounds.x2_max},
                   golden.numbers("bounds"));
  const Matrix grid = decision_grid(network, bounds, golden.count("resolution"));
  std::vector<double> values;
  for (const std::size_t index : golden.counts("indices")) {
    require(index < grid.size(), "indices", std::to_string(index), "a place in the grid");
    values.push_back(grid.data()[index]);
  }
  comparison.close("values", values, golden.numbers("values"));
  comparison.close("mean", mean_of(grid), golden.number("mean"));
}

}  // namespace moonlab::conformance
