#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "moonlab/array.hpp"
#include "moonlab/gradient.hpp"
#include "moonlab/random_state.hpp"
#include "moonlab/trainer.hpp"

namespace moonlab::bits {

/// A checksum over the bits of numbers: FNV-1a. All NaN are one number, as nothing says which of
/// them an operation gives.
class Checksum {
 public:
  void add(double value);
  void add(const std::vector<double>& values);
  void add(const Matrix& matrix);
  void add(const Indices& indices);
  void add(const Gradient& gradient);
  void add(const Dataset& data);
  void add(const std::vector<Metrics>& history);

  /// @returns 16 hexadecimal digits.
  std::string text() const;

 private:
  std::uint64_t sum_ = 0xcbf29ce484222325;
};

}  // namespace moonlab::bits
