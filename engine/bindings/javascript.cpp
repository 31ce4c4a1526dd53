#include "javascript.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>

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

val copy_into(const Matrix& matrix, const val& array) {
  const auto length = array["length"].as<double>();
  require(length == static_cast<double>(matrix.size()), "into", number_text(length) + " numbers",
          std::to_string(matrix.size()));
  array.call<void>("set", val(emscripten::typed_memory_view(matrix.size(), matrix.data())));
  return array;
}

std::vector<double> numbers(const val& array) {
  return emscripten::convertJSArrayToNumberVector<double>(array);
}

Matrix matrix(const val& array, std::size_t n_rows, std::string_view name) {
  const std::vector<double> values = numbers(array);
  require(n_rows > 0 && values.size() % n_rows == 0, name,
          std::to_string(values.size()) + " values in " + std::to_string(n_rows) + " rows",
          "rows of equal length");
  Matrix filled = Matrix::from_shape({n_rows, values.size() / n_rows});
  std::copy(values.begin(), values.end(), filled.begin());
  return filled;
}

std::size_t whole(double value, std::string_view name, double max) {
  require(value >= 0 && value <= max && value == std::floor(value), name, number_text(value),
          "a whole number from 0 to " + number_text(max));
  return static_cast<std::size_t>(value);
}

std::string current_message() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return "Not enough memory; use fewer samples or a smaller network";
  } catch (const std::exception& error) {
    return error.what();
  }
}

void throw_error(const std::string& message) { val::global("Error").new_(message).throw_(); }

}  // namespace moonlab::javascript
