#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/decision_grid.hpp"
#include "moonlab/features.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/random_state.hpp"

/// What crosses between JavaScript and the engine: numbers, names, and typed arrays that are copied
/// (a view into the module's memory goes stale when that memory grows).
namespace moonlab::javascript {

using emscripten::val;

/// @returns a Float64Array of its own.
val typed_array(const double* values, std::size_t n);
val typed_array(const std::vector<double>& values);
val typed_array(const Matrix& matrix);

/// A property, or another element: compiled once, where val's templates would be once a key.
void set(val& object, const char* key, const val& value);
void append(val& list, const val& value);

/// @param into an array of the same kind, or undefined: a new one takes the browser longer
/// @returns it, or one of its own: a Float64Array, of single precision a Float32Array
/// @throws std::invalid_argument unless it has as many numbers as the matrix
val typed_array(const Matrix& matrix, const val& into);
val typed_array(const SingleMatrix& matrix, const val& into);

/// @returns an Int32Array of its own.
val typed_array(const Indices& values);

/// @param array any array of numbers
std::vector<double> numbers(const val& array);

/// @param array n_rows · n_columns numbers, row by row
/// @throws std::invalid_argument unless they fill whole rows
Matrix matrix(const val& array, std::size_t n_rows, std::string_view name);

/// Layer by layer the weights row by row, then the biases; as Network::parameters().
val typed_array(const Gradient& gradient);

/// A property that is a number, or the fallback where it is undefined.
double number(const val& object, const char* key, double fallback);

/// What a network is given of points: { features: names, scaler: { mean, std } or null }. Undefined
/// is the points themselves.
/// @throws std::invalid_argument for a name that is no feature's
FeatureMap feature_map(const val& map);

/// @param bounds x1 min, x1 max, x2 min, x2 max
/// @throws std::invalid_argument unless they are four
Bounds rectangle(const val& bounds);

/// A JavaScript number that has to be a whole one.
/// @throws std::invalid_argument unless it is one from 0 to max
std::size_t whole(double value, std::string_view name, double max = 4294967295.0);

inline std::uint32_t seed(double value) { return static_cast<std::uint32_t>(whole(value, "seed")); }

/// Keeps the message of the exception that is being handled.
void keep_message();

/// Throws a JavaScript Error with the message that was kept.
[[noreturn]] void throw_message();

/// Wraps a function so that what it throws reaches JavaScript as an Error with the message.
/// The Error is thrown once the catch is left: only then is the C++ exception freed.
template <auto kFunction, typename Signature = decltype(kFunction)>
struct Guarded;

template <auto kFunction, typename Result, typename... Arguments>
struct Guarded<kFunction, Result (*)(Arguments...)> {
  static Result call(Arguments... arguments) {
    try {
      return kFunction(std::forward<Arguments>(arguments)...);
    } catch (...) {
      keep_message();
    }
    throw_message();
  }
};

template <auto kFunction>
constexpr auto guarded = &Guarded<kFunction>::call;

}  // namespace moonlab::javascript
