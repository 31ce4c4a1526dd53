#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>

// xtensor 0.26 gave its headers folders.
#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xtensor.hpp>
#else
#include <xtensor/xtensor.hpp>
#endif

#include "moonlab/require.hpp"

#if XTENSOR_VERSION_MAJOR != 0 || XTENSOR_VERSION_MINOR < 24 || XTENSOR_VERSION_MINOR > 27
#error "Moonlab knows xtensor 0.24 to 0.27, and no other"
#endif

namespace moonlab {

/// Memory from the start of a cache line on: a SIMD register's numbers are never on two lines.
template <typename T>
struct CacheLineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kCacheLine{64};
  static constexpr std::size_t kMaxElements = PTRDIFF_MAX / sizeof(T);

  CacheLineAllocator() = default;
  template <typename U>
  CacheLineAllocator(const CacheLineAllocator<U>&) {}

  T* allocate(std::size_t n) {
    if (n > kMaxElements) throw std::bad_array_new_length();
    return static_cast<T*>(::operator new(n * sizeof(T), kCacheLine));
  }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, kCacheLine); }

  bool operator==(const CacheLineAllocator&) const { return true; }
  bool operator!=(const CacheLineAllocator&) const { return false; }
};

/// A row-major matrix. Data sets are (n_features, n_samples): samples along the contiguous axis.
using Matrix = xt::xtensor<double, 2, xt::layout_type::row_major, CacheLineAllocator<double>>;

/// The same in single precision: for pictures, which no eye can tell from those of a Matrix.
using SingleMatrix = xt::xtensor<float, 2, xt::layout_type::row_major, CacheLineAllocator<float>>;

/// The most numbers that a matrix can have: memory has no addresses for more.
constexpr std::size_t kMaxElements = CacheLineAllocator<double>::kMaxElements;

inline std::size_t rows(const Matrix& matrix) { return matrix.shape(0); }
inline std::size_t columns(const Matrix& matrix) { return matrix.shape(1); }
inline Shape shape_of(const Matrix& matrix) { return {rows(matrix), columns(matrix)}; }

/// np.empty((n_rows, n_columns))
/// @throws std::invalid_argument for more than kMaxElements numbers
[[nodiscard]] Matrix empty_matrix(std::size_t n_rows, std::size_t n_columns);

/// The same in single precision.
[[nodiscard]] SingleMatrix empty_single_matrix(std::size_t n_rows, std::size_t n_columns);

/// np.zeros((n_rows, n_columns))
/// @throws std::invalid_argument for more than kMaxElements numbers
[[nodiscard]] Matrix zeros(std::size_t n_rows, std::size_t n_columns);

/// @returns whether a matrix has the numbers that its shape promises. One that was moved from keeps
/// its shape and has none.
[[nodiscard]] bool is_whole(const Matrix& matrix);

/// @returns whether no number is infinite or NaN.
[[nodiscard]] bool all_finite(const Matrix& matrix);

/// @returns the shape as people write it: "(2, 300)".
[[nodiscard]] std::string shape_text(const Matrix& matrix);

/// @throws std::invalid_argument unless the matrix is whole.
void require_whole(const Matrix& matrix, const Text& name);

/// @throws std::invalid_argument unless the matrix is whole and has this shape.
void require_shape(const Matrix& matrix, const Text& name, std::size_t n_rows,
                   std::size_t n_columns);

/// @throws std::invalid_argument when a number is infinite or NaN.
void require_finite(const Matrix& matrix, const Text& name);

/// @throws std::invalid_argument unless the matrix is whole and (n_rows, any number of samples).
void require_samples(const Matrix& matrix, const Text& name, std::size_t n_rows);

}  // namespace moonlab
