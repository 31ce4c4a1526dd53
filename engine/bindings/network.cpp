#include "moonlab/network.hpp"

#include <emscripten/bind.h>

#include <algorithm>

#include "javascript.hpp"
#include "moonlab/activity.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/neuron_maps.hpp"
#include "moonlab/trace.hpp"

namespace moonlab::javascript {
namespace {

Network* create(const val& layer_sizes, const val& activations) {
  const std::vector<double> neurons = numbers(layer_sizes);
  std::vector<std::size_t> sizes(neurons.size());
  std::transform(neurons.begin(), neurons.end(), sizes.begin(),
                 [](double size) { return whole(size, "layer_sizes"); });
  std::vector<Activation> functions(whole(number(activations, "length", 0), "length"));
  for (std::size_t i = 0; i < functions.size(); ++i) {
    const val name = activations[static_cast<double>(i)];
    functions[i] = activation_from_name(name.as<std::string>());
  }
  return new Network(sizes, functions);
}

void initialize(Network& network, const std::string& init, RandomState& random_state) {
  network.initialize(init_from_name(init), random_state);
}

void initialize_scaled(Network& network, double scale, RandomState& random_state) {
  network.initialize(scale, random_state);
}

val parameters(const Network& network) { return typed_array(network.parameters()); }

void set_parameters(Network& network, const val& values) {
  network.set_parameters(numbers(values));
}

std::string describe(const Network& network) { return network.describe(); }

val forward(const Network& network, const val& X) {
  return typed_array(network.forward(matrix(X, network.n_inputs(), "X")));
}

Dataset dataset(const Network& network, const val& X, const val& y) {
  return {matrix(X, network.n_inputs(), "X"), matrix(y, network.n_outputs(), "y")};
}

val gradient(const Network& network, const std::string& rule, const val& X, const val& y,
             const std::string& loss) {
  const Dataset data = dataset(network, X, y);
  if (rule_from_name(rule) == Rule::kSimplified) {
    return typed_array(simplified_gradient(network, data));
  }
  return typed_array(backpropagate(network, data, loss_from_name(loss)));
}

val numerical(const Network& network, const val& X, const val& y, const std::string& loss,
              double epsilon) {
  return typed_array(
      numerical_gradient(network, dataset(network, X, y), loss_from_name(loss), epsilon));
}

val evaluation(const Network& network, const val& X, const val& y, const std::string& loss) {
  const Evaluation found = evaluate(network, dataset(network, X, y), loss_from_name(loss));
  val object = val::object();
  set(object, "loss", val(found.loss));
  set(object, "accuracy", val(found.accuracy));
  if (found.r2 == found.r2) set(object, "r2", val(found.r2));  // but not where it is NaN
  return object;
}

template <typename Crossing, typename Value>
val to_array(const std::vector<Value>& values) {
  val array = val::array();
  for (const Value value : values) append(array, val(static_cast<Crossing>(value)));
  return array;
}

val activities(const Network& network, const val& X, bool with_ranks) {
  val list = val::array();
  const Matrix samples = matrix(X, network.n_inputs(), "X");
  for (const LayerActivity& layer : layer_activities(network, samples, with_ranks)) {
    val object = val::object();
    set(object, "effectiveRank", val(layer.effective_rank));
    set(object, "dead", to_array<bool>(layer.dead));
    set(object, "twinOf", to_array<double>(layer.twin_of));
    append(list, object);
  }
  return list;
}

val to_array(const std::vector<LayerTrace>& layers) {
  val list = val::array();
  for (const LayerTrace& layer : layers) {
    val object = val::object();
    set(object, "z", typed_array(layer.z));
    set(object, "output", typed_array(layer.output));
    set(object, "outputGradient", typed_array(layer.output_gradient));
    set(object, "delta", typed_array(layer.delta));
    append(list, object);
  }
  return list;
}

val trace_forward(const Network& network, const val& X) {
  return to_array(trace(network, matrix(X, network.n_inputs(), "X")));
}

val trace_both_ways(const Network& network, const val& X, const val& y, const std::string& loss) {
  return to_array(trace(network, dataset(network, X, y), loss_from_name(loss)));
}

val bounds_of(const val& X, double margin) {
  const Bounds bounds = data_bounds(matrix(X, 2, "X"), margin);
  return typed_array(
      std::vector<double>{bounds.x1_min, bounds.x1_max, bounds.x2_min, bounds.x2_max});
}

val grid(const Network& network, const val& bounds, double resolution, const val& into,
         const val& map) {
  return typed_array(
      decision_grid(network, rectangle(bounds), whole(resolution, "resolution"), feature_map(map)),
      into);
}

// @param places layer, neuron, layer, neuron, …
val maps(const Network& network, const val& places, const val& bounds, double resolution,
         const val& map) {
  const std::vector<double> flat = numbers(places);
  std::vector<NeuronPlace> neurons(flat.size() / 2);
  for (std::size_t i = 0; i < neurons.size(); ++i) {
    neurons[i] = {whole(flat[2 * i], "layer"), whole(flat[2 * i + 1], "neuron")};
  }
  return typed_array(neuron_maps(network, neurons, rectangle(bounds),
                                 whole(resolution, "resolution"), feature_map(map)));
}

val all_maps(const Network& network, const val& bounds, double resolution, const val& into,
             const val& map) {
  return typed_array(all_neuron_maps(network, rectangle(bounds), whole(resolution, "resolution"),
                                     feature_map(map)),
                     into);
}

}  // namespace

EMSCRIPTEN_BINDINGS(moonlab_network) {
  emscripten::class_<Network>("Network")
      .constructor(guarded<&create>, emscripten::allow_raw_pointers())
      .function("initialize", guarded<&initialize>)
      .function("initializeScaled", guarded<&initialize_scaled>)
      .function("parameters", guarded<&parameters>)
      .function("setParameters", guarded<&set_parameters>)
      .function("describe", guarded<&describe>)
      .function("forward", guarded<&forward>)
      .function("gradient", guarded<&gradient>)
      .function("numericalGradient", guarded<&numerical>)
      .function("evaluate", guarded<&evaluation>)
      .function("activities", guarded<&activities>)
      .function("traceForward", guarded<&trace_forward>)
      .function("trace", guarded<&trace_both_ways>)
      .function("decisionGrid", guarded<&grid>)
      .function("neuronMaps", guarded<&maps>)
      .function("allNeuronMaps", guarded<&all_maps>);
  emscripten::function("dataBounds", guarded<&bounds_of>);
}

}  // namespace moonlab::javascript
