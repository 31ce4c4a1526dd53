#include "javascript.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <stdexcept>

// library.js has it.
extern "C" [[noreturn]] void moonlab_throw(const char* message);

namespace moonlab::javascript {

val typed_array(const double* values, std::size_t n) {
  return val(emscripten::typed_memory_view(n, values)).call<val>("slice");
}

val typed_array(const std::vector<double>& values) {
  return typed_array(values.data(), values.size());
}

val typed_array(const Matrix& matrix) { return typed_array(matrix.data(), matrix.size()); }

val typed_array(const Indices& values) {
  return val(emscripten::typed_memory_view(values.size(), values.data())).call<val>("slice");
}

val typed_array(const Gradient& gradient) {
  std::vector<double> values;
  for (const LayerGradient& layer : gradient) {
    values.insert(values.end(), layer.weights.begin(), layer.weights.end());
    values.insert(values.end(), layer.biases.begin(), layer.biases.end());
  }
  return typed_array(values);
}

void set(val& object, const char* key, const val& value) { object.set(val(key), value); }

void append(val& list, const val& value) { list.call<void>("push", value); }

namespace {

val copy_into(const val& view, const val& array) {
  if (array.isUndefined()) return view.call<val>("slice");
  const double length = number(array, "length", 0);
  const double needed = number(view, "length", 0);
  require(length == needed, "into", {length, " numbers"}, needed);
  array.call<void>("set", view);
  return array;
}

}  // namespace

val typed_array(const Matrix& matrix, const val& into) {
  return copy_into(val(emscripten::typed_memory_view(matrix.size(), matrix.data())), into);
}

val typed_array(const SingleMatrix& matrix, const val& into) {
  return copy_into(val(emscripten::typed_memory_view(matrix.size(), matrix.data())), into);
}

std::vector<double> numbers(const val& array) {
  std::vector<double> values(whole(number(array, "length", 0), "length"));
  val(emscripten::typed_memory_view(values.size(), values.data())).call<void>("set", array);
  return values;
}

Matrix matrix(const val& array, std::size_t n_rows, std::string_view name) {
  const std::vector<double> values = numbers(array);
  require(n_rows > 0 && values.size() % n_rows == 0, name,
          {values.size(), " values in ", n_rows, " rows"}, "rows of equal length");
  Matrix filled = empty_matrix(n_rows, values.size() / n_rows);
  std::copy(values.begin(), values.end(), filled.begin());
  return filled;
}

double number(const val& object, const char* key, double fallback) {
  const val value = object[key];
  return value.isUndefined() ? fallback : value.as<double>();
}

Bounds rectangle(const val& bounds) {
  const std::vector<double> sides = numbers(bounds);
  require(sides.size() == 4, "bounds", {sides.size(), " numbers"},
          "x1 min, x1 max, x2 min, x2 max");
  return {sides[0], sides[1], sides[2], sides[3]};
}

std::size_t whole(double value, std::string_view name, double max) {
  require(value >= 0 && value <= max && value == std::floor(value), name, value,
          {"a whole number from 0 to ", max});
  return static_cast<std::size_t>(value);
}

namespace {

// What was thrown last. Nothing is allocated for it: it may be that there was no memory.
char message[512] = "";

}  // namespace

void keep_message() {
  // std::bad_alloc; and std::length_error, where a vector knows beforehand.
  const char* text = "Not enough memory; use fewer samples or a smaller network";
  try {
    throw;
  } catch (const std::invalid_argument& error) {
    text = error.what();  // of the exception that the caller is handling: it lives on
  } catch (const std::exception&) {
  }
  std::strncpy(message, text, sizeof message - 1);
}

void throw_message() { moonlab_throw(message); }

}  // namespace moonlab::javascript
