#include "moonlab/features.hpp"

#include <emscripten/bind.h>

#include <array>

#include "javascript.hpp"

namespace moonlab::javascript {
namespace {

std::array<double, 2> pair_of(const val& list, std::string_view name) {
  const std::vector<double> values = numbers(list);
  require(values.size() == 2, name, {values.size(), " numbers"}, "two, for x1 and x2");
  return {values[0], values[1]};
}

val scaler(const val& X) {
  const auto [mean, deviation] = standard_scaler(matrix(X, 2, "X"));
  val object = val::object();
  set(object, "mean", typed_array(mean.data(), mean.size()));
  set(object, "std", typed_array(deviation.data(), deviation.size()));
  return object;
}

val inputs(const val& X, const val& map) {
  return typed_array(inputs_of(matrix(X, 2, "X"), feature_map(map)));
}

}  // namespace

FeatureMap feature_map(const val& map) {
  if (map.isUndefined()) return {};
  const val names = map["features"];
  FeatureMap found{{}, std::vector<Feature>(whole(number(names, "length", 0), "length"))};
  for (std::size_t i = 0; i < found.features.size(); ++i) {
    found.features[i] = feature_from_name(names[static_cast<double>(i)].as<std::string>());
  }
  const val scaling = map["scaler"];
  if (scaling.isUndefined() || scaling.isNull()) return found;
  found.scaler = {pair_of(scaling["mean"], "mean"), pair_of(scaling["std"], "std")};
  return found;
}

EMSCRIPTEN_BINDINGS(moonlab_features) {
  emscripten::function("standardScaler", guarded<&scaler>);
  emscripten::function("inputsOf", guarded<&inputs>);
}

}  // namespace moonlab::javascript
