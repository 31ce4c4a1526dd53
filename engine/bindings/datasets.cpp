#include "moonlab/datasets.hpp"

#include <emscripten/bind.h>

#include "javascript.hpp"

namespace moonlab::javascript {
namespace {

val to_object(const Dataset& dataset) {
  val object = val::object();
  set(object, "X", typed_array(dataset.X));
  set(object, "y", typed_array(dataset.y));
  return object;
}

// null, as NumPy's None: no noise is drawn.
std::optional<double> optional_number(const val& value) {
  if (value.isNull() || value.isUndefined()) return std::nullopt;
  return value.as<double>();
}

val moons(double n_samples, const val& noise, double random_state, bool shuffle) {
  return to_object(make_moons(whole(n_samples, "n_samples"), optional_number(noise),
                              seed(random_state), shuffle));
}

val circles(double n_samples, const val& noise, double factor, double random_state, bool shuffle) {
  return to_object(make_circles(whole(n_samples, "n_samples"), optional_number(noise), factor,
                                seed(random_state), shuffle));
}

// centers: x1, x2 of the first centre, then of the second, …
val blobs(double n_samples, const val& centers, double cluster_std, double random_state,
          bool shuffle) {
  const Matrix flat = matrix(centers, 1, "centers");
  require(flat.size() % 2 == 0, "centers", {flat.size(), " numbers"}, "two a centre");
  std::vector<std::array<double, 2>> positions(flat.size() / 2);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    positions[i] = {flat(0, 2 * i), flat(0, 2 * i + 1)};
  }
  return to_object(make_blobs(whole(n_samples, "n_samples"), positions, cluster_std,
                              seed(random_state), shuffle));
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
  emscripten::function("makeMoons", guarded<&moons>);
  emscripten::function("makeCircles", guarded<&circles>);
  emscripten::function("makeBlobs", guarded<&blobs>);
  emscripten::function("trainTestSplit", guarded<&split>);
}

}  // namespace moonlab::javascript
