#pragma once

#include <cstddef>
#include <new>
#include <string>
#include <string_view>

// xtensor 0.26 gave its headers folders.
#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xtensor.hpp>
#else
#include <xtensor/xtensor.hpp>
#endif

namespace moonlab {

/// Memory from the start of a cache line on: a SIMD register's numbers are never on two lines.
template <typename T>
struct CacheLineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kCacheLine{64};

  CacheLineAllocator() = default;
  template <typename U>
  CacheLineAllocator(const CacheLineAllocator<U>&) {}

  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kCacheLine)); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, kCacheLine); }

  bool operator==(const CacheLineAllocator&) const { return true; }
  bool operator!=(const CacheLineAllocator&) const { return false; }
};

/// A row-major matrix. Data sets are (n_features, n_samples): samples along the contiguous axis.
using Matrix = xt::xtensor<double, 2, xt::layout_type::row_major, CacheLineAllocator<double>>;

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
