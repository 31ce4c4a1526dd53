#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <xtensor/xtensor.hpp>

namespace moonlab {

/// A row-major matrix. Data sets are (n_features, n_samples): samples along the contiguous axis.
using Matrix = xt::xtensor<double, 2>;

inline std::size_t rows(const Matrix& matrix) { return matrix.shape(0); }
inline std::size_t columns(const Matrix& matrix) { return matrix.shape(1); }

/// @returns the shape as people write it: "(2, 300)".
std::string shape_text(const Matrix& matrix);

/// @returns a number as people write it: "0.03", "1e+300", "nan".
std::string number_text(double value);

/// Throws std::invalid_argument("<name>: <came>; allowed: <allowed>") unless the condition holds.
/// Every range and shape check of the public functions goes through here, so that all messages
/// name the argument, what came and what is allowed.
void require(bool condition, std::string_view name, const std::string& came,
             std::string_view allowed);

/// @throws std::invalid_argument unless the matrix has this shape.
void require_shape(const Matrix& matrix, std::string_view name, std::size_t n_rows,
                   std::size_t n_columns);

}  // namespace moonlab
