#include "moonlab/array.hpp"

#include <stdexcept>

namespace moonlab {

std::string shape_text(const Matrix& matrix) {
  return "(" + std::to_string(rows(matrix)) + ", " + std::to_string(columns(matrix)) + ")";
}

void require(bool condition, std::string_view name, const std::string& came,
             std::string_view allowed) {
  if (condition) return;
  throw std::invalid_argument(std::string(name) + ": " + came +
                              "; allowed: " + std::string(allowed));
}

void require_shape(const Matrix& matrix, std::string_view name, std::size_t n_rows,
                   std::size_t n_columns) {
  require(rows(matrix) == n_rows && columns(matrix) == n_columns, name,
          "shape " + shape_text(matrix),
          "(" + std::to_string(n_rows) + ", " + std::to_string(n_columns) + ")");
}

}  // namespace moonlab
