#include "moonlab/datasets.hpp"

#include <emscripten/bind.h>

#include <cmath>

#include "javascript.hpp"
#include "moonlab/bayes_classifier.hpp"

namespace moonlab::javascript {
namespace {

val to_object(const Dataset& dataset) {
  val object = val::object();
  set(object, "X", typed_array(dataset.X));
  set(object, "y", typed_array(dataset.y));
  return object;
}

// x1, x2 of the first centre, then of the second, …
Positions positions(const val& centers) {
  const Matrix flat = matrix(centers, 1, "centers");
  require(flat.size() % 2 == 0, "centers", {flat.size(), " numbers"}, "two a centre");
  Positions found(flat.size() / 2);
  for (std::size_t i = 0; i < flat.size(); ++i) found[i / 2][i % 2] = flat(0, i);
  return found;
}

DatasetOptions dataset_options(const val& options) {
  DatasetOptions found;
  found.n_samples = whole(number(options, "nSamples", NAN), "n_samples");
  // null, as NumPy's None: no noise is drawn.
  if (!options["noise"].isNull()) found.noise = number(options, "noise", 0);
  found.n_classes = whole(number(options, "nClasses", 2), "n_classes");
  found.factor = number(options, "factor", found.factor);
  found.turns = number(options, "turns", found.turns);
  found.class_sep = number(options, "classSep", found.class_sep);
  const double n_clusters = number(options, "nClustersPerClass", 0);
  if (n_clusters != 0) found.n_clusters_per_class = whole(n_clusters, "n_clusters_per_class");
  const val centers = options["centers"];
  if (!centers.isUndefined()) found.centers = positions(centers);
  found.shuffle = options["shuffle"].as<bool>();
  return found;
}

val make(const std::string& name, const val& options, double random_state) {
  return to_object(make_dataset(name, dataset_options(options), seed(random_state)));
}

// Of the classifier that nobody can beat.
val bayes(const std::string& name, const val& options, double random_state, const val& bounds,
          double resolution) {
  const BayesClassifier classifier(name, dataset_options(options), seed(random_state));
  val object = val::object();
  set(object, "grid",
      typed_array(classifier.grid(rectangle(bounds), whole(resolution, "resolution"))));
  set(object, "accuracy", val(classifier.accuracy()));
  return object;
}

val bayes_probabilities(const std::string& name, const val& options, double random_state,
                        const val& X) {
  const BayesClassifier classifier(name, dataset_options(options), seed(random_state));
  return typed_array(classifier.probabilities(matrix(X, 2, "X")));
}

val split(double n_samples, double test_size, double random_state) {
  const Split found =
      train_test_split(whole(n_samples, "n_samples"), test_size, seed(random_state));
  val object = val::object();
  set(object, "train", typed_array(found.train));
  set(object, "test", typed_array(found.test));
  return object;
}

}  // namespace

EMSCRIPTEN_BINDINGS(moonlab_datasets) {
  emscripten::function("makeDataset", guarded<&make>);
  emscripten::function("bayes", guarded<&bayes>);
  emscripten::function("bayesProbabilities", guarded<&bayes_probabilities>);
  emscripten::function("trainTestSplit", guarded<&split>);
}

}  // namespace moonlab::javascript
