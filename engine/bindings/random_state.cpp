#include "moonlab/random_state.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "javascript.hpp"

namespace moonlab::javascript {
namespace {

RandomState* create(double seed_value) { return new RandomState(seed(seed_value)); }

template <typename Draw>
val draws(double n, Draw draw) {
  std::vector<double> values(whole(n, "n"));
  for (double& value : values) value = draw();
  return typed_array(values);
}

val random_sample(RandomState& stream, double n) {
  return draws(n, [&] { return stream.random_sample(); });
}

val uniform(RandomState& stream, double low, double high, double n) {
  return draws(n, [&] { return stream.uniform(low, high); });
}

val randn(RandomState& stream, double n) {
  return draws(n, [&] { return stream.randn(); });
}

val normal(RandomState& stream, double loc, double scale, double n) {
  return draws(n, [&] { return stream.normal(loc, scale); });
}

val permutation(RandomState& stream, double n) {
  return typed_array(stream.permutation(whole(n, "n")));
}

val shuffle(RandomState& stream, const val& array) {
  const std::vector<double> given = numbers(array);
  Indices values(given.size());
  std::transform(given.begin(), given.end(), values.begin(), [](double value) {
    require(value >= INT32_MIN && value <= INT32_MAX && value == std::floor(value), "values", value,
            "whole numbers of 32 bits");
    return static_cast<std::int32_t>(value);
  });
  stream.shuffle(values);
  return typed_array(values);
}

}  // namespace

EMSCRIPTEN_BINDINGS(moonlab_random_state) {
  emscripten::class_<RandomState>("RandomState")
      .constructor(guarded<&create>, emscripten::allow_raw_pointers())
      .function("randomSample", guarded<&random_sample>)
      .function("uniform", guarded<&uniform>)
      .function("randn", guarded<&randn>)
      .function("normal", guarded<&normal>)
      .function("permutation", guarded<&permutation>)
      .function("shuffle", guarded<&shuffle>);
}

}  // namespace moonlab::javascript
